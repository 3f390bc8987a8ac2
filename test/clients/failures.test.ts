// The commands of docs/client-failures.md, on a gateway with its embedded emulator's default data and targets.
import { readConfig } from '../../src/config/config';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { startTestGateway, type TestGateway } from '../support/gateway';
import { readDocument } from '../support/markdown';
import { FAILURES_PAGE } from './page';

const COMMAND = /^# (.*)\ncurl (?:-H "\$J"|-X (DELETE)) \$E(\/\w+)(?: -d '(.*)')?$/gm;
const commands = Array.from(
  readDocument(FAILURES_PAGE).matchAll(COMMAND),
  ([, title = '', method = 'POST', path = '', body]) => ({ title, method, path, body }),
);

let emulator: TestEmulator;
let gateway: TestGateway;

beforeAll(async () => {
  emulator = await startTestEmulator();
  gateway = await startTestGateway(emulator.url, { targets: readConfig({}).targets });
});
beforeEach(() => emulator.control('POST', '/reset'));
afterAll(async () => {
  await gateway.close();
  await emulator.close();
});

const executed = new Set<string>();

const run = async (start: string) => {
  const command = commands.find(({ title }) => title.startsWith(start));
  if (command === undefined) throw new Error(`${FAILURES_PAGE} has no command "${start}".`);
  executed.add(command.title);
  await emulator.control(command.method, command.path, command.body && JSON.parse(command.body));
};

interface Page {
  readonly nodes: readonly Readonly<Record<string, unknown>>[];
  readonly completeness: {
    readonly complete: boolean;
    readonly fieldErrors: number;
    readonly sources: readonly Record<string, unknown>[];
  };
}

async function openCases(): Promise<{ readonly nodes: readonly { readonly id: string }[] }> {
  const { data } = await gateway.send(
    '{ securityCases(first: 1, filter: { resolverTypes: [SELF], not: { statuses: [CLOSED] } }) { nodes { id } } }',
  );
  return data?.securityCases as { nodes: { id: string }[] };
}

async function readList(name: string, fields = 'id') {
  const completeness = 'completeness { complete fieldErrors sources { status retryAfterSeconds } }';
  const { data, errors } = await gateway.send(
    `{ ${name}(first: 2) { nodes { ${fields} } ${completeness} } }`,
  );
  const { nodes, completeness: report } = data?.[name] as Page;
  const statuses = report.sources.map(({ status }) => status);
  return { nodes, report, statuses, codes: errors?.map(({ extensions }) => extensions.code) };
}

test('one source is down, and recovers', async () => {
  await run('One source is down');
  const down = await readList('macieMembers');
  expect([down.nodes.length, down.statuses, down.codes]).toEqual([
    0,
    ['UNAVAILABLE', 'UNAVAILABLE'],
    undefined,
  ]);
  await run('AWS recovers');
  const { nodes, report } = await readList('macieMembers');
  expect([nodes.length, report.complete]).toEqual([2, true]);
});

test('AWS throttles', async () => {
  await run('AWS throttles');
  const { report } = await readList('macieMembers');
  const throttled = { status: 'THROTTLED', retryAfterSeconds: 1 };
  expect(report.sources).toEqual([throttled, throttled]);
});

test('AWS denies access', async () => {
  await run('AWS denies access');
  const { statuses } = await readList('mailboxExportJobs');
  expect(statuses).toEqual(['ACCESS_DENIED', 'ACCESS_DENIED']);
});

test('AWS is slow', async () => {
  await run('AWS is slow');
  const start = performance.now();
  const { report } = await readList('securityCases');
  expect(report.complete).toBe(true);
  expect(performance.now() - start).toBeGreaterThanOrEqual(2_900);
});

test('a partial page', async () => {
  await run('A partial page');
  const { nodes, report, statuses } = await readList('macieMembers');
  expect([nodes.length, report.complete, statuses]).toEqual([2, false, ['ACCESS_DENIED', 'OK']]);
});

test('fields fail', async () => {
  await run('Fields fail');
  const { nodes, report, codes } = await readList('classificationJobs', 'description');
  expect(nodes).toEqual([{ description: null }, { description: null }]);
  expect([report.complete, report.fieldErrors]).toEqual([false, 2]);
  expect(codes).toEqual(['AWS_ACCESS_DENIED', 'AWS_ACCESS_DENIED']);
});

test.each([
  ['The response is lost', 'RECONCILED', []],
  ['The request is lost', 'UNKNOWN', ['OUTCOME_UNKNOWN']],
])('%s: a change is %s', async (start, outcome, codes) => {
  const { nodes } = await openCases();
  await run(start);
  const { data } = await gateway.send(
    `mutation { closeSecurityCase(input: { id: "${nodes[0]?.id ?? ''}" }) { outcome userErrors { code } } }`,
  );
  expect(data?.closeSecurityCase).toEqual({ outcome, userErrors: codes.map((code) => ({ code })) });
});

test('a suspended member', async () => {
  await run('A suspended member');
  const { data } = await gateway.send(
    '{ macieMember(accountId: "444455556666", target: "default") { status } }',
  );
  expect(data).toEqual({ macieMember: { status: 'PAUSED' } });
});

test('a status that the gateway does not know', async () => {
  await run('A status that the gateway does not know');
  const { data } = await gateway.send(
    '{ classificationJobs(filter: { name: { eq: "tomorrow" } }) { nodes { status awsStatus } } }',
  );
  expect(data).toEqual({
    classificationJobs: { nodes: [{ status: 'UNRECOGNIZED', awsStatus: 'ARCHIVING' }] },
  });
});

test('polling a page costs one AWS call per source, and nodes cost one per row', async () => {
  const fields = 'id name status statusLabel isTerminal';
  const page = 'pageInfo { hasNextPage endCursor } completeness { complete retryCursor fieldErrors }';
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-include-aws-usage': 'true' },
    body: JSON.stringify({
      query: `{ classificationJobs(first: 20) { edges { node { ${fields} } } ${page} } }`,
    }),
  });
  const { data, extensions } = (await response.json()) as {
    data: { classificationJobs: { edges: { node: { id: string } }[] } };
    extensions: { cost: number; aws: { calls: number } };
  };
  expect(extensions).toMatchObject({ cost: 164, aws: { calls: 1 } });
  await emulator.control('DELETE', '/calls');
  const ids = data.classificationJobs.edges.map(({ node }) => node.id);
  await gateway.send('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Resource { isTerminal } } }', { ids });
  expect(await emulator.calls()).toHaveLength(20);
});

test('every command of the page has a test', () => {
  const block = /^E=.*?```/ms.exec(readDocument(FAILURES_PAGE))?.[0] ?? '';
  expect(commands).toHaveLength(block.split('curl ').length - 1);
  expect(commands.filter(({ title }) => !executed.has(title))).toEqual([]);
});
