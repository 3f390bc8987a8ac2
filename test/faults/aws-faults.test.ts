// Thirty named faults of AWS, for each of the three services: what the client sees, how soon, and that nothing else is harmed.
import { setTimeout as delay } from 'node:timers/promises';
import { SERVICE_NAMES, type ServiceName } from '../../src/domain/services';
import { readDocument, tableRows } from '../support/markdown';
import { FAULTS, type NamedFault } from './faults';
import { LISTS, listAll, lookUp, openFaultHarness, REST, type FaultHarness } from './fault-harness';

/** So many requests at once: those that take longest go first. */
const AT_ONCE = 12;
const HEALTHY = ['home', 'west'];

/** A machine that does other things at the same time makes some late: they are tried so often again, each by itself. */
const CHANCES = 4;

interface Case {
  readonly fault: NamedFault;
  readonly service: ServiceName;
  readonly target: string;
}

interface Seen {
  readonly state: string;
  readonly code: unknown;
  readonly retryAfterSeconds: number | undefined;
  /** What both requests say of how they failed. */
  readonly told: string;
  /** Of the longer of the two. */
  readonly seconds: number;
  /** Lists and targets that the fault does not concern and that are not complete all the same. */
  readonly harmed: readonly string[];
}

const CASES: readonly Case[] = FAULTS.flatMap((fault, index) =>
  SERVICE_NAMES.map((service) => ({ fault, service, target: `fault-${index}-${service}` })),
);

let harness: FaultHarness;
const seen = new Map<Case, Seen>();
const recovered = new Map<Case, boolean>();

beforeAll(async () => {
  harness = await openFaultHarness(
    CASES.map(({ target }) => target),
    { failureThreshold: Infinity },
  );
  await listAll(harness.gateway, HEALTHY);
  for (const { fault, service, target } of CASES) await harness.lay(target, service, fault.lay);
  const slowestFirst = [...CASES].sort((a, b) => b.fault.within - a.fault.within);
  await each(slowestFirst, async (one) => seen.set(one, await observe(one)));
  for (const one of CASES) {
    for (let chance = 0; chance < CHANCES && isLate(one); chance += 1) seen.set(one, await observe(one));
  }
  await harness.emulator.control('DELETE', '/faults');
  await delay(REST);
  await each(CASES, async (one) => recovered.set(one, await isWell(one)));
  process.stdout.write(report());
});

afterAll(() => harness.close());

async function each(cases: readonly Case[], run: (one: Case) => Promise<unknown>): Promise<void> {
  const left = [...cases];
  const work = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await run(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function observe({ service, target }: Case): Promise<Seen> {
  const start = performance.now();
  const lists = await listAll(harness.gateway, ['home', target, 'west']);
  const between = performance.now();
  const found = await lookUp(harness.gateway, service, target);
  const end = performance.now();
  const concerned = LISTS[service].map((name) =>
    lists[name]?.completeness.sources.find((source) => source.target === target),
  );
  const states = [...new Set(concerned.map((source) => source?.state))];
  const harmed = Object.entries(lists).flatMap(([name, { completeness }]) =>
    completeness.sources
      .filter(
        (source) => source.state !== 'OK' && (source.target !== target || !LISTS[service].includes(name)),
      )
      .map((source) => `${name} in ${source.target}`),
  );
  const [error] = found.errors ?? [];
  return {
    state: states.join(' '),
    code: error?.extensions.code,
    retryAfterSeconds: error?.extensions.retryAfterSeconds as number | undefined,
    told: JSON.stringify([lists, found]),
    seconds: Math.max(between - start, end - between) / 1_000,
    harmed,
  };
}

/** One read shows that the service is back; from then on all is as ever. */
async function isWell({ service, target }: Case): Promise<boolean> {
  const { data } = await lookUp(harness.gateway, service, target);
  const lists = await listAll(harness.gateway, ['home', target, 'west']);
  return data?.found != null && Object.values(lists).every(({ completeness }) => completeness.complete);
}

function isLate(one: Case): boolean {
  return (seen.get(one)?.seconds ?? Infinity) >= one.fault.within;
}

function report(): string {
  const lines = CASES.map((one) => {
    const { state, code, seconds, harmed } = seen.get(one) ?? {};
    const cells = [
      one.fault.name.padEnd(46),
      one.service.padEnd(11),
      String(state).padEnd(13),
      String(code).padEnd(17),
    ];
    const others = harmed?.length === 0 ? 'others unharmed' : `harmed: ${String(harmed)}`;
    return `${cells.join(' ')} ${seconds?.toFixed(1).padStart(5) ?? ''} s  ${others}`;
  });
  return `\nAWS ...\n${lines.join('\n')}\n`;
}

test('there are thirty faults, each with a name of its own', () => {
  expect(new Set(FAULTS.map(({ name }) => name)).size).toBe(30);
});

describe.each(FAULTS)('AWS $name', (fault) => {
  const cases = CASES.filter((one) => one.fault === fault);

  test.each(cases)('$service', (one) => {
    const { state, code, retryAfterSeconds, seconds, harmed, told } = seen.get(one) ?? {};
    expect({ state, code }).toEqual({ state: fault.state, code: fault.code });
    expect(retryAfterSeconds ?? 0).toBeGreaterThanOrEqual(fault.retryAfterSeconds?.least ?? 0);
    expect(retryAfterSeconds ?? 0).toBeLessThanOrEqual(fault.retryAfterSeconds?.most ?? 0);
    expect(seconds).toBeLessThan(fault.within);
    expect(harmed).toEqual([]);
    expect(told).not.toMatch(/INTERNAL_SERVER_ERROR|upstream|Teapot|Rate exceeded|node_modules/);
    expect(recovered.get(one)).toBe(true);
  });
});

test('a redirect is not followed', async () => {
  const operations = new Set((await harness.emulator.allCalls()).map(({ operation }) => operation));
  expect(operations).toContain('AssumeRole');
  expect([...operations].filter((operation) => /elsewhere/i.test(operation))).toEqual([]);
});

test('docs/faults.md has what was seen', () => {
  const documented = tableRows(readDocument('docs/faults.md'), 'AWS ...');
  expect(documented.map(([name, state, code]) => [name, state, code])).toEqual(
    FAULTS.map(({ name, state, code }) => [name, state, code]),
  );
});
