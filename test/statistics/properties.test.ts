// Properties of statistics: every figure over random resources in random targets equals a count over the emulator's state.
import fc from 'fast-check';
import '../support/fc-settings';
import { readState, type EmulatorState, type StateRow } from '../support/emulator';
import { SEVERAL_TARGETS, withSeveralTargets, type SeveralTargets } from '../support/several-targets';
import { askForStatistics, countsBy, KINDS, type Kind, type Totals } from '../support/statistics';

const DAY_SECONDS = 86_400;

/** A status that AWS may add. */
const UNKNOWN = 'Strange';

const place = fc.nat(SEVERAL_TARGETS.length - 1);
/** The last digits of an id, so that a put changes a resource that another one created. */
const number = fc.nat(20);
const ageSeconds = fc.integer({ min: 0, max: 100 * DAY_SECONDS });

const PUTS = {
  classificationJobs: fc.record({
    place,
    number,
    set: fc.record({
      name: fc.constant('job'),
      jobStatus: fc.constantFrom(
        'RUNNING',
        'IDLE',
        'PAUSED',
        'USER_PAUSED',
        'COMPLETE',
        'CANCELLED',
        UNKNOWN,
      ),
      jobType: fc.constantFrom('ONE_TIME', 'SCHEDULED', UNKNOWN),
    }),
  }),
  macieMembers: fc.record({
    place,
    number,
    set: fc.record({
      relationshipStatus: fc.constantFrom(
        'Enabled',
        'Paused',
        'Invited',
        'Removed',
        'RegionDisabled',
        UNKNOWN,
      ),
    }),
  }),
  mailboxExportJobs: fc.record({
    place,
    number,
    set: fc.record({
      EntityId: fc.constant('S-1'),
      State: fc.constantFrom('RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED', UNKNOWN),
      age: fc.integer({ min: 0, max: 10 * DAY_SECONDS }),
    }),
  }),
  securityCases: fc.record({
    place,
    number,
    set: fc.record({
      title: fc.constant('case'),
      caseStatus: fc.constantFrom('Submitted', 'Acknowledged', 'Ready to Close', 'Closed', 'Closed', UNKNOWN),
      engagementType: fc.constantFrom('Security Incident', 'Investigation', UNKNOWN),
      resolverType: fc.constantFrom('AWS', 'Self', UNKNOWN),
      age: ageSeconds,
      closedAge: fc.option(ageSeconds),
    }),
  }),
};

const plans = fc.record({
  seed: fc.string({ minLength: 1, maxLength: 8 }),
  sizes: fc.record({ jobs: fc.nat(40), members: fc.nat(60), exportJobs: fc.nat(30), cases: fc.nat(60) }),
  puts: fc.record({
    classificationJobs: fc.array(PUTS.classificationJobs, { maxLength: 8 }),
    macieMembers: fc.array(PUTS.macieMembers, { maxLength: 8 }),
    mailboxExportJobs: fc.array(PUTS.mailboxExportJobs, { maxLength: 8 }),
    securityCases: fc.array(PUTS.securityCases, { maxLength: 12 }),
  }),
  uneven: fc.array(
    fc.record({
      page: fc.constantFrom('short', 'empty'),
      count: fc.integer({ min: 1, max: 4 }),
      place,
      kind: fc.constantFrom(...KINDS),
    }),
    { maxLength: 4 },
  ),
  kinds: fc.subarray([...KINDS], { minLength: 1 }),
  targets: fc.option(
    fc.subarray(
      SEVERAL_TARGETS.map(({ name }) => name),
      { minLength: 1 },
    ),
    { nil: undefined },
  ),
});

type Plan = typeof plans extends fc.Arbitrary<infer Each> ? Each : never;

const ORGANIZATION = `m-${'c'.repeat(32)}`;

const LISTS = {
  classificationJobs: { service: 'macie2', operation: 'ListClassificationJobs' },
  macieMembers: { service: 'macie2', operation: 'ListMembers' },
  mailboxExportJobs: { service: 'workmail', operation: 'ListMailboxExportJobs' },
  securityCases: { service: 'security-ir', operation: 'ListCases' },
} as const;

async function prepare({ emulator }: SeveralTargets, { seed, sizes, puts, uneven }: Plan): Promise<void> {
  await emulator.control('POST', '/reset', { seed, sizes });
  await emulator.control('POST', '/clock', { frozen: true });
  for (const { page, count, place: at, kind } of uneven) {
    const account = SEVERAL_TARGETS[at]?.account;
    await emulator.control('POST', '/faults', { ...LISTS[kind], account, page, count });
  }
  const now = Math.floor(Date.now() / 1_000);
  const put = async (service: string, resource: string, at: number, id: string, set: object, more = {}) => {
    const { account, region } = SEVERAL_TARGETS[at] ?? SEVERAL_TARGETS[0];
    await emulator.control('POST', '/put', { service, resource, id, set, account, region, ...more });
  };
  for (const each of puts.classificationJobs)
    await put('macie2', 'job', each.place, `${each.number}`.padStart(32, 'a'), each.set);
  for (const each of puts.macieMembers)
    await put('macie2', 'member', each.place, `${each.number}`.padStart(12, '4'), each.set);
  for (const { place: at, number: id, set } of puts.mailboxExportJobs) {
    const { age, ...members } = set;
    await put('workmail', 'organization', at, ORGANIZATION, { Alias: 'tests' });
    const times = { StartTime: now - age };
    await put(
      'workmail',
      'exportJob',
      at,
      `job-${id}`,
      { ...members, ...times },
      { organizationId: ORGANIZATION },
    );
  }
  for (const { place: at, number: id, set } of puts.securityCases) {
    const { age, closedAge, ...members } = set;
    const times = { createdDate: now - age, ...(closedAge !== null && { closedDate: now - closedAge }) };
    await put('security-ir', 'case', at, `${id}`.padStart(10, '1'), { ...members, ...times });
  }
}

