/** The failures of connections that all stores have in common, by the error codes of Node.js. */
import type { StoreFailure } from '../domain/store-failure';

const BY_CODE = [
  [/^(ENOTFOUND|EAI_\w+)$/, 'HOST_NOT_FOUND'],
  [/^ECONNREFUSED$/, 'CONNECTION_REFUSED'],
  [/^(ECONNRESET|EPIPE|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN)$/, 'UNREACHABLE'],
  [/^ETIMEDOUT$/, 'TIMED_OUT'],
  [/^(EMFILE|ENFILE|ENOBUFS|EADDRNOTAVAIL)$/, 'GATEWAY_EXHAUSTED'],
  [/^(ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG)|EPROTO)$/, 'NOT_TLS'],
  [/^ERR_SSL_\w*ALERT_CERTIFICATE_REQUIRED$/, 'CLIENT_CERTIFICATE_REQUIRED'],
  [/^ERR_SSL_/, 'TLS_HANDSHAKE_FAILED'],
  [/CERT|SIGNATURE/, 'UNTRUSTED_CERTIFICATE'],
] as const satisfies readonly (readonly [RegExp, StoreFailure])[];

type NetworkFailure = (typeof BY_CODE)[number][1];

/** Classifies an error by its code; undefined for a code that no connection has. */
export function networkFailure({ code = '', message }: NodeJS.ErrnoException): NetworkFailure | undefined {
  const known = code === 'EPROTO' ? (openSslCode(message) ?? code) : code;
  return BY_CODE.find(([pattern]) => pattern.test(known))?.[1];
}

/** A failed write has the reason of OpenSSL only in its message: returns the code that a failed read has. */
function openSslCode(message: string): string | undefined {
  const [, reason] = /SSL routines:[^:]*:([^:]+)/.exec(message) ?? [];
  return reason && `ERR_SSL_${reason.toUpperCase().replaceAll(' ', '_')}`;
}
