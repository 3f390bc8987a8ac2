// The AWS calls of the queue: only the lists that the wanted reasons need, once each, with AWS's filters and without details.
import type { RecordedCall } from '../support/emulator';
import { readAttention, walkAttention, type AttentionPage } from '../support/attention';
import { startForwarder, type Forwarder } from '../support/forwarder';
import { startTestGateway, type TestGateway } from '../support/gateway';
import { SEVERAL_TARGETS, useSeveralTargets } from '../support/several-targets';

const DAY_MS = 86_400_000;

const setup = useSeveralTargets({ jobs: 60, members: 20, exportJobs: 12, cases: 20 });
let forwarder: Forwarder;
/** Its requests go through the forwarder. */
let kept: TestGateway;

beforeAll(async () => {
  forwarder = await startForwarder(setup.emulator.url);
  kept = await startTestGateway(forwarder.url, { targets: SEVERAL_TARGETS });
});
afterAll(async () => {
  await kept.close();
  await forwarder.close();
});
beforeEach(async () => {
  await setup.forgetCalls();
  forwarder.requests.length = 0;
});

const read = (filter: object = {}, first = 200) => readAttention(setup.gateway, { filter, first });

/** The lists of one target with all reasons. Its organizations are two. */
const ALL = {
  ListClassificationJobs: 2,
  ListMembers: 1,
  ListOrganizations: 1,
  ListMailboxExportJobs: 2,
  ListCases: 1,
};
const times = (counts: Record<string, number>, factor: number) =>
  Object.fromEntries(Object.entries(counts).map(([operation, count]) => [operation, factor * count]));

const JOBS = { ListClassificationJobs: 1 };
const MEMBERS = { ListMembers: 1 };
const EXPORTS = { ListOrganizations: 1, ListMailboxExportJobs: 2 };
const CASES = { ListCases: 1 };

test('all reasons read every list of every target once, and no details', async () => {
  const page = await read();
  expect(page.nodes.length).toBeGreaterThan(50);
  expect(await setup.callCounts()).toEqual(times(ALL, 3));
});

test.each([
  ['JOB_PAUSE_EXPIRES', JOBS],
  ['JOB_LAST_RUN_HAD_ERRORS', { ListClassificationJobs: 2 }],
  ['JOB_PAUSED_BY_MACIE', JOBS],
  ['MEMBER_SUSPENDED', MEMBERS],
  ['MEMBER_INVITATION_UNANSWERED', MEMBERS],
  ['MEMBER_VERIFICATION_FAILED', MEMBERS],
  ['EXPORT_FAILED', EXPORTS],
  // Without a history, no export can be found stalled.
  ['EXPORT_STALLED', {}],
  ['CASE_ACTION_PENDING', CASES],
  ['CASE_NOT_ACKNOWLEDGED', CASES],
  ['CASE_READY_TO_CLOSE', CASES],
  ['CASE_NOT_UPDATED', CASES],
  ['CHANGE_OUTCOME_UNKNOWN', {}],
  ['CHANGE_UNFINISHED', {}],
])('%s reads only its list of every target', async (reason, counts) => {
  const { nodes } = await read({ reasons: [reason] });
  expect(await setup.callCounts()).toEqual(times(counts, 3));
  expect(nodes.every((node) => node.reason === reason)).toBe(true);
});

test.each([
  ['CLASSIFICATION_JOB', { ListClassificationJobs: 2 }],
  ['MACIE_MEMBER', MEMBERS],
  ['MAILBOX_EXPORT_JOB', EXPORTS],
  ['SECURITY_CASE', CASES],
])('the kind %s reads only its list of every target', async (kind, counts) => {
  await read({ kinds: [kind] });
  expect(await setup.callCounts()).toEqual(times(counts, 3));
});

test('targets limit the accounts and regions of the calls', async () => {
  await read({ targets: ['west'] });
  expect(await setup.callCounts()).toEqual(ALL);
  const places = (await setup.emulator.calls()).map(({ account, region }) => `${account} ${region}`);
  expect(new Set(places)).toEqual(new Set(['333344445555 us-west-2']));
});

test('a reason of another kind than the wanted ones reads nothing', async () => {
  const page = await read({ kinds: ['SECURITY_CASE'], reasons: ['MEMBER_SUSPENDED', 'CHANGE_UNFINISHED'] });
  expect(page).toMatchObject({ nodes: [], completeness: { complete: true, sources: [] } });
  expect(await setup.callCounts()).toEqual({});
});

