// The history in GraphQL: events, filters and cursors over rows written before the gateway starts.
import { encodeId } from '../../src/domain/ids';
import { intentOf, outcomeOf } from '../support/audit-records';
import { openLog } from '../support/audit-stores';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { startTestGateway, type TestGateway } from '../support/gateway';
import { STATUS_CHANGE, useHistory } from '../support/history';
import { EVENTS, pageIn, positionsIn, type EventsPage } from '../support/history-pages';
import { examplesOf, readDocument } from '../support/markdown';

const TARGETS = [
  { name: 'home', region: 'us-east-1', services: ['macie2', 'security-ir'] },
  { name: 'west', region: 'us-west-2', services: ['security-ir'] },
] as const;

const JOBS = { kind: 'ClassificationJob', target: 'home' } as const;
const WEST_CASES = { kind: 'SecurityCase', target: 'west' } as const;

const NOW = Date.now();
const ago = (minutes: number) => new Date(NOW - minutes * 60_000);

const CHANGE_ID = '00000000-0000-4000-8000-000000000001';

let emulator: TestEmulator;
let jobId = '';

const emulated = async () => {
  emulator = await startTestEmulator();
  const gateway = await startTestGateway(emulator.url, { targets: TARGETS });
  const { data } = await gateway.send('{ classificationJobs(first: 1) { nodes { id } } }');
  jobId = (data?.classificationJobs as { nodes: { id: string }[] }).nodes[0]?.id ?? '';
  await gateway.close();
};

const removedJob = encodeId({ ...JOBS, jobId: 'removed' });

const settings = useHistory(async (history) => {
  await emulated();
  await history.append(
    { ...JOBS, observedAt: ago(200), resourceId: jobId, type: 'CREATED', changes: [] },
    { ...JOBS, observedAt: ago(190), resourceId: jobId },
  );
  const own = { cause: 'GATEWAY', changeId: CHANGE_ID } as const;
  await history.appendBy('token:ann', { ...JOBS, ...own, observedAt: ago(180), resourceId: jobId });
  await history.append(
    { ...JOBS, observedAt: ago(170), resourceId: removedJob, type: 'DISAPPEARED', changes: [] },
    {
      ...WEST_CASES,
      observedAt: ago(160),
      changes: [{ field: 'title', before: undefined, after: undefined, redacted: true }],
    },
    { kind: 'SecurityCase', target: 'closed', observedAt: ago(150) },
  );
});

let gateway: TestGateway;

beforeAll(async () => {
  const log = await openLog(settings);
  await log.record(intentOf(CHANGE_ID, { actor: 'token:ann' }), outcomeOf(CHANGE_ID));
  await log.close();
  gateway = await startTestGateway(emulator.url, { targets: TARGETS, ...settings });
});

afterAll(async () => {
  await gateway.close();
  await emulator.close();
});

const pageOf = async (variables: object = {}) => pageIn(await gateway.send(EVENTS, variables));

test('an event has its resource, its changes and the audit entry of the change', async () => {
  const { data, errors } = await gateway.send(`{
    resourceEvents(first: 5) {
      nodes {
        observedAt type cause kind resourceId target { name }
        resource { id __typename }
        changes { field before after redacted }
        auditEntry { changeId actor }
      }
    }
  }`);
  expect(errors).toBeUndefined();
  const home = { target: { name: 'home' }, kind: 'CLASSIFICATION_JOB' };
  const job = { ...home, resourceId: jobId, resource: { id: jobId, __typename: 'ClassificationJob' } };
  const observed = { cause: 'OBSERVED', auditEntry: null };
  expect((data?.resourceEvents as { nodes: unknown[] }).nodes).toEqual([
    { ...job, ...observed, observedAt: ago(200).toISOString(), type: 'CREATED', changes: [] },
    { ...job, ...observed, observedAt: ago(190).toISOString(), type: 'CHANGED', changes: [STATUS_CHANGE] },
    {
      ...job,
      observedAt: ago(180).toISOString(),
      type: 'CHANGED',
      cause: 'GATEWAY',
      changes: [STATUS_CHANGE],
      auditEntry: { changeId: CHANGE_ID, actor: 'token:ann' },
    },
    {
      ...home,
      ...observed,
      observedAt: ago(170).toISOString(),
      type: 'DISAPPEARED',
      resourceId: removedJob,
      resource: null,
      changes: [],
    },
    {
      ...observed,
      observedAt: ago(160).toISOString(),
      type: 'CHANGED',
      kind: 'SECURITY_CASE',
      target: { name: 'west' },
      resourceId: encodeId({ ...WEST_CASES, caseId: '0123456789' }),
      resource: null,
      changes: [{ field: 'title', before: null, after: null, redacted: true }],
    },
  ]);
});

