/** The observer: it watches all sources of the gateway, and shares them with other gateways on the same database. */
import { randomUUID } from 'node:crypto';
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
import { ListWatcher, type LookResult } from './list-watcher';
import { WATCHED_LISTS } from './lists';
import { CALL_INTERVAL_MS, createPace } from './pace';
import { sourcesOf } from './sources';
import type { SteadyClock } from './steady-clock';
import type { HistoryStore } from './store';

/** The caller of the observer's reads, which reads everything. CloudTrail shows the name for assumed roles. */
export const OBSERVER: Principal = {
  name: 'history',
  scopes: new Set(SERVICE_NAMES.map((service) => scopeOf(service, 'read'))),
  targets: 'ALL',
};

export interface ObserverOptions {
  readonly adapters: Adapters;
  readonly targets: Targets;
  readonly store: HistoryStore;
  readonly clock: SteadyClock;
  readonly logger: Logger;
  /** The longest time between two looks at a list. */
  readonly ceilingSeconds: number;
  /** The time between two calls to one service in one target, in milliseconds; 500 by default. */
  readonly callIntervalMs?: number;
  readonly onLook: (result: LookResult) => void;
}

export class Observer {
  private readonly abortController = new AbortController();
  private readonly watchers: readonly ListWatcher[];
  private running: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: ObserverOptions) {
    const { adapters, targets, store, clock, ceilingSeconds, callIntervalMs = CALL_INTERVAL_MS } = options;
    const { signal } = this.abortController;
    // Every watcher adds listeners; Node.js warns of a leak above ten.
    setMaxListeners(0, signal);
    const holder = randomUUID();
    const paces = new Map<string, ReturnType<typeof createPace>>();
    this.watchers = sourcesOf(targets).map((source) => {
      const key = `${source.target} ${serviceOf(source.kind)}`;
      const pace = paces.get(key) ?? createPace(clock, callIntervalMs, signal);
      paces.set(key, pace);
      return new ListWatcher({
        source,
        list: WATCHED_LISTS[source.kind](adapters, source.target, pace),
        store,
        clock,
        holder,
        ceilingSeconds,
        createCall: () => this.createCall(),
        onLook: (result) => {
          this.report(result);
        },
      });
    });
  }

  start(): void {
    const { signal } = this.abortController;
    this.running = Promise.all(this.watchers.map((watcher) => watcher.run(signal)));
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
    if (outcome !== 'FAILED') return;
    const code = error instanceof GatewayError ? error.code : 'DATABASE';
    logger.warn({ ...source, code }, 'The history could not look at a list');
  }
}
