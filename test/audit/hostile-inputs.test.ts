// Hostile inputs neither fill the audit trail nor make a write to it fail, in SQLite and in PostgreSQL.
import { encodeId } from '../../src/domain/ids';
import type { AuditEntry } from '../../src/domain/records/audit-entry';
import { entriesOf } from '../support/audit-records';
import { openLog, postgresPlaces, sqlitePlaces, type AuditPlaces } from '../support/audit-stores';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { startTestGateway } from '../support/gateway';
import { askAs } from '../support/identity';
import { inputTypeOf } from '../support/input-type';
import { Scrape } from '../support/metrics';
import { describeWithPostgres } from '../support/postgres';
import { identityOf, tokenOf } from '../support/principals';
import { CASE, JOB, MEMBER } from '../support/resources';

/** A row has at most 8 KB, and an entry has two: the outcome is much smaller. */
const MAX_ENTRY_BYTES = 9_000;

const GRANTS = {
  reader: { scopes: new Set(['workmail:read'] as const), targets: 'ALL' },
  responder: {
    scopes: new Set(['macie:write', 'security-ir:write', 'workmail:write'] as const),
    targets: 'ALL',
  },
} as const;

/** Texts up to the limit of a string in a request. The random one does not compress. */
const TEXTS = [
  'x'.repeat(49_000),
  Array.from({ length: 1_500 }, (_each, index) =>
    encodeId({ kind: 'MacieMember', target: `t${index}`, accountId: '111122223333' }),
  )
    .join('')
    .slice(0, 49_000),
  '\u20ac'.repeat(512),
  'x'.repeat(512),
  '\0'.repeat(500),
  '\0'.repeat(16_000),
  '\ud800'.repeat(500),
  '\ud800'.repeat(8_000),
  '"\\\n'.repeat(300),
  '',
];

const many = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value);

const watcher = (text: string) => ({ email: text, name: text, jobTitle: text });

const newCase = (text: string, count: number) => ({
  target: text,
  resolverType: 'SELF',
  title: text,
  description: text,
  engagementType: 'SECURITY_INCIDENT',
  reportedIncidentStartedAt: '2026-11-20T22:15:00.000Z',
  impactedAccounts: many(count, text),
  watchers: many(Math.min(count, 100), watcher(text)),
  tags: many(count, { key: text, value: text }),
});

const newJob = (text: string, count: number) => ({
  name: text,
  jobType: 'ONE_TIME',
  buckets: { bucketDefinitions: many(Math.min(count, 10), { accountId: text, buckets: many(count, text) }) },
});

/** The inputs with a text in every place. */
const inputsWith = (text: string): readonly (readonly [mutation: string, input: object])[] => {
  // The body of a request has at most 100,000 bytes, and lists have at most 1,000 elements.
  const count = Math.max(1, Math.min(1_000, Math.floor(20_000 / (6 * text.length + 40))));
  return [
    ['pauseClassificationJob', { id: text }],
    ['pauseClassificationJob', { id: JOB, idempotencyKey: text }],
    ['closeSecurityCase', { id: text, idempotencyKey: text }],
    ['updateSecurityCaseStatus', { id: text, status: 'CLOSED' }],
    ['createSecurityCaseComment', { id: text, body: 'Hello' }],
    ['createSecurityCaseComment', { id: CASE, body: 'Hello', idempotencyKey: text }],
    ['tagResource', { id: MEMBER, tags: many(count, { key: text, value: text }) }],
    ['untagResource', { id: JOB, tagKeys: many(count, text) }],
    ['createMacieMember', { target: text, accountId: text, email: text }],
    ['createSecurityCase', newCase(text, 1)],
    ['createSecurityCase', newCase(text, count)],
    ['createClassificationJob', newJob(text, count)],
    ['updateSecurityCase', { id: CASE, watchers: { add: many(Math.min(count, 50), watcher(text)) } }],
    [
      'changeStatuses',
      {
        items: many(Math.min(count, 100), { id: text, action: 'CANCEL', status: text, expectedStatus: text }),
      },
    ],
    ['changeStatuses', { items: [{ id: JOB, action: 'CANCEL', expectedStatus: text }] }],
    ['changeStatuses', { items: [{ id: JOB, action: 'CANCEL' }], idempotencyKey: text }],
  ];
};

