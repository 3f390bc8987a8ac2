// A gateway in a separate process, with its log or collector of traces in the hands of a test: reads and changes compared with AWS and the audit trail.
import { setTimeout as delay } from 'node:timers/promises';
import { liveEnvironment } from './live-environment';
import { freePort } from './free-port';
import type { Harness } from './harness';
import { Scrape } from './metrics';
import { runProgram, WITHOUT_SDK_NOTICE, type Program, type ProgramOptions } from './program';
import { JOB, putJob } from './resources';

const READ = '{ classificationJobs(first: 1) { nodes { status } } }';
const PAUSE = `mutation { pauseClassificationJob(input: { id: "${JOB}" }) { outcome userErrors { code } } }`;
const TRAIL = '{ auditTrail(first: 1) { nodes { mutation outcome } } }';

/** Make the log line of a request long. */
const LONG_ID = 'i'.repeat(128);
const LONG_NAME = 'n'.repeat(128);
const AT_ONCE = 20;

/** The requests of one readAndChange. */
export const REQUESTS_OF_CHANGE = 3;

export class ObservedGateway {
  private constructor(
    readonly program: Program,
    readonly url: string,
    private readonly harness: Harness,
  ) {}

  /** Starts a gateway on the emulator of the harness, and waits until it is ready. */
  static async start(
    harness: Harness,
    output: ProgramOptions['output'] = {},
    env: NodeJS.ProcessEnv = {},
  ): Promise<ObservedGateway> {
    const port = await freePort();
    const program = runProgram(
      'main.js',
      {
        PORT: String(port),
        ...liveEnvironment(harness.emulator.url),
        ...WITHOUT_SDK_NOTICE,
        ...env,
      },
      { output },
    );
    const url = `http://127.0.0.1:${port}/graphql`;
    const ended = program.exit().then((code) => {
      throw new Error(`The program ended with code ${String(code)}.`);
    });
    await Promise.race([ended, ready(url)]);
    ended.catch(() => undefined);
    return new ObservedGateway(program, url, harness);
  }

  /** Sends small requests, 20 at once. */
  async sendMany(count: number): Promise<void> {
    for (let sent = 0; sent < count; sent += AT_ONCE) {
      await Promise.all(
        Array.from({ length: Math.min(AT_ONCE, count - sent) }, () =>
          this.send(`query ${LONG_NAME} { __typename }`),
        ),
      );
    }
  }

  /** Reads and changes, compares the responses with the calls of AWS and the audit trail, and returns the slowest time in milliseconds. */
  async readAndChange(): Promise<number> {
    await putJob(this.harness, 'RUNNING');
    await this.harness.forgetCalls();
    const read = await this.send(READ);
    expect(read.data).toEqual({ classificationJobs: { nodes: [{ status: 'RUNNING' }] } });
    const change = await this.send(PAUSE);
    expect(change.data).toEqual({ pauseClassificationJob: { outcome: 'APPLIED', userErrors: [] } });
    const updates = await this.harness.updates();
    expect(updates.map(({ operation }) => operation)).toEqual(['UpdateClassificationJob']);
    const trail = await this.send(TRAIL);
    expect(trail.data).toEqual({
      auditTrail: { nodes: [{ mutation: 'pauseClassificationJob', outcome: 'APPLIED' }] },
    });
    return Math.max(read.milliseconds, change.milliseconds, trail.milliseconds);
  }

  /** The requests and the dropped log lines that the metrics count. */
  async counted(): Promise<{ readonly requests: number; readonly dropped: number }> {
    const scrape = await Scrape.of(this.url);
    return {
      requests: scrape.sum('secops_graph_requests_total'),
      dropped: scrape.sum('secops_graph_log_lines_dropped_total'),
    };
  }

  /** Ends the program with SIGTERM, and returns the milliseconds until its end. */
  async stop(): Promise<number> {
    const start = performance.now();
    this.program.kill('SIGTERM');
    expect(await this.program.exit()).toBe(0);
    return performance.now() - start;
  }

  private async send(query: string): Promise<{ data: unknown; milliseconds: number }> {
    const start = performance.now();
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-request-id': LONG_ID },
      body: JSON.stringify({ query }),
    });
    const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
    expect({ status: response.status, errors }).toEqual({ status: 200, errors: undefined });
    return { data, milliseconds: performance.now() - start };
  }
}

async function ready(url: string): Promise<void> {
  for (;;) {
    try {
      if ((await fetch(new URL('/readyz', url))).ok) return;
    } catch {
      await delay(20);
    }
  }
}

/** The limit for a response, in milliseconds: twenty times that of a healthy gateway, and at least two seconds on a busy machine. */
export function boundFor(healthy: number): number {
  return Math.max(2_000, 20 * healthy);
}
