// Readiness without a gateway: its report, the interval of its checks, and the timeout of a check.
import { setTimeout as delay } from 'node:timers/promises';
import pino from 'pino';
import { Readiness, type Check } from '../../src/observability/health/readiness';

const SILENT = pino({ level: 'silent' });

const HEALTHY = { status: 'ready', reasons: [], degraded: [] };

const audit = (run: Check['run']): Check => ({ problems: ['AUDIT_UNAVAILABLE'], run });
const valkey = (run: Check['run']): Check => ({
  problems: ['VALKEY_UNAVAILABLE', 'LEASES_EXPIRING', 'VALKEY_EVICTS'],
  run,
});
const passing: Check['run'] = () => Promise.resolve([]);
const noAudit: Check['run'] = () => Promise.resolve([{ problem: 'AUDIT_UNAVAILABLE', cause: 'DISK_FULL' }]);
const noValkey: Check['run'] = () => Promise.resolve([{ problem: 'VALKEY_UNAVAILABLE', cause: 'FULL' }]);
const expiring: Check['run'] = () => Promise.resolve([{ problem: 'LEASES_EXPIRING' }]);
const evicting: Check['run'] = () => Promise.resolve([{ problem: 'VALKEY_EVICTS' }]);
const failing = () => Promise.reject(new Error('connect ECONNREFUSED secret@10.0.0.1'));

test('reports ready while every store has a problem, and the cause of each problem', async () => {
  expect(await new Readiness([audit(passing), valkey(passing)], SILENT).report()).toEqual(HEALTHY);
  expect(await new Readiness([audit(noAudit), valkey(noValkey)], SILENT).report()).toEqual({
    ...HEALTHY,
    degraded: ['AUDIT_UNAVAILABLE', 'VALKEY_UNAVAILABLE'],
    causes: { AUDIT_UNAVAILABLE: 'DISK_FULL', VALKEY_UNAVAILABLE: 'FULL' },
  });
  expect(await new Readiness([valkey(evicting)], SILENT).report()).toEqual({
    ...HEALTHY,
    degraded: ['VALKEY_EVICTS'],
  });
});

test('reports not ready while a needed store has a problem', async () => {
  const checks = [audit(noAudit), valkey(noValkey)];
  expect(await new Readiness(checks, SILENT, ['audit']).report()).toEqual({
    status: 'not ready',
    reasons: ['AUDIT_UNAVAILABLE'],
    degraded: ['VALKEY_UNAVAILABLE'],
    causes: { AUDIT_UNAVAILABLE: 'DISK_FULL', VALKEY_UNAVAILABLE: 'FULL' },
  });
  expect(await new Readiness(checks, SILENT, ['audit', 'valkey']).report()).toMatchObject({
    status: 'not ready',
    reasons: ['AUDIT_UNAVAILABLE', 'VALKEY_UNAVAILABLE'],
    degraded: [],
  });
  expect(await new Readiness([audit(passing), valkey(evicting)], SILENT, ['valkey']).report()).toEqual({
    ...HEALTHY,
    degraded: ['VALKEY_EVICTS'],
  });
  expect(await new Readiness([valkey(expiring)], SILENT, ['valkey']).report()).toEqual({
    status: 'not ready',
    reasons: ['LEASES_EXPIRING'],
    degraded: [],
  });
});

test('reports a check that fails unexpectedly without the text of its error', async () => {
  expect(await new Readiness([audit(failing)], SILENT).report()).toEqual({
    ...HEALTHY,
    degraded: ['AUDIT_UNAVAILABLE'],
    causes: { AUDIT_UNAVAILABLE: 'OTHER' },
  });
});

test('reports not ready while draining, and finds problems that begin', async () => {
  let run = passing;
  const { lines, logger } = capture();
  const readiness = new Readiness([audit(() => run())], logger);
  expect(await readiness.report()).toEqual(HEALTHY);
  readiness.drain();
  expect(await readiness.report()).toEqual({ status: 'not ready', reasons: ['DRAINING'], degraded: [] });
  run = noAudit;
  await delay(1_050);
  expect(await readiness.report()).toEqual({
    status: 'not ready',
    reasons: ['DRAINING'],
    degraded: ['AUDIT_UNAVAILABLE'],
    causes: { AUDIT_UNAVAILABLE: 'DISK_FULL' },
  });
  expect(await readiness.problems()).toEqual([
    { problem: 'DRAINING', exists: true },
    { problem: 'AUDIT_UNAVAILABLE', exists: true, cause: 'DISK_FULL' },
  ]);
  expect(lines).toMatchObject([{ problem: 'AUDIT_UNAVAILABLE', cause: 'DISK_FULL' }]);
});

