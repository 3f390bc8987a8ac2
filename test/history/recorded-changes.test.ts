// Changes that the gateway makes: each is one event with its audit entry, which no look repeats or reports back.
import { setImmediate as nextTick } from 'node:timers/promises';
import pino from 'pino';
import type { AuditLog } from '../../src/audit/audit-log';
import { SqlAuditLog } from '../../src/audit/sql-audit-log';
import { encodeId } from '../../src/domain/ids';
import type { AuditIntent, AuditOutcome } from '../../src/domain/records/audit-entry';
import { HISTORY_CHANNEL } from '../../src/history/migrations';
import { recordedChanges } from '../../src/history/recorded-changes';
import { callContext } from '../support/call-context';
import { globalJobId, ObservedEmulator } from '../support/observed-emulator';

const MINUTE = 60_000;

let world: ObservedEmulator;
let audit: AuditLog;

beforeEach(async () => {
  world = await ObservedEmulator.start();
  const log = new SqlAuditLog(world.database, pino({ level: 'silent' }));
  audit = recordedChanges(log, () => world.clock.now());
});

afterEach(() => world.close());

function begin(changeId: string, intent: Partial<AuditIntent>): Promise<void> {
  return audit.begin({
    changeId,
    createdAt: new Date(),
    actor: 'ann',
    sourceAddress: undefined,
    mutation: 'any',
    resourceType: 'ClassificationJob',
    resourceId: undefined,
    target: 'default',
    input: {},
    statusBefore: undefined,
    idempotencyKey: undefined,
    operation: undefined,
    replayOf: undefined,
    ...intent,
  });
}

function end(changeId: string, outcome: Partial<AuditOutcome>): Promise<void> {
  return audit.end({
    changeId,
    createdAt: new Date(),
    outcome: 'APPLIED',
    errorCodes: [],
    statusAfter: undefined,
    resourceId: undefined,
    requestId: undefined,
    ...outcome,
  });
}

const cancel = (jobId: string): Partial<AuditIntent> => ({
  resourceId: globalJobId(jobId),
  operation: 'UpdateClassificationJob',
  statusBefore: 'RUNNING',
  input: { to: 'CANCELLED' },
});

const statusEvent = (cause: string, jobId: string, before: string, after: string) => ({
  type: 'CHANGED',
  cause,
  kind: 'ClassificationJob',
  resource_id: globalJobId(jobId),
  changes: [{ field: 'status', before, after, redacted: false }],
  change_id: cause === 'GATEWAY' ? 'change' : null,
});

async function passMinutes(minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) await world.pass(MINUTE);
}

test('is an event with its outcome, also when a look between sees it', async () => {
  const job = await world.jobIn('RUNNING');
  await world.observe();
  await begin('change', cancel(job));
  await world.putJob(job, { jobStatus: 'CANCELLED' });
  await world.pass();
  expect(await world.events()).toEqual([]);
  await end('change', { statusAfter: 'CANCELLED' });
  expect(await world.events()).toEqual([statusEvent('GATEWAY', job, 'RUNNING', 'CANCELLED')]);
  await passMinutes(12);
  expect(await world.events()).toHaveLength(1);
});

test('notifies the channel of the history with its outcome, not with its intent', async () => {
  let notifications = 0;
  world.database.listen(HISTORY_CHANNEL, () => (notifications += 1));
  const job = await world.jobIn('RUNNING');
  await begin('refused', cancel(job));
  await end('refused', { outcome: 'REFUSED' });
  await begin('change', cancel(job));
  await nextTick();
  expect(notifications).toBe(0);
  await end('change', { statusAfter: 'CANCELLED' });
  await nextTick();
  expect(notifications).toBe(1);
});

test('is not reported back while reads lag, and is after ten minutes: it did not last', async () => {
  const job = await world.jobIn('RUNNING');
  await world.observe();
  await begin('change', cancel(job));
  await end('change', { statusAfter: 'CANCELLED' });
  await passMinutes(9);
  expect(await world.events()).toHaveLength(1);
  await passMinutes(2);
  expect(await world.events()).toEqual([
    statusEvent('GATEWAY', job, 'RUNNING', 'CANCELLED'),
    statusEvent('OBSERVED', job, 'CANCELLED', 'RUNNING'),
  ]);
});

test('uses the requested status when the verifying read still returned the old one', async () => {
  const job = await world.jobIn('RUNNING');
  await world.observe();
  await begin('change', cancel(job));
  await end('change', { statusAfter: 'RUNNING' });
  expect(await world.events()).toEqual([statusEvent('GATEWAY', job, 'RUNNING', 'CANCELLED')]);
});