test('dueBefore reads only the lists of reasons with a due time', async () => {
  const dueBefore = new Date(Date.now() + 30 * DAY_MS).toISOString();
  const { nodes } = await read({ dueBefore });
  expect(new Set(nodes.map(({ reason }) => reason))).toEqual(
    new Set(['JOB_PAUSE_EXPIRES', 'CASE_NOT_ACKNOWLEDGED']),
  );
  expect(await setup.callCounts()).toEqual({ ListClassificationJobs: 3, ListCases: 3 });
  await setup.forgetCalls();
  const none = await read({ dueBefore, kinds: ['MACIE_MEMBER', 'MAILBOX_EXPORT_JOB'] });
  expect(none).toMatchObject({ nodes: [], unavailableReasons: [] });
  expect(await setup.callCounts()).toEqual({});
});

interface Criterion {
  readonly key: string;
  readonly comparator: string;
  readonly values: readonly string[];
}

/** The criteria of the requests for jobs in one target. */
async function jobCriteria(reasons: readonly string[]): Promise<readonly Criterion[][]> {
  await readAttention(kept, { filter: { reasons, targets: ['home'] } });
  const bodies = forwarder.requests.map(({ path, body }) => {
    expect(path).toBe('/jobs/list');
    const { filterCriteria } = JSON.parse(body) as {
      filterCriteria: { includes: Criterion[]; excludes?: unknown };
    };
    expect(filterCriteria.excludes ?? []).toEqual([]);
    return filterCriteria.includes;
  });
  return bodies;
}

const statusIs = (...values: string[]) => ({ comparator: 'EQ', key: 'jobStatus', values });

test('only jobs with a status of the wanted reasons are requested', async () => {
  expect(await jobCriteria(['JOB_PAUSE_EXPIRES'])).toEqual([[statusIs('USER_PAUSED')]]);
  forwarder.requests.length = 0;
  expect(await jobCriteria(['JOB_PAUSED_BY_MACIE'])).toEqual([[statusIs('PAUSED')]]);
  forwarder.requests.length = 0;
  const [criteria] = await jobCriteria(['JOB_PAUSED_BY_MACIE', 'JOB_PAUSE_EXPIRES']);
  expect(criteria?.[0]?.values).toEqual(['PAUSED', 'USER_PAUSED']);
});

test('completed jobs with errors are requested by their creation time, all other jobs by their status', async () => {
  const before = Date.now();
  const [open, completed, ...more] = await jobCriteria(['JOB_LAST_RUN_HAD_ERRORS']);
  expect(more).toEqual([]);
  expect(open).toEqual([statusIs('IDLE', 'PAUSED', 'RUNNING', 'USER_PAUSED')]);
  expect(completed).toEqual([
    statusIs('COMPLETE'),
    { comparator: 'GTE', key: 'createdAt', values: [expect.any(String)] },
  ]);
  // Rounded down to a minute, so that concurrent requests share the call.
  const createdAt = Date.parse(completed?.[1]?.values[0] ?? '');
  expect(createdAt % 60_000).toBe(0);
  expect(createdAt).toBeLessThanOrEqual(Date.now() - 30 * DAY_MS);
  expect(createdAt).toBeGreaterThan(before - 30 * DAY_MS - 60_000);
});

test.each([
  ['MEMBER_SUSPENDED', 'true'],
  ['MEMBER_INVITATION_UNANSWERED', 'false'],
  ['MEMBER_VERIFICATION_FAILED', 'false'],
])('%s requests members with onlyAssociated=%s', async (reason, onlyAssociated) => {
  await read({ reasons: [reason] });
  const calls = await setup.emulator.calls();
  expect(new Set(calls.map(({ parameters }) => parameters.onlyAssociated))).toEqual(
    new Set([onlyAssociated]),
  );
});

const RESOURCES = `query ($filter: AttentionFilter) { attention(first: 200, filter: $filter) {
  nodes { resource { id awsStatus target { name } availableTransitions { mutation } }
    availableTransitions { mutation } auditEntry { changeId } } } }`;

test('the resources of list rows and their transitions need no more calls', async () => {
  const { data, errors } = await setup.gateway.send(RESOURCES, { filter: {} });
  expect(errors).toBeUndefined();
  const { nodes } = data?.attention as { nodes: { resource: object | null }[] };
  expect(nodes.length).toBeGreaterThan(50);
  expect(nodes.filter(({ resource }) => resource === null)).toEqual([]);
  expect(await setup.callCounts()).toEqual(times(ALL, 3));
});

