// One fault of a store while a gateway runs: reads, a change, /readyz, the metric and the log, until the fault ends.
import { setTimeout as delay } from 'node:timers/promises';
import pino from 'pino';
import { startGateway } from '../../src/app/serve';
import type { Config } from '../../src/config/config';
import { startTestEmulator } from '../support/emulator';
import { endWithFile } from '../support/cleanup';
import { testConfig } from '../support/gateway';
import { Harness } from '../support/harness';
import { tableRows, readDocument } from '../support/markdown';
import { Scrape } from '../support/metrics';
import { putJob, JOB } from '../support/resources';

/** A store that works until `begin`, and again after `end`. */
export interface FaultyStore {
  readonly config: Partial<Config>;
  begin(): unknown;
  end(): unknown;
  close?(): unknown;
}

export interface HealthFault {
  /** The words of docs/faults.md. */
  readonly name: string;
  readonly problem?: keyof typeof REFUSALS;
  readonly cause?: string;
  /** True when the trail can be read during the fault. */
  readonly isTrailReadable?: boolean;
  /** True when the gateway makes changes during the fault. */
  readonly makesChanges?: boolean;
  /** True when the cause stays for a minute unless a change succeeds. */
  readonly endsByChange?: boolean;
  /** The causes through which the end of the fault leads. */
  readonly endsBy?: readonly string[];
  /** Starts the gateway; in this process if it is omitted. */
  readonly open?: typeof openHere;
  readonly start: () => Promise<FaultyStore>;
}

/** The code of a change that the gateway rejects. */
const REFUSALS = {
  AUDIT_UNAVAILABLE: 'AUDIT_UNAVAILABLE',
  VALKEY_UNAVAILABLE: 'LEASE_UNAVAILABLE',
  VALKEY_EVICTS: 'none',
  LEASES_EXPIRING: 'LEASE_UNAVAILABLE',
} as const;

/** The first words of the log lines, by problem. */
const LINES = {
  AUDIT_UNAVAILABLE: ['The audit trail cannot be used; ', 'The audit trail can be used again'],
  VALKEY_UNAVAILABLE: ['Valkey cannot be used; ', 'Valkey can be used again'],
  VALKEY_EVICTS: ['Valkey can evict leases and idempotency keys, ', 'Valkey evicts no keys any more'],
  LEASES_EXPIRING: [
    'Valkey may have lost leases that are still valid; ',
    'The gateway no longer waits for leases to expire',
  ],
} as const;

interface OpenGateway {
  readonly url: string;
  readonly origin: string;
  /** The log so far. */
  readonly lines: () => readonly Line[];
  readonly close: () => Promise<unknown>;
}

async function openHere(endpoint: string, config: Partial<Config>): Promise<OpenGateway> {
  const lines: Line[] = [];
  const logger = pino({ base: null }, { write: (line) => lines.push(JSON.parse(line) as Line) });
  const gateway = await startGateway(testConfig(config), { mode: 'emulator', endpoint }, logger);
  const { url, origin } = gateway;
  return { url, origin, lines: () => lines, close: endWithFile(() => gateway.close()) };
}

interface Line {
  readonly level: number;
  readonly msg: string;
  readonly problem?: string;
  readonly cause?: string;
}

const JOBS = '{ classificationJobs(first: 5) { nodes { id } completeness { complete } } }';
const TRAIL = '{ auditTrail(first: 1) { nodes { changeId } } }';
const PAUSE = `mutation { pauseClassificationJob(input: { id: "${JOB}" }) { outcome } }`;
/** Texts of servers and addresses that nothing may show. */
const SECRETS = /hunter2|127\.0\.0\.1|store\.test|audit_log|FATAL|permission denied|invalid username/;

