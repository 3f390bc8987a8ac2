// The examples of the explorer: each runs without errors and returns rows.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'graphql';
import { readConfig } from '../../src/config/config';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { startTestGateway, type TestGateway } from '../support/gateway';
import { fillIn } from '../support/placeholders';

const EXAMPLES = join(__dirname, '../../packages/console/examples');

/** The variables of examples, as the explorer fills them in. */
const VARIABLES: Readonly<Record<string, unknown>> = { 'pause-job.graphql': { id: '<id of a RUNNING job>' } };

let emulator: TestEmulator;
let gateway: TestGateway;

beforeAll(async () => {
  emulator = await startTestEmulator();
  gateway = await startTestGateway(emulator.url, { targets: readConfig({}).targets });
});

afterAll(async () => {
  await gateway.close();
  await emulator.close();
});

test.each(readdirSync(EXAMPLES))('the example %s works', async (file) => {
  const query = readFileSync(join(EXAMPLES, file), 'utf8');
  expect(query).toMatch(/^# [A-Z].*[.?]/);
  const [operation] = parse(query).definitions;
  expect(operation).toMatchObject({ kind: 'OperationDefinition', name: { kind: 'Name' } });
  const { data, errors } = await gateway.send(query, await fillIn(gateway, VARIABLES[file]));
  expect(errors).toBeUndefined();
  const texts = JSON.stringify(data).split('"nodes":[').slice(1);
  expect(texts.length === 0 || texts.some((text) => !text.startsWith(']'))).toBe(true);
});
