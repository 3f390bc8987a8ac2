// Readiness by itself: what it says, how often it asks, and that nothing it asks can hold it up.
import { setTimeout as delay } from 'node:timers/promises';
import pino from 'pino';
import { Readiness, type Check } from '../../src/observability/health/readiness';

const SILENT = pino({ level: 'silent' });

const WELL = { status: 'ready', reasons: [], degraded: [] };

function check(problem: Check['problem'], isRequired: boolean, run: Check['run']): Check {
  return { problem, isRequired, run };
}

const audit = (run: Check['run']) => check('AUDIT_UNAVAILABLE', true, run);
const valkey = (run: Check['run']) => check('VALKEY_UNAVAILABLE', false, run);
const fine = () => Promise.resolve();
const broken = () => Promise.reject(new Error('connect ECONNREFUSED secret@10.0.0.1'));

test('it is ready when all is well, and without what it can do without', async () => {
  expect(await new Readiness([audit(fine), valkey(fine)], SILENT).report()).toEqual(WELL);
  expect(await new Readiness([audit(fine), valkey(broken)], SILENT).report()).toEqual({
    ...WELL,
    degraded: ['VALKEY_UNAVAILABLE'],
  });
});

test('it is not ready without what every change needs', async () => {
  expect(await new Readiness([audit(broken), valkey(broken)], SILENT).report()).toEqual({
    status: 'not ready',
    reasons: ['AUDIT_UNAVAILABLE'],
    degraded: ['VALKEY_UNAVAILABLE'],
  });
});

test('it is not ready from the moment it drains, and asks nobody any more', async () => {
  let asked = 0;
  const readiness = new Readiness([audit(() => Promise.resolve((asked += 1)))], SILENT);
  expect(await readiness.report()).toEqual(WELL);
  readiness.drain();
  expect(await readiness.report()).toEqual({ status: 'not ready', reasons: ['DRAINING'], degraded: [] });
  expect(await readiness.problems()).toEqual(
    new Map([
      ['DRAINING', true],
      ['AUDIT_UNAVAILABLE', false],
    ]),
  );
  expect(asked).toBe(1);
});

test('a hundred probes within a second ask once', async () => {
  let asked = 0;
  const readiness = new Readiness([audit(() => Promise.resolve((asked += 1)))], SILENT);
  await Promise.all(Array.from({ length: 50 }, () => readiness.report()));
  for (let i = 0; i < 50; i += 1) await readiness.report();
  expect(asked).toBe(1);
  await delay(1_050);
  await readiness.report();
  expect(asked).toBe(2);
});

test('a store that hangs counts as away, is not waited for, and not asked again meanwhile', async () => {
  let asked = 0;
  const hang = () => {
    asked += 1;
    return new Promise<never>(() => undefined);
  };
  const readiness = new Readiness([audit(hang)], SILENT);
  const start = performance.now();
  expect((await readiness.report()).reasons).toEqual(['AUDIT_UNAVAILABLE']);
  expect(performance.now() - start).toBeLessThan(1_000);
  await delay(1_050);
  expect((await readiness.report()).reasons).toEqual(['AUDIT_UNAVAILABLE']);
  expect(asked).toBe(1);
});

test('the log hears of a change once, and of no store’s own words', async () => {
  const lines: string[] = [];
  const logger = pino({ base: null, timestamp: false }, { write: (line) => lines.push(line) });
  let run: Check['run'] = broken;
  const readiness = new Readiness([audit(() => run())], logger);
  await readiness.report();
  await delay(1_050);
  await readiness.report();
  run = fine;
  await delay(1_050);
  await readiness.report();
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { level: 40, reasons: ['AUDIT_UNAVAILABLE'], degraded: [], msg: 'The gateway is not ready' },
    { level: 30, reasons: [], degraded: [], msg: 'The gateway is ready' },
  ]);
});
