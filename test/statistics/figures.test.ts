// The figures of each kind over three targets, computed by hand from the resources that the test puts into AWS.
import { askForStatistics, countsBy, KINDS, readTotals, type Kind } from '../support/statistics';
import { HOME, PARTNER, useSeveralTargets, WEST } from '../support/several-targets';

const setup = useSeveralTargets({ jobs: 0, members: 0, exportJobs: 0, cases: 0 });

const DAY_MS = 86_400_000;
const NOW = Date.now();
/** Monday, 00:00 UTC, of the current week. */
const MONDAY = (() => {
  const today = Math.floor(NOW / DAY_MS) * DAY_MS;
  return today - ((new Date(today).getUTCDay() + 6) % 7) * DAY_MS;
})();
const weeksAgo = (weeks: number, seconds = 0) =>
  new Date(MONDAY - weeks * 7 * DAY_MS + seconds * 1_000).toISOString();

type Place = typeof HOME;

const put = (
  service: string,
  resource: string,
  { account, region }: Place,
  id: string,
  set: object,
  more = {},
) => setup.emulator.control('POST', '/put', { service, resource, id, set, account, region, ...more });

const job = (place: Place, number: number, jobStatus: string, jobType: string) =>
  put('macie2', 'job', place, `${number}`.padStart(32, '0'), { name: 'job', jobStatus, jobType });
const member = (place: Place, number: number, relationshipStatus: string) =>
  put('macie2', 'member', place, `${number}`.padStart(12, '4'), { relationshipStatus });
const case_ = (place: Place, number: number, set: object) =>
  put('security-ir', 'case', place, `${number}`.padStart(10, '0'), { title: 'case', ...set });

async function putExports(place: Place, organization: string, states: readonly string[]): Promise<void> {
  const organizationId = `m-${organization.repeat(32)}`;
  await put('workmail', 'organization', place, organizationId, { Alias: `tests-${organization}` });
  for (const [index, State] of states.entries()) {
    await put('workmail', 'exportJob', place, `job-${index}`, { EntityId: 'S-1', State }, { organizationId });
  }
}

beforeAll(async () => {
  await job(HOME, 1, 'RUNNING', 'ONE_TIME');
  await job(HOME, 2, 'RUNNING', 'SCHEDULED');
  await job(PARTNER, 1, 'COMPLETE', 'ONE_TIME');
  await job(WEST, 3, 'HALTED', 'HOURLY');
  await member(HOME, 1, 'Enabled');
  await member(HOME, 2, 'Invited');
  await member(WEST, 1, 'Enabled');
  await member(WEST, 3, 'Removed');
  await putExports(HOME, 'a', ['RUNNING', 'FAILED']);
  await putExports(HOME, 'b', ['RUNNING']);
  await putExports(WEST, 'a', ['COMPLETED']);
  await case_(HOME, 1, {
    caseStatus: 'Submitted',
    resolverType: 'Self',
    engagementType: 'Security Incident',
    createdDate: weeksAgo(0),
  });
  await case_(HOME, 2, {
    caseStatus: 'Closed',
    resolverType: 'Self',
    engagementType: 'Investigation',
    createdDate: weeksAgo(2, -1),
    closedDate: weeksAgo(2, 9),
  });
  await case_(PARTNER, 1, {
    caseStatus: 'Closed',
    resolverType: 'AWS',
    engagementType: 'Security Incident',
    createdDate: weeksAgo(11),
    closedDate: weeksAgo(11, 21),
  });
  await case_(WEST, 1, {
    caseStatus: 'Closed',
    resolverType: 'Robot',
    engagementType: 'Triage',
    createdDate: weeksAgo(12, -1),
    closedDate: weeksAgo(11, 99),
  });
  // AWS left out both times.
  await case_(WEST, 2, { caseStatus: 'Paused', resolverType: 'AWS', engagementType: 'Investigation' });
});
beforeEach(() => setup.forgetCalls());

test('jobs are counted by status, by type and by target', async () => {
  const totals = await readTotals(setup.gateway, 'classificationJobs');
  expect(totals).toMatchObject({
    total: 4,
    exact: true,
    byStatus: [
      { status: 'RUNNING', awsStatus: 'RUNNING', statusLabel: 'Running', count: 2 },
      { status: 'COMPLETE', awsStatus: 'COMPLETE', statusLabel: 'Complete', count: 1 },
      { status: 'UNRECOGNIZED', awsStatus: 'HALTED', statusLabel: 'Unrecognized', count: 1 },
    ],
    byType: [
      { jobType: 'ONE_TIME', count: 2 },
      { jobType: 'SCHEDULED', count: 1 },
      { jobType: 'UNRECOGNIZED', awsJobType: 'HOURLY', count: 1 },
    ],
    byTarget: [
      { target: { name: 'home' }, count: 2, exact: true },
      { target: { name: 'partner' }, count: 1, exact: true },
      { target: { name: 'west' }, count: 1, exact: true },
    ],
    completeness: { complete: true, fieldErrors: 0 },
  });
  expect(totals.completeness.sources.map(({ status, kind }) => [status, kind])).toEqual([
    ['OK', 'CLASSIFICATION_JOB'],
    ['OK', 'CLASSIFICATION_JOB'],
    ['OK', 'CLASSIFICATION_JOB'],
  ]);
});

