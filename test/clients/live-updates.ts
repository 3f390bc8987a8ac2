// A gateway with live updates over one job, for the suites of docs/live.md, and what their subscribers receive.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Config } from '../../src/config/config';
import { endWithFile } from '../support/cleanup';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { freePort } from '../support/free-port';
import { startTestGateway, testConfig, type TestGateway } from '../support/gateway';
import { Scrape } from '../support/metrics';
import { JOB, JOB_ID } from '../support/resources';

export class LiveUpdates {
  gateway!: TestGateway;
  #emulator!: TestEmulator;
  #config: Partial<Config> = {};
  #isPaused = false;

  get streamUrl(): string {
    return `${this.gateway.url}/stream`;
  }

  async start(overrides: Partial<Config> = {}): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
    endWithFile(() => {
      rmSync(folder, { recursive: true, force: true });
    });
    this.#emulator = await startTestEmulator({ sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 } });
    const job = { name: 'job', jobType: 'ONE_TIME', jobStatus: 'RUNNING' };
    await this.#emulator.control('POST', '/put', {
      service: 'macie2',
      resource: 'job',
      id: JOB_ID,
      set: job,
    });
    this.#config = {
      port: await freePort(),
      databaseFile: join(folder, 'history.sqlite'),
      history: { ...testConfig().history, mode: 'listening' },
      ...overrides,
    };
    this.gateway = await this.startGateway(this.#config);
  }

  /** Starts another gateway over the same AWS. */
  startGateway(overrides: Partial<Config>): Promise<TestGateway> {
    return startTestGateway(this.#emulator.url, overrides);
  }

  /** Ends the gateway, and starts another one with its port and its database. */
  async restart(): Promise<void> {
    await this.gateway.close();
    this.gateway = await this.startGateway(this.#config);
  }

  async stop(): Promise<void> {
    await this.gateway.close();
    await this.#emulator.close();
  }

  /** Pauses or resumes the job, and returns its new status. */
  async change(headers: Readonly<Record<string, string>> = {}): Promise<string> {
    const mutation = this.#isPaused ? 'resumeClassificationJob' : 'pauseClassificationJob';
    const response = await fetch(this.gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: `mutation { ${mutation}(input: { id: "${JOB}" }) { outcome } }` }),
    });
    expect(await response.json()).toEqual({ data: { [mutation]: { outcome: 'APPLIED' } } });
    this.#isPaused = !this.#isPaused;
    return this.#isPaused ? 'USER_PAUSED' : 'RUNNING';
  }

  /** Waits until the gateway has this many open streams. */
  async streamsOpen(count: number): Promise<void> {
    await eventually(async () => {
      const open = (await Scrape.of(this.gateway.url)).sum('secops_graph_streams_open');
      return open === count ? true : undefined;
    }, `${count} open streams`);
  }
}

/** Starts the gateway before the tests of a file, and ends it after them. */
export function useLiveUpdates(overrides: Partial<Config> = {}): LiveUpdates {
  const updates = new LiveUpdates();
  beforeAll(() => updates.start(overrides));
  afterAll(() => updates.stop());
  return updates;
}

const PATIENCE_MS = 30_000;

/** Waits for a value other than undefined. */
export async function eventually<Value>(
  read: () => Promise<Value | undefined> | Value | undefined,
  name: string,
): Promise<Value> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const value = await read();
    if (value !== undefined) return value;
    if (performance.now() > deadline) throw new Error(`There was no end of waiting for ${name}.`);
    await delay(20);
  }
}

/** What a subscriber receives. */
export class Received {
  readonly messages: Record<string, unknown>[] = [];
  readonly errors: unknown[] = [];

  /** Takes a message, as a client passes it to the application. */
  add = (message: unknown): void => {
    this.messages.push(message as Record<string, unknown>);
  };

  fail = (error: unknown): void => {
    this.errors.push(error);
  };

  /** The new status of each status change, in order. The gateway also looks at lists, and finds other changes. */
  get statuses(): unknown[] {
    return this.messages
      .filter(({ __typename }) => __typename === 'ResourceEvent')
      .flatMap(({ changes }) => changes as readonly { readonly field: string; readonly after: unknown }[])
      .filter(({ field }) => field === 'status')
      .map(({ after }) => after);
  }

  /** Waits for the first message of a stream. */
  async opened(): Promise<void> {
    await eventually(() => this.messages[0], 'the first message');
  }

  /** Waits until there are this many status changes, and returns the new statuses. */
  async events(count: number): Promise<unknown[]> {
    await eventually(() => (this.statuses.length >= count ? true : undefined), `${count} status changes`);
    return this.statuses;
  }

  /** Waits for the error that ends the subscription. */
  async rejected(): Promise<unknown> {
    return eventually(() => this.errors[0], 'an error');
  }
}
