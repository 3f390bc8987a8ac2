// The compiled handler as AWS Lambda loads it: errors for missing settings, and responses with complete settings.
import { join } from 'node:path';
import { describeWithPostgres } from '../../support/postgres';
import { postgresPlaces } from '../../support/audit-stores';
import { startTestEmulator } from '../../support/emulator';
import { lambdaEvent } from '../../support/lambda-event';
import { runProgram } from '../../support/program';
import { describeWithRedis, RedisServer } from '../../support/redis';

const INVOKE = join(__dirname, '../../support/invoke-lambda.mjs');
const LIVE = { AWS_MODE: 'live', AWS_REGION: 'us-east-1', AUTH: 'none' };
const DATABASE_URL = 'postgres://audit@127.0.0.1:1/audit';
const VALKEY_URL = 'redis://127.0.0.1:1';

const EVENTS = JSON.stringify(
  [1, 2].map((first) =>
    lambdaEvent({
      body: JSON.stringify({ query: `{ securityCases(first: ${first}) { nodes { title } } }` }),
    }),
  ),
);

async function responses(env: NodeJS.ProcessEnv): Promise<string[]> {
  const program = runProgram(INVOKE, { EVENTS, ...env });
  expect(await program.exit()).toBe(0);
  return program.stdout().trim().split('\n');
}

test.each([
  [{}, 'AWS_MODE must be live on AWS Lambda: each instance would have its own emulator.'],
  [
    { ...LIVE, DATABASE_FILE: '/mnt/audit.sqlite' },
    'DATABASE_URL must be set on AWS Lambda: an instance cannot keep or share a file.',
  ],
  [
    { ...LIVE, DATABASE_URL },
    'VALKEY_URL must be set on AWS Lambda: without it, two instances could change a resource at the same time.',
  ],
  [
    { ...LIVE, DATABASE_URL, VALKEY_URL },
    'CURSOR_SECRET must be set on AWS Lambda: without it, an instance cannot open the cursors of other instances.',
  ],
  [{ AWS_MODE: 'prod' }, 'AWS_MODE must be emulator or live, not "prod".'],
])('with %j every invocation fails with the reason', async (env, problem) => {
  const line = `Error: ${problem}`;
  expect(await responses(env)).toEqual([line, line]);
});

describeWithRedis('the program on Lambda')('with Valkey', () => {
  describeWithPostgres('the program on Lambda')('and PostgreSQL', () => {
    test('the handler responds to one event after the other', async () => {
      const emulator = await startTestEmulator();
      const redis = await RedisServer.start();
      const places = await postgresPlaces();
      const { store } = await places.newPlace();
      const lines = await responses({
        ...LIVE,
        AWS_ENDPOINT_URL: emulator.url,
        AWS_ACCESS_KEY_ID: '111122223333',
        AWS_SECRET_ACCESS_KEY: 'any',
        DATABASE_URL: store.databaseUrl,
        VALKEY_URL: redis.url,
        CURSOR_SECRET: 'sixteen characters',
        LOG_LEVEL: 'error',
      });
      await places.close();
      await redis.kill();
      await emulator.close();
      const parsed = lines.map((line) => JSON.parse(line) as { statusCode: number; body: string });
      expect(parsed.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
      const rows = parsed.map(({ body }) => {
        const { data } = JSON.parse(body) as { data: { securityCases: { nodes: unknown[] } } };
        return data.securityCases.nodes.length;
      });
      expect(rows).toEqual([1, 2]);
    });
  });
});
