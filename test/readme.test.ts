// What the README shows is what the server answers.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../src/config';
import { startTestEmulator, type TestEmulator } from './support/emulator';
import { startTestGateway, type TestGateway } from './support/gateway';

const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');
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

test('it opens with the two commands', () => {
  const [first = ''] = blocks('sh');
  expect(first.split('\n').map((line) => line.split(' #')[0])).toEqual([
    'npm ci && npm start',
    'npm ci && npm test',
    '',
  ]);
});

test('the query over four services', async () => {
  const [query = ''] = blocks('graphql');
  const [answer = ''] = blocks('json');
  await emulator.control('DELETE', '/calls');
  expect(await gateway.send(query)).toEqual(JSON.parse(answer));
  expect(await emulator.calls()).toHaveLength(7);
});

test('the guarded change', async () => {
  const [, mutation = ''] = blocks('graphql');
  const [, answer = ''] = blocks('json');
  const { data } = await gateway.send(
    '{ classificationJobs(first: 1, filter: { statuses: [RUNNING] }) { nodes { id } } }',
  );
  const jobs = data?.classificationJobs as { nodes: { id: string }[] };
  expect(await gateway.send(mutation, { id: jobs.nodes[0]?.id })).toEqual(JSON.parse(answer));
});
