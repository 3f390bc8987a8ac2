// The audit log in SQLite and in PostgreSQL: writes, append-only protection, queries, concurrent writers and migrations.
import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { POSTGRES_MIGRATIONS, SQLITE_MIGRATIONS } from '../../src/audit/migrations';
import { DatabaseStartError } from '../../src/storage/sql/database';
import { AuditUnavailableError } from '../../src/domain/errors';
import type { AuditConditions, AuditEntry } from '../../src/domain/records/audit-entry';
import { entriesOf, entryOf, intentOf, mixedLot, outcomeOf, START, write } from '../support/audit-records';
import {
  openLog,
  type OpenAuditLog,
  postgresPlaces,
  sqlitePlaces,
  type AuditPlace,
  type AuditPlaces,
} from '../support/audit-stores';
import { describeWithPostgres } from '../support/postgres';

const WRITERS = 4;
const RECORDS_EACH = 200;

type Entry = Omit<AuditEntry, 'position'>;

const minutes = (count: number) => new Date(START + count * 60_000);
const at = (time: Date) => ({ from: time, until: time });

/** Each filter and a handwritten predicate with the same meaning. */
const FILTERS: readonly (readonly [title: string, AuditConditions, (entry: Entry) => boolean])[] = [
  ['no condition', {}, () => true],
  ['a resource', { resourceId: 'resource-2' }, (entry) => entry.resourceId === 'resource-2'],
  ['a resource without entries', { resourceId: 'resource-9' }, () => false],
  ['an actor', { actor: 'bob' }, ({ actor }) => actor === 'bob'],
  ['a mutation', { mutations: ['tagResource'] }, ({ mutation }) => mutation === 'tagResource'],
  [
    'one of two mutations',
    { mutations: ['tagResource', 'createMacieMember'] },
    ({ mutation }) => mutation === 'tagResource' || mutation === 'createMacieMember',
  ],
  [
    'one of two outcomes',
    { outcomes: ['REFUSED', 'UNKNOWN'] },
    ({ outcome }) => outcome === 'REFUSED' || outcome === 'UNKNOWN',
  ],
  ['changes with an outcome', { ended: true }, ({ outcome }) => outcome !== undefined],
  ['changes without an outcome', { ended: false }, ({ outcome }) => outcome === undefined],
  [
    'an exact time',
    { createdAt: { eq: at(minutes(7)) } },
    ({ createdAt }) => createdAt.getTime() === START + 420_000,
  ],
  [
    'a time range that includes only its start',
    { createdAt: { gte: at(minutes(10)), lt: at(minutes(40)) } },
    ({ createdAt }) => createdAt >= minutes(10) && createdAt < minutes(40),
  ],
  [
    'a time range that includes only its end',
    { createdAt: { gt: at(minutes(10)), lte: at(minutes(40)) } },
    ({ createdAt }) => createdAt > minutes(10) && createdAt <= minutes(40),
  ],
  [
    'several conditions',
    {
      resourceId: 'resource-1',
      actor: 'alice',
      mutations: ['closeSecurityCase'],
      ended: true,
      createdAt: { gt: at(minutes(5)) },
    },
    (entry) =>
      entry.resourceId === 'resource-1' &&
      entry.actor === 'alice' &&
      entry.mutation === 'closeSecurityCase' &&
      entry.outcome !== undefined &&
      entry.createdAt > minutes(5),
  ],
  ['null conditions', { actor: null, mutations: null, createdAt: { eq: null } }, () => true],
];

const withoutPosition = ({ position, ...entry }: AuditEntry): Entry => {
  expect(position).toMatch(/^\d+$/);
  return entry;
};

