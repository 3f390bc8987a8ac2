// An emulator whose lists observers watch, on a clock that a test advances.
import { randomUUID } from 'node:crypto';
import { setImmediate as nextTick } from 'node:timers/promises';
import type { EmulatorOptions } from '@secops-graph/aws-emulator';
import pino from 'pino';
import { AUDIT_MODULE } from '../../src/audit/module';
import { createAdapters, type Adapters } from '../../src/aws/adapters/all';
import { AwsClients } from '../../src/aws/client/clients';
import { encodeId } from '../../src/domain/ids';
import { SERVICE_NAMES } from '../../src/domain/services';
import { Targets } from '../../src/domain/targets';
import { Listeners } from '../../src/history/listeners';
import type { LookResult } from '../../src/history/list-watcher';
import { HISTORY_MODULE } from '../../src/history/migrations';
import { Observer, type ObserverDependencies } from '../../src/history/observer';
import { HistoryStore } from '../../src/history/store';
import type { AwsList } from '../../src/domain/aws-list';
import type { SqlDatabase } from '../../src/storage/sql/database';
import { openDatabase } from '../../src/storage/sql/open';
import { readState, startTestEmulator, type EmulatorState, type TestEmulator } from './emulator';
import { TestClock } from './test-clock';

const TARGETS = new Targets([{ name: 'default', region: 'us-east-1', services: SERVICE_NAMES }]);
const LOGGER = pino({ level: 'silent' });
/** The delays of an observer at rest: of its four lists, and of the presence of subscribers. */
const DELAYS = 5;
export const CEILING_MS = 60_000;

/** The parts of an observer; those of the gateway by default. */
export interface ObservedParts {
  /** The URL of a PostgreSQL database; SQLite in memory without it. */
  readonly url?: string;
  readonly store?: typeof HistoryStore;
  readonly clock?: typeof TestClock;
  readonly adapters?: (adapters: Adapters) => Adapters;
  readonly sizes?: EmulatorOptions['sizes'];
  readonly mode?: ObserverDependencies['mode'];
}

const SIZES = { jobs: 40, members: 30, exportJobs: 12, cases: 30 };

export type StoredEvent = Readonly<Record<string, unknown>>;

export class ObservedEmulator {
  readonly observers: Observer[] = [];
  /** The gateways with subscribers. */
  private readonly listening: Listeners[] = [];
  readonly clock;
  readonly adapters;

  private constructor(
    readonly emulator: TestEmulator,
    readonly database: SqlDatabase,
    private readonly clients: AwsClients,
    private readonly parts: ObservedParts,
  ) {
    const { clock: Clock = TestClock, adapters = (each) => each } = parts;
    this.clock = new Clock();
    this.adapters = adapters(createAdapters(clients));
  }

  static async start(parts: ObservedParts = {}): Promise<ObservedEmulator> {
    const emulator = await startTestEmulator({ sizes: parts.sizes ?? SIZES });
    const location = { databaseUrl: parts.url, databaseFile: ':memory:' };
    const database = await openDatabase(location, [AUDIT_MODULE, HISTORY_MODULE], LOGGER);
    const clients = new AwsClients(TARGETS, { mode: 'emulator', endpoint: emulator.url });
    return new ObservedEmulator(emulator, database, clients, parts);
  }

  /** Starts an observer, and waits until it has looked at every list once. */
  async observe(
    onLook: (result: LookResult) => void = () => undefined,
    onLeaseEnd: (source: AwsList) => void = () => undefined,
  ): Promise<Observer> {
    const observer = new Observer({
      adapters: this.adapters,
      targets: TARGETS,
      store: this.newStore(),
      clock: this.clock,
      logger: LOGGER,
      holder: randomUUID(),
      mode: this.parts.mode ?? 'on',
      ceilingSeconds: CEILING_MS / 1_000,
      callIntervalMs: 0,
      onLook,
      onLeaseEnd,
    });
    this.observers.push(observer);
    observer.start();
    await this.settle();
    return observer;
  }

  /** Stops the first observer that runs. */
  async stopFirst(): Promise<void> {
    await this.observers.shift()?.close();
  }

  /** A gateway gets its first subscriber, of which the observers hear. */
  async listen(): Promise<Listeners> {
    const options = { store: this.newStore(), clock: this.clock, holder: randomUUID(), logger: LOGGER };
    const listeners = new Listeners(options);
    this.listening.push(listeners);
    listeners.add();
    await this.hear();
    return listeners;
  }

  /** The only subscriber of a gateway leaves. */
  async leave(listeners: Listeners): Promise<void> {
    this.listening.splice(this.listening.indexOf(listeners), 1);
    listeners.remove();
    await this.hear();
  }

  /** Lets the time pass, and with it at least one look at every list. */
  async pass(milliseconds = CEILING_MS): Promise<void> {
    this.clock.advance(milliseconds);
    await this.settle();
  }

  /** The events in the order of their positions, without their times. */
  async events(): Promise<readonly StoredEvent[]> {
    const text =
      'SELECT type, cause, kind, resource_id, changes, change_id FROM history_events ORDER BY position';
    const rows = await this.database.run({ text, values: [] });
    return rows.map(({ changes, ...row }) => ({ ...row, changes: JSON.parse(changes as string) as unknown }));
  }

  state(): Promise<EmulatorState> {
    return readState(this.emulator);
  }

  /** The Macie id of a job with this status. */
  async jobIn(status: string): Promise<string> {
    const { macie2 } = await this.state();
    return macie2.jobs.find(({ jobStatus }) => jobStatus === status)?.jobId as string;
  }

  async putJob(id: string, set: object): Promise<void> {
    await this.emulator.control('POST', '/put', { service: 'macie2', resource: 'job', id, set });
  }

  async close(): Promise<void> {
    for (const listeners of this.listening) await listeners.close();
    for (const observer of this.observers) await observer.close();
    await this.database.close();
    this.clients.destroy();
    await this.emulator.close();
  }

  private newStore(): HistoryStore {
    const { store: Store = HistoryStore } = this.parts;
    return new Store(this.database);
  }

  private settle(): Promise<void> {
    return this.clock.waits(this.observers.length * DELAYS + this.listening.length);
  }

  /** SQLite notifies in a later turn of the event loop. */
  private async hear(): Promise<void> {
    for (let turn = 0; turn < 5; turn += 1) await nextTick();
    await this.settle();
  }
}

export function globalJobId(jobId: string): string {
  return encodeId({ kind: 'ClassificationJob', target: 'default', jobId });
}