test('an event of a target that the gateway no longer serves has no target and no resource', async () => {
  const { data, errors } = await gateway.send(
    `{ resourceEvents(filter: { time: { eq: "${ago(150).toISOString()}" } }) {
      nodes { kind target { name } resource { id } }
    } }`,
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    resourceEvents: { nodes: [{ kind: 'SECURITY_CASE', target: null, resource: null }] },
  });
});

test('the events of one resource share one AWS call, and a page without resources makes none', async () => {
  await emulator.control('DELETE', '/calls');
  await gateway.send('{ resourceEvents(first: 3) { nodes { position auditEntry { outcome } } } }');
  expect(await emulator.calls()).toEqual([]);
  await gateway.send('{ resourceEvents(first: 3) { nodes { resource { id } } } }');
  expect((await emulator.calls()).map(({ operation }) => operation)).toEqual(['DescribeClassificationJob']);
});

test('pages are oldest first and reach the last event', async () => {
  const first = await pageOf({ first: 4 });
  expect(positionsIn(first)).toEqual(['1', '2', '3', '4']);
  expect(first.pageInfo).toEqual({
    hasNextPage: true,
    hasPreviousPage: false,
    startCursor: first.edges[0]?.cursor,
    endCursor: first.edges[3]?.cursor,
  });
  const rest = await pageOf({ first: 4, after: first.pageInfo.endCursor });
  expect(positionsIn(rest)).toEqual(['5', '6']);
  expect(rest.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  const second = await pageOf({ first: 1, after: first.edges[1]?.cursor });
  expect(positionsIn(second)).toEqual(['3']);
});

test.each<[string, object, string[]]>([
  ['targets', { targets: ['west'] }, ['5']],
  ['kinds', { kinds: ['SECURITY_CASE'] }, ['5', '6']],
  ['types', { types: ['CREATED', 'DISAPPEARED'] }, ['1', '4']],
  ['fields', { fields: ['title'] }, ['5']],
  ['actors', { actors: ['token:ann'] }, ['3']],
  ['time', { time: { gt: ago(180) } }, ['4', '5', '6']],
])('a filter by %s returns only matching events', async (_name, filter, expected) => {
  expect(positionsIn(await pageOf({ filter }))).toEqual(expected);
});

test.each<[string, object, string]>([
  ['a first of 0', { first: 0 }, 'first must be from 1 to 200, not 0.'],
  ['a first of 201', { first: 201 }, 'first must be from 1 to 200, not 201.'],
  ['an unknown target', { filter: { targets: ['nowhere'] } }, 'The target "nowhere" does not exist'],
  ['an empty list', { filter: { kinds: [] } }, 'filter.kinds'],
])('rejects %s', async (_name, variables, message) => {
  const { data, errors } = await gateway.send(EVENTS, variables);
  expect(data).toEqual({ resourceEvents: null });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  expect(errors?.[0]?.message).toContain(message);
});

test('accepts a cursor only with the same filter, and not of another list', async () => {
  const filter = { kinds: ['SECURITY_CASE', 'CLASSIFICATION_JOB'], targets: ['west', 'home'] };
  const { pageInfo } = await pageOf({ first: 1, filter });
  const same = { targets: ['home', 'west'], kinds: ['CLASSIFICATION_JOB', 'SECURITY_CASE'], types: null };
  expect(positionsIn(await pageOf({ first: 2, filter: same, after: pageInfo.endCursor }))).toEqual([
    '2',
    '3',
  ]);
  const trail = await gateway.send('{ auditTrail { pageInfo { endCursor } } }');
  const { endCursor } = (trail.data?.auditTrail as EventsPage).pageInfo;
  for (const variables of [
    { after: pageInfo.endCursor },
    { after: pageInfo.endCursor, filter: { ...filter, types: ['CHANGED'] } },
    { after: endCursor },
    { after: 'made up' },
  ]) {
    const { errors } = await gateway.send(EVENTS, variables);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['CURSOR_INVALID']);
  }
});

test('without a history, resourceEvents is null with HISTORY_OFF, and the rest of the response stays', async () => {
  const plain = await startTestGateway(emulator.url, { targets: TARGETS });
  const { data, errors } = await plain.send('{ resourceEvents { nodes { position } } targets { name } }');
  await plain.close();
  expect(data).toEqual({ resourceEvents: null, targets: [{ name: 'home' }, { name: 'west' }] });
  expect(errors).toMatchObject([
    {
      message: 'The gateway keeps no history: set HISTORY=on.',
      path: ['resourceEvents'],
      extensions: { code: 'HISTORY_OFF', retryable: false },
    },
  ]);
});

const examples = examplesOf(readDocument('docs/history.md'));

test('docs/history.md has examples', () => {
  expect(examples.length).toBeGreaterThan(1);
});

test.each(examples)('an example of docs/history.md returns events', async ({ query, variables }) => {
  const { data, errors } = await gateway.send(query, variables);
  expect(errors).toBeUndefined();
  expect(JSON.stringify(data)).toMatch(/"nodes":\[\{/);
});
