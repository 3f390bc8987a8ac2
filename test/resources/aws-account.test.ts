// Accounts over all targets: memberships, jobs and cases, each with its AWS calls and the failures of single targets.
import { encodeId } from '../../src/domain/ids';
import { SearchedResources } from '../support/search';
import { HOME, PARTNER, useSeveralTargets, WEST } from '../support/several-targets';

const setup = useSeveralTargets({ jobs: 0, members: 0, exportJobs: 0, cases: 0 });

const ACCOUNT = '600000000001';
const OTHER = '600000000002';
const jobId = (digit: string) => digit.repeat(32);

const criteria = (accountId: string) => ({
  includes: {
    and: [{ simpleCriterion: { key: 'ACCOUNT_ID', comparator: 'EQ', values: [OTHER, accountId] } }],
  },
});

async function putJob(
  { account, region }: typeof HOME,
  digit: string,
  s3JobDefinition: object,
): Promise<void> {
  const set = { name: `job ${digit}`, jobType: 'ONE_TIME', jobStatus: 'COMPLETE', s3JobDefinition };
  const place = { service: 'macie2', resource: 'job', id: jobId(digit), account, region };
  await setup.emulator.control('POST', '/put', { ...place, set });
}

const named = (...accounts: string[]) => ({
  bucketDefinitions: accounts.map((accountId) => ({ accountId, buckets: ['bucket'] })),
});

beforeAll(async () => {
  const [home, partner, west] = [HOME, PARTNER, WEST].map(
    (target) => new SearchedResources(setup.emulator, target),
  ) as [SearchedResources, SearchedResources, SearchedResources];
  await home.member(ACCOUNT, 'one@example.com');
  await west.member(ACCOUNT, 'one@example.com', 'Removed');
  await partner.member(OTHER, 'two@example.com');
  await putJob(HOME, '1', named(ACCOUNT));
  await putJob(HOME, '2', named(OTHER));
  await putJob(WEST, '3', named(OTHER, ACCOUNT));
  await putJob(WEST, '4', { bucketCriteria: criteria(ACCOUNT) });
  await home.securityCase('1000000001', 'b case', { impactedAccounts: [OTHER, ACCOUNT] });
  await home.securityCase('1000000002', 'c case', { impactedAccounts: [OTHER] });
  await west.securityCase('1000000003', 'a case', { impactedAccounts: [ACCOUNT] });
});

beforeEach(async () => {
  await setup.clearFaults();
  await setup.forgetCalls();
});

interface Connection {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly completeness: {
    readonly complete: boolean;
    readonly asOf: string | null;
    readonly retryCursor: string | null;
    readonly sources: readonly {
      readonly target: { readonly name: string };
      readonly kind: string;
      readonly status: string;
    }[];
  };
  readonly totalCount?: { readonly value: number; readonly exact: boolean };
}

const PAGE = `nodes { id } pageInfo { hasNextPage endCursor }
  completeness { complete asOf retryCursor sources { target { name } kind status } }`;

async function account(selection: string, accountId = ACCOUNT): Promise<Record<string, unknown>> {
  const { data, errors } = await setup.gateway.send(
    `{ account(accountId: "${accountId}") { ${selection} } }`,
  );
  expect(errors).toBeUndefined();
  return data?.account as Record<string, unknown>;
}

async function connection(call: string, more = '', accountId = ACCOUNT): Promise<Connection> {
  return (await account(`page: ${call} { ${PAGE} ${more} }`, accountId)).page as Connection;
}

const idsOf = ({ nodes }: Connection) => nodes.map(({ id }) => id);
const statusesOf = ({ completeness }: Connection) =>
  completeness.sources.map(({ target, status }) => `${target.name} ${status}`);

const memberIn = (target: string, accountId = ACCOUNT) =>
  encodeId({ kind: 'MacieMember', target, accountId });
