// The cause of a connection that fails, by the error of Node.js.
import { networkFailure } from '../../src/storage/network-failure';

const failureOf = (code: string, message = '') => networkFailure(Object.assign(new Error(message), { code }));

test.each([
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'NOT_TLS'],
  ['ERR_SSL_PACKET_LENGTH_TOO_LONG', 'NOT_TLS'],
  ['EPROTO', 'NOT_TLS'],
  ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'CLIENT_CERTIFICATE_REQUIRED'],
  ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'TLS_HANDSHAKE_FAILED'],
  ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'TLS_HANDSHAKE_FAILED'],
  ['ERR_SSL_UNSUPPORTED_PROTOCOL', 'TLS_HANDSHAKE_FAILED'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'UNTRUSTED_CERTIFICATE'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'UNTRUSTED_CERTIFICATE'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'UNTRUSTED_CERTIFICATE'],
  ['EMFILE', 'GATEWAY_EXHAUSTED'],
  ['ENFILE', 'GATEWAY_EXHAUSTED'],
  ['ENOBUFS', 'GATEWAY_EXHAUSTED'],
  ['EADDRNOTAVAIL', 'GATEWAY_EXHAUSTED'],
  ['ENOSPC', undefined],
])('%s is %s', (code, failure) => {
  expect(failureOf(code)).toBe(failure);
});

test.each([
  ['tlsv13 alert certificate required', 'CLIENT_CERTIFICATE_REQUIRED'],
  ['sslv3 alert handshake failure', 'TLS_HANDSHAKE_FAILED'],
  ['wrong version number', 'NOT_TLS'],
])('EPROTO because of "%s" is %s', (reason, failure) => {
  expect(failureOf('EPROTO', `write EPROTO 40:error:0A000410:SSL routines:ssl3_read_bytes:${reason}:`)).toBe(
    failure,
  );
});
