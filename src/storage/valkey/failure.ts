/** The reasons why Valkey cannot be used, as labels for the log and the metrics, derived from errors of ioredis. */

/** By reason, what an operator must change about VALKEY_URL; undefined for reasons that end without a change. */
const ADVICE = {
  CLUSTER:
    'names a node of a cluster, and the gateway does not support cluster mode yet: name a standalone Valkey or Redis',
  REPLICA: 'names a replica, which accepts no writes: name the primary',
  SENTINEL: 'names a Sentinel: name the primary that it monitors',
  WRONG_PASSWORD: 'has a user or a password that the store rejects: correct them',
  PASSWORD_REQUIRED:
    'has no password, and the store requires one: add it, as in redis://user:password@host:6379',
  NO_PERMISSION:
    'names a user who lacks permissions: grant the user the commands and keys in docs/operations.md',
  NO_SUCH_DATABASE: 'names a database number that the store does not have: correct or omit it',
  UNKNOWN_COMMAND:
    'names a store that lacks commands of the gateway: name a Valkey, or a Redis of version 6 or later',
  NOT_VALKEY: 'names a server that is neither Valkey nor Redis: correct the host and the port',
  UNTRUSTED_CERTIFICATE:
    'names a store whose certificate is not trusted: set NODE_EXTRA_CA_CERTS to a file with its CA, and use a host name of the certificate',
  NOT_TLS:
    'begins with rediss:// or valkeys://, and the store does not use TLS there: correct the scheme or the port',
  UNREACHABLE: undefined,
  TIMED_OUT: undefined,
  LOADING: undefined,
  FULL: undefined,
  NOT_PERSISTENT: undefined,
  TOO_FEW_REPLICAS: undefined,
  BUSY: undefined,
  OTHER: undefined,
} as const satisfies Record<string, string | undefined>;

export type ValkeyFailure = keyof typeof ADVICE;

/** What to change about VALKEY_URL, as the end of a sentence; undefined when the failure can end without a change. */
export function adviceFor(failure: ValkeyFailure): string | undefined {
  return ADVICE[failure];
}

/** By the first word of an error that Valkey sent. */
const BY_WORD: ReadonlyMap<string, ValkeyFailure> = new Map([
  ['MOVED', 'CLUSTER'],
  ['ASK', 'CLUSTER'],
  ['CROSSSLOT', 'CLUSTER'],
  ['CLUSTERDOWN', 'CLUSTER'],
  ['READONLY', 'REPLICA'],
  ['MASTERDOWN', 'REPLICA'],
  ['WRONGPASS', 'WRONG_PASSWORD'],
  ['NOAUTH', 'PASSWORD_REQUIRED'],
  ['NOPERM', 'NO_PERMISSION'],
  ['OOM', 'FULL'],
  ['LOADING', 'LOADING'],
  ['MISCONF', 'NOT_PERSISTENT'],
  ['NOREPLICAS', 'TOO_FEW_REPLICAS'],
  ['BUSY', 'BUSY'],
]);

/** By text, for errors without a word of their own. Redis 6 reports errors in scripts only by text. */
const BY_TEXT: readonly (readonly [RegExp, ValkeyFailure])[] = [
  [/^ERR invalid password/, 'WRONG_PASSWORD'],
  [/executing the script can't|ACL failure/, 'NO_PERMISSION'],
  [/^ERR DB index|^ERR invalid DB index/, 'NO_SUCH_DATABASE'],
  [/^ERR unknown command/i, 'UNKNOWN_COMMAND'],
  [/^Unknown RESP type|^Protocol error/, 'NOT_VALKEY'],
  [/^Command timed out/, 'TIMED_OUT'],
];

const BY_CODE: readonly (readonly [RegExp, ValkeyFailure])[] = [
  [/^(ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/, 'UNREACHABLE'],
  [/^ETIMEDOUT$/, 'TIMED_OUT'],
  [/^(ERR_SSL_|EPROTO)/, 'NOT_TLS'],
  [/CERT|SIGNATURE/, 'UNTRUSTED_CERTIFICATE'],
];

/** Errors of ioredis for commands that it did not send or complete, because an earlier error ended the connection. */
const SECONDARY = /^(Connection is closed|Stream isn't writeable|Command aborted|Reached the max retries)/;

/** Classifies an error of ioredis; undefined for an error that only repeats an earlier failure of the connection. */
export function classifyValkeyError(error: unknown): ValkeyFailure | undefined {
  const { message, code = '' } = error as NodeJS.ErrnoException;
  if (SECONDARY.test(message)) return undefined;
  const [, word = ''] = /^(?:ERR Error running script.*: -)?([A-Z]+)\b/.exec(message) ?? [];
  const matches =
    (text: string) =>
    ([pattern]: readonly [RegExp, ValkeyFailure]) =>
      pattern.test(text);
  return (
    BY_CODE.find(matches(code))?.[1] ?? BY_WORD.get(word) ?? BY_TEXT.find(matches(message))?.[1] ?? 'OTHER'
  );
}