const job = (target: string, digit: string) =>
  encodeId({ kind: 'ClassificationJob', target, jobId: jobId(digit) });
const securityCase = (target: string, caseId: string) => encodeId({ kind: 'SecurityCase', target, caseId });

test('an account with its targets makes no AWS call, whether or not anyone knows the account', async () => {
  const selection = 'accountId targets { name region accountId }';
  expect(await account(selection, WEST.account)).toEqual({
    accountId: WEST.account,
    targets: [{ name: 'west', region: 'us-west-2', accountId: WEST.account }],
  });
  expect(await account(selection, HOME.account)).toMatchObject({ targets: [{ name: 'home' }] });
  expect(await account(selection, '999999999999')).toEqual({ accountId: '999999999999', targets: [] });
  expect(await setup.operations()).toEqual([]);
});

test('the memberships are the records of the account, from one GetMember in each target', async () => {
  const page = await connection('memberships', 'totalCount { value exact }');
  expect(idsOf(page)).toEqual([memberIn('home'), memberIn('west')]);
  expect(page.totalCount).toEqual({ value: 2, exact: true });
  expect(page.completeness.complete).toBe(true);
  expect(page.completeness.asOf).not.toBeNull();
  expect(statusesOf(page)).toEqual(['home OK', 'partner OK', 'west OK']);
  expect(await setup.callCounts()).toEqual({ GetMember: 3 });
});

test('an account that no administrator knows has no membership', async () => {
  const page = await connection('memberships', '', '999999999999');
  expect(page).toMatchObject({
    nodes: [],
    pageInfo: { hasNextPage: false },
    completeness: { complete: true },
  });
  expect(await setup.callCounts()).toEqual({ GetMember: 3 });
});

test('a later page of the memberships makes no call', async () => {
  const first = await connection('memberships(first: 1)');
  expect(idsOf(first)).toEqual([memberIn('home')]);
  await setup.forgetCalls();
  const next = await connection(`memberships(first: 1, after: "${first.pageInfo.endCursor}")`);
  expect(idsOf(next)).toEqual([memberIn('west')]);
  expect(next.pageInfo.hasNextPage).toBe(false);
  expect(await setup.operations()).toEqual([]);
});

test('the look-ups of the memberships do not wait for one another', async () => {
  await setup.lay({ service: 'macie2', operation: 'GetMember', hold: true, count: 3 });
  const page = connection('memberships');
  await setup.faultsLeft(0);
  await setup.release();
  expect(idsOf(await page)).toEqual([memberIn('home'), memberIn('west')]);
});

test('the jobs of all targets that name the account come from the lists of jobs', async () => {
  const page = await connection('classificationJobs', 'totalCount { value exact }');
  expect([...idsOf(page)].sort()).toEqual([job('home', '1'), job('west', '3'), job('west', '4')].sort());
  expect(page.totalCount).toEqual({ value: 3, exact: true });
  expect(page.completeness.complete).toBe(true);
  expect(await setup.callCounts()).toEqual({ ListClassificationJobs: 3 });
});

test('the filter and the order of the jobs apply beside the account', async () => {
  const ordered = await connection('classificationJobs(orderBy: { field: NAME, direction: DESC })');
  expect(idsOf(ordered)).toEqual([job('west', '4'), job('west', '3'), job('home', '1')]);
  const both = await connection(
    `classificationJobs(filter: { accountIds: ["${OTHER}"] }, orderBy: { field: NAME })`,
  );
  expect(idsOf(both)).toEqual([job('west', '3'), job('west', '4')]);
  const other = await connection('classificationJobs(filter: { name: { eq: "job 1" } })');
  expect(idsOf(other)).toEqual([job('home', '1')]);
});

test('the cases of all targets that impact the account cost one GetCase for each case', async () => {
  const page = await connection('securityCases');
  expect(idsOf(page)).toEqual([securityCase('home', '1000000001'), securityCase('west', '1000000003')]);
  expect(page.completeness.complete).toBe(true);
  expect(await setup.callCounts()).toEqual({ ListCases: 3, GetCase: 3 });
});

