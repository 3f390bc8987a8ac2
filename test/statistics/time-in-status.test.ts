// The mean time in each status, from a history that the test has written before the gateway starts.
import pino from 'pino';
import { encodeId } from '../../src/domain/ids';
import { HistoryReader } from '../../src/history/queries';
import { TimeInStatus } from '../../src/loaders/time-in-status';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { startTestGateway, type TestGateway } from '../support/gateway';
import { TestHistory, useHistory } from '../support/history';
import { askAs } from '../support/identity';
import { identityOf, tokenOf } from '../support/principals';

const NOW = Date.now();
const ago = (seconds: number) => new Date(NOW - seconds * 1_000);

const SOURCE = { kind: 'SecurityCase', target: 'default' } as const;
const idOf = (number: number) => encodeId({ ...SOURCE, caseId: `${number}`.padStart(10, '0') });

const change = (before: string | undefined, after: string | undefined) => [
  { field: 'status', before, after, redacted: false },
];

/** Case 1 was submitted for 1,000 s and is acknowledged since 3,000 s; case 2 was created 2,000 s ago; case 3 has no event. */
async function writeEvents(history: TestHistory): Promise<void> {
  await history.look(SOURCE, ago(4_000));
  await history.append(
    { ...SOURCE, resourceId: idOf(1), observedAt: ago(3_000), changes: change('SUBMITTED', 'ACKNOWLEDGED') },
    {
      ...SOURCE,
      resourceId: idOf(1),
      observedAt: ago(2_500),
      changes: [{ field: 'resolverType', before: 'SELF', after: 'AWS', redacted: false }],
    },
    {
      ...SOURCE,
      resourceId: idOf(2),
      observedAt: ago(2_000),
      type: 'CREATED',
      changes: change(undefined, 'SUBMITTED'),
    },
    { ...SOURCE, resourceId: idOf(2), observedAt: ago(1_500), changes: change('SUBMITTED', 'CLOSED') },
    // A case that AWS does not list any more.
    { ...SOURCE, resourceId: idOf(9), observedAt: ago(1_000), changes: change('SUBMITTED', 'CLOSED') },
    { ...SOURCE, resourceId: idOf(9), observedAt: ago(900), type: 'DISAPPEARED', changes: [] },
  );
  await history.look(SOURCE, new Date());
}

const settings = useHistory(writeEvents);

let emulator: TestEmulator;
let gateway: TestGateway;

beforeAll(async () => {
  emulator = await startTestEmulator({ sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 } });
  for (const [number, caseStatus] of [
    [1, 'Acknowledged'],
    [2, 'Closed'],
    [3, 'Ready to Close'],
  ] as const) {
    const id = `${number}`.padStart(10, '0');
    const set = { title: 'case', caseStatus, resolverType: 'AWS' };
    await emulator.control('POST', '/put', { service: 'security-ir', resource: 'case', id, set });
  }
  const grants = {
    cases: { scopes: new Set(['security-ir:read'] as const), targets: 'ALL' },
    nothing: { scopes: new Set(['macie:read'] as const), targets: 'ALL' },
  } as const;
  gateway = await startTestGateway(emulator.url, { ...settings, identity: identityOf(grants) });
});
afterAll(async () => {
  await gateway.close();
  await emulator.close();
});

const FIELDS = `timeInStatus { since caseCount isEventLimitReached durations { status meanSeconds caseCount }
  completeness { complete sources { kind target { name } watchedSince } } }`;
const QUERY = `{ statistics { securityCases { total ${FIELDS} } } }`;

interface TimeInStatusAnswer {
  readonly since: string | null;
  readonly caseCount: number;
  readonly isEventLimitReached: boolean;
  readonly durations: readonly {
    readonly status: string;
    readonly meanSeconds: number;
    readonly caseCount: number;
  }[];
  readonly completeness: {
    readonly complete: boolean;
    readonly sources: readonly { readonly kind: string }[];
  };
}

/** The mean durations in hundreds of seconds, which the time of the test does not change. */
const rounded = ({ durations }: Pick<TimeInStatusAnswer, 'durations'>) =>
  durations.map(({ status, meanSeconds, caseCount }) => [status, Math.round(meanSeconds / 100), caseCount]);

