// Thirty named faults of AWS for each of the three services: the error that a client gets, how soon, and that other services and targets are unaffected.
import { setTimeout as delay } from 'node:timers/promises';
import { SERVICE_NAMES, type ServiceName } from '../../src/domain/services';
import { readDocument, tableRows } from '../support/markdown';
import { FAULTS, type NamedFault } from './faults';
import { COOLDOWN, LISTS, listAll, lookUp, openFaultHarness, type FaultHarness } from './fault-harness';

/** Cases that run at the same time, the slowest first. */
const CONCURRENCY = 12;
const HEALTHY = ['home', 'west'];

/** Repetitions of a case that exceeded its time limit, alone, because a busy machine delays concurrent cases. */
const REPETITIONS = 4;

interface Case {
  readonly fault: NamedFault;
  readonly service: ServiceName;
  readonly target: string;
}

interface Observation {
  readonly status: string;
  readonly code: string;
  readonly retryAfterSeconds: number | undefined;
  /** The responses to both requests as text. */
  readonly text: string;
  /** Seconds that the slower of the two requests took. */
  readonly seconds: number;
  /** Incomplete sources of lists and targets to which the fault does not apply. */
  readonly affectedOthers: readonly string[];
}

const CASES: readonly Case[] = FAULTS.flatMap((fault, index) =>
  SERVICE_NAMES.map((service) => ({ fault, service, target: `fault-${index}-${service}` })),
);

let harness: FaultHarness;
const observations = new Map<Case, Observation>();
const recovered = new Map<Case, boolean>();

beforeAll(async () => {
  harness = await openFaultHarness(
    CASES.map(({ target }) => target),
    { failureThreshold: Infinity },
  );
  await listAll(harness.gateway, HEALTHY);
  for (const { fault, service, target } of CASES) await harness.addFault(target, service, fault.effect);
  const slowestFirst = [...CASES].sort((a, b) => b.fault.within - a.fault.within);
  await each(slowestFirst, async (one) => observations.set(one, await observe(one)));
  for (const one of CASES) {
    for (let count = 0; count < REPETITIONS && isLate(one); count += 1)
      observations.set(one, await observe(one));
  }
  await harness.emulator.control('DELETE', '/faults');
  await delay(COOLDOWN);
  await each(CASES, async (one) => recovered.set(one, await hasRecovered(one)));
  process.stdout.write(report());
});

afterAll(() => harness.close());

async function each(cases: readonly Case[], run: (one: Case) => Promise<unknown>): Promise<void> {
  const left = [...cases];
  const work = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await run(next);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
}

async function observe({ service, target }: Case): Promise<Observation> {
  const start = performance.now();
  const lists = await listAll(harness.gateway, ['home', target, 'west']);
  const between = performance.now();
  const found = await lookUp(harness.gateway, service, target);
  const end = performance.now();
  const faultySources = LISTS[service].map((name) =>
    lists[name]?.completeness.sources.find((source) => source.target.name === target),
  );
  const statuses = [...new Set(faultySources.map((source) => source?.status))];
  const affectedOthers = Object.entries(lists).flatMap(([name, { completeness }]) =>
    completeness.sources
      .filter(
        (source) =>
          source.status !== 'OK' && (source.target.name !== target || !LISTS[service].includes(name)),
      )
      .map((source) => `${name} in ${source.target.name}`),
  );
  const [error] = found.errors ?? [];
  return {
    status: statuses.join(' '),
    code: error?.extensions.code ?? 'none',
    retryAfterSeconds: error?.extensions.retryAfterSeconds as number | undefined,
    text: JSON.stringify([lists, found]),
    seconds: Math.max(between - start, end - between) / 1_000,
    affectedOthers,
  };
}

/** One lookup closes the circuit breaker. After it every list must be complete. */
async function hasRecovered({ service, target }: Case): Promise<boolean> {
  const { data } = await lookUp(harness.gateway, service, target);
  const lists = await listAll(harness.gateway, ['home', target, 'west']);
  return data?.found != null && Object.values(lists).every(({ completeness }) => completeness.complete);
}

function isLate(one: Case): boolean {
  return (observations.get(one)?.seconds ?? Infinity) >= one.fault.within;
}

function report(): string {
  const lines = CASES.map((one) => {
    const { status, code, seconds, affectedOthers } = observations.get(one) ?? {};
    const cells = [
      one.fault.name.padEnd(46),
      one.service.padEnd(11),
      String(status).padEnd(13),
      String(code).padEnd(17),
    ];
    const others = affectedOthers?.length === 0 ? 'others unaffected' : `affected: ${String(affectedOthers)}`;
    return `${cells.join(' ')} ${seconds?.toFixed(1).padStart(5) ?? ''} s  ${others}`;
  });
  return `\nAWS ...\n${lines.join('\n')}\n`;
}

test('there are thirty faults with different names', () => {
  expect(new Set(FAULTS.map(({ name }) => name)).size).toBe(30);
});

describe.each(FAULTS)('AWS $name', (fault) => {
  const cases = CASES.filter((one) => one.fault === fault);

  test.each(cases)('$service reports the fault in time and recovers, and others are unaffected', (one) => {
    const { status, code, retryAfterSeconds, seconds, affectedOthers, text } = observations.get(one) ?? {};
    expect({ status, code }).toEqual({ status: fault.status, code: fault.code });
    expect(retryAfterSeconds ?? 0).toBeGreaterThanOrEqual(fault.retryAfterSeconds?.least ?? 0);
    expect(retryAfterSeconds ?? 0).toBeLessThanOrEqual(fault.retryAfterSeconds?.most ?? 0);
    expect(seconds).toBeLessThan(fault.within);
    expect(affectedOthers).toEqual([]);
    expect(text).not.toMatch(/INTERNAL_SERVER_ERROR|upstream|Teapot|Rate exceeded|node_modules/);
    expect(recovered.get(one)).toBe(true);
  });
});

test('the gateway does not follow a redirect', async () => {
  const operations = new Set((await harness.emulator.allCalls()).map(({ operation }) => operation));
  expect(operations).toContain('AssumeRole');
  expect([...operations].filter((operation) => /elsewhere/i.test(operation))).toEqual([]);
});

test('docs/faults.md lists the fault, the source status and the error code of every case', () => {
  const documented = tableRows(readDocument('docs/faults.md'), 'AWS ...');
  expect(documented.map(([name, status, code]) => [name, status, code])).toEqual(
    FAULTS.map(({ name, status, code }) => [name, status, code]),
  );
});