test('the filter and the order of the cases apply beside the account', async () => {
  const ordered = await connection('securityCases(orderBy: { field: TITLE })');
  expect(idsOf(ordered)).toEqual([securityCase('west', '1000000003'), securityCase('home', '1000000001')]);
  await setup.forgetCalls();
  const filtered = await connection('securityCases(filter: { title: { startsWith: "a" } })');
  expect(idsOf(filtered)).toEqual([securityCase('west', '1000000003')]);
  expect(await setup.callCounts()).toEqual({ ListCases: 3, GetCase: 1 });
});

test.each([
  ['memberships', 'macie2', [memberIn('home')]],
  ['classificationJobs', 'macie2', [job('home', '1')]],
  ['securityCases', 'security-ir', [securityCase('home', '1000000001')]],
])(
  'while %s of one target fail, those of the others are there and it is named',
  async (field, service, ids) => {
    await setup.lay({
      service,
      operation: '*',
      account: WEST.account,
      error: { type: 'AccessDeniedException' },
    });
    const page = await connection(field);
    expect(idsOf(page)).toEqual(ids);
    expect(page.completeness.complete).toBe(false);
    expect(statusesOf(page)).toEqual(['home OK', 'partner OK', 'west ACCESS_DENIED']);
    await setup.clearFaults();
    const retried = await connection(`${field}(after: "${page.completeness.retryCursor ?? ''}")`);
    expect(retried.nodes.length).toBeGreaterThan(0);
    expect(retried.completeness.complete).toBe(true);
  },
);

test('a failure of one field keeps the others', async () => {
  await setup.lay({ service: 'macie2', operation: 'GetMember', error: { type: 'InternalServerException' } });
  const fields = await account(`memberships { ${PAGE} } securityCases { ${PAGE} }`);
  const { memberships, securityCases } = fields as Record<'memberships' | 'securityCases', Connection>;
  expect(memberships.nodes).toEqual([]);
  expect(statusesOf(memberships)).toEqual(['home UNAVAILABLE', 'partner UNAVAILABLE', 'west UNAVAILABLE']);
  expect(idsOf(securityCases)).toHaveLength(2);
  expect(securityCases.completeness.complete).toBe(true);
});

test('two accounts of one request share the lists of jobs', async () => {
  const selection = 'classificationJobs(first: 50) { nodes { id } }';
  const query = `{ one: account(accountId: "${ACCOUNT}") { ${selection} } other: account(accountId: "${OTHER}") { ${selection} } }`;
  const { data } = await setup.gateway.send(query);
  expect(data).toMatchObject({ one: { classificationJobs: { nodes: [{}, {}, {}] } } });
  expect(await setup.callCounts()).toEqual({ ListClassificationJobs: 3 });
});

test('a cursor belongs to its account and field', async () => {
  const { pageInfo } = await connection('classificationJobs(first: 1)');
  for (const [accountId, field] of [
    [OTHER, 'classificationJobs'],
    [ACCOUNT, 'memberships'],
  ]) {
    const query = `{ account(accountId: "${accountId}") { ${field}(first: 1, after: "${pageInfo.endCursor}") { nodes { id } } } }`;
    expect((await setup.gateway.send(query)).errors).toMatchObject([
      { extensions: { code: 'CURSOR_INVALID' } },
    ]);
  }
});

test.each(['', '12345678901', '1234567890123', '12345678901x', '１２３４５６７８９０１２'])(
  'rejects %j, which is no account id, without a call',
  async (accountId) => {
    const query = 'query ($id: AwsAccountId!) { account(accountId: $id) { memberships { nodes { id } } } }';
    const { data, errors } = await setup.gateway.send(query, { id: accountId });
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(await setup.operations()).toEqual([]);
  },
);
