// Statistics of which something is missing: the rest is counted, and `exact` and `completeness` say what is missing.
import { startTestGateway } from '../support/gateway';
import { HOME, PARTNER, SEVERAL_TARGETS, useSeveralTargets, WEST } from '../support/several-targets';
import { askForStatistics, KINDS, readTotals, type Kind, type Totals } from '../support/statistics';

const SIZES = { jobs: 12, members: 30, exportJobs: 8, cases: 55 };
const setup = useSeveralTargets(SIZES);

beforeEach(async () => {
  await setup.clearFaults();
  await setup.emulator.control('POST', '/reset');
});

const LISTS = {
  classificationJobs: { service: 'macie2', operation: 'ListClassificationJobs' },
  macieMembers: { service: 'macie2', operation: 'ListMembers' },
  mailboxExportJobs: { service: 'workmail', operation: 'ListMailboxExportJobs' },
  securityCases: { service: 'security-ir', operation: 'ListCases' },
} as const satisfies Record<Kind, object>;

const PER_TARGET = { classificationJobs: 12, macieMembers: 30, mailboxExportJobs: 8, securityCases: 55 };

const statusesIn = ({ completeness }: Totals) =>
  completeness.sources.map(({ target, status }) => `${target.name} ${status}`);

const countsIn = ({ byTarget }: Totals) =>
  byTarget.map(({ target, count, exact }) => `${target.name} ${count}${exact ? '' : ' or more'}`);

test.each([
  ['AccessDeniedException', 'ACCESS_DENIED'],
  ['ThrottlingException', 'THROTTLED'],
  ['InternalServerException', 'UNAVAILABLE'],
])('while all cases fail with %s, the other kinds are counted', async (type, status) => {
  await setup.lay({ ...LISTS.securityCases, error: { type } });
  const { data, errors } = await askForStatistics(setup.gateway);
  expect(errors).toBeUndefined();
  for (const kind of KINDS.slice(0, 3)) {
    expect(data?.statistics?.[kind]).toMatchObject({ total: PER_TARGET[kind] * 3, exact: true });
  }
  const cases = data?.statistics?.securityCases;
  expect(cases).toMatchObject({
    total: 0,
    exact: false,
    asOf: null,
    byStatus: [],
    medianSecondsToClose: null,
    completeness: { complete: false },
  });
  expect(cases?.completeness.sources.map((source) => source.status)).toEqual([status, status, status]);
});

test.each(KINDS)(
  'a target that denies the list of %s is missing, and the others are counted',
  async (kind) => {
    await setup.lay({ ...LISTS[kind], account: PARTNER.account, error: { type: 'AccessDeniedException' } });
    const totals = await readTotals(setup.gateway, kind);
    const count = PER_TARGET[kind];
    expect(totals.total).toBe(2 * count);
    expect(totals.exact).toBe(false);
    expect(totals.byStatus.reduce((sum, each) => sum + each.count, 0)).toBe(2 * count);
    expect(countsIn(totals)).toEqual([`home ${count}`, 'partner 0 or more', `west ${count}`]);
    expect(statusesIn(totals)).toEqual(['home OK', 'partner ACCESS_DENIED', 'west OK']);
  },
);

test('a target without Macie is named', async () => {
  const { account, region } = WEST;
  await setup.emulator.control('POST', '/settings', { account, region, macieEnabled: false });
  const { data } = await askForStatistics(setup.gateway, ['classificationJobs', 'securityCases']);
  const jobs = data?.statistics?.classificationJobs;
  expect(jobs).toMatchObject({ total: 24, exact: false });
  expect(jobs && statusesIn(jobs)).toEqual(['home OK', 'partner OK', 'west NOT_ENABLED']);
  expect(data?.statistics?.securityCases).toMatchObject({ total: 165, exact: true });
});

test('the pages of a list before its failure are counted', async () => {
  const list = { ...LISTS.securityCases, account: PARTNER.account };
  await setup.lay({ ...list, latencyMs: 1, count: 1 }, { ...list, error: { type: 'AccessDeniedException' } });
  const totals = await readTotals(setup.gateway, 'securityCases');
  expect(countsIn(totals)).toEqual(['home 55', 'partner 25 or more', 'west 55']);
  expect(totals.exact).toBe(false);
});

test('a list that reaches the scan limit is counted as far as it was read, and the request must be narrowed', async () => {
  await setup.forgetCalls();
  await setup.lay({ ...LISTS.securityCases, account: PARTNER.account, page: 'empty' });
  const totals = await readTotals(setup.gateway, 'securityCases');
  expect(countsIn(totals)).toEqual(['home 55', 'partner 0 or more', 'west 55']);
  expect(statusesIn(totals)).toEqual(['home OK', 'partner SCAN_LIMIT_REACHED', 'west OK']);
  expect(totals.completeness.sources[1]?.message).toContain('Narrow the request');
  // 100 calls for the kind, and one for each target.
  expect(await setup.callCounts()).toEqual({ ListCases: 103 });
});