test('reports not ready to a probe that began before draining', async () => {
  const readiness = new Readiness([audit(() => delay(50).then(passing))], SILENT);
  const report = readiness.report();
  readiness.drain();
  expect(await report).toMatchObject({ status: 'not ready', reasons: ['DRAINING'] });
});

test('runs no checks after its stores are closed, and repeats the last findings', async () => {
  let run = noAudit;
  const { lines, logger } = capture();
  const readiness = new Readiness([audit(() => run())], logger);
  await readiness.report();
  readiness.drain();
  readiness.close();
  run = failing;
  await delay(1_050);
  expect((await readiness.report()).causes).toEqual({ AUDIT_UNAVAILABLE: 'DISK_FULL' });
  expect(lines).toHaveLength(1);
});

test('runs the checks once for a hundred probes within a second', async () => {
  let runs = 0;
  const counting = () => {
    runs += 1;
    return passing();
  };
  const readiness = new Readiness([audit(counting)], SILENT);
  await Promise.all(Array.from({ length: 50 }, () => readiness.report()));
  for (let i = 0; i < 50; i += 1) await readiness.report();
  expect(runs).toBe(1);
  await delay(1_050);
  await readiness.report();
  expect(runs).toBe(2);
});

test('reports a store that hangs without a wait, logs it the second time, and does not check it again meanwhile', async () => {
  let runs = 0;
  const hang = () => {
    runs += 1;
    return new Promise<never>(() => undefined);
  };
  const { lines, logger } = capture();
  const readiness = new Readiness([audit(hang)], logger);
  const start = performance.now();
  expect((await readiness.report()).causes).toEqual({ AUDIT_UNAVAILABLE: 'TIMED_OUT' });
  expect(performance.now() - start).toBeLessThan(1_000);
  expect(lines).toEqual([]);
  await delay(1_050);
  expect((await readiness.report()).causes).toEqual({ AUDIT_UNAVAILABLE: 'TIMED_OUT' });
  expect(lines).toMatchObject([{ problem: 'AUDIT_UNAVAILABLE', cause: 'TIMED_OUT' }]);
  expect(runs).toBe(1);
});

test('keeps the cause of a store that is slow to fail', async () => {
  const readiness = new Readiness([audit(() => delay(900).then(noAudit))], SILENT);
  expect((await readiness.report()).causes).toEqual({ AUDIT_UNAVAILABLE: 'TIMED_OUT' });
  await delay(1_050);
  expect((await readiness.report()).causes).toEqual({ AUDIT_UNAVAILABLE: 'DISK_FULL' });
  await delay(1_050);
  expect((await readiness.report()).causes).toEqual({ AUDIT_UNAVAILABLE: 'DISK_FULL' });
});

test('logs the beginning, the change and the end of a problem once, without error messages of the store', async () => {
  const { lines, logger } = capture();
  let run: Check['run'] = failing;
  const readiness = new Readiness([audit(() => run())], logger);
  for (const next of [failing, noAudit, passing, passing]) {
    await readiness.report();
    run = next;
    await delay(1_050);
  }
  await readiness.report();
  const began =
    'The audit trail cannot be used; the gateway makes no change that it cannot record, and reads go on';
  expect(lines).toEqual([
    { level: 40, problem: 'AUDIT_UNAVAILABLE', cause: 'OTHER', msg: began },
    { level: 40, problem: 'AUDIT_UNAVAILABLE', cause: 'DISK_FULL', msg: began },
    { level: 30, problem: 'AUDIT_UNAVAILABLE', msg: 'The audit trail can be used again' },
  ]);
});

test('finds and logs a problem without a request, until its stores are closed', async () => {
  const { lines, logger } = capture();
  const readiness = new Readiness([valkey(evicting)], logger);
  readiness.watch();
  await delay(50);
  readiness.close();
  expect(lines).toMatchObject([{ level: 40, problem: 'VALKEY_EVICTS' }]);
});

function capture() {
  const lines: unknown[] = [];
  const write = (line: string) => lines.push(JSON.parse(line));
  return { lines, logger: pino({ base: null, timestamp: false }, { write }) };
}
