/** The environment of the load test: a gateway and its emulator, each in its own process. */
import { join } from 'node:path';
import { Emulator } from '../emulator';
import { liveVariables } from '../live-variables';
import { startProgram, type Program } from '../program';

const REGION = 'us-east-1';
const LATENCY_MS = 20;

export interface LoadEnvironment {
  /** The URL of the GraphQL endpoint. */
  readonly url: string;
  readonly emulator: Emulator;
  readonly gateway: Program;
  close(): Promise<void>;
}

export async function startLoadEnvironment(): Promise<LoadEnvironment> {
  const emulator = await Emulator.start({ jobs: 400, members: 0, cases: 0 });
  await emulator.setLatency(LATENCY_MS);
  const gateway = await startProgram(join(__dirname, '../../src/main.js'), {
    ...liveVariables(emulator.url),
    AWS_REGION: REGION,
    RATE_LIMIT_PER_MINUTE: '0',
    LOG_LEVEL: 'error',
  });
  return {
    url: `${gateway.url}/graphql`,
    emulator,
    gateway,
    close: async () => {
      await gateway.stop();
      await emulator.stop();
    },
  };
}
