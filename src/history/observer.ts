/** The observer: it watches all sources of the gateway, and shares them with other gateways on the same database. */
import { setMaxListeners } from 'node:events';
import type { Logger } from 'pino';
import type { Adapters } from '../aws/adapters/all';
import type { CallContext } from '../aws/client/call-context';
import { AwsUsage } from '../aws/client/usage';
import { GatewayError } from '../domain/errors';
import { SERVICE_NAMES } from '../domain/services';
import { scopeOf, type Principal } from '../domain/principal';
import { serviceOf } from '../domain/resources';
import type { Targets } from '../domain/targets';
import { StoreError } from '../storage/sql/database';
import { ListWatcher, type LookResult } from './list-watcher';
import { ListenerPresence } from './listener-presence';
import { WATCHED_LISTS } from './lists';
import { CALL_INTERVAL_MS, createThrottle, type Throttle } from './throttle';
import type { HistoryMode } from './settings';
import { listsOf, type AwsList } from '../domain/aws-list';
import type { SteadyClock } from './steady-clock';
import type { HistoryStore } from './store';

/** The caller of the observer's reads, which reads everything. CloudTrail shows the name for assumed roles. */
export const OBSERVER: Principal = {
  name: 'history',
  scopes: new Set(SERVICE_NAMES.map((service) => scopeOf(service, 'read'))),
  targets: 'ALL',
};

export interface ObserverDependencies {
  readonly adapters: Adapters;
  readonly targets: Targets;
  readonly store: HistoryStore;
  readonly clock: SteadyClock;
  readonly logger: Logger;
  /** The id of the gateway among those that share the database. */
  readonly holder: string;
  readonly mode: Exclude<HistoryMode, 'off'>;
  /** The longest time between two looks at a list. */
  readonly ceilingSeconds: number;
  /** The time between two calls to one service in one target, in milliseconds; 500 by default. */
  readonly callIntervalMs?: number;
  readonly onLook: (result: LookResult) => void;
  readonly onLeaseEnd: (source: AwsList) => void;
}

export class Observer {
  private readonly abortController = new AbortController();
  private readonly watchers: readonly ListWatcher[];
  private readonly presence: ListenerPresence;
  private running: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: ObserverDependencies) {
    const { adapters, targets, store, clock, holder, mode, ceilingSeconds } = options;
    const { callIntervalMs = CALL_INTERVAL_MS } = options;
    const { signal } = this.abortController;
    // Every watcher adds listeners; Node.js warns of a leak above ten.
    setMaxListeners(0, signal);
    this.presence = new ListenerPresence(store, clock, () => {
      for (const watcher of this.watchers) watcher.onListenersChange();
    });
    const isListened = () => this.presence.isListened;
    const throttles = new Map<string, Throttle>();
    this.watchers = listsOf(targets).map((source) => {
      const key = `${source.target} ${serviceOf(source.kind)}`;
      const throttle = throttles.get(key) ?? createThrottle(clock, callIntervalMs, signal);
      throttles.set(key, throttle);
      return new ListWatcher({
        source,
        list: WATCHED_LISTS[source.kind](adapters, source.target, throttle),
        store,
        clock,
        holder,
        ceilingSeconds,
        isListened,
        isWanted: () => mode === 'on' || isListened(),
        createCall: () => this.createCall(),
        onLook: (result) => {
          this.report(result);
        },
        onLeaseEnd: this.options.onLeaseEnd,
      });
    });
  }

  start(): void {
    const { signal } = this.abortController;
    this.running = Promise.all([this.presence, ...this.watchers].map((each) => each.run(signal)));
  }

  /** Ends all looks, and releases the leases. */
  async close(): Promise<void> {
    this.abortController.abort();
    await this.running;
  }

  private createCall(): CallContext {
    return {
      signal: this.abortController.signal,
      arrivedAt: performance.now(),
      principal: OBSERVER,
      usage: new AwsUsage(),
      log: this.options.logger,
      budget: undefined,
      maxAgeSeconds: 0,
      sourceAddress: undefined,
    };
  }

  private report(result: LookResult): void {
    const { logger, onLook } = this.options;
    const { source, outcome, error } = result;
    onLook(result);
    if (outcome === 'LEASE_LOST')
      logger.warn({ ...source }, 'Another gateway took over a list of the history');
    if (outcome !== 'FAILED') return;
    logger.warn({ ...source, code: codeOf(error) }, 'The history could not look at a list');
  }
}

function codeOf(error: unknown): string {
  if (error instanceof GatewayError) return error.code;
  return error instanceof StoreError ? error.failure : 'INTERNAL_SERVER_ERROR';
}