/** The name in the schema: RegionDisabled is REGION_DISABLED, and Ready to Close is READY_TO_CLOSE. */
function nameOf(awsName: unknown): string {
  const text = String(awsName);
  if (text === UNKNOWN) return 'UNRECOGNIZED';
  if (text === text.toUpperCase()) return text;
  return text
    .replaceAll(/[^A-Za-z]+/g, '_')
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .toUpperCase();
}

function tally(rows: readonly StateRow[], member: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[nameOf(row[member])] = (counts[nameOf(row[member])] ?? 0) + 1;
  return counts;
}

const ROWS: Readonly<Record<Kind, (state: EmulatorState) => readonly StateRow[]>> = {
  classificationJobs: ({ macie2 }) => macie2.jobs,
  macieMembers: ({ macie2 }) => macie2.members,
  mailboxExportJobs: ({ workmail }) =>
    workmail.organizations
      .flatMap(({ exportJobs }) => exportJobs)
      .filter(({ StartTime }) => Number(StartTime) * 1_000 > Date.now() - 7 * DAY_SECONDS * 1_000),
  securityCases: (state) => state['security-ir'].cases,
};

const STATUS: Readonly<Record<Kind, string>> = {
  classificationJobs: 'jobStatus',
  macieMembers: 'relationshipStatus',
  mailboxExportJobs: 'State',
  securityCases: 'caseStatus',
};

/** The starts of the last 12 weeks and of the next one, found day by day. */
function weekStarts(): Date[] {
  const day = new Date();
  day.setUTCHours(0, 0, 0, 0);
  while (day.getUTCDay() !== 1) day.setUTCDate(day.getUTCDate() - 1);
  return Array.from({ length: 13 }, (_, index) => {
    const start = new Date(day);
    start.setUTCDate(day.getUTCDate() + (index - 11) * 7);
    return start;
  });
}

const timeOf = (seconds: unknown) => Math.round(Number(seconds) * 1_000);

function expectCaseFigures(figures: Totals, rows: readonly StateRow[]): void {
  expect(countsBy(figures.byEngagementType, 'engagementType')).toEqual(tally(rows, 'engagementType'));
  expect(countsBy(figures.byResolverType, 'resolverType')).toEqual(tally(rows, 'resolverType'));
  const closed = rows.filter((row) => row.caseStatus === 'Closed' && row.closedDate != null);
  const starts = weekStarts();
  const within = (week: number) => (seconds: unknown) =>
    timeOf(seconds) >= (starts[week]?.getTime() ?? NaN) &&
    timeOf(seconds) < (starts[week + 1]?.getTime() ?? NaN);
  expect(figures.weeks).toEqual(
    starts.slice(0, 12).map((start, week) => ({
      startsAt: start.toISOString(),
      opened: rows.filter(({ createdDate }) => within(week)(createdDate)).length,
      closed: closed.filter(({ closedDate }) => within(week)(closedDate)).length,
    })),
  );
  const stays = closed
    .filter(({ createdDate }) => createdDate != null)
    .map(({ createdDate, closedDate }) => timeOf(closedDate) - timeOf(createdDate))
    .sort((a, b) => a - b);
  const { length } = stays;
  const [low = NaN, high = NaN] = [stays[Math.ceil(length / 2) - 1], stays[Math.floor(length / 2)]];
  const sum = stays.reduce((total, each) => total + each, 0);
  expect(figures.medianSecondsToClose).toBe(length === 0 ? null : Math.round((low + high) / 2_000));
  expect(figures.meanSecondsToClose).toBe(length === 0 ? null : Math.round(sum / length / 1_000));
}

async function checkFigures(setup: SeveralTargets, plan: Plan): Promise<void> {
  await prepare(setup, plan);
  const { data, errors } = await askForStatistics(setup.gateway, plan.kinds, plan.targets);
  expect(errors).toBeUndefined();
  expect(Object.keys(data?.statistics ?? {})).toEqual(plan.kinds);
  const counted = SEVERAL_TARGETS.filter(({ name }) => plan.targets?.includes(name) ?? true);
  const states = await Promise.all(
    counted.map(({ account, region }) => readState(setup.emulator, account, region)),
  );
  for (const kind of plan.kinds) {
    const figures = data?.statistics?.[kind];
    if (figures == null) throw new Error(`There are no figures of ${kind}.`);
    const perTarget = states.map(ROWS[kind]);
    const rows = perTarget.flat();
    expect(figures.total).toBe(rows.length);
    expect(figures.exact).toBe(true);
    expect(figures.completeness.complete).toBe(true);
    expect(figures.byTarget).toEqual(
      counted.map(({ name }, index) => ({ target: { name }, count: perTarget[index]?.length, exact: true })),
    );
    expect(countsBy(figures.byStatus, 'status')).toEqual(tally(rows, STATUS[kind]));
    if (kind === 'classificationJobs') {
      expect(countsBy(figures.byType, 'jobType')).toEqual(tally(rows, 'jobType'));
    }
    if (kind === 'securityCases') expectCaseFigures(figures, rows);
  }
}

test('every figure equals a count over the state of AWS', () =>
  withSeveralTargets(async (setup) => {
    await fc.assert(
      fc.asyncProperty(plans, (plan) => checkFigures(setup, plan)),
      { numRuns: 60, endOnFailure: true },
    );
  }));