/** The two lists of 100 items that share one id as a variable: a small request for many long ids. */
const SHARED_ID = `mutation ($id: ID!) {
  ${['a', 'b']
    .map(
      (
        alias,
      ) => `${alias}: changeStatuses(input: { items: [${many(100, '{ id: $id, action: CANCEL }').join(' ')}] }) {
        results { userErrors { code } }
      }`,
    )
    .join('\n')}
}`;

const bytesOf = (entries: readonly AuditEntry[]) =>
  entries.map((entry) => Buffer.byteLength(JSON.stringify(entry)));

function testHostileInputs(openPlaces: () => Promise<AuditPlaces>): void {
  let places: AuditPlaces;
  let emulator: TestEmulator;

  beforeAll(async () => {
    places = await openPlaces();
    emulator = await startTestEmulator({ sizes: { jobs: 1, members: 1, exportJobs: 1, cases: 1 } });
  });

  afterAll(async () => {
    await emulator.close();
    await places.close();
  });

  /** Sends requests to a gateway with an empty trail. Returns the entries and the number of failed writes. */
  async function trailAfter(ask: (url: string) => Promise<void>) {
    const { store } = await places.newPlace();
    const gateway = await startTestGateway(emulator.url, { ...store, identity: identityOf(GRANTS) });
    await ask(gateway.url);
    const failures = (await Scrape.of(gateway.url)).sum('secops_graph_audit_write_duration_seconds_count', {
      outcome: 'FAILED',
    });
    await gateway.close();
    const log = await openLog(store);
    const entries = await entriesOf(log);
    await log.close();
    return { entries, failures };
  }

  test('every refusal is written, and none has more than 9 KB', async () => {
    const { entries, failures } = await trailAfter(async (url) => {
      for (const text of TEXTS) {
        for (const [mutation, input] of inputsWith(text)) {
          for (const caller of ['reader', 'responder'] as const) {
            const selection =
              mutation === 'changeStatuses'
                ? 'results { userErrors { code message } }'
                : 'userErrors { code }';
            const query = `mutation ($input: ${inputTypeOf(mutation)}!) { ${mutation}(input: $input) { ${selection} } }`;
            const answer = await askAs(tokenOf(caller), url, query, { input });
            expect(JSON.stringify(answer)).not.toMatch(/AUDIT|INTERNAL_SERVER_ERROR/);
          }
        }
      }
    });
    expect(failures).toBe(0);
    expect(entries.length).toBeGreaterThan(200);
    expect(Math.max(...bytesOf(entries))).toBeLessThan(MAX_ENTRY_BYTES);
  });

  test.each([
    // Earlier versions stored the id twice for each item: about 19.6 MB for this request.
    ['49,000 characters, which is too long, leaves nothing', 'x'.repeat(49_000), 0],
    ['512 characters leaves less than 1.6 KB per item', 'x'.repeat(512), 200 * 1_600],
  ])('a request of 200 invalid items with one id of %s', async (_title, id, limit) => {
    const { entries, failures } = await trailAfter(async (url) => {
      const { errors } = await askAs(tokenOf('reader'), url, SHARED_ID, { id });
      expect(errors).toBeUndefined();
    });
    expect(failures).toBe(0);
    const bytes = bytesOf(entries).reduce((sum, each) => sum + each, 0);
    expect(bytes).toBeLessThanOrEqual(limit);
  });
}

describe('hostile inputs with the trail in SQLite', () => {
  testHostileInputs(() => Promise.resolve(sqlitePlaces()));
});

describeWithPostgres('hostile inputs with the trail in PostgreSQL')(
  'hostile inputs with the trail in PostgreSQL',
  () => {
    testHostileInputs(postgresPlaces);
  },
);
