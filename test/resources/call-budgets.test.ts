// The exact AWS calls of the reference queries.
import { SERVICE_NAMES } from '../../src/domain/services';
import { readState } from '../support/emulator';
import { useSeveralTargets } from '../support/several-targets';
import { startTestGateway } from '../support/gateway';

const REGIONS = [
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'eu-west-1',
  'eu-central-1',
  'ap-south-1',
  'sa-east-1',
];
const ONE = [{ name: 'one', region: 'us-east-1', services: SERVICE_NAMES }];
const setup = useSeveralTargets({ jobs: 1_000, members: 400, exportJobs: 0, cases: 100 }, { targets: ONE });

let accounts: string[] = [];

/** Lets the 100 cases name 60 accounts of the 400 members, two or three accounts in each case. */
beforeAll(async () => {
  const state = await readState(setup.emulator);
  const step = Math.floor(state.macie2.members.length / 60);
  accounts = state.macie2.members
    .map(({ accountId }) => String(accountId))
    .filter((_, index) => index % step === 0);
  accounts = accounts.slice(0, 60);
  for (const [index, { caseId }] of state['security-ir'].cases.entries()) {
    const named = [0, 1, index % 2].map((each) => accounts[(index * 2 + each) % 60]);
    await setup.emulator.control('POST', '/put', {
      service: 'security-ir',
      resource: 'case',
      id: caseId,
      set: { impactedAccounts: [...new Set(named)] },
    });
  }
});

beforeEach(async () => {
  await setup.clearFaults();
  await setup.forgetCalls();
});

async function send(query: string, variables: object = {}, gateway = setup.gateway) {
  const { data, errors } = await gateway.send(query, variables);
  expect(errors).toBeUndefined();
  return data as Record<string, { nodes: Record<string, unknown>[]; pageInfo: { endCursor: string } }>;
}

const JOBS = `query ($first: Int!, $after: String) {
  classificationJobs(first: $first, after: $after) {
    nodes { jobId name status jobType createdAt } pageInfo { endCursor hasNextPage } completeness { complete }
  }
}`;

test('200 jobs with list fields cost 1 call for 200 rows', async () => {
  const { classificationJobs } = await send(JOBS, { first: 200 });
  expect(classificationJobs?.nodes).toHaveLength(200);
  const calls = await setup.emulator.calls();
  expect(calls.map(({ operation, parameters }) => [operation, parameters.maxResults])).toEqual([
    ['ListClassificationJobs', 200],
  ]);
});

test('1,000 jobs in 5 pages cost 5 calls, and each job comes once', async () => {
  const ids = new Set<unknown>();
  let after: string | undefined;
  for (let page = 0; page < 5; page += 1) {
    const { classificationJobs } = await send(JOBS, { first: 200, after });
    for (const { jobId } of classificationJobs?.nodes ?? []) ids.add(jobId);
    after = classificationJobs?.pageInfo.endCursor;
  }
  expect(ids.size).toBe(1_000);
  expect(await setup.callCounts()).toEqual({ ListClassificationJobs: 5 });
});

test('100 cases with their accounts cost 4 ListCases and 100 GetCase, which start while the list is still read', async () => {
  await setup.lay({ service: 'security-ir', operation: 'ListCases', latencyMs: 100 });
  const { securityCases } = await send('{ securityCases(first: 100) { nodes { caseId impactedAccounts } } }');
  expect(securityCases?.nodes.every(({ impactedAccounts }) => Array.isArray(impactedAccounts))).toBe(true);
  expect(await setup.callCounts()).toEqual({ ListCases: 4, GetCase: 100 });
  const order = await setup.operations();
  expect(order.indexOf('GetCase')).toBeLessThan(order.indexOf('ListCases', order.indexOf('ListCases') + 1));
});

test('a query without a detail field makes no detail calls, also with fragments and @include', async () => {
  await send(
    `query ($more: Boolean!) {
      securityCases(first: 30) { edges { node { ...Parts } } }
    }
    fragment Parts on SecurityCase { caseId description @include(if: $more) impactedAccounts @skip(if: true) }`,
    { more: false },
  );
  expect(await setup.callCounts()).toEqual({ ListCases: 2 });
});

