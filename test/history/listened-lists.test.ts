// Looks while somebody listens: faster at active lists, no more calls for more subscribers, and in the mode `listening` the only ones.
import pino from 'pino';
import { SqlAuditLog } from '../../src/audit/sql-audit-log';
import type { ResourceKind } from '../../src/domain/resources';
import { historyCompleteness } from '../../src/history/completeness';
import type { LookResult } from '../../src/history/list-watcher';
import { HistoryReader } from '../../src/history/queries';
import { recordedChanges } from '../../src/history/recorded-changes';
import { intentOf, outcomeOf } from '../support/audit-records';
import { globalJobId, ObservedEmulator } from '../support/observed-emulator';

const SECOND = 1_000;
const LOGGER = pino({ level: 'silent' });
const KINDS: readonly ResourceKind[] = [
  'ClassificationJob',
  'MacieMember',
  'MailboxExportJob',
  'SecurityCase',
];

let world: ObservedEmulator;
let looks: LookResult[];

beforeEach(() => {
  looks = [];
  // A look comes up to a tenth earlier than its interval.
  jest.spyOn(Math, 'random').mockReturnValue(0);
});

afterEach(async () => {
  jest.restoreAllMocks();
  await world.close();
});

const onLook = (look: LookResult) => looks.push(look);

/** The number of looks at a list since the last count. */
function looksAt(kind: ResourceKind): number {
  const count = looks.filter(({ source }) => source.kind === kind).length;
  looks = looks.filter(({ source }) => source.kind !== kind);
  return count;
}

async function passSeconds(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) await world.pass(SECOND);
}

/** The AWS calls since the last count. */
async function countCalls(): Promise<number> {
  const { length } = await world.emulator.calls();
  await world.emulator.control('DELETE', '/calls');
  return length;
}

describe('a history that is on, with a running job', () => {
  beforeEach(async () => {
    world = await ObservedEmulator.start();
  });

  test('looks every 15 seconds while nobody listens, and every 5 seconds while somebody does', async () => {
    await world.observe(onLook);
    looks = [];
    await passSeconds(60);
    expect(looksAt('ClassificationJob')).toBe(4);
    expect(looksAt('SecurityCase')).toBe(1);
    const listeners = await world.listen();
    looks = [];
    await passSeconds(60);
    expect(looksAt('ClassificationJob')).toBe(12);
    expect(looksAt('SecurityCase')).toBe(1);
    await world.leave(listeners);
    await passSeconds(5);
    looks = [];
    await passSeconds(60);
    expect(looksAt('ClassificationJob')).toBe(4);
  });

  test('looks at an active list at once when somebody starts to listen, and at no other list', async () => {
    await world.observe(onLook);
    await passSeconds(7);
    looks = [];
    await world.listen();
    expect(looksAt('ClassificationJob')).toBe(1);
    expect(looksAt('MacieMember')).toBe(0);
    expect(looksAt('SecurityCase')).toBe(0);
  });

  test('looks again 5 seconds after a look, not sooner, when somebody starts to listen', async () => {
    await world.observe(onLook);
    await passSeconds(2);
    looks = [];
    await world.listen();
    await passSeconds(2);
    expect(looksAt('ClassificationJob')).toBe(0);
    await passSeconds(1);
    expect(looksAt('ClassificationJob')).toBe(1);
  });

  test('does not look faster while AWS fails', async () => {
    await world.observe(onLook);
    const error = { type: 'AccessDeniedException', status: 403 };
    const fault = { service: 'macie2', operation: 'ListClassificationJobs', error };
    await world.emulator.control('POST', '/faults', fault);
    await passSeconds(16);
    looks = [];
    await world.listen();
    await passSeconds(38);
    expect(looksAt('ClassificationJob')).toBe(0);
  });

  test('makes as many calls for a thousand subscribers on two gateways as for one', async () => {
    await world.observe(onLook);
    await world.observe(onLook);
    const first = await world.listen();
    await passSeconds(5);
    await countCalls();
    await passSeconds(60);
    const calls = await countCalls();
    const second = await world.listen();
    for (let subscriber = 0; subscriber < 998; subscriber += 1) [first, second][subscriber % 2]?.add();
    await passSeconds(60);
    expect(await countCalls()).toBe(calls);
    // Two for each of the twelve looks at jobs.
    expect(calls).toBeGreaterThan(24);
  });

  test('looks as before once the row of a killed gateway has expired', async () => {
    await world.observe(onLook);
    const text = 'INSERT INTO history_listeners (holder, until) VALUES ($1, $2)';
    await world.database.run({ text, values: ['killed', world.clock.now() + 25_000] });
    await passSeconds(25);
    expect(looksAt('ClassificationJob')).toBeGreaterThanOrEqual(4);
    await passSeconds(10);
    looks = [];
    await passSeconds(60);
    expect(looksAt('ClassificationJob')).toBe(4);
  });
});