export async function expectFault({
  cause,
  start,
  problem = 'AUDIT_UNAVAILABLE',
  isTrailReadable = problem !== 'AUDIT_UNAVAILABLE',
  makesChanges = problem === 'VALKEY_EVICTS',
  endsByChange = false,
  endsBy = [],
  open = openHere,
}: HealthFault): Promise<void> {
  const store = await start();
  const harness = new Harness();
  harness.emulator = await startTestEmulator({ sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 } });
  const gateway = await open(harness.emulator.url, store.config);
  // A faulty or restarted Valkey also makes the gateway wait for leases to expire.
  const isOfFault = (found: string) => found !== 'LEASES_EXPIRING' || problem === found;
  const readyz = async () => {
    const response = await fetch(`${gateway.origin}/readyz`);
    const report = (await response.json()) as { readonly degraded: readonly string[] };
    return { code: response.status, ...report, degraded: report.degraded.filter(isOfFault) };
  };
  const until = async (expected: object) => {
    const end = performance.now() + 60_000;
    let found = await readyz();
    while (JSON.stringify(found) !== JSON.stringify(expected) && performance.now() < end) {
      await delay(50);
      found = await readyz();
    }
    expect(found).toEqual(expected);
  };
  const send = async (query: string) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(gateway.url, { method: 'POST', headers, body: JSON.stringify({ query }) });
    return (await response.json()) as {
      data: Record<string, unknown> | null;
      errors?: { extensions: { code: string } }[];
    };
  };
  const codes = async (query: string) =>
    ((await send(query)).errors ?? []).map((error) => error.extensions.code);
  const READY = { code: 200, status: 'ready', reasons: [], degraded: [] };
  try {
    await putJob(harness, 'RUNNING');
    await until(READY);
    await store.begin();
    const causes = cause === undefined ? {} : { causes: { [problem]: cause } };
    await until({ ...READY, degraded: [problem], ...causes });
    expect((await fetch(`${gateway.origin}/livez`)).status).toBe(200);
    const metrics = await Scrape.of(gateway.origin);
    expect(metrics.by('secops_graph_problem', 'cause', { reason: problem })).toEqual({ [cause ?? '']: 1 });
    expect(await send(JOBS)).toMatchObject({
      data: { classificationJobs: { nodes: [{ id: JOB }], completeness: { complete: true } } },
    });
    expect(await codes(TRAIL)).toEqual(isTrailReadable ? [] : ['AUDIT_UNAVAILABLE']);
    // A gateway makes changes 20 s after it connected to Valkey.
    if (problem === 'VALKEY_EVICTS') while ((await codes(PAUSE)).length > 0) await delay(500);
    else expect(await codes(PAUSE)).toEqual(makesChanges ? [] : [REFUSALS[problem]]);
    expect((await harness.updates()).map(({ operation }) => operation)).toEqual(
      makesChanges ? ['UpdateClassificationJob'] : [],
    );
    // The cause stays the same while the fault lasts.
    await delay(1_100);
    await until({ ...READY, degraded: [problem], ...causes });
    await store.end();
    if (endsByChange) expect(await codes(PAUSE)).toEqual([]);
    await until(READY);
    if (problem === 'AUDIT_UNAVAILABLE') {
      await putJob(harness, 'RUNNING');
      expect(await send(PAUSE)).toMatchObject({ data: { pauseClassificationJob: { outcome: 'APPLIED' } } });
    }
    const [began, ended] = LINES[problem];
    // A program writes its log asynchronously.
    const isLogged = () => gateway.lines().some(({ msg }) => msg === ended);
    for (const end = performance.now() + 5_000; !isLogged() && performance.now() < end;) await delay(50);
    const lines = gateway
      .lines()
      .filter((line) => line.problem !== undefined && isOfFault(line.problem))
      .filter((line) => !endsBy.includes(line.cause ?? ''));
    expect(lines).toMatchObject([
      { level: 40, problem, msg: expect.stringContaining(began) as string },
      { level: 30, problem, msg: ended },
    ]);
    expect(lines.map((line) => line.cause)).toEqual([cause, undefined]);
    const log = gateway.lines().map((line) => JSON.stringify({ ...line, address: '' }));
    expect(log.filter((line) => SECRETS.test(line))).toEqual([]);
  } finally {
    await gateway.close();
    await harness.emulator.close();
    await store.close?.();
  }
}

/** The rows of docs/faults.md about the faults of a store. */
export function documentedFaults(store: string): string[][] {
  return tableRows(readDocument('docs/faults.md'), `While the gateway runs, ${store} ...`);
}

/** The rows that the table must have: the fault, its cause, and the responses to auditTrail and to a change. */
export function rowsOf(faults: readonly HealthFault[]): string[][] {
  return faults.map(({ name, cause, problem = 'AUDIT_UNAVAILABLE', ...fault }) => {
    const { isTrailReadable = problem !== 'AUDIT_UNAVAILABLE', makesChanges = problem === 'VALKEY_EVICTS' } =
      fault;
    const change = makesChanges ? 'made' : REFUSALS[problem];
    return [name, cause ?? problem, isTrailReadable ? 'read' : 'AUDIT_UNAVAILABLE', change];
  });
}
