// The model finds each of these faults, planted into the parts of the history.
import fc from 'fast-check';
import type { SqlAuditLog } from '../../src/audit/sql-audit-log';
import type { Adapters } from '../../src/aws/adapters/all';
import { HistoryStore, type Look, type SourceState } from '../../src/history/store';
import { TestClock } from '../support/test-clock';
import { predictedEvents, type Faults } from './model/model';

const RUNS = 60;

/** Takes an empty page for the response of a failed read. */
function emptyForFailed(adapters: Adapters): Adapters {
  const adapter = Object.create(adapters.ClassificationJob) as Adapters['ClassificationJob'];
  adapter.list = (...args) =>
    adapters.ClassificationJob.list(...args).catch(() => ({
      rows: [],
      nextToken: undefined,
      asOf: new Date(),
      unreadableRows: 0,
    }));
  adapter.get = () => Promise.resolve(undefined);
  return { ...adapters, ClassificationJob: adapter };
}

class WithoutExpected extends HistoryStore {
  override expected() {
    return Promise.resolve([]);
  }
}

/** Lets two gateways watch a list at the same time. */
class WithoutLease extends HistoryStore {
  override async acquire(
    ...[source, lease, now]: Parameters<HistoryStore['acquire']>
  ): Promise<SourceState | undefined> {
    await super.acquire(source, { ...lease, until: 0 }, now);
    return super.acquire(source, lease, now + 86_400_000);
  }
}

/** Does not tell the watcher that another gateway has taken its lease. */
class WithoutGuard extends WithoutLease {
  override async commit(...args: Parameters<HistoryStore['commit']>): Promise<boolean> {
    const [source, lease, look] = args;
    const { epoch = 0 } = (await super.acquire(source, lease, Infinity)) ?? {};
    return super.commit(source, { ...lease, epoch }, look);
  }
}

/** Remembers nothing of a look. */
class Forgetful extends HistoryStore {
  override commit(...[source, lease, look]: Parameters<HistoryStore['commit']>): Promise<boolean> {
    const update: Look['update'] = { ...look.update, remembered: [] };
    return super.commit(source, lease, { ...look, update });
  }
}

/** Jumps by an hour with every reading of the time. */
class JumpingClock extends TestClock {
  private jumps = 0;

  override now(): number {
    this.jumps += 1;
    return super.now() + this.jumps * 3_600_000;
  }
}

const plain = (log: SqlAuditLog) => log;

const FAULTS: readonly (readonly [name: string, faults: Faults])[] = [
  ['absence from a failed read', { adapters: emptyForFailed }],
  ['a change that is reported back', { store: WithoutExpected }],
  ['a change without its audit entry', { audit: plain }],
  ['a lost lease that is ignored', { store: WithoutGuard }],
  ['a restart that forgets', { store: Forgetful }],
  ['a clock that jumps', { clock: JumpingClock }],
];

test.each(FAULTS)('finds %s', async (_name, faults) => {
  const { failed } = await fc.check(predictedEvents(faults), { numRuns: RUNS, endOnFailure: true });
  expect(failed).toBe(true);
});

test('finds nothing without a fault', async () => {
  const { failed } = await fc.check(predictedEvents(), { numRuns: 5 });
  expect(failed).toBe(false);
});
