// Thirty ways for AWS to fail the gateway, each with what a list and a look-up of the same service then say.
import type { ErrorCode } from '../../src/domain/errors';

export interface NamedFault {
  readonly name: string;
  /** What the emulator is told, besides the service and the account. */
  readonly lay: object;
  /** The state of the list's source. */
  readonly state: 'ACCESS_DENIED' | 'THROTTLED' | 'TIMED_OUT' | 'UNAVAILABLE';
  /** The code of the look-up's error. */
  readonly code: ErrorCode;
  /** Seconds that each of them may take, with an attempt of 1.5 s. */
  readonly within: number;
  /** What the look-up says of when to try again; nothing when left out. */
  readonly retryAfterSeconds?: { readonly least: number; readonly most: number };
}

const SILENT = { state: 'TIMED_OUT', code: 'AWS_TIMEOUT', within: 7 } as const;
const BROKEN = { state: 'UNAVAILABLE', code: 'AWS_UNAVAILABLE', within: 3 } as const;
const REJECTED = { state: 'UNAVAILABLE', code: 'AWS_REJECTED', within: 2 } as const;
const DENIED = { state: 'ACCESS_DENIED', code: 'AWS_ACCESS_DENIED', within: 2 } as const;
// The SDK waits for as long as it is asked to, and at most five seconds more than it would by itself.
const THROTTLED = { state: 'THROTTLED', code: 'AWS_THROTTLED', within: 20 } as const;

/** An answer with these members, whichever list or look-up is asked for. */
const members = (rows: unknown, more: object = {}) => {
  const lists = ['items', 'members', 'OrganizationSummaries', 'Jobs'].map((name) => [name, rows]);
  return { answer: { body: JSON.stringify({ ...Object.fromEntries(lists), ...more }) } };
};

const throttled = (retryAfter: string) => ({
  answer: {
    status: 429,
    headers: { 'x-amzn-errortype': 'ThrottlingException', 'retry-after': retryAfter },
    body: '{"__type":"ThrottlingException","message":"Rate exceeded"}',
  },
});

const html = '<html><body>upstream connect error</body></html>';
const keys = { jobId: 'a', accountId: '1', JobId: 'a', OrganizationId: 'm-1', caseId: '1' };
const statuses = { jobStatus: 'IDLE', relationshipStatus: 'Enabled', State: 'RUNNING', caseStatus: 'Closed' };

export const FAULTS: readonly NamedFault[] = [
  { name: 'never responds', lay: { hang: true }, ...SILENT },
  { name: 'responds too late', lay: { latencyMs: 5_000 }, ...SILENT },
  { name: 'stalls after half a response', lay: { wire: 'stall' }, ...SILENT },
  { name: 'sends one byte per second', lay: { wire: 'trickle' }, ...SILENT },
  { name: 'sends an endless response', lay: { wire: 'endless' }, ...BROKEN },
  { name: 'announces a body of one gigabyte', lay: { wire: 'huge' }, ...BROKEN },
  { name: 'resets the connection', lay: { wire: 'reset' }, ...BROKEN },
  { name: 'resets the connection after half a response', lay: { wire: 'cut' }, ...BROKEN },
  { name: 'drops the connection', lay: { lostResponse: 'before' }, ...BROKEN },
  { name: 'sends something other than HTTP', lay: { wire: 'garbage' }, ...BROKEN },
  { name: 'sends a compressed body unrequested', lay: { wire: 'gzip' }, ...BROKEN },
  { name: 'returns status 500', lay: { error: { type: 'InternalServerException', status: 500 } }, ...BROKEN },
  { name: 'returns status 503 with HTML', lay: { answer: { status: 503, body: html } }, ...BROKEN },
  { name: 'throttles', lay: throttled('1'), ...THROTTLED, retryAfterSeconds: { least: 1, most: 1 } },
  {
    name: 'throttles until a date',
    lay: throttled(new Date(Date.now() + 3_600_000).toUTCString()),
    ...THROTTLED,
    retryAfterSeconds: { least: 3_000, most: 3_600 },
  },
  {
    name: 'throttles for thirty years',
    lay: throttled('999999999'),
    ...THROTTLED,
    retryAfterSeconds: { least: 3_600, most: 3_600 },
  },
  { name: 'denies access', lay: { error: { type: 'AccessDeniedException', status: 403 } }, ...DENIED },
  {
    name: 'reports an expired session',
    lay: { error: { type: 'ExpiredTokenException', status: 403 } },
    ...DENIED,
  },
  {
    name: 'returns an unknown error',
    lay: { error: { type: 'TeapotException', status: 418 } },
    ...REJECTED,
  },
  { name: 'returns an error without a type', lay: { answer: { status: 400, body: '{}' } }, ...REJECTED },
  {
    name: 'returns a redirect',
    lay: { answer: { status: 302, headers: { location: '/elsewhere' }, body: '' } },
    ...BROKEN,
  },
  { name: 'returns broken JSON', lay: { answer: { body: '{"items": [' } }, ...BROKEN },
  { name: 'returns status 200 with an empty body', lay: { answer: {} }, ...BROKEN },
  {
    name: 'returns status 200 with HTML',
    lay: { answer: { headers: { 'content-type': 'text/html' }, body: html } },
    ...BROKEN,
  },
  { name: 'returns a list instead of an object', lay: { answer: { body: '[]' } }, ...BROKEN },
  { name: 'returns an object instead of a list', lay: members({}), ...BROKEN },
  { name: 'returns rows without keys', lay: members([{}]), ...BROKEN },
  {
    name: 'returns numbers instead of text',
    lay: members([keys], {
      ...statuses,
      NextToken: 7,
      nextToken: 7,
      title: 7,
      name: 7,
      email: 7,
      ErrorInfo: 7,
    }),
    ...BROKEN,
  },
  {
    name: 'returns invalid times',
    lay: members([{ ...keys, createdAt: 'soon', updatedAt: 'soon', createdDate: 'soon' }], {
      ...statuses,
      createdAt: 'soon',
      updatedAt: 'soon',
      createdDate: 'soon',
      StartTime: 'soon',
      NextToken: {},
    }),
    ...BROKEN,
  },
  {
    name: 'returns JSON with 100,000 levels',
    lay: {
      answer: {
        body: `{"items":${'['.repeat(100_000)}${']'.repeat(100_000)},"members":[[]],"OrganizationSummaries":[[]]}`,
      },
    },
    ...BROKEN,
  },
];
