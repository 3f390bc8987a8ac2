// The queue while its database is unavailable: the items of AWS are there, and the reasons that need the audit trail or the history are named.
import { encodeId } from '../../src/domain/ids';
import pino from 'pino';
import { SqlAuditLog } from '../../src/audit/sql-audit-log';
import { readAttention, type AttentionPage } from '../support/attention';
import { intentOf } from '../support/audit-records';
import { describeWithPostgres, PostgresServer } from '../support/postgres';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { startTestGateway, testConfig, type TestGateway } from '../support/gateway';
import { TestHistory } from '../support/history';
import { HOME } from '../support/several-targets';

const KIND = 'MailboxExportJob';
const HOUR_MS = 3_600_000;
const NOW = Math.floor(Date.now() / 1_000) * 1_000;
const ago = (hours: number) => new Date(NOW - hours * HOUR_MS);
const ORGANIZATION = `m-${'0'.repeat(32)}`;

const reasonsOf = ({ nodes }: AttentionPage) => nodes.map(({ reason }) => reason);
const unavailableOf = ({ unavailableReasons }: AttentionPage) =>
  unavailableReasons.map(({ reason, code }) => `${reason} ${code}`).sort();

describeWithPostgres('attention/unavailable-stores')('the queue', () => {
  let postgres: PostgresServer;
  let emulator: TestEmulator;
  let gateway: TestGateway;

  beforeAll(async () => {
    postgres = await PostgresServer.start();
    emulator = await startTestEmulator({ sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 } });
    await emulator.control('POST', '/clock', { frozen: true });
    const put = (service: string, resource: string, id: string, set: object, more: object = {}) =>
      emulator.control('POST', '/put', { service, resource, id, set, ...more });
    // In the order of their items.
    const suspended = { relationshipStatus: 'Paused', updatedAt: ago(9).toISOString() };
    await put('macie2', 'member', '000000000001', suspended);
    await put('macie2', 'member', '000000000002', { ...suspended, updatedAt: ago(8).toISOString() });
    await put('workmail', 'organization', ORGANIZATION, { Alias: 'tests' });
    const job = { EntityId: 'S-1-1-11-1111111111', State: 'RUNNING', StartTime: ago(7).toISOString() };
    await put('workmail', 'exportJob', 'stalled', job, { organizationId: ORGANIZATION });
    const failed = { ...job, State: 'FAILED', EndTime: ago(5).toISOString() };
    await put('workmail', 'exportJob', 'failed', failed, { organizationId: ORGANIZATION });

    const databaseUrl = postgres.url();
    const history = await TestHistory.open('', databaseUrl);
    await history.look({ kind: KIND, target: HOME.name }, ago(10));
    await history.look({ kind: KIND, target: HOME.name }, ago(0), undefined, 7_200);
    const audit = new SqlAuditLog(history.database, pino({ level: 'silent' }));
    const resourceId = encodeId({ kind: 'SecurityCase', target: HOME.name, caseId: '0123456789' });
    const change = {
      createdAt: ago(6),
      resourceType: 'SecurityCase',
      target: HOME.name,
      resourceId,
    } as const;
    await audit.begin(intentOf('change', change));
    await history.close();
    gateway = await startTestGateway(emulator.url, {
      targets: [HOME],
      history: { ...testConfig().history, mode: 'listening' },
      databaseUrl,
    });
  });

  afterAll(async () => {
    await gateway.close();
    await emulator.close();
    await postgres.close();
  });

  const ALL = [
    'MEMBER_SUSPENDED',
    'MEMBER_SUSPENDED',
    'EXPORT_STALLED',
    'CHANGE_UNFINISHED',
    'EXPORT_FAILED',
  ];

  test('is whole with its database', async () => {
    const page = await readAttention(gateway);
    expect(reasonsOf(page)).toEqual(ALL);
    expect(page).toMatchObject({
      completeness: { complete: true },
      totalCount: { value: 5, exact: true },
      unavailableReasons: [],
    });
  });

  test('has the items of AWS without its database, and is whole again afterwards, also in the middle of a walk', async () => {
    await postgres.kill();
    const page = await readAttention(gateway);
    expect(reasonsOf(page)).toEqual(['MEMBER_SUSPENDED', 'MEMBER_SUSPENDED', 'EXPORT_FAILED']);
    expect(page.completeness.complete).toBe(false);
    expect(page.completeness.sources.every(({ status }) => status === 'OK')).toBe(true);
    expect(page.totalCount).toEqual({ value: 3, exact: false });
    expect(unavailableOf(page)).toEqual([
      'CHANGE_OUTCOME_UNKNOWN AUDIT_UNAVAILABLE',
      'CHANGE_UNFINISHED AUDIT_UNAVAILABLE',
      'EXPORT_STALLED HISTORY_UNAVAILABLE',
    ]);
    expect(JSON.stringify(page)).not.toMatch(/ECONNREFUSED|postgres|127\.0\.0\.1/);
    const asked = await readAttention(gateway, { filter: { reasons: ['MEMBER_SUSPENDED'] } });
    expect(asked).toMatchObject({ completeness: { complete: true }, unavailableReasons: [] });

    const first = await readAttention(gateway, { first: 2 });
    expect(reasonsOf(first)).toEqual(['MEMBER_SUSPENDED', 'MEMBER_SUSPENDED']);
    await postgres.run();
    // Another filter, so that the walk below finds only the lists that its first page has kept.
    const filter = { reasons: ['EXPORT_STALLED', 'CHANGE_UNFINISHED'] };
    while (unavailableOf(await readAttention(gateway, { filter })).length > 0);
    const rest = await readAttention(gateway, { after: first.pageInfo.endCursor });
    expect(reasonsOf(rest)).toEqual(ALL.slice(2));
    expect(rest).toMatchObject({ completeness: { complete: true }, unavailableReasons: [] });
  });
});