describe('a history that only listens', () => {
  beforeEach(async () => {
    world = await ObservedEmulator.start({ mode: 'listening' });
  });

  async function sources(): Promise<readonly Readonly<Record<string, unknown>>[]> {
    return world.database.run({ text: 'SELECT * FROM history_sources ORDER BY kind', values: [] });
  }

  test('makes no AWS call and takes no lease while nobody listens', async () => {
    await world.observe(onLook);
    await world.observe(onLook);
    for (let minute = 0; minute < 90; minute += 1) await world.pass();
    expect(await countCalls()).toBe(0);
    expect(await sources()).toEqual([]);
  });

  test('looks at every list on one gateway while somebody listens, and finds the changes', async () => {
    const running = await world.jobIn('RUNNING');
    await world.observe(onLook);
    await world.observe(onLook);
    await world.listen();
    expect(KINDS.map(looksAt)).toEqual([1, 1, 1, 1]);
    await world.putJob(running, { jobStatus: 'COMPLETE' });
    await passSeconds(5);
    expect(await world.events()).toMatchObject([
      { type: 'CHANGED', cause: 'OBSERVED', resource_id: globalJobId(running) },
    ]);
  });

  test('stops when the last subscriber of all gateways leaves, and releases the leases', async () => {
    await world.observe(onLook);
    const [first, second] = [await world.listen(), await world.listen()];
    await world.leave(first);
    await passSeconds(60);
    expect(looksAt('SecurityCase')).toBe(2);
    await world.leave(second);
    expect((await sources()).map(({ lease_until }) => Number(lease_until))).toEqual([0, 0, 0, 0]);
    await countCalls();
    for (let minute = 0; minute < 10; minute += 1) await world.pass();
    expect(await countCalls()).toBe(0);
  });

  test('records the time in which nobody listened as a gap', async () => {
    await world.observe(onLook);
    await world.leave(await world.listen());
    const before = "UPDATE history_sources SET observed_at = '2026-01-01T00:00:00.000Z'";
    await world.database.run({ text: before, values: [] });
    expect(await completenessOfCases()).toMatchObject({
      complete: false,
      sources: [{ gaps: [{ startedAt: new Date('2026-01-01'), endedAt: undefined, reason: 'NOT_WATCHED' }] }],
    });
    await world.pass();
    await world.listen();
    const text = 'SELECT source, started_at, reason FROM history_gaps ORDER BY source';
    const gap = { started_at: '2026-01-01T00:00:00.000Z', reason: 'NOT_WATCHED' };
    expect(await world.database.run({ text, values: [] })).toEqual(
      KINDS.map((kind) => ({ source: `default ${kind}`, ...gap })),
    );
    expect(await completenessOfCases()).toMatchObject({
      complete: false,
      sources: [{ gaps: [{ startedAt: new Date('2026-01-01'), reason: 'NOT_WATCHED' }] }],
    });
  });

  /** The completeness of a page of all events of cases. */
  async function completenessOfCases() {
    const reader = new HistoryReader(world.database, LOGGER);
    const range = { from: undefined, until: undefined };
    const watched = await reader.sources({ kinds: ['SecurityCase'], targets: undefined }, range);
    return historyCompleteness({
      covered: [{ kind: 'SecurityCase', target: 'default' }],
      watched,
      range,
      after: undefined,
      pruned: await reader.pruned(),
      now: new Date(),
    });
  }

  test('looks once at each list for subscribers that come and go', async () => {
    await world.observe(onLook);
    for (let time = 0; time < 20; time += 1) await world.leave(await world.listen());
    expect(KINDS.map(looksAt)).toEqual([1, 1, 1, 1]);
  });

  test('records the changes of the gateway while nobody listens, and reports none again', async () => {
    const job = await world.jobIn('IDLE');
    const audit = recordedChanges(new SqlAuditLog(world.database, LOGGER), () => world.clock.now());
    await world.observe(onLook);
    await world.leave(await world.listen());
    await audit.begin({
      ...intentOf('change'),
      resourceType: 'ClassificationJob',
      resourceId: globalJobId(job),
      target: 'default',
      operation: 'UpdateClassificationJob',
      statusBefore: 'IDLE',
      input: { to: 'CANCELLED' },
    });
    await world.putJob(job, { jobStatus: 'CANCELLED' });
    await audit.end(outcomeOf('change', { outcome: 'APPLIED', statusAfter: 'CANCELLED' }));
    const event = { type: 'CHANGED', cause: 'GATEWAY', resource_id: globalJobId(job) };
    expect(await world.events()).toMatchObject([event]);
    for (let minute = 0; minute < 60; minute += 1) await world.pass();
    await world.listen();
    await passSeconds(60);
    expect(looksAt('ClassificationJob')).toBeGreaterThan(1);
    expect(await world.events()).toMatchObject([event]);
  });
});
