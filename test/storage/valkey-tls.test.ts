// Valkey over TLS, with a certificate of an own CA.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endWithFile } from '../support/cleanup';
import { describeWith } from '../support/describe-with';
import { findProgram } from '../support/find-program';
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

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
    endWithFile(() => {
      rmSync(folder, { recursive: true, force: true });
    });
    certificate = join(folder, 'certificate.pem');
    const key = join(folder, 'key.pem');
    const options =
      '-x509 -newkey rsa:2048 -nodes -days 2000 -subj /CN=valkey -addext subjectAltName=IP:127.0.0.1';
    execFileSync(openssl ?? '', ['req', ...options.split(' '), '-keyout', key, '-out', certificate], {
      stdio: 'ignore',
    });
    const port = await freePort();
    const files = ['--tls-cert-file', certificate, '--tls-key-file', key, '--tls-ca-cert-file', certificate];
    redis = await RedisServer.start('--tls-port', String(port), '--tls-auth-clients', 'no', ...files);
    url = `127.0.0.1:${port}`;
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
      while ((await ready()).degraded.length > 0);
      program.kill('SIGTERM');
      expect(await program.exit()).toBe(0);
      expect(program.stderr()).not.toContain('Valkey');
    },
  );

  test('the gateway does not start with a certificate that it does not trust', async () => {
    const program = runProgram('main.js', { PORT: '0', VALKEY_URL: `rediss://${url}` });
    expect(await program.exit()).toBe(1);
    expect((JSON.parse(program.stderr()) as { msg: string }).msg).toBe(
      'VALKEY_URL names a store whose certificate is not trusted: set NODE_EXTRA_CA_CERTS to a file with its CA, and use a host name of the certificate (UNTRUSTED_CERTIFICATE).',
    );
  });
});
