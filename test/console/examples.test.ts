// The examples of the explorer: each runs without errors and returns rows.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'graphql';
import { readConfig } from '../../src/config/config';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { EventStream } from '../support/event-stream';
import { startTestGateway, testConfig, type TestGateway } from '../support/gateway';
import { fillIn } from '../support/placeholders';

const EXAMPLES = join(__dirname, '../../packages/console/examples');

/** The variables of examples, as the explorer fills them in. */
const VARIABLES: Readonly<Record<string, unknown>> = { 'pause-job.graphql': { id: '<id of a RUNNING job>' } };

let emulator: TestEmulator;
let gateway: TestGateway;

beforeAll(async () => {
  emulator = await startTestEmulator();
  gateway = await startTestGateway(emulator.url, {
    targets: readConfig({}).targets,
    history: { ...testConfig().history, mode: 'listening' },
  });
});

afterAll(async () => {
  await gateway.close();
  await emulator.close();
});

const SUBSCRIPTIONS = ['live-changes.graphql'];

function readExample(file: string): string {
  const query = readFileSync(join(EXAMPLES, file), 'utf8');
  const [operation] = parse(query).definitions;
  expect(query).toMatch(/^# [A-Z].*[.?]/);
  expect(operation).toMatchObject({ kind: 'OperationDefinition', name: { kind: 'Name' } });
  return query;
}

test.each(readdirSync(EXAMPLES).filter((file) => !SUBSCRIPTIONS.includes(file)))(
  'the example %s works',
  async (file) => {
    const query = readExample(file);
    const { data, errors } = await gateway.send(query, await fillIn(gateway, VARIABLES[file]));
    expect(errors).toBeUndefined();
    const texts = JSON.stringify(data).split('"nodes":[').slice(1);
    expect(texts.length === 0 || texts.some((text) => !text.startsWith(']'))).toBe(true);
  },
);

test.each(SUBSCRIPTIONS)('the subscription %s works', async (file) => {
  const stream = await EventStream.open(gateway.url, { query: readExample(file) });
  expect(await stream.message()).toMatchObject({ __typename: 'Heartbeat' });
  stream.abort();
});