function testAuditLog(
  openPlaces: () => Promise<AuditPlaces>,
  { shared }: { readonly shared: boolean },
): void {
  let places: AuditPlaces;
  let place: AuditPlace;
  let log: OpenAuditLog;

  beforeAll(async () => {
    places = await openPlaces();
  });

  afterAll(() => places.close());

  beforeEach(async () => {
    place = await places.newPlace();
    log = await openLog(place.store);
  });

  afterEach(() => log.close());

  const all = async () => (await entriesOf(log)).map(withoutPosition);

  /** Closes the log, runs SQL directly in the database and opens the log again. */
  const runSqlDirectly = async (sql: string) => {
    await log.close();
    const outcome = await place.sql(sql).catch((error: unknown) => error);
    log = await openLog(place.store);
    return outcome;
  };

  test('a query with targets returns only entries of these targets', async () => {
    for (const target of ['home', 'west', undefined]) {
      await log.record(intentOf(`in ${target ?? 'none'}`, { target }), outcomeOf(`in ${target ?? 'none'}`));
    }
    const found = async (targets: readonly string[] | undefined) =>
      (await log.find({}, { first: 10, targets })).entries.map(({ changeId }) => changeId);
    expect(await found(undefined)).toEqual(['in none', 'in west', 'in home']);
    expect(await found(['home', 'elsewhere'])).toEqual(['in home']);
    expect(await found([])).toEqual([]);
  });

  const full = intentOf('full', {
    createdAt: new Date('2026-03-29T01:30:00.123Z'),
    actor: 'arn:aws:sts::111122223333:assumed-role/analyst/zoë',
    sourceAddress: '2001:db8::1',
    resourceType: 'SecurityCase',
    resourceId: 'WzEsIlNlY3VyaXR5Q2FzZSJd',
    target: 'default',
    input: {
      id: 'x',
      tags: [{ key: 'a', value: "'; DROP TABLE audit_log; --" }],
      dryRun: false,
      nothing: null,
    },
    statusBefore: 'READY_TO_CLOSE',
    idempotencyKey: 'key-1',
    operation: 'CloseCase',
    replayOf: 'an-earlier-change',
  });
  const fullOutcome = outcomeOf('full', {
    createdAt: new Date('2026-03-29T01:30:01.456Z'),
    outcome: 'UNKNOWN',
    errorCodes: ['OUTCOME_UNKNOWN', 'AWS_REJECTED'],
    statusAfter: 'CLOSED',
    requestId: 'b1e3',
  });

  test('an intent has no outcome until the outcome is written', async () => {
    await log.begin(full);
    expect(await all()).toEqual([entryOf(full)]);
    await log.end(fullOutcome);
    expect(await all()).toEqual([entryOf(full, fullOutcome)]);
  });

  test('record() writes the intent and the outcome of a change together, or neither', async () => {
    const refused = outcomeOf('refused', { outcome: 'REFUSED', errorCodes: ['INVALID_TRANSITION'] });
    await log.record(intentOf('refused'), refused);
    await expect(log.record(intentOf('half'), outcomeOf('another'))).rejects.toThrow(AuditUnavailableError);
    expect(await all()).toEqual([entryOf(intentOf('refused'), refused)]);
  });

  test('rejects a write that would change an entry, with an error that reveals nothing about the database', async () => {
    await log.begin(intentOf('a'));
    await log.end(outcomeOf('a'));
    const attempts = [
      () => log.begin(intentOf('a', { actor: 'mallory' })),
      () => log.end(outcomeOf('a', { outcome: 'REFUSED' })),
      () => log.end(outcomeOf('never begun')),
      () => log.record(intentOf('a', { actor: 'mallory' }), outcomeOf('a')),
    ];
    for (const attempt of attempts) {
      const error = await attempt().catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(AuditUnavailableError);
      expect(error).toMatchObject({
        message: 'The audit trail cannot be written now: try again later.',
        extensions: { code: 'AUDIT_UNAVAILABLE', retryable: true },
      });
    }
    expect(await all()).toEqual([entryOf(intentOf('a'), outcomeOf('a'))]);
  });

  test('replaces characters that a database cannot store', async () => {
    const odd = intentOf('odd', { actor: 'a\0b', resourceId: '\ud800', input: { text: '\0\ud800' } });
    await log.begin(odd);
    const [entry] = await entriesOf(log, { resourceId: '\ud800', actor: 'a\0b' });
    expect(entry).toMatchObject({ actor: 'a\ufffdb', resourceId: '\ufffd', input: odd.input });
  });

  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

  test('a text of more than 1 KB is replaced by its length and its hash, in every column and in keys, and filters find it', async () => {
    const long = 'x'.repeat(1_025);
    const fits = 'é'.repeat(512);
    const summary = `(1025 characters, sha256 ${sha256(long)})`;
    const texts = { actor: long, resourceId: long, target: long, idempotencyKey: long, statusBefore: long };
    const input = { [long]: 1, list: [long, { deep: long }], fits, wide: 'é'.repeat(513) };
    await log.record(intentOf('long', { ...texts, input }), outcomeOf('long', { statusAfter: long }));
    const [entry, ...others] = await entriesOf(log, { actor: long, resourceId: long });
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      actor: summary,
      resourceId: summary,
      target: summary,
      idempotencyKey: summary,
      statusBefore: summary,
      statusAfter: summary,
      input: {
        [summary]: 1,
        list: [summary, { deep: summary }],
        fits,
        wide: `(513 characters, sha256 ${sha256('é'.repeat(513))})`,
      },
    });
  });

  test('the input of a row of more than 8 KB is replaced by its size and its hash', async () => {
    const many = { numbers: Array.from({ length: 5_000 }, (_each, index) => index) };
    let nested: unknown = 'leaf';
    for (let depth = 0; depth < 20_000; depth += 1) nested = [nested];
    await log.begin(intentOf('many', { input: many }));
    await log.begin(intentOf('nested', { input: { nested } }));
    await log.begin(intentOf('fits', { input: { numbers: many.numbers.slice(0, 1_500) } }));
    const errorCodes = Array.from({ length: 5_000 }, () => 'INVALID_INPUT');
    await log.record(intentOf('codes'), outcomeOf('codes', { outcome: 'REFUSED', errorCodes }));
    const entries = await entriesOf(log);
    const json = JSON.stringify(many);
    expect(entries.map(({ input }) => input)).toMatchObject([
      {},
      { numbers: many.numbers.slice(0, 1_500) },
      { nested: expect.anything() as unknown },
      { omittedBytes: json.length, sha256: sha256(json) },
    ]);
    const [open, close] = ['['.repeat(31), ']'.repeat(31)];
    expect(JSON.stringify(entries[2]?.input)).toBe(`{"nested":${open}"(more than 32 levels)"${close}}`);
    expect(entries[0]?.errorCodes).toEqual(['INVALID_INPUT']);
  });

  test('a page ends early after 1 MB of rows of an earlier version, and a walk returns each of them once', async () => {
    const row = (index: number, bytes: number) =>
      `('old-${index}', '2026-11-01T00:00:00.000Z', 'alice', 'changeStatuses', '{"id":"${'x'.repeat(bytes)}"}')`;
    const rows = Array.from({ length: 60 }, (_each, index) => row(index, 50_000));
    const values = [row(100, 1_500_000), ...rows, row(101, 1_500_000)].join(', ');
    await runSqlDirectly(`INSERT INTO audit_log (intent_of, time, actor, mutation, input) VALUES ${values}`);
    const newest = await log.find({}, { first: 200 });
    expect(newest.entries.map(({ changeId }) => changeId)).toEqual(['old-101']);
    expect(newest.hasNext).toBe(true);
    const second = await log.find({}, { first: 200, after: newest.entries[0]?.position });
    // The page ends with the first row after 1,048,576 bytes: 21 rows of about 50,000.
    expect(second.entries).toHaveLength(21);
    const walked = (await entriesOf(log)).map(({ changeId }) => changeId);
    const numbers = [101, ...Array.from({ length: 60 }, (_each, index) => 59 - index), 100];
    expect(walked).toEqual(numbers.map((number) => `old-${number}`));
  });

  test.each([
    ['UPDATE', "UPDATE audit_log SET actor = 'mallory'"],
    ['UPDATE of only an outcome', "UPDATE audit_log SET outcome = 'REFUSED' WHERE outcome_of = 'full'"],
    ['DELETE', 'DELETE FROM audit_log'],
    ['DELETE of one row', "DELETE FROM audit_log WHERE outcome_of = 'full'"],
    shared
      ? ['TRUNCATE', 'TRUNCATE audit_log']
      : [
          'REPLACE',
          "REPLACE INTO audit_log (intent_of, time, actor, mutation, input) VALUES ('full', '', 'mallory', '', '')",
        ],
  ])('the database rejects %s', async (_statement, sql) => {
    await log.begin(full);
    await log.end(fullOutcome);
    const error = await runSqlDirectly(sql);
    expect(String(error)).toContain('the audit log is append-only');
    expect(await all()).toEqual([entryOf(full, fullOutcome)]);
  });

  test('the database rejects a row that is not exactly one complete intent or outcome', async () => {
    const rows = [
      `INSERT INTO audit_log (time) VALUES ('2026-01-01T00:00:00.000Z')`,
      `INSERT INTO audit_log (intent_of, time) VALUES ('a', '2026-01-01T00:00:00.000Z')`,
      `INSERT INTO audit_log (intent_of, outcome_of, time, actor, mutation, input, outcome, error_codes)
       VALUES ('a', 'a', '2026-01-01T00:00:00.000Z', 'a', 'm', '{}', 'APPLIED', '[]')`,
    ];
    for (const row of rows) expect(await runSqlDirectly(row)).toBeInstanceOf(Error);
    expect(await all()).toEqual([]);
  });

  test('every filter returns the same entries, newest first, as its predicate, for every page size', async () => {
    const lot = mixedLot(105);
    for (const entry of lot) await write(log, entry);
    const newestFirst = [...lot].reverse();
    for (const [title, conditions, holds] of FILTERS) {
      const expected = newestFirst.filter(holds);
      expect([title, (await all()).filter(holds).length]).toEqual([title, expected.length]);
      for (const first of [1, 7, 105, 200]) {
        const found = await entriesOf(log, conditions, first);
        expect([title, first, found.map(withoutPosition)]).toEqual([title, first, expected]);
      }
    }
  });

  test('a walk returns the entries that existed when it began, despite later writes', async () => {
    const lot = mixedLot(30);
    for (const entry of lot) await write(log, entry);
    const { entries: firstPage } = await log.find({}, { first: 10 });
    await log.begin(intentOf('later'));
    await log.end(outcomeOf('change-5'));
    const { entries: rest } = await log.find({}, { first: 100, after: firstPage.at(-1)?.position });
    const ids = [...firstPage, ...rest].map(({ changeId }) => changeId);
    expect(ids).toEqual(lot.map(({ changeId }) => changeId).reverse());
  });

  test('no entry has one of no mutations or outcomes', async () => {
    await log.begin(intentOf('only'));
    for (const filter of [{ mutations: [] }, { outcomes: [] }]) {
      expect((await log.find(filter, { first: 1 })).entries).toEqual([]);
    }
  });

  test('the log contains every record of concurrent writers once, in the order of each writer', async () => {
    const replicas = [log];
    while (shared && replicas.length < WRITERS) replicas.push(await openLog(place.store));
    const writers = Array.from({ length: WRITERS }, async (_each, writer) => {
      const replica = replicas[writer % replicas.length] ?? log;
      for (let index = 0; index < RECORDS_EACH; index += 1) {
        const changeId = `${writer}-${index}`;
        if (index % 2 === 0) {
          await replica.record(intentOf(changeId), outcomeOf(changeId, { outcome: 'REFUSED' }));
        } else {
          await replica.begin(intentOf(changeId));
          await delay(0);
          await replica.end(outcomeOf(changeId));
        }
      }
    });
    await Promise.all(writers);
    await Promise.all(replicas.slice(1).map((replica) => replica.close()));
    const found = await entriesOf(log, { ended: true }, 150);
    expect(found).toHaveLength(WRITERS * RECORDS_EACH);
    expect(new Set(found.map(({ changeId }) => changeId)).size).toBe(WRITERS * RECORDS_EACH);
    expect(await all()).toHaveLength(WRITERS * RECORDS_EACH);
    for (let writer = 0; writer < WRITERS; writer += 1) {
      const ofWriter = found.map(({ changeId }) => changeId).filter((id) => id.startsWith(`${writer}-`));
      expect(ofWriter).toEqual(
        Array.from({ length: RECORDS_EACH }, (_each, index) => `${writer}-${index}`).reverse(),
      );
    }
  });

  test('a log contains its earlier entries after it is opened again, and accepts new ones', async () => {
    await log.begin(intentOf('before'));
    await log.close();
    log = await openLog(place.store);
    await log.end(outcomeOf('before'));
    await log.begin(intentOf('after'));
    const ids = (await all()).map(({ changeId, outcome }) => [changeId, outcome]);
    expect(ids).toEqual([
      ['after', undefined],
      ['before', 'APPLIED'],
    ]);
  });

  test('a log of version 1 keeps its entries under the new column names', async () => {
    const old = await places.newPlace();
    const sql = (text: string) => old.sql(text);
    const [first = ''] = shared ? POSTGRES_MIGRATIONS : SQLITE_MIGRATIONS;
    await sql(first);
    await sql(
      shared
        ? 'CREATE TABLE audit_migrations (version INTEGER PRIMARY KEY); INSERT INTO audit_migrations VALUES (1)'
        : 'PRAGMA user_version = 1',
    );
    await sql(`INSERT INTO audit_log (intent_of, time, actor, mutation, asked, seen)
      VALUES ('old', '2026-11-01T00:00:00.000Z', 'alice', 'pauseClassificationJob', '{"dryRun":false}', 'RUNNING')`);
    await sql(`INSERT INTO audit_log (outcome_of, time, outcome, problems, observed)
      VALUES ('old', '2026-11-01T00:00:01.000Z', 'UNKNOWN', '["OUTCOME_UNKNOWN"]', 'PAUSED')`);
    const migrated = await openLog(old.store);
    const found = await entriesOf(migrated);
    await migrated.close();
    expect(found).toMatchObject([
      {
        changeId: 'old',
        input: { dryRun: false },
        statusBefore: 'RUNNING',
        outcome: 'UNKNOWN',
        errorCodes: ['OUTCOME_UNKNOWN'],
        statusAfter: 'PAUSED',
      },
    ]);
  });

  test('the gateway does not start with an audit log of a later version', async () => {
    await log.close();
    await place.sql('INSERT INTO audit_migrations VALUES (99)');
    const error = await openLog(place.store).catch((reason: unknown) => reason);
    await place.sql('DELETE FROM audit_migrations WHERE version = 99');
    log = await openLog(place.store);
    expect(error).toBeInstanceOf(DatabaseStartError);
    expect(String(error)).toContain('holds the audit trail of a later version of secops-graph');
  });
}

describe('the audit log in SQLite', () => {
  testAuditLog(() => Promise.resolve(sqlitePlaces()), { shared: false });
});

describeWithPostgres('the audit log in PostgreSQL')('the audit log in PostgreSQL', () => {
  testAuditLog(postgresPlaces, { shared: true });
});
