/** The history of a gateway: it records the gateway's changes, watches AWS's lists and prunes old events. */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { AuditLog } from '../audit/audit-log';
import type { SqlAuditLog } from '../audit/sql-audit-log';
import type { Adapters } from '../aws/adapters/all';
import type { Targets } from '../domain/targets';
import { Listeners } from '../history/listeners';
import { Observer } from '../history/observer';
import { HISTORY_CHANNEL } from '../history/migrations';
import { HistoryReader } from '../history/queries';
import { recordedChanges } from '../history/recorded-changes';
import { Retention } from '../history/retention';
import type { HistorySettings } from '../history/settings';
import { steadyClock } from '../history/steady-clock';
import { HistoryStore } from '../history/store';
import { LiveUpdates } from '../live/live-updates';
import type { StreamLimits } from '../live/stream-limits';
import type { HistoryMetrics } from '../observability/metrics/history-metrics';
import type { SqlDatabase } from '../storage/sql/database';

/** The time to release the leases and the row of the subscribers, which expire where the database does not respond. */
const CLOSE_MS = 500;

export interface HistoryDependencies {
  readonly database: SqlDatabase;
  readonly targets: Targets;
  readonly logger: Logger;
  readonly metrics: HistoryMetrics;
}

export class History {
  readonly reader: HistoryReader;
  /** The subscribers of this gateway. */
  readonly listeners: Listeners;
  private readonly clock = steadyClock();
  /** The id of this gateway among those that share the database. */
  private readonly holder = randomUUID();
  private readonly store: HistoryStore;
  private readonly retention: Retention;
  private observer: Observer | undefined;

  constructor(
    private readonly settings: HistorySettings,
    private readonly dependencies: HistoryDependencies,
  ) {
    const { database, logger } = dependencies;
    this.reader = new HistoryReader(database, logger);
    this.store = new HistoryStore(database);
    const { store, clock, holder } = this;
    this.listeners = new Listeners({ store, clock, holder, logger });
    this.retention = new Retention(store, clock, settings, logger);
  }

  /** The audit log that also writes the events of the gateway's changes. */
  record(audit: SqlAuditLog): AuditLog {
    return recordedChanges(audit, () => this.clock.now());
  }

  /** The live updates of the history. */
  openStreams(limits: StreamLimits): LiveUpdates {
    const { database } = this.dependencies;
    return new LiveUpdates({
      reader: this.reader,
      listen: (onAppend) => database.listen(HISTORY_CHANNEL, onAppend),
      limits,
      listeners: this.listeners,
    });
  }

  /** Starts to prune, and to watch AWS's lists, in the mode `listening` only while somebody listens. */
  watch(adapters: Adapters): void {
    const { mode, intervalSeconds } = this.settings;
    this.retention.start();
    if (mode === 'off') return;
    const { targets, logger, metrics } = this.dependencies;
    this.observer = new Observer({
      adapters,
      targets,
      store: this.store,
      clock: this.clock,
      logger,
      holder: this.holder,
      mode,
      ceilingSeconds: intervalSeconds,
      onLook: ({ source, ...look }) => {
        metrics.looked({ ...source, ...look });
      },
      onLeaseEnd: (source) => {
        metrics.forget(source);
      },
    });
    this.observer.start();
  }

  /** Ends all work, without waiting for a database that does not respond. */
  async close(): Promise<void> {
    const closed = Promise.all([this.listeners.close(), this.observer?.close(), this.retention.close()]);
    await Promise.race([closed, delay(CLOSE_MS, undefined, { ref: false })]);
  }
}