test('a detail field of a list row needs the detail operation of that row only', async () => {
  const filter = { reasons: ['CASE_READY_TO_CLOSE'], targets: ['home'] };
  const document = `query ($filter: AttentionFilter) { attention(filter: $filter) {
    nodes { resource { ... on SecurityCase { description } } } } }`;
  const { data, errors } = await setup.gateway.send(document, { filter });
  expect(errors).toBeUndefined();
  const { nodes } = data?.attention as { nodes: { resource: { description: string } }[] };
  expect(nodes.length).toBeGreaterThan(0);
  expect(nodes.every(({ resource }) => resource.description.length > 0)).toBe(true);
  expect(await setup.callCounts()).toEqual({ ListCases: 1, GetCase: nodes.length });
});

const idsOf = (pages: readonly AttentionPage[]) => pages.flatMap(({ nodes }) => nodes.map(({ id }) => id));

test('later pages within a minute need no call, and have the items of one page', async () => {
  const whole = await read();
  await setup.forgetCalls();
  const pages = await walkAttention(setup.gateway, { first: 7, filter: {} });
  expect(pages.length).toBeGreaterThan(7);
  expect(idsOf(pages)).toEqual(idsOf([whole]));
  expect(await setup.callCounts()).toEqual(times(ALL, 3));
});

test('a detail field of a later page needs the detail operation of its rows only', async () => {
  const filter = { reasons: ['CASE_ACTION_PENDING'], targets: ['home'] };
  const first = await readAttention(setup.gateway, { filter, first: 1 });
  await setup.forgetCalls();
  const document = `query ($after: String, $filter: AttentionFilter) { attention(first: 2, after: $after, filter: $filter) {
    nodes { resource { ... on SecurityCase { description } } availableTransitions { to } } } }`;
  const { data, errors } = await setup.gateway.send(document, { filter, after: first.pageInfo.endCursor });
  expect(errors).toBeUndefined();
  const { nodes } = data?.attention as { nodes: { resource: { description: string } }[] };
  expect(nodes.map(({ resource }) => resource.description.length > 0)).toEqual([true, true]);
  expect(await setup.callCounts()).toEqual({ GetCase: 2 });
});

test('after a change through the gateway, the next page reads the lists of the service and target again', async () => {
  const page = await read({}, 7);
  const document = `{ attention(first: 200, filter: { reasons: [MEMBER_SUSPENDED], targets: ["home"] }) {
    nodes { resource { id awsStatus } } } }`;
  const { data } = await setup.gateway.send(document);
  const { nodes } = data?.attention as { nodes: { resource: { id: string; awsStatus: string } }[] };
  const suspended = nodes.find(({ resource }) => resource.awsStatus === 'Paused');
  const enable = 'mutation ($id: ID!) { enableMacieMember(input: { id: $id }) { outcome } }';
  const { data: changed } = await setup.gateway.send(enable, { id: suspended?.resource.id });
  expect(changed).toEqual({ enableMacieMember: { outcome: 'APPLIED' } });
  await setup.forgetCalls();
  const rest = await readAttention(setup.gateway, { filter: {}, first: 200, after: page.pageInfo.endCursor });
  expect(await setup.callCounts()).toEqual({ ListClassificationJobs: 2, ListMembers: 1 });
  const [call] = await setup.emulator.calls();
  expect(call?.account).toBe('111122223333');
  const before = await read();
  expect(idsOf([rest])).toEqual(idsOf([before]).slice(-rest.nodes.length));
});

test('concurrent requests of one caller share the calls', async () => {
  const lay = (service: string) => setup.lay({ service, operation: '*', latencyMs: 300 });
  for (const service of ['macie2', 'workmail', 'security-ir']) await lay(service);
  await Promise.all([read(), read(), read()]);
  await setup.clearFaults();
  expect(await setup.callCounts()).toEqual(times(ALL, 3));
});

test('the number of calls is on the response', async () => {
  const response = await fetch(setup.gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-include-aws-usage': 'true' },
    body: JSON.stringify({ query: '{ attention { nodes { id } } }' }),
  });
  const { extensions } = (await response.json()) as { extensions: { aws: { calls: number } } };
  const calls: readonly RecordedCall[] = await setup.emulator.calls();
  expect(extensions.aws.calls).toBe(calls.length);
});
