// The reads of the history in PostgreSQL return what they return in SQLite.
import pino from 'pino';
import type { ResourceEventConditions } from '../../src/domain/records/resource-event';
import { RESOURCES, type ResourceKind } from '../../src/domain/resources';
import { HistoryReader } from '../../src/history/queries';
import { postgresPlaces } from '../support/audit-stores';
import { eventOf, STATUS_CHANGE, TestHistory } from '../support/history';
import { describeWithPostgres } from '../support/postgres';

const KINDS = Object.keys(RESOURCES) as ResourceKind[];
const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 12, minute));

const JOBS = { kind: 'ClassificationJob', target: 'home' } as const;
const CASES = { kind: 'SecurityCase', target: 'west' } as const;
const JOB = { ...JOBS, observedAt: at(1) };
const CASE = { ...CASES, observedAt: at(2), changes: [{ ...STATUS_CHANGE, field: 'updatedAt' }] };
const OWN = { ...CASES, observedAt: at(3), cause: 'GATEWAY', changeId: 'a', type: 'CREATED' } as const;

describeWithPostgres('the reads of the history')('the history in PostgreSQL', () => {
  let places: Awaited<ReturnType<typeof postgresPlaces>>;
  let history: TestHistory;
  let reader: HistoryReader;

  beforeAll(async () => {
    places = await postgresPlaces();
    const { store } = await places.newPlace();
    history = await TestHistory.open('', store.databaseUrl);
    reader = new HistoryReader(history.database, pino({ level: 'silent' }));
    await history.append(JOB, CASE);
    await history.appendBy('token:ann', OWN);
  });

  afterAll(async () => {
    await history.close();
    await places.close();
  });

  const find = async (conditions: ResourceEventConditions, more: object = {}) => {
    const page = { first: 10, order: 'OLDEST_FIRST', kinds: KINDS, targets: undefined, ...more } as const;
    return (await reader.find(conditions, page)).events.map(({ position }) => position);
  };

  test('an event has every stored value', async () => {
    const page = { first: 1, order: 'NEWEST_FIRST', kinds: KINDS, targets: ['west'] } as const;
    expect(await reader.find({}, page)).toEqual({
      events: [{ ...eventOf(OWN), position: '3', actor: 'token:ann' }],
      hasNext: true,
    });
  });

  test.each<[string, ResourceEventConditions, string[]]>([
    ['a resource', { resourceId: eventOf(JOB).resourceId }, ['1']],
    ['targets', { targets: ['west', 'nowhere'] }, ['2', '3']],
    ['kinds', { kinds: ['ClassificationJob'] }, ['1']],
    ['types', { types: ['CREATED'] }, ['3']],
    ['a field', { fields: ['status'] }, ['1', '3']],
    ['a field in another case, and wildcards', { fields: ['STATUS', '%', 'stat_s'] }, []],
    ['actors', { actors: ['token:ann'] }, ['3']],
    ['a text that PostgreSQL cannot store', { actors: ['\0', '\ud800'] }, []],
    ['a time', { time: { gt: { from: at(1), until: at(1) }, lte: { from: at(2), until: at(2) } } }, ['2']],
    ['no target', { targets: [] }, []],
  ])('a filter by %s returns only matching events', async (_name, conditions, expected) => {
    expect(await find(conditions)).toEqual(expected);
  });

  test('pages continue behind a position, within the kinds and targets of the caller', async () => {
    expect(await find({}, { after: '1' })).toEqual(['2', '3']);
    expect(await find({}, { after: '1', kinds: ['ClassificationJob'] })).toEqual([]);
    expect(await find({}, { targets: ['home'] })).toEqual(['1']);
  });

  test('sources have the times of their looks and their gaps in the range', async () => {
    const gap = { startedAt: at(4), endedAt: at(8), reason: 'NOT_WATCHED' } as const;
    await history.look(JOBS, at(4));
    await history.look(JOBS, at(8), gap);
    await history.look(CASES, at(9));
    const sources = (from?: Date, until?: Date) =>
      reader.sources({ kinds: KINDS, targets: undefined }, { from, until });
    expect(await sources()).toEqual([
      { ...JOBS, watchedSince: at(4), observedAt: at(8), intervalSeconds: 60, gaps: [gap] },
      { ...CASES, watchedSince: at(9), observedAt: at(9), intervalSeconds: 60, gaps: [] },
    ]);
    expect((await sources(at(7), at(9)))[0]?.gaps).toEqual([gap]);
    expect((await sources(at(8)))[0]?.gaps).toEqual([]);
    expect((await sources(undefined, at(4)))[0]?.gaps).toEqual([]);
  });

  test('returns the newest event that the retention has deleted', async () => {
    expect(await reader.pruned()).toEqual({ position: '0', observedAt: undefined });
    await history.prune(2, at(2));
    expect(await reader.pruned()).toEqual({ position: '2', observedAt: at(2) });
    expect(await find({})).toEqual(['3']);
  });
});
