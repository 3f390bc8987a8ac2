// The observer against the emulator: baseline, changes of other clients, and the AWS calls of each look.
import { setImmediate as nextTick } from 'node:timers/promises';
import pino from 'pino';
import { SqlAuditLog } from '../../src/audit/sql-audit-log';
import { encodeId } from '../../src/domain/ids';
import type { LookResult } from '../../src/history/list-watcher';
import { HISTORY_CHANNEL } from '../../src/history/migrations';
import { recordedChanges } from '../../src/history/recorded-changes';
import { intentOf, outcomeOf } from '../support/audit-records';
import { callContext } from '../support/call-context';
import { globalJobId, ObservedEmulator } from '../support/observed-emulator';

const TERMINAL = ['COMPLETE', 'CANCELLED'];

let world: ObservedEmulator;

beforeEach(async () => {
  world = await ObservedEmulator.start();
});

afterEach(() => world.close());

test('the first look is the start of the history, and unchanged lists have no events', async () => {
  await world.observe();
  await world.pass();
  expect(await world.events()).toEqual([]);
  const text = 'SELECT COUNT(*) AS resources FROM history_resources';
  const [{ resources } = { resources: 0 }] = await world.database.run({ text, values: [] });
  const { macie2, workmail, 'security-ir': ir } = await world.state();
  const exports = workmail.organizations.flatMap(({ exportJobs }) => exportJobs);
  expect(Number(resources)).toBeGreaterThan(100);
  expect(Number(resources)).toBeLessThanOrEqual(
    macie2.jobs.length + macie2.members.length + exports.length + ir.cases.length,
  );
});

test('a job that ended between two looks changed once', async () => {
  const running = await world.jobIn('RUNNING');
  await world.observe();
  await world.putJob(running, { jobStatus: 'COMPLETE' });
  await world.pass();
  await world.pass();
  expect(await world.events()).toEqual([
    {
      type: 'CHANGED',
      cause: 'OBSERVED',
      kind: 'ClassificationJob',
      resource_id: globalJobId(running),
      changes: [{ field: 'status', before: 'RUNNING', after: 'COMPLETE', redacted: false }],
      change_id: null,
    },
  ]);
});

test('a look that appends events notifies the channel of the history, and one without events does not', async () => {
  let notifications = 0;
  world.database.listen(HISTORY_CHANNEL, () => (notifications += 1));
  await world.observe();
  await world.pass();
  expect(notifications).toBe(0);
  await world.putJob(await world.jobIn('RUNNING'), { jobStatus: 'COMPLETE' });
  await world.pass();
  await nextTick();
  expect(notifications).toBe(1);
});

test('a new job was created, with the values of its fields', async () => {
  await world.observe();
  const id = '0123456789abcdef0123456789abcdef';
  await world.putJob(id, { name: 'new', jobType: 'ONE_TIME', jobStatus: 'RUNNING' });
  await world.pass();
  const [event, ...others] = await world.events();
  expect(others).toEqual([]);
  expect(event).toMatchObject({ type: 'CREATED', cause: 'OBSERVED', resource_id: globalJobId(id) });
  expect(event?.changes).toContainEqual({ field: 'status', after: 'RUNNING', redacted: false });
});

test('a member that another client deleted disappeared', async () => {
  await world.observe();
  const { macie2 } = await world.state();
  const removed = macie2.members.find(({ relationshipStatus }) => relationshipStatus === 'Removed');
  const accountId = removed?.accountId as string;
  const ref = { kind: 'MacieMember', target: 'default', accountId } as const;
  await world.adapters.MacieMember.delete(ref, callContext());
  await world.pass();
  await world.pass();
  expect(await world.events()).toMatchObject([
    { type: 'DISAPPEARED', cause: 'OBSERVED', kind: 'MacieMember', resource_id: encodeId(ref), changes: [] },
  ]);
});

test('a failed list is no change', async () => {
  await world.observe();
  await world.stopFirst();
  const looks: LookResult[] = [];
  await world.emulator.control('POST', '/faults', {
    service: 'macie2',
    operation: 'ListMembers',
    error: { type: 'AccessDeniedException', status: 403 },
  });
  await world.observe((look) => looks.push(look));
  const failed = looks.filter(({ outcome }) => outcome === 'FAILED');
  expect(failed.map(({ source }) => source.kind)).toEqual(['MacieMember']);
  expect(await world.events()).toEqual([]);
});

test('another gateway continues where the first one stopped, and repeats nothing', async () => {
  const running = await world.jobIn('RUNNING');
  await world.observe();
  await world.putJob(running, { jobStatus: 'COMPLETE' });
  await world.pass();
  // The second gateway waits for the leases of the first one.
  await world.observe();
  await world.pass();
  expect(await world.events()).toHaveLength(1);
  await world.stopFirst();
  const idle = await world.jobIn('IDLE');
  await world.putJob(idle, { jobStatus: 'CANCELLED' });
  await world.pass();
  await world.pass();
  const ids = (await world.events()).map(({ resource_id }) => resource_id);
  expect(ids).toEqual([globalJobId(running), globalJobId(idle)]);
});