/** A row of each list with an unreadable member that a figure needs, and one with an unreadable member that none needs. */
const UNREADABLE: Readonly<Record<Kind, readonly [unreadable: object, readable: object]>> = {
  classificationJobs: [
    { items: [{ jobId: 'a', jobStatus: 'RUNNING', jobType: 5 }] },
    { items: [{ jobId: 'a', jobStatus: 'RUNNING', jobType: 'ONE_TIME', name: 5 }] },
  ],
  macieMembers: [
    { members: [{ accountId: '111122223333', relationshipStatus: {} }] },
    { members: [{ accountId: '111122223333', relationshipStatus: 'Enabled', email: {} }] },
  ],
  mailboxExportJobs: [
    { Jobs: [{ JobId: 'a', State: 7 }] },
    { Jobs: [{ JobId: 'a', State: 'RUNNING', EstimatedProgress: 'half' }] },
  ],
  securityCases: [
    { items: [{ caseId: '1234567890', caseStatus: 'Closed', closedDate: 'yesterday' }] },
    { items: [{ caseId: '1234567890', caseStatus: 'Closed', title: 5 }] },
  ],
};

test.each(KINDS)(
  'a row of %s with a value that a figure needs and the gateway cannot read is missing',
  async (kind) => {
    const [unreadable, readable] = UNREADABLE[kind];
    // WorkMail has two organizations in each target.
    const lists = kind === 'mailboxExportJobs' ? 2 : 1;
    await setup.lay(
      { ...LISTS[kind], account: HOME.account, answer: { body: JSON.stringify(unreadable) } },
      { ...LISTS[kind], account: PARTNER.account, answer: { body: JSON.stringify(readable) } },
    );
    const totals = await readTotals(setup.gateway, kind);
    expect(countsIn(totals)).toEqual(['home 0 or more', `partner ${lists}`, `west ${PER_TARGET[kind]}`]);
    expect(statusesIn(totals)).toEqual(['home UNREADABLE_ROWS', 'partner OK', 'west OK']);
    expect(totals.completeness.sources[0]?.message).toContain(lists === 1 ? 'one row' : '2 rows');
    expect(totals.exact).toBe(false);
  },
);

test('rows without any key are missing', async () => {
  const body = JSON.stringify({ items: [{ caseId: '1234567890', caseStatus: 'Closed' }, 'odd'] });
  await setup.lay({ ...LISTS.securityCases, account: HOME.account, answer: { body } });
  const totals = await readTotals(setup.gateway, 'securityCases', ['home']);
  expect(countsIn(totals)).toEqual(['home 1 or more']);
  expect(statusesIn(totals)).toEqual(['home UNREADABLE_ROWS']);
});

test('at the deadline, the lists that were read are counted', async () => {
  const gateway = await startTestGateway(setup.emulator.url, {
    targets: SEVERAL_TARGETS,
    readDeadlineSeconds: 1,
  });
  await readTotals(gateway, 'securityCases');
  await setup.lay({ ...LISTS.securityCases, account: PARTNER.account, hang: true });
  const totals = await readTotals(gateway, 'securityCases');
  expect(countsIn(totals)).toEqual(['home 55', 'partner 0 or more', 'west 55']);
  expect(statusesIn(totals)).toEqual(['home OK', 'partner TIMED_OUT', 'west OK']);
  await gateway.close();
});

test('beyond the call budget of a request, the kind has an error', async () => {
  const gateway = await startTestGateway(setup.emulator.url, { targets: SEVERAL_TARGETS, maxAwsCalls: 8 });
  const { data, errors } = await askForStatistics(gateway, ['securityCases']);
  expect(data?.statistics).toEqual({ securityCases: null });
  expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
    [['statistics', 'securityCases'], 'CALL_BUDGET_EXCEEDED'],
  ]);
  await gateway.close();
});

describe('targets with some services', () => {
  const targets = [
    HOME,
    { ...PARTNER, services: ['security-ir'] },
    { ...WEST, services: ['macie2'] },
  ] as const;

  test('each kind is counted in the targets that have its service', async () => {
    const gateway = await startTestGateway(setup.emulator.url, { targets });
    const { data, errors } = await askForStatistics(gateway, KINDS, ['home', 'partner']);
    expect(errors).toBeUndefined();
    const names = (kind: Kind) => data?.statistics?.[kind]?.byTarget.map(({ target }) => target.name);
    expect(KINDS.map(names)).toEqual([['home'], ['home'], ['home'], ['home', 'partner']]);
    await gateway.close();
  });

  test('a kind that no named target serves has an error, and the others are counted', async () => {
    const gateway = await startTestGateway(setup.emulator.url, { targets });
    const { data, errors } = await askForStatistics(gateway, KINDS, ['partner']);
    expect(data?.statistics).toMatchObject({
      classificationJobs: null,
      macieMembers: null,
      mailboxExportJobs: null,
      securityCases: { total: 55, exact: true },
    });
    expect([...new Set(errors?.map(({ message }) => message))].sort()).toEqual([
      'Macie is not configured for target "partner".',
      'WorkMail is not configured for target "partner".',
    ]);
    await gateway.close();
  });
});

test('figures from the read cache state the time of its responses', async () => {
  const gateway = await startTestGateway(setup.emulator.url, {
    targets: SEVERAL_TARGETS,
    readCacheSeconds: new Map([['ListCases', 60]]),
  });
  const first = await readTotals(gateway, 'securityCases');
  await setup.forgetCalls();
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-include-aws-usage': 'true' },
    body: JSON.stringify({ query: '{ statistics { securityCases { total asOf } } }' }),
  });
  const { data, extensions } = (await response.json()) as {
    data: unknown;
    extensions: { aws: { calls: number; cached: number; oldest: string } };
  };
  expect(data).toEqual({ statistics: { securityCases: { total: 165, asOf: first.asOf } } });
  expect(extensions.aws).toMatchObject({ calls: 0, cached: 9, oldest: first.asOf });
  expect(response.headers.get('age')).toMatch(/^\d+$/);
  expect(await setup.operations()).toEqual([]);
  await gateway.close();
});
