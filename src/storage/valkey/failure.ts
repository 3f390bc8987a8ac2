/** The reasons why Valkey cannot be used, as causes for health, metrics and log, derived from errors of ioredis. */
import type { StoreFailure } from '../../domain/store-failure';
import { networkFailure } from '../network-failure';

/** The advice about VALKEY_URL, by reason; undefined for reasons that end without a change. */
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
  PROTECTED_MODE:
    'names a store in protected mode, which accepts only local clients: set a password in its configuration',
  UNTRUSTED_CERTIFICATE:
    'names a store whose certificate is not trusted: set NODE_EXTRA_CA_CERTS to a file with its CA, and use a host name of the certificate',
  NOT_TLS:
    'begins with rediss:// or valkeys://, and the store does not use TLS there: correct the scheme or the port',
  CLIENT_CERTIFICATE_REQUIRED:
    'names a store that requires a client certificate, which the gateway does not send: set tls-auth-clients no there, and identify the gateway by a user and a password',
  TLS_HANDSHAKE_FAILED:
    'names a store that rejects the TLS handshake: let it accept TLS 1.2 or 1.3 without a client certificate',
  HOST_NOT_FOUND: undefined,
  CONNECTION_REFUSED: undefined,
  UNREACHABLE: undefined,
  TIMED_OUT: undefined,
  TOO_MANY_CONNECTIONS: undefined,
  LOADING: undefined,
  FULL: undefined,
  NOT_PERSISTENT: undefined,
  TOO_FEW_REPLICAS: undefined,
  BUSY: undefined,
  GATEWAY_EXHAUSTED: undefined,
  OTHER: undefined,
} as const satisfies Partial<Record<StoreFailure, string | undefined>>;

export type ValkeyFailure = keyof typeof ADVICE;

/** Returns the advice about VALKEY_URL, as the end of a sentence; undefined when the failure can end without a change. */
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
  ['DENIED', 'PROTECTED_MODE'],
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
  [/^ERR max number of clients/, 'TOO_MANY_CONNECTIONS'],
  [/^ERR unknown command/i, 'UNKNOWN_COMMAND'],
  [/^Unknown RESP type|^Protocol error/, 'NOT_VALKEY'],
  [/^Command timed out/, 'TIMED_OUT'],
];

/** Errors of ioredis for commands that it did not send or complete, because an earlier error ended the connection. */
const SECONDARY = /^(Connection is closed|Stream isn't writeable|Command aborted|Reached the max retries)/;

/** Classifies an error of ioredis; undefined for an error that only repeats an earlier failure of the connection. */
export function classifyValkeyError(error: unknown): ValkeyFailure | undefined {
  const { message } = error as Error;
  if (SECONDARY.test(message)) return undefined;
  const [, word = ''] = /^(?:ERR Error running script.*: -)?([A-Z]+)\b/.exec(message) ?? [];
  return (
    networkFailure(error as Error) ??
    BY_WORD.get(word) ??
    BY_TEXT.find(([pattern]) => pattern.test(message))?.[1] ??
    'OTHER'
  );
}
