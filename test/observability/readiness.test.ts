// Readiness without a gateway: its report, the interval of its checks, and the timeout of a check.
import { setTimeout as delay } from 'node:timers/promises';
import pino from 'pino';
import { Readiness, type Check } from '../../src/observability/health/readiness';

const SILENT = pino({ level: 'silent' });

const HEALTHY = { status: 'ready', reasons: [], degraded: [] };

function check(problem: Check['problem'], isRequired: boolean, run: Check['run']): Check {
  return { problem, isRequired, run };
}

const audit = (run: Check['run']) => check('AUDIT_UNAVAILABLE', true, run);
const valkey = (run: Check['run']) => check('VALKEY_UNAVAILABLE', false, run);
const passing = () => Promise.resolve();
const failing = () => Promise.reject(new Error('connect ECONNREFUSED secret@10.0.0.1'));

test('reports ready when all checks pass, and when only optional ones fail', async () => {
  expect(await new Readiness([audit(passing), valkey(passing)], SILENT).report()).toEqual(HEALTHY);
  expect(await new Readiness([audit(passing), valkey(failing)], SILENT).report()).toEqual({
    ...HEALTHY,
    degraded: ['VALKEY_UNAVAILABLE'],
  });
});

test('reports not ready when a required check fails', async () => {
  expect(await new Readiness([audit(failing), valkey(failing)], SILENT).report()).toEqual({
    status: 'not ready',
    reasons: ['AUDIT_UNAVAILABLE'],
    degraded: ['VALKEY_UNAVAILABLE'],
  });
});

test('reports not ready while draining, and runs no more checks', async () => {
  let runs = 0;
  const readiness = new Readiness([audit(() => Promise.resolve((runs += 1)))], SILENT);
  expect(await readiness.report()).toEqual(HEALTHY);
  readiness.drain();
  expect(await readiness.report()).toEqual({ status: 'not ready', reasons: ['DRAINING'], degraded: [] });
  expect(await readiness.problems()).toEqual(
    new Map([
      ['DRAINING', true],
      ['AUDIT_UNAVAILABLE', false],
    ]),
  );
  expect(runs).toBe(1);
});

test('runs the checks once for a hundred probes within a second', async () => {
  let runs = 0;
  const readiness = new Readiness([audit(() => Promise.resolve((runs += 1)))], SILENT);
  await Promise.all(Array.from({ length: 50 }, () => readiness.report()));
  for (let i = 0; i < 50; i += 1) await readiness.report();
  expect(runs).toBe(1);
  await delay(1_050);
  await readiness.report();
  expect(runs).toBe(2);
});

test('reports a store that hangs as unavailable without a wait, and does not check it again meanwhile', async () => {
  let runs = 0;
  const hang = () => {
    runs += 1;
    return new Promise<never>(() => undefined);
  };
  const readiness = new Readiness([audit(hang)], SILENT);
  const start = performance.now();
  expect((await readiness.report()).reasons).toEqual(['AUDIT_UNAVAILABLE']);
  expect(performance.now() - start).toBeLessThan(1_000);
  await delay(1_050);
  expect((await readiness.report()).reasons).toEqual(['AUDIT_UNAVAILABLE']);
  expect(runs).toBe(1);
});

test('logs a change of readiness once, without error messages of the store', async () => {
  const lines: string[] = [];
  const logger = pino({ base: null, timestamp: false }, { write: (line) => lines.push(line) });
  let run: Check['run'] = failing;
  const readiness = new Readiness([audit(() => run())], logger);
  await readiness.report();
  await delay(1_050);
  await readiness.report();
  run = passing;
  await delay(1_050);
  await readiness.report();
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { level: 40, reasons: ['AUDIT_UNAVAILABLE'], degraded: [], msg: 'The gateway is not ready' },
    { level: 30, reasons: [], degraded: [], msg: 'The gateway is ready' },
  ]);
});
