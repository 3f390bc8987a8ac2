// Valkey over TLS, with a certificate of an own CA.
import { selfSignedCertificate } from '../support/certificates';
import { describeWith } from '../support/describe-with';
import { findProgram } from '../../scripts/find-program';
import { freePort } from '../support/free-port';
import { runProgram } from '../support/program';
import { RedisServer } from '../support/redis';

const openssl = findProgram('openssl');
const hasRedis = findProgram('valkey-server', 'redis-server') !== undefined;

describeWith(
  openssl !== undefined && hasRedis,
  'Valkey over TLS',
  'openssl, and valkey-server or redis-server',
)('Valkey over TLS', () => {
  let redis: RedisServer;
  let url: string;
  let certificate: string;
  let startServer: (...options: readonly string[]) => Promise<{ redis: RedisServer; url: string }>;

  beforeAll(async () => {
    const files = selfSignedCertificate();
    certificate = files.certificate;
    startServer = async (...options) => {
      const port = await freePort();
      const server = await RedisServer.start(
        ...['--tls-port', String(port)],
        ...['--tls-cert-file', certificate, '--tls-key-file', files.key, '--tls-ca-cert-file', certificate],
        ...options,
      );
      return { redis: server, url: `127.0.0.1:${port}` };
    };
    ({ redis, url } = await startServer('--tls-auth-clients', 'no'));
  });

  afterAll(() => redis.kill());

  test.each(['rediss', 'valkeys'])(
    'the gateway uses %s:// with the CA of NODE_EXTRA_CA_CERTS',
    async (scheme) => {
      const program = runProgram('main.js', {
        PORT: '0',
        VALKEY_URL: `${scheme}://${url}`,
        NODE_EXTRA_CA_CERTS: certificate,
      });
      const [, origin = ''] = await program.printed(/Health: (http:\S+)\/readyz/);
      const ready = async () => (await fetch(`${origin}/readyz`)).json() as Promise<{ degraded: string[] }>;
      while ((await ready()).degraded.includes('VALKEY_UNAVAILABLE'));
      program.kill('SIGTERM');
      expect(await program.exit()).toBe(0);
      expect(program.stderr()).not.toContain('Valkey cannot be used');
    },
  );

  test('the gateway does not start with a certificate that it does not trust', async () => {
    const program = runProgram('main.js', { PORT: '0', VALKEY_URL: `rediss://${url}` });
    expect(await program.exit()).toBe(1);
    expect((JSON.parse(program.stderr()) as { msg: string }).msg).toBe(
      'VALKEY_URL names a store whose certificate is not trusted: set NODE_EXTRA_CA_CERTS to a file with its CA, and use a host name of the certificate (UNTRUSTED_CERTIFICATE).',
    );
  });

  const HANDSHAKE =
    'VALKEY_URL names a store that rejects the TLS handshake: let it accept TLS 1.2 or 1.3 without a client certificate (TLS_HANDSHAKE_FAILED).';
  test.each([
    [
      'that requires client certificates, as by default',
      [],
      {},
      'VALKEY_URL names a store that requires a client certificate, which the gateway does not send: set tls-auth-clients no there, and identify the gateway by a user and a password (CLIENT_CERTIFICATE_REQUIRED).',
    ],
    ['that requires client certificates with TLS 1.2', ['--tls-protocols', 'TLSv1.2'], {}, HANDSHAKE],
    [
      'without a common version of TLS',
      ['--tls-auth-clients', 'no', '--tls-protocols', 'TLSv1.3'],
      { NODE_OPTIONS: '--tls-max-v1.2' },
      HANDSHAKE,
    ],
  ])('the gateway does not start with a server %s', async (_name, options, environment, message) => {
    const server = await startServer(...options);
    const program = runProgram('main.js', {
      PORT: '0',
      VALKEY_URL: `rediss://${server.url}`,
      NODE_EXTRA_CA_CERTS: certificate,
      ...environment,
    });
    expect(await program.exit()).toBe(1);
    expect((JSON.parse(program.stderr()) as { msg: string }).msg).toBe(message);
    await server.redis.kill();
  });
});