test('detail calls start ahead for a detail field in a fragment, under an alias and in edges', async () => {
  await setup.lay({ service: 'security-ir', operation: 'ListCases', latencyMs: 100 });
  await send(`{ page: securityCases(first: 50) { edges { one: node { ...Parts } } } }
    fragment Parts on SecurityCase { ... on Node { id } why: description }`);
  const order = await setup.operations();
  expect(await setup.callCounts()).toEqual({ ListCases: 2, GetCase: 50 });
  expect(order.indexOf('GetCase')).toBeLessThan(order.lastIndexOf('ListCases'));
});

describe('members that cases name', () => {
  const members = (cases: number) =>
    `{ securityCases(first: ${cases}) { nodes { caseId impactedMembers {
      nodes { accountId status member { accountId email status } } completeness { complete }
    } } } }`;

  interface Account {
    readonly accountId: string;
    readonly member: { readonly accountId: string } | null;
  }

  async function readAccounts(cases: number, gateway = setup.gateway): Promise<Account[]> {
    const { securityCases } = await send(members(cases), {}, gateway);
    return (securityCases?.nodes ?? []).flatMap(
      ({ impactedMembers }) => (impactedMembers as { nodes: Account[] }).nodes,
    );
  }

  const total = (counts: Record<string, number>, ...names: string[]) =>
    names.reduce((sum, name) => sum + (counts[name] ?? 0), 0);

  test('60 of 400 members cost at most the 16 pages of the list, not 60 look-ups', async () => {
    const gateway = await startTestGateway(setup.emulator.url, { targets: ONE });
    const found = await readAccounts(100, gateway);
    expect(new Set(found.map(({ accountId }) => accountId))).toEqual(new Set(accounts));
    for (const { accountId, member } of found) expect(member?.accountId).toBe(accountId);
    const counts = await setup.callCounts();
    expect(counts).toMatchObject({ ListCases: 4, GetCase: 100 });
    expect(total(counts, 'ListMembers', 'GetMember')).toBeLessThanOrEqual(16);
    await gateway.close();
  });

  test('a few of 400 members cost one look-up each', async () => {
    const found = await readAccounts(3);
    const distinct = new Set(found.map(({ accountId }) => accountId));
    expect(await setup.callCounts()).toEqual({ ListCases: 1, GetCase: 3, GetMember: distinct.size });
  });

  test('the gateway looks each member up when AWS denies ListMembers', async () => {
    const gateway = await startTestGateway(setup.emulator.url, { targets: ONE });
    const error = { type: 'AccessDeniedException' };
    await setup.lay({ service: 'macie2', operation: 'ListMembers', error });
    const found = await readAccounts(100, gateway);
    for (const { accountId, member } of found) expect(member?.accountId).toBe(accountId);
    expect(await setup.callCounts()).toMatchObject({ ListMembers: 1, GetMember: 60 });
    await gateway.close();
  });

  test('the gateway tries no look-up when ListMembers fails', async () => {
    const gateway = await startTestGateway(setup.emulator.url, { targets: ONE });
    const error = { type: 'InternalServerException' };
    await setup.lay({ service: 'macie2', operation: 'ListMembers', error });
    const { data } = await gateway.send(members(100));
    const { nodes } = data?.securityCases as {
      nodes: { impactedMembers: { nodes: { status: string }[]; completeness: { complete: boolean } } }[];
    };
    for (const { impactedMembers } of nodes) {
      expect(impactedMembers.completeness.complete).toBe(false);
      expect(new Set(impactedMembers.nodes.map(({ status }) => status))).toEqual(new Set(['UNKNOWN']));
    }
    expect((await setup.callCounts()).GetMember).toBeUndefined();
    await gateway.close();
  });
});

test('a merged page of 200 jobs from 8 targets with 50 jobs each costs 8 calls', async () => {
  await setup.emulator.control('POST', '/reset', { sizes: { jobs: 50 } });
  const targets = REGIONS.map((region) => ({ name: region, region, services: SERVICE_NAMES }));
  const gateway = await startTestGateway(setup.emulator.url, { targets });
  const query = `{ classificationJobs(first: 200, orderBy: { field: CREATED_AT, direction: DESC }) {
    nodes { jobId createdAt } completeness { complete sources { status } }
  } }`;
  const { classificationJobs } = await send(query, {}, gateway);
  const times = (classificationJobs?.nodes ?? []).map(({ createdAt }) => String(createdAt));
  expect(times).toHaveLength(200);
  expect(times).toEqual([...times].sort().reverse());
  expect(await setup.callCounts()).toEqual({ ListClassificationJobs: 8 });
  await gateway.close();
});
