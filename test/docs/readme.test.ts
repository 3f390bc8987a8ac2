// README.md: the server returns the responses that it shows.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig, VARIABLE_GROUPS } from '../../src/config/config';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { startTestGateway, type TestGateway } from '../support/gateway';

const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');
const operations = readFileSync(join(__dirname, '../../docs/operations.md'), 'utf8');
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gs'))].map(([, text = '']) => text);

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

test('the first code block contains the two commands', () => {
  const [first = ''] = blocks('sh');
  expect(first.split('\n').map((line) => line.split(' #')[0])).toEqual([
    'npm ci && npm start',
    'npm ci && npm test',
    '',
  ]);
});

test('the query over three services returns the documented response with seven calls', async () => {
  const [query = ''] = blocks('graphql');
  const [response = ''] = blocks('json');
  await emulator.control('DELETE', '/calls');
  expect(await gateway.send(query)).toEqual(JSON.parse(response));
  expect(await emulator.calls()).toHaveLength(7);
});

test('the guarded change returns the documented response', async () => {
  const [, mutation = ''] = blocks('graphql');
  const [, response = ''] = blocks('json');
  const { data } = await gateway.send(
    '{ classificationJobs(first: 1, filter: { statuses: [RUNNING] }) { nodes { id } } }',
  );
  const jobs = data?.classificationJobs as { nodes: { id: string }[] };
  expect(await gateway.send(mutation, { id: jobs.nodes[0]?.id })).toEqual(JSON.parse(response));
});

test('has at most 170 lines', () => {
  expect(readme.split('\n').length).toBeLessThanOrEqual(170);
});

test('docs/operations.md starts with five variables that exist', () => {
  const named = [...operations.matchAll(/^- `([A-Z_]+)`: /gm)].map(([, name = '']) => name);
  const all = Object.values(VARIABLE_GROUPS).flatMap((group) => Object.keys(group));
  expect(named).toHaveLength(5);
  expect(named.filter((name) => !all.includes(name))).toEqual([]);
});

test('every linked file exists', () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = '']) => path);
  expect(links.length).toBeGreaterThan(15);
  expect(links.filter((path) => !existsSync(join(__dirname, '../..', path)))).toEqual([]);
});