test('the mean of each status counts the listed cases that the history knows', async () => {
  await emulator.control('DELETE', '/calls');
  const { data, errors } = await askAs(tokenOf('cases'), gateway.url, QUERY);
  expect(errors).toBeUndefined();
  const { timeInStatus } = (data?.statistics as { securityCases: { timeInStatus: TimeInStatusAnswer } })
    .securityCases;
  expect(timeInStatus).toMatchObject({
    since: ago(4_000).toISOString(),
    caseCount: 3,
    isEventLimitReached: false,
  });
  expect(rounded(timeInStatus)).toEqual([
    // (1,000 + 500) / 2
    ['SUBMITTED', 8, 2],
    ['ACKNOWLEDGED', 30, 1],
    ['CLOSED', 15, 1],
    ['READY_TO_CLOSE', 40, 1],
  ]);
  expect(timeInStatus.completeness.sources.map(({ kind }) => kind)).toEqual(['SECURITY_CASE']);
  // The history costs no AWS call.
  expect((await emulator.calls()).map(({ operation }) => operation)).toEqual(['ListCases']);
});

test('a caller without the scope of cases gets no history of cases', async () => {
  const { data, errors } = await askAs(tokenOf('nothing'), gateway.url, QUERY);
  expect(data).toEqual({ statistics: { securityCases: null } });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
});

test('without a history there is no time in status, and no error', async () => {
  const plain = await startTestGateway(emulator.url);
  const { data, errors } = await plain.send(QUERY);
  expect([data, errors]).toEqual([
    { statistics: { securityCases: { total: 3, timeInStatus: null } } },
    undefined,
  ]);
  await plain.close();
});

describe('without a gateway', () => {
  const logger = pino({ level: 'silent' });
  const cases = [
    { resourceId: idOf(1), target: 'default', status: 'ACKNOWLEDGED' },
    { resourceId: idOf(2), target: 'default', status: 'CLOSED' },
    { resourceId: idOf(3), target: 'default', status: 'READY_TO_CLOSE' },
  ];

  async function readWith(maxEvents: number, targets = ['default'], write = writeEvents) {
    const history = await TestHistory.open();
    await write(history);
    const reader = new HistoryReader(history.database, logger);
    const result = await new TimeInStatus(reader, { cases, targets }, logger, maxEvents).read();
    await history.close();
    if (result === undefined) throw new Error('There is a history.');
    return result;
  }

  test('beyond the limit of events, the durations count from the oldest event that was read', async () => {
    // Of the three changes of statuses, the gateway reads that of case 9 and the second one of case 2.
    const result = await readWith(2);
    expect(result).toMatchObject({ since: ago(1_500), caseCount: 3, isEventLimitReached: true });
    // Case 2 was created before that.
    expect(rounded(result)).toEqual([
      ['ACKNOWLEDGED', 15, 1],
      ['CLOSED', 15, 1],
      ['READY_TO_CLOSE', 15, 1],
      ['SUBMITTED', 0, 1],
    ]);
  });

  test('several pages of events count like one', async () => {
    const events = Array.from({ length: 2_600 }, (_, index) => ({
      ...SOURCE,
      resourceId: idOf(1),
      observedAt: ago(3_600 - index),
      changes: index % 2 === 0 ? change('SUBMITTED', 'ACKNOWLEDGED') : change('ACKNOWLEDGED', 'SUBMITTED'),
    }));
    const result = await readWith(10_000, ['default'], async (history) => {
      await history.look(SOURCE, ago(4_000));
      await history.appendTogether(events);
      await history.look(SOURCE, new Date());
    });
    expect(result.isEventLimitReached).toBe(false);
    // 400 s before the first event, 1,300 s of one second each, and the last 1,001 s after event 2,600.
    const submitted = result.durations.find(({ status }) => status === 'SUBMITTED');
    expect(Math.round((submitted?.meanSeconds ?? 0) / 100)).toBe(27);
    const acknowledged = result.durations.find(({ status }) => status === 'ACKNOWLEDGED');
    expect(Math.round((acknowledged?.meanSeconds ?? 0) / 100)).toBe(13);
  });

  test('a list that nobody has watched has no durations', async () => {
    const result = await readWith(100, ['default'], () => Promise.resolve());
    expect(result).toMatchObject({ since: undefined, caseCount: 0, durations: [] });
    expect(result.completeness.complete).toBe(false);
  });

  test('the history of targets that were not counted is not read', async () => {
    expect(await readWith(100, ['elsewhere'])).toMatchObject({ caseCount: 0, durations: [] });
  });

  test('requests that share the figures read the history once', async () => {
    const history = await TestHistory.open();
    await writeEvents(history);
    const shared = new TimeInStatus(
      new HistoryReader(history.database, logger),
      { cases, targets: ['default'] },
      logger,
    );
    const [one, two] = await Promise.all([shared.read(), shared.read()]);
    expect(one).toBe(two);
    await history.close();
  });
});
