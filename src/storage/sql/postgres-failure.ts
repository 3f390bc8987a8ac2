/** The causes for which PostgreSQL cannot be used, derived from errors of pg, and what an operator must change. */
import type { StoreFailure } from '../../domain/store-failure';
import { networkFailure } from '../network-failure';

/** By SQLSTATE, or by its class. */
const BY_SQLSTATE: readonly (readonly [RegExp, StoreFailure])[] = [
  [/^28P01$/, 'WRONG_PASSWORD'],
  [/^28/, 'LOGIN_REJECTED'],
  [/^3D000$/, 'NO_SUCH_DATABASE'],
  [/^(42P01|42703|3F000)$/, 'NO_SUCH_TABLE'],
  [/^42501$/, 'NO_PERMISSION'],
  [/^25006$/, 'READ_ONLY'],
  [/^53100$/, 'DISK_FULL'],
  [/^53200$/, 'OUT_OF_MEMORY'],
  [/^53300$/, 'TOO_MANY_CONNECTIONS'],
  [/^57P03$/, 'STARTING'],
  [/^(57014|55P03)$/, 'TIMED_OUT'],
  [/^(57P0|08)/, 'UNREACHABLE'],
  [/^58/, 'DISK_FAILURE'],
  [/^XX00[12]$/, 'DAMAGED'],
];

/** By message, for errors of pg without a code. */
const BY_TEXT: readonly (readonly [RegExp, StoreFailure])[] = [
  // All connections of the pool are in use.
  [/^timeout exceeded when trying to connect/, 'GATEWAY_EXHAUSTED'],
  [/timeout/i, 'TIMED_OUT'],
  [/does not support SSL/, 'NOT_TLS'],
  [/^Connection terminated|not queryable/, 'UNREACHABLE'],
  [/password must be a (non-empty )?string|password is an empty string/, 'PASSWORD_REQUIRED'],
];

const ADVICE: Partial<Record<StoreFailure, string>> = {
  WRONG_PASSWORD: 'correct the user and the password',
  PASSWORD_REQUIRED: 'add the password of the user',
  LOGIN_REJECTED: 'name a user who may log in',
  NO_SUCH_DATABASE: 'create the database, or name another one',
  NO_SUCH_TABLE: 'let its owner start the gateway once, which creates the tables',
  NO_PERMISSION:
    'grant its user the right to create tables, or create them beforehand and grant SELECT and INSERT on them',
  READ_ONLY: 'it is read-only, like a replica; name the primary',
  DISK_FULL: 'its disk is full; free space',
  TOO_MANY_CONNECTIONS: 'it has too many connections; raise max_connections',
  HOST_NOT_FOUND: 'its host name does not resolve; correct it',
  UNTRUSTED_CERTIFICATE:
    'its certificate is not trusted; set NODE_EXTRA_CA_CERTS to a file with its CA, and use a host name of the certificate',
  CLIENT_CERTIFICATE_REQUIRED: 'it requires a client certificate; add sslcert and sslkey to the URL',
  TLS_HANDSHAKE_FAILED: 'it rejects the TLS handshake; let it accept TLS 1.2 or 1.3',
  GATEWAY_EXHAUSTED: 'the gateway has no free file, port or connection; raise its limit of open files',
  NOT_TLS: 'it does not use TLS; turn TLS on there, or change sslmode',
};

export function classifyPostgresError(error: unknown): StoreFailure {
  const { message, code = '' } = error as NodeJS.ErrnoException;
  return (
    networkFailure(error as Error) ??
    BY_SQLSTATE.find(([pattern]) => /^\w{5}$/.test(code) && pattern.test(code))?.[1] ??
    BY_TEXT.find(([pattern]) => pattern.test(message))?.[1] ??
    'OTHER'
  );
}

/** Returns the advice for an operator, as the end of a sentence. */
export function adviceFor(failure: StoreFailure): string {
  return ADVICE[failure] ?? 'make it reachable';
}
