// The reads of the history: pages of the events that a caller may see, and the state of the watched lists.
import pino from 'pino';
import type { ResourceEventConditions, ResourceEventRecord } from '../../src/domain/records/resource-event';
import type { ResourceKind } from '../../src/domain/resources';
import { HistoryReader, type EventPageRequest } from '../../src/history/queries';
import { CapturedLog } from '../support/captured-log';
import { eventOf, STATUS_CHANGE, TestHistory, type TestEvent } from '../support/history';

const logger = pino({ level: 'silent' });
const KINDS: readonly ResourceKind[] = [
  'ClassificationJob',
  'MacieMember',
  'MailboxExportJob',
  'SecurityCase',
];

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 12, minute));
const change = (field: string) => ({ ...STATUS_CHANGE, field });

const EVENTS: readonly TestEvent[] = [
  {
    kind: 'ClassificationJob',
    target: 'home',
    observedAt: at(1),
    type: 'CREATED',
    changes: [change('name')],
  },
  { kind: 'ClassificationJob', target: 'west', observedAt: at(2), changes: [change('status')] },
  {
    kind: 'SecurityCase',
    target: 'home',
    observedAt: at(3),
    changes: [change('status'), change('updatedAt')],
  },
  { kind: 'MacieMember', target: 'home', observedAt: at(4), type: 'DISAPPEARED', changes: [] },
  {
    kind: 'MailboxExportJob',
    target: 'west',
    observedAt: at(5),
    cause: 'GATEWAY',
    changeId: 'change-1',
    changes: [change('lastRunErrorStatus.code')],
  },
  { kind: 'SecurityCase', target: 'west', observedAt: at(6), changes: [change('awsStatus')] },
];

let history: TestHistory;
let reader: HistoryReader;

beforeEach(async () => {
  history = await TestHistory.open();
  reader = new HistoryReader(history.database, logger);
});

afterEach(() => history.close());

/** The gateway made the change of the export job for a caller. */
async function appendAll(): Promise<void> {
  for (const event of EVENTS) {
    await history.appendBy(event.cause === 'GATEWAY' ? 'token:ann' : undefined, event);
  }
}

const page = (more: Partial<EventPageRequest> = {}): EventPageRequest => ({
  first: 200,
  order: 'OLDEST_FIRST',
  kinds: KINDS,
  targets: undefined,
  ...more,
});

const positions = (events: readonly ResourceEventRecord[]) => events.map(({ position }) => Number(position));

async function found(conditions: ResourceEventConditions, more?: Partial<EventPageRequest>) {
  return positions((await reader.find(conditions, page(more))).events);
}

test('an event has every stored value', async () => {
  const [, , , , exported] = EVENTS;
  if (exported === undefined) throw new Error('There is no such event.');
  await appendAll();
  const { events } = await reader.find({ kinds: ['MailboxExportJob'] }, page());
  expect(events).toEqual([{ ...eventOf(exported), position: '5', actor: 'token:ann' }]);
});

test('pages are oldest first, continue behind a position, and say whether there are more', async () => {
  await appendAll();
  const first = await reader.find({}, page({ first: 4 }));
  expect([positions(first.events), first.hasNext]).toEqual([[1, 2, 3, 4], true]);
  const rest = await reader.find({}, page({ first: 4, after: '4' }));
  expect([positions(rest.events), rest.hasNext]).toEqual([[5, 6], false]);
  expect(await found({}, { after: '6' })).toEqual([]);
});

test('pages can be newest first', async () => {
  await appendAll();
  const { events, hasNext } = await reader.find({}, page({ first: 2, order: 'NEWEST_FIRST', after: '5' }));
  expect([positions(events), hasNext]).toEqual([[4, 3], true]);
});

test.each<[string, ResourceEventConditions, number[]]>([
  ['targets', { targets: ['west', 'nowhere'] }, [2, 5, 6]],
  ['kinds', { kinds: ['MacieMember', 'SecurityCase'] }, [3, 4, 6]],
  ['types', { types: ['CREATED', 'DISAPPEARED'] }, [1, 4]],
  ['a field', { fields: ['status'] }, [2, 3]],
  ['one of several fields', { fields: ['updatedAt', 'name'] }, [1, 3]],
  ['a nested field', { fields: ['lastRunErrorStatus.code'] }, [5]],
  ['a part of a field', { fields: ['Status'] }, []],
  ['a field in another case', { fields: ['STATUS'] }, []],
  ['the wildcards of LIKE', { fields: ['%', 's_atus', '\\', 'stat%'] }, []],
  ['actors', { actors: ['token:ann', 'token:bob'] }, [5]],
  ['another actor', { actors: ['token:bob'] }, []],
  ['a text that PostgreSQL cannot store', { actors: ['\0', '\ud800'] }, []],
  ['no target', { targets: [] }, []],
  ['no field', { fields: [] }, []],
  ['a time', { time: { gte: { from: at(2), until: at(2) }, lt: { from: at(4), until: at(4) } } }, [2, 3]],
  ['an exact time', { time: { eq: { from: at(6), until: at(6) } } }, [6]],
  ['several conditions', { targets: ['west'], kinds: ['SecurityCase'], types: ['CHANGED'] }, [6]],
])('a filter by %s returns only matching events', async (_name, conditions, expected) => {
  await appendAll();
  expect(await found(conditions)).toEqual(expected);
});