test('a refused change is no event, and hides no change of others', async () => {
  const job = await world.jobIn('RUNNING');
  await world.observe();
  await begin('change', cancel(job));
  await end('change', { outcome: 'REFUSED' });
  await world.putJob(job, { jobStatus: 'COMPLETE' });
  await world.pass();
  expect(await world.events()).toEqual([statusEvent('OBSERVED', job, 'RUNNING', 'COMPLETE')]);
});

test('an unknown outcome that a read shows is an observed change after ten minutes', async () => {
  const job = await world.jobIn('RUNNING');
  await world.observe();
  await begin('change', cancel(job));
  await world.putJob(job, { jobStatus: 'CANCELLED' });
  await end('change', { outcome: 'UNKNOWN' });
  await passMinutes(9);
  expect(await world.events()).toEqual([]);
  await passMinutes(2);
  expect(await world.events()).toEqual([statusEvent('OBSERVED', job, 'RUNNING', 'CANCELLED')]);
});

test('the fields that AWS changes with the status belong to the change', async () => {
  const job = await world.jobIn('RUNNING');
  await world.observe();
  await begin('change', { ...cancel(job), input: { to: 'USER_PAUSED' } });
  await end('change', { statusAfter: 'USER_PAUSED' });
  const jobPausedAt = '2026-01-01T00:00:00Z';
  await world.putJob(job, { jobStatus: 'USER_PAUSED', userPausedDetails: { jobPausedAt } });
  await passMinutes(3);
  const [, ...later] = await world.events();
  expect(later).toEqual([
    {
      ...statusEvent('GATEWAY', job, '', ''),
      changes: [{ field: 'userPausedDetails.pausedAt', after: '2026-01-01T00:00:00.000Z', redacted: false }],
    },
  ]);
});

test('a created resource is one event, also when a look sees it before its outcome', async () => {
  await world.observe();
  const id = '0123456789abcdef0123456789abcdef';
  await begin('change', { operation: 'CreateClassificationJob' });
  await world.putJob(id, { name: 'new', jobType: 'ONE_TIME', jobStatus: 'RUNNING' });
  await world.pass();
  expect(await world.events()).toEqual([]);
  await end('change', { resourceId: globalJobId(id) });
  await passMinutes(12);
  expect(await world.events()).toEqual([
    {
      type: 'CREATED',
      cause: 'GATEWAY',
      kind: 'ClassificationJob',
      resource_id: globalJobId(id),
      changes: [],
      change_id: 'change',
    },
  ]);
  await world.putJob(id, { jobStatus: 'COMPLETE' });
  await world.pass();
  expect(await world.events()).toHaveLength(2);
});

test('a deleted resource is one event, and appears again only after ten minutes', async () => {
  const { macie2 } = await world.state();
  const removed = macie2.members.find(({ relationshipStatus }) => relationshipStatus === 'Removed');
  const accountId = removed?.accountId as string;
  const ref = { kind: 'MacieMember', target: 'default', accountId } as const;
  await world.observe();
  await begin('change', {
    resourceType: 'MacieMember',
    resourceId: encodeId(ref),
    operation: 'DeleteMember',
    statusBefore: 'REMOVED',
  });
  await end('change', {});
  await passMinutes(3);
  expect(await world.events()).toMatchObject([{ type: 'DISAPPEARED', cause: 'GATEWAY' }]);
  await world.adapters.MacieMember.delete(ref, callContext());
  await passMinutes(12);
  expect(await world.events()).toHaveLength(1);
});

test('an edited title is an event without its text, which no look repeats', async () => {
  const { 'security-ir': ir } = await world.state();
  const caseId = ir.cases[0]?.caseId as string;
  await world.observe();
  await begin('change', {
    resourceType: 'SecurityCase',
    resourceId: encodeId({ kind: 'SecurityCase', target: 'default', caseId }),
    operation: 'UpdateCase',
    input: { title: { length: 9 } },
  });
  await world.emulator.control('POST', '/put', {
    service: 'security-ir',
    resource: 'case',
    id: caseId,
    set: { title: 'new title', lastUpdatedDate: '2026-01-01T00:00:00Z' },
  });
  await end('change', {});
  await passMinutes(12);
  expect(await world.events()).toMatchObject([
    { type: 'CHANGED', cause: 'GATEWAY', changes: [{ field: 'title', redacted: true }] },
  ]);
});
