// Thirty faults of AWS, each with the expected source status of a list and the expected error code of a lookup.
import type { ErrorCode } from '../../src/domain/errors';

export interface NamedFault {
  readonly name: string;
  /** The fault for the emulator, without the service and the account. */
  readonly effect: object;
  /** The status of the list's source. */
  readonly status: 'OK' | 'ACCESS_DENIED' | 'THROTTLED' | 'TIMED_OUT' | 'UNAVAILABLE' | 'UNREADABLE_ROWS';
  /** The error code of the lookup; 'none' when the fault concerns only fields that the lookup does not select. */
  readonly code: ErrorCode | 'none';
  /** Seconds that the list and the lookup may take, with an attempt of 3 s. */
  readonly within: number;
  /** The expected retryAfterSeconds of the lookup; absent if none is expected. */
  readonly retryAfterSeconds?: { readonly least: number; readonly most: number };
}

const TIMED_OUT = { status: 'TIMED_OUT', code: 'AWS_TIMEOUT', within: 7 } as const;
const BROKEN = { status: 'UNAVAILABLE', code: 'AWS_UNAVAILABLE', within: 3 } as const;
const UNREADABLE_ROWS = { ...BROKEN, status: 'UNREADABLE_ROWS' } as const;
const REJECTED = { status: 'UNAVAILABLE', code: 'AWS_REJECTED', within: 2 } as const;
const DENIED = { status: 'ACCESS_DENIED', code: 'AWS_ACCESS_DENIED', within: 2 } as const;
// The SDK waits as long as Retry-After says, but at most five seconds longer than its own delay.
const THROTTLED = { status: 'THROTTLED', code: 'AWS_THROTTLED', within: 20 } as const;

/** A response with these members for every list and lookup. */
const withMembers = (rows: unknown, more: object = {}) => {
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
  { name: 'never responds', effect: { hang: true }, ...TIMED_OUT },
  { name: 'responds too late', effect: { latencyMs: 5_000 }, ...TIMED_OUT },
  { name: 'stalls after half a response', effect: { wire: 'stall' }, ...TIMED_OUT },
  { name: 'sends one byte per second', effect: { wire: 'trickle' }, ...TIMED_OUT },
  { name: 'sends an endless response', effect: { wire: 'endless' }, ...BROKEN },
  { name: 'announces a body of one gigabyte', effect: { wire: 'huge' }, ...BROKEN },
  { name: 'resets the connection', effect: { wire: 'reset' }, ...BROKEN },
  { name: 'resets the connection after half a response', effect: { wire: 'cut' }, ...BROKEN },
  { name: 'drops the connection', effect: { lostResponse: 'before' }, ...BROKEN },
  { name: 'sends something other than HTTP', effect: { wire: 'garbage' }, ...BROKEN },
  { name: 'sends a compressed body unrequested', effect: { wire: 'gzip' }, ...BROKEN },
  {
    name: 'returns status 500',
    effect: { error: { type: 'InternalServerException', status: 500 } },
    ...BROKEN,
  },
  { name: 'returns status 503 with HTML', effect: { answer: { status: 503, body: html } }, ...BROKEN },
  { name: 'throttles', effect: throttled('1'), ...THROTTLED, retryAfterSeconds: { least: 1, most: 1 } },
  {
    name: 'throttles until a date',
    effect: throttled(new Date(Date.now() + 3_600_000).toUTCString()),
    ...THROTTLED,
    retryAfterSeconds: { least: 3_000, most: 3_600 },
  },
  {
    name: 'throttles for thirty years',
    effect: throttled('999999999'),
    ...THROTTLED,
    retryAfterSeconds: { least: 3_600, most: 3_600 },
  },
  { name: 'denies access', effect: { error: { type: 'AccessDeniedException', status: 403 } }, ...DENIED },
  {
    name: 'reports an expired session',
    effect: { error: { type: 'ExpiredTokenException', status: 403 } },
    ...DENIED,
  },
  {
    name: 'returns an unknown error',
    effect: { error: { type: 'TeapotException', status: 418 } },
    ...REJECTED,
  },
  { name: 'returns an error without a type', effect: { answer: { status: 400, body: '{}' } }, ...REJECTED },
  {
    name: 'returns a redirect',
    effect: { answer: { status: 302, headers: { location: '/elsewhere' }, body: '' } },
    ...BROKEN,
  },
  { name: 'returns broken JSON', effect: { answer: { body: '{"items": [' } }, ...BROKEN },
  { name: 'returns status 200 with an empty body', effect: { answer: {} }, ...BROKEN },
  {
    name: 'returns status 200 with HTML',
    effect: { answer: { headers: { 'content-type': 'text/html' }, body: html } },
    ...BROKEN,
  },
  { name: 'returns a list instead of an object', effect: { answer: { body: '[]' } }, ...BROKEN },
  { name: 'returns an object instead of a list', effect: withMembers({}), ...BROKEN },
  { name: 'returns rows without keys', effect: withMembers([{}]), ...UNREADABLE_ROWS },
  {
    name: 'returns numbers instead of text',
    effect: withMembers([keys], {
      ...statuses,
      NextToken: 7,
      nextToken: 7,
      title: 7,
      name: 7,
      email: 7,
      ErrorInfo: 7,
    }),
    ...BROKEN,
    code: 'none',
  },
  {
    name: 'returns invalid times',
    effect: withMembers([{ ...keys, createdAt: 'soon', updatedAt: 'soon', createdDate: 'soon' }], {
      ...statuses,
      createdAt: 'soon',
      updatedAt: 'soon',
      createdDate: 'soon',
      StartTime: 'soon',
    }),
    ...BROKEN,
    status: 'OK',
    code: 'none',
  },
  {
    name: 'returns JSON with 100,000 levels',
    effect: {
      answer: {
        body: `{"items":${'['.repeat(100_000)}${']'.repeat(100_000)},"members":[[]],"OrganizationSummaries":[[]]}`,
      },
    },
    ...UNREADABLE_ROWS,
  },
];