test('events of other kinds and targets do not leave the database', async () => {
  await appendAll();
  expect(await found({}, { kinds: ['SecurityCase'] })).toEqual([3, 6]);
  expect(await found({}, { targets: ['home'] })).toEqual([1, 3, 4]);
  expect(await found({}, { kinds: ['SecurityCase', 'MacieMember'], targets: ['home'] })).toEqual([3, 4]);
  expect(await found({ kinds: ['MacieMember'] }, { kinds: ['SecurityCase'] })).toEqual([]);
  expect(await found({ targets: ['west'] }, { targets: ['home'] })).toEqual([]);
  expect(await found({}, { kinds: [] })).toEqual([]);
  expect(await found({}, { targets: [] })).toEqual([]);
  const { hasNext } = await reader.find({}, page({ first: 1, kinds: ['MacieMember'] }));
  expect(hasNext).toBe(false);
});

test('a page ends early after 1 MB of changes, and continues with the next event', async () => {
  const long = { ...STATUS_CHANGE, before: 'x'.repeat(300_000) };
  const source = { kind: 'MacieMember', target: 'home' } as const;
  await history.append(...Array.from({ length: 6 }, () => ({ ...source, changes: [long] })));
  const first = await reader.find({}, page());
  expect([positions(first.events), first.hasNext]).toEqual([[1, 2, 3, 4], true]);
  expect(await found({}, { after: '4' })).toEqual([5, 6]);
});

const JOBS = { kind: 'ClassificationJob', target: 'home' } as const;
const CASES = { kind: 'SecurityCase', target: 'west' } as const;
const ALWAYS = { from: undefined, until: undefined };
const gap = (started: number, ended: number) =>
  ({ startedAt: at(started), endedAt: at(ended), reason: 'NOT_WATCHED' }) as const;

test('a source has the times of its looks and its gaps, newest first', async () => {
  await history.look(JOBS, at(0));
  await history.look(JOBS, at(10), gap(0, 10));
  await history.look(JOBS, at(30), { ...gap(11, 30), reason: 'READ_FAILED' }, 120);
  await history.look(CASES, at(20));
  const access = { kinds: KINDS, targets: undefined };
  expect(await reader.sources(access, ALWAYS)).toEqual([
    {
      ...JOBS,
      watchedSince: at(0),
      observedAt: at(30),
      intervalSeconds: 120,
      gaps: [{ ...gap(11, 30), reason: 'READ_FAILED' }, gap(0, 10)],
    },
    { ...CASES, watchedSince: at(20), observedAt: at(20), intervalSeconds: 60, gaps: [] },
  ]);
  const gapsIn = async (from?: Date, until?: Date) =>
    (await reader.sources(access, { from, until }))[0]?.gaps.map(({ endedAt }) => endedAt);
  expect(await gapsIn(at(10))).toEqual([at(30)]);
  expect(await gapsIn(at(30))).toEqual([]);
  expect(await gapsIn(undefined, at(11))).toEqual([at(10)]);
  expect(await gapsIn(at(9), at(12))).toEqual([at(30), at(10)]);
});

test('only the sources of visible kinds and targets are returned', async () => {
  await history.look(JOBS, at(10), gap(0, 10));
  await history.look(CASES, at(20), gap(5, 20));
  const jobs = await reader.sources({ kinds: ['ClassificationJob'], targets: undefined }, ALWAYS);
  expect(jobs).toMatchObject([{ ...JOBS, gaps: [gap(0, 10)] }]);
  const west = await reader.sources({ kinds: KINDS, targets: ['west'] }, ALWAYS);
  expect(west).toMatchObject([{ ...CASES, gaps: [gap(5, 20)] }]);
  expect(await reader.sources({ kinds: KINDS, targets: [] }, ALWAYS)).toEqual([]);
});

test('a source has at most its 50 newest gaps', async () => {
  for (let minute = 1; minute <= 52; minute += 1) {
    await history.look(JOBS, at(minute), gap(minute - 1, minute));
  }
  const [jobs] = await reader.sources({ kinds: KINDS, targets: undefined }, ALWAYS);
  expect(jobs?.gaps.length).toBe(50);
  expect([jobs?.gaps[0], jobs?.gaps[49]]).toEqual([gap(51, 52), gap(2, 3)]);
});

test('returns the newest event that the retention has deleted', async () => {
  expect(await reader.pruned()).toEqual({ position: '0', observedAt: undefined });
  await appendAll();
  await history.prune(2, at(2));
  expect(await reader.pruned()).toEqual({ position: '2', observedAt: at(2) });
  expect(await found({})).toEqual([3, 4, 5, 6]);
});

test('a read that the database refuses fails with HISTORY_UNAVAILABLE and logs the cause', async () => {
  const log = new CapturedLog();
  await history.database.run({ text: 'DROP TABLE history_events', values: [] });
  await expect(reader.find({}, page(), log.logger)).rejects.toMatchObject({
    code: 'HISTORY_UNAVAILABLE',
    message: 'The history cannot be read now: try again later.',
  });
  expect(JSON.parse(log.text)).toMatchObject({ msg: 'The history cannot be read', level: 50 });
});