test('a creation during the first look makes no events of the resources that exist', async () => {
  const log = new SqlAuditLog(world.database, pino({ level: 'silent' }));
  const audit = recordedChanges(log, () => world.clock.now());
  await audit.begin({
    ...intentOf('change'),
    resourceType: 'ClassificationJob',
    resourceId: undefined,
    target: 'default',
    operation: 'CreateClassificationJob',
  });
  await world.observe();
  await audit.end(outcomeOf('change', { outcome: 'REFUSED' }));
  await world.pass();
  await world.pass();
  expect(await world.events()).toEqual([]);
});

test('a gateway that gets its lease back does not repeat what another gateway has found', async () => {
  const running = await world.jobIn('RUNNING');
  const looks: LookResult[] = [];
  await world.observe((look) => looks.push(look));
  await world.putJob(running, { jobStatus: 'COMPLETE' });
  // Another gateway has held the lease, and found the change.
  const other = `UPDATE history_sources SET holder = 'other', epoch = epoch + 1, lease_until = 0`;
  await world.database.run({ text: other, values: [] });
  const text = `UPDATE history_resources SET fields = REPLACE(fields, '"RUNNING"', '"COMPLETE"') WHERE resource_id = $1`;
  await world.database.run({ text, values: [globalJobId(running)] });
  await world.pass();
  await world.pass();
  expect(looks.map(({ outcome }) => outcome)).not.toContain('FAILED');
  expect(await world.events()).toEqual([]);
});

describe('the end of a lease is reported', () => {
  const KINDS = ['ClassificationJob', 'MacieMember', 'MailboxExportJob', 'SecurityCase'];

  test('when the gateway stops', async () => {
    const ended: string[] = [];
    await world.observe(undefined, ({ kind }) => ended.push(kind));
    await world.pass();
    expect(ended).toEqual([]);
    await world.stopFirst();
    expect(ended.sort()).toEqual(KINDS);
  });

  test('when another gateway has taken it', async () => {
    const ended: string[] = [];
    await world.observe(undefined, ({ kind }) => ended.push(kind));
    const other = `UPDATE history_sources SET holder = 'other', epoch = epoch + 1, lease_until = $1`;
    await world.database.run({ text: other, values: [world.clock.now() + 3_600_000] });
    await world.pass();
    expect(ended.sort()).toEqual(KINDS);
    await world.pass();
    expect(ended).toHaveLength(4);
  });
});

test('only a look at a whole list counts the resources by status', async () => {
  const looks: LookResult[] = [];
  await world.observe((look) => looks.push(look));
  await world.pass();
  const counted = looks.filter(({ source }) => source.kind === 'ClassificationJob');
  const { jobs } = (await world.state()).macie2;
  const [sweep, glance] = counted.map(({ statuses }) => statuses);
  expect([...(sweep?.values() ?? [])].reduce((a, b) => a + b, 0)).toBe(jobs.length);
  expect(glance).toBeUndefined();
});

test('a list with a row that the gateway cannot read counts as not looked at', async () => {
  await world.observe();
  const observedAt = async () => {
    const query = "SELECT observed_at FROM history_sources WHERE kind = 'MacieMember'";
    const [row] = await world.database.run({ text: query, values: [] });
    return row?.observed_at;
  };
  const before = await observedAt();
  const body = JSON.stringify({ members: [{ email: 'a@example.com' }] });
  const answer = { status: 200, headers: { 'content-type': 'application/json' }, body };
  await world.emulator.control('POST', '/faults', { service: 'macie2', operation: 'ListMembers', answer });
  await world.pass();
  expect(await observedAt()).toBe(before);
  expect(await world.events()).toEqual([]);
});

test('a time in which no gateway watched is a gap', async () => {
  await world.observe();
  await world.stopFirst();
  const text = `UPDATE history_sources SET observed_at = '2026-01-01T00:00:00.000Z' WHERE kind = 'SecurityCase'`;
  await world.database.run({ text, values: [] });
  await world.observe();
  const gaps = await world.database.run({
    text: 'SELECT source, started_at, reason FROM history_gaps',
    values: [],
  });
  expect(gaps).toEqual([
    { source: 'default SecurityCase', started_at: '2026-01-01T00:00:00.000Z', reason: 'NOT_WATCHED' },
  ]);
});

describe('with 1,000 jobs of which 50 are not terminal, 400 members, 60 exports and 120 cases', () => {
  let large: ObservedEmulator;

  beforeAll(async () => {
    large = await ObservedEmulator.start({
      sizes: { jobs: 1_000, members: 400, exportJobs: 60, cases: 120 },
    });
    const { macie2 } = await large.state();
    const open = macie2.jobs.filter(({ jobStatus }) => !TERMINAL.includes(String(jobStatus)));
    for (const { jobId } of open.slice(50)) await large.putJob(String(jobId), { jobStatus: 'COMPLETE' });
    for (const { jobId } of open.slice(0, 50)) await large.putJob(String(jobId), { jobStatus: 'IDLE' });
  });

  afterAll(() => large.close());

  test('a minute at rest costs 25 calls', async () => {
    await large.observe();
    await large.emulator.control('DELETE', '/calls');
    await large.pass();
    const counts: Record<string, number> = {};
    for (const { operation } of await large.emulator.calls())
      counts[operation] = (counts[operation] ?? 0) + 1;
    expect(counts).toEqual({
      // The jobs that are not terminal, and the newest ones.
      ListClassificationJobs: 2,
      ListMembers: 16,
      // One per organization.
      ListMailboxExportJobs: 2,
      ListCases: 5,
    });
    expect(await large.events()).toEqual([]);
  });
});
