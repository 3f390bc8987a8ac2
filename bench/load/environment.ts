/** The environment of the load test: a gateway and its emulator, each in its own process. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Emulator } from '../emulator';
import { startProgram } from '../program';

const REGION = 'us-east-1';
const LATENCY_MS = 20;

export interface LoadEnvironment {
  /** The URL of the GraphQL endpoint. */
  readonly url: string;
  /** The process id of the gateway. */
  readonly pid: number;
  close(): Promise<void>;
}

export async function startLoadEnvironment(): Promise<LoadEnvironment> {
  const folder = mkdtempSync(join(tmpdir(), 'secops-graph-load-'));
  const emulator = await Emulator.start({ jobs: 400, members: 0, cases: 0 });
  await emulator.setLatency(LATENCY_MS);
  const gateway = await startProgram(join(__dirname, '../../src/main.js'), {
    NODE_ENV: 'production',
    AWS_ENDPOINT_URL: emulator.url,
    AWS_ACCESS_KEY_ID: '111122223333',
    AWS_SECRET_ACCESS_KEY: 'any',
    AWS_CONFIG_FILE: join(folder, 'none'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'none'),
    AWS_MODE: 'live',
    AWS_REGION: REGION,
    AUTH: 'none',
    RATE_LIMIT_PER_MINUTE: '0',
    AUDIT_FILE: ':memory:',
    PORT: '0',
    LOG_LEVEL: 'error',
  });
  return {
    url: `${gateway.url}/graphql`,
    pid: gateway.pid,
    close: async () => {
      await gateway.stop();
      await emulator.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
