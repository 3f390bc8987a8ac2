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
  { name: 'never answers', lay: { hang: true }, ...SILENT },
  { name: 'answers too late', lay: { latencyMs: 5_000 }, ...SILENT },
  { name: 'falls silent after half an answer', lay: { wire: 'stall' }, ...SILENT },
  { name: 'answers one byte a second', lay: { wire: 'trickle' }, ...SILENT },
  { name: 'answers without end', lay: { wire: 'endless' }, ...BROKEN },
  { name: 'announces a gigabyte', lay: { wire: 'huge' }, ...BROKEN },
  { name: 'resets the connection', lay: { wire: 'reset' }, ...BROKEN },
  { name: 'resets the connection after half an answer', lay: { wire: 'cut' }, ...BROKEN },
  { name: 'drops the connection', lay: { lostResponse: 'before' }, ...BROKEN },
  { name: 'answers what is no HTTP', lay: { wire: 'garbage' }, ...BROKEN },
  { name: 'compresses unasked', lay: { wire: 'gzip' }, ...BROKEN },
  { name: 'fails (500)', lay: { error: { type: 'InternalServerException', status: 500 } }, ...BROKEN },
  { name: 'fails in HTML (503)', lay: { answer: { status: 503, body: html } }, ...BROKEN },
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
    name: 'takes the session for expired',
    lay: { error: { type: 'ExpiredTokenException', status: 403 } },
    ...DENIED,
  },
  {
    name: 'gives an error that nobody knows',
    lay: { error: { type: 'TeapotException', status: 418 } },
    ...REJECTED,
  },
  { name: 'gives an error without a type', lay: { answer: { status: 400, body: '{}' } }, ...REJECTED },
  {
    name: 'redirects',
    lay: { answer: { status: 302, headers: { location: '/elsewhere' }, body: '' } },
    ...BROKEN,
  },
  { name: 'answers broken JSON', lay: { answer: { body: '{"items": [' } }, ...BROKEN },
  { name: 'answers nothing (200)', lay: { answer: {} }, ...BROKEN },
  {
    name: 'answers HTML (200)',
    lay: { answer: { headers: { 'content-type': 'text/html' }, body: html } },
    ...BROKEN,
  },
  { name: 'answers a list for an object', lay: { answer: { body: '[]' } }, ...BROKEN },
  { name: 'answers an object for a list', lay: members({}), ...BROKEN },
  { name: 'answers rows without keys', lay: members([{}]), ...BROKEN },
  {
    name: 'answers numbers as text',
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
    name: 'answers times that are none',
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
    name: 'answers JSON a hundred thousand deep',
    lay: {
      answer: {
        body: `{"items":${'['.repeat(100_000)}${']'.repeat(100_000)},"members":[[]],"OrganizationSummaries":[[]]}`,
      },
    },
    ...BROKEN,
  },
];