test('the time of the figures is that of the oldest AWS call', async () => {
  const before = new Date();
  const { asOf, completeness } = await readTotals(setup.gateway, 'classificationJobs');
  expect(new Date(asOf ?? 0).getTime()).toBeGreaterThanOrEqual(before.getTime());
  expect(completeness.asOf).toBe(asOf);
});

test('members are counted with the accounts that are not members', async () => {
  const totals = await readTotals(setup.gateway, 'macieMembers');
  expect(totals.total).toBe(4);
  expect(countsBy(totals.byStatus, 'status')).toEqual({ ENABLED: 2, INVITED: 1, REMOVED: 1 });
  expect(totals.byTarget.map(({ count }) => count)).toEqual([2, 0, 2]);
});

test('exports are counted over all organizations of a target', async () => {
  const totals = await readTotals(setup.gateway, 'mailboxExportJobs');
  expect(totals.total).toBe(4);
  expect(countsBy(totals.byStatus, 'status')).toEqual({ RUNNING: 2, COMPLETED: 1, FAILED: 1 });
  expect(totals.byTarget.map(({ count }) => count)).toEqual([3, 0, 1]);
});

test('cases are counted by status, engagement and resolver, a value that the gateway does not know as UNRECOGNIZED', async () => {
  const totals = await readTotals(setup.gateway, 'securityCases');
  expect(totals.total).toBe(5);
  expect(totals.exact).toBe(true);
  expect(countsBy(totals.byStatus, 'status')).toEqual({ SUBMITTED: 1, CLOSED: 3, UNRECOGNIZED: 1 });
  expect(countsBy(totals.byEngagementType, 'engagementType')).toEqual({
    SECURITY_INCIDENT: 2,
    INVESTIGATION: 2,
    UNRECOGNIZED: 1,
  });
  expect(countsBy(totals.byResolverType, 'resolverType')).toEqual({ SELF: 2, AWS: 2, UNRECOGNIZED: 1 });
});

test('cases are counted per week: a week begins on Monday, and the twelfth week before the current one is left out', async () => {
  const { weeks = [] } = await readTotals(setup.gateway, 'securityCases', ['home', 'partner']);
  expect(weeks.map(({ startsAt }) => startsAt)).toEqual(
    [11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0].map((week) => weeksAgo(week)),
  );
  // One second before the week of two weeks ago is the week of three weeks ago.
  expect(weeks.map(({ opened }) => opened)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1]);
  expect(weeks.map(({ closed }) => closed)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0]);
  const all = await readTotals(setup.gateway, 'securityCases', ['west']);
  const sum = (name: 'opened' | 'closed') => (all.weeks ?? []).reduce((total, week) => total + week[name], 0);
  expect(sum('closed')).toBe(1);
});

test('the median of an even number of cases is the mean of the two in the middle', async () => {
  // 10 and 21 seconds.
  const two = await readTotals(setup.gateway, 'securityCases', ['home', 'partner']);
  expect([two.medianSecondsToClose, two.meanSecondsToClose]).toEqual([16, 16]);
  // 10, 21 and 100 seconds.
  const three = await readTotals(setup.gateway, 'securityCases');
  expect(three.medianSecondsToClose).toBe(21);
  expect(three.meanSecondsToClose).toBe(Math.round((10 + 21 + (7 * 86_400 + 100)) / 3));
});

test('without a closed case there is no time to close', async () => {
  await case_(PARTNER, 1, { caseStatus: 'Submitted' });
  const { medianSecondsToClose, meanSecondsToClose } = await readTotals(setup.gateway, 'securityCases', [
    'partner',
  ]);
  expect([medianSecondsToClose, meanSecondsToClose]).toEqual([null, null]);
});

/** The calls of one pass over the lists of three targets, each with two generated organizations; the test adds three. */
const PASSES: Readonly<Record<Kind, Record<string, number>>> = {
  classificationJobs: { ListClassificationJobs: 3 },
  macieMembers: { ListMembers: 3 },
  mailboxExportJobs: { ListOrganizations: 3, ListMailboxExportJobs: 9 },
  securityCases: { ListCases: 3 },
};

test.each(KINDS)('%s alone read only their own lists, each once', async (kind) => {
  await readTotals(setup.gateway, kind);
  expect(await setup.callCounts()).toEqual(PASSES[kind]);
});

test('all kinds together read each list once', async () => {
  const { errors } = await askForStatistics(setup.gateway);
  expect(errors).toBeUndefined();
  expect(await setup.callCounts()).toEqual(Object.assign({}, ...Object.values(PASSES)));
});

test('without a selected kind the gateway calls AWS not at all', async () => {
  const { data, errors } = await setup.gateway.send('{ statistics { __typename } }');
  expect([data, errors]).toEqual([{ statistics: { __typename: 'Statistics' } }, undefined]);
  expect(await setup.operations()).toEqual([]);
});

test('named targets are counted once, in the order of the configuration', async () => {
  const { byTarget } = await readTotals(setup.gateway, 'classificationJobs', ['west', 'home', 'west']);
  expect(byTarget.map(({ target }) => target.name)).toEqual(['home', 'west']);
  expect(await setup.callCounts()).toEqual({ ListClassificationJobs: 2 });
});

test.each([
  [[], 'targets'],
  [['nowhere'], 'The target "nowhere" does not exist'],
] as const)('the targets %j are rejected before any AWS call', async (targets, message) => {
  const { data, errors } = await askForStatistics(setup.gateway, KINDS, targets);
  expect(data?.statistics).toBeNull();
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  expect(errors?.[0]?.message).toContain(message);
  expect(await setup.operations()).toEqual([]);
});
