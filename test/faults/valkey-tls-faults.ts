// Faults of TLS between the gateway and Valkey.
import { liveEnvironment } from '../support/live-environment';
import { selfSignedCertificate, type CertificateFiles } from '../support/certificates';
import { endWithFile } from '../support/cleanup';
import { freePort } from '../support/free-port';
import { runProgram } from '../support/program';
import { RedisServer } from '../support/redis';
import type { HealthFault } from './health-fault';
import { DISCONNECT, run } from './redis-commands';

let trustedCa = '';

const openProgram: NonNullable<HealthFault['open']> = async (endpoint, { valkeyUrl = '' }) => {
  const program = runProgram('main.js', {
    PORT: '0',
    ...liveEnvironment(endpoint),
    VALKEY_URL: valkeyUrl,
    // Node.js reads it at the start of a process.
    NODE_EXTRA_CA_CERTS: trustedCa,
  });
  const [, url = ''] = await program.printed(/listens at (http:\S+)/);
  return {
    url,
    origin: new URL(url).origin,
    lines: () =>
      program
        .stderr()
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as never),
    close: endWithFile(() => {
      program.kill('SIGTERM');
      return program.exit();
    }),
  };
};

const settingsOf = ({ certificate, key }: CertificateFiles) =>
  ['tls-cert-file', certificate, 'tls-key-file', key] as const;

/** Starts a Redis without client certificates, and changes settings of TLS; `end` sets them back. */
function byConfig(fault: () => readonly string[], healthy: (trusted: CertificateFiles) => readonly string[]) {
  return async () => {
    const trusted = selfSignedCertificate();
    const port = String(await freePort());
    const settings = ['tls-ca-cert-file', trusted.certificate, 'tls-auth-clients', 'no'];
    const options = ['tls-port', port, ...settingsOf(trusted), ...settings];
    const redis = await RedisServer.start(
      ...options.map((option, index) => (index % 2 === 0 ? `--${option}` : option)),
    );
    trustedCa = trusted.certificate;
    return {
      config: { valkeyUrl: `rediss://127.0.0.1:${port}` },
      begin: () => run(redis, ['CONFIG', 'SET', ...fault()], DISCONNECT),
      end: () => run(redis, ['CONFIG', 'SET', ...healthy(trusted)]),
      close: () => redis.kill(),
    };
  };
}

export const TLS_FAULTS: readonly HealthFault[] = [
  {
    name: 'has a certificate that is not trusted',
    problem: 'VALKEY_UNAVAILABLE',
    cause: 'UNTRUSTED_CERTIFICATE',
    start: byConfig(() => settingsOf(selfSignedCertificate()), settingsOf),
    open: openProgram,
  },
  {
    name: 'requires a client certificate',
    problem: 'VALKEY_UNAVAILABLE',
    cause: 'CLIENT_CERTIFICATE_REQUIRED',
    start: byConfig(
      () => ['tls-auth-clients', 'yes'],
      () => ['tls-auth-clients', 'no'],
    ),
    open: openProgram,
  },
];
