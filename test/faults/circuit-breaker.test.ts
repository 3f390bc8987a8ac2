// A service that is down in a target is left alone: reads fail at once, changes send nothing, and what was sent is still looked at.
import { setTimeout as delay } from 'node:timers/promises';
import { createAdapters } from '../../src/aws/adapters/all';
import { AwsClients } from '../../src/aws/client/clients';
import { encodeId } from '../../src/domain/ids';
import { SERVICE_NAMES } from '../../src/domain/services';
import { Targets } from '../../src/domain/targets';
import { callContext } from '../support/call-context';
import { HOME } from '../support/several-targets';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { startTestGateway } from '../support/gateway';
import { listAll, lookUp, LISTS, openFaultHarness, type FaultHarness } from './fault-harness';

/** Failures in a row after which a service counts as down here. */
const FAILURES = 4;
/** Milliseconds. */
const REST = 1_000;
const TARGETS = SERVICE_NAMES.flatMap((service) =>
  ['silent', 'broken', 'busy', 'left'].map((name) => `${name}-${service}`),
);

let harness: FaultHarness;
beforeAll(async () => {
  harness = await openFaultHarness(TARGETS, { attemptMs: 600, failureThreshold: FAILURES, cooldownMs: REST });
});
beforeEach(() => harness.emulator.control('DELETE', '/faults'));
afterAll(() => harness.close());

const seconds = async (work: () => Promise<unknown>) => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
};

describe.each(SERVICE_NAMES)('%s', (service) => {
  const ask = (target: string) => lookUp(harness.gateway, service, target);
  const askOften = async (target: string, times: number) => {
    for (let time = 0; time < times; time += 1) await ask(target);
  };
  const OPEN = {
    data: { found: null },
    errors: [{ extensions: { code: 'AWS_UNAVAILABLE', retryable: true, retryAfterSeconds: 1 } }],
  };

  test('silence opens it, whichever read meets it; then nothing is sent, and others do not notice', async () => {
    const target = `silent-${service}`;
    await harness.lay(target, service, { hang: true });
    await askOften(target, 2);
    const before = await harness.calls(target, service);
    // The third attempt of the first read and the first of the second make four in a row.
    expect(before).toBe(FAILURES);
    const took = await seconds(async () => {
      expect(await ask(target)).toMatchObject(OPEN);
    });
    expect(took).toBeLessThan(REST / 1_000);
    const lists = await listAll(harness.gateway, ['home', target, 'west']);
    const down = lists[LISTS[service][0] ?? '']?.completeness.sources;
    expect(down?.map(({ state }) => state)).toEqual(['OK', 'OK', 'UNAVAILABLE']);
    expect(down?.[2]?.retryAfterSeconds).toBe(1);
    expect(await harness.calls(target, service)).toBe(before);
  });

  test('it stays open while one attempt after another fails, each of them alone, and closes with the first answer', async () => {
    const target = `broken-${service}`;
    await harness.lay(target, service, { wire: 'reset' });
    await askOften(target, FAILURES);
    expect(await harness.calls(target, service)).toBe(3 * FAILURES);
    await delay(REST);
    await Promise.all([ask(target), ask(target), ask(target)]);
    expect(await harness.calls(target, service)).toBe(3 * FAILURES + 1);
    expect(await ask(target)).toMatchObject(OPEN);
    await harness.emulator.control('DELETE', '/faults');
    await delay(REST);
    expect((await ask(target)).errors).toBeUndefined();
    const lists = await listAll(harness.gateway, ['home', target, 'west']);
    expect(Object.values(lists).map(({ completeness }) => completeness.complete)).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  test.each([
    ['AccessDeniedException', 403],
    ['ValidationException', 400],
    ['ResourceNotFoundException', 404],
  ])('%s is an answer: however often it comes, AWS is asked', async (type, status) => {
    const target = `busy-${service}`;
    await harness.lay(target, service, { error: { type, status } });
    const before = await harness.calls(target, service);
    await askOften(target, 3 * FAILURES);
    expect((await harness.calls(target, service)) - before).toBe(3 * FAILURES);
  });

  test('clients that go away say nothing about AWS', async () => {
    const target = `left-${service}`;
    await harness.lay(target, service, { latencyMs: 300 });
    for (let time = 0; time < 3 * FAILURES; time += 1) {
      const left = new AbortController();
      const query = `{ ${LISTS[service][0] ?? ''}(first: 1, targets: ["${target}"]) { nodes { id } } }`;
      const gone = fetch(harness.gateway.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'cache-control': 'no-cache' },
        body: JSON.stringify({ query }),
        signal: left.signal,
      }).catch(() => undefined);
      await delay(30);
      left.abort();
      await gone;
    }
    expect((await ask(target)).data?.found).not.toBeNull();
  });
});

const member = (target: string) => encodeId({ kind: 'MacieMember', target, accountId: '123456789012' });

const suspend = ({ gateway }: FaultHarness, target: string) =>
  gateway.send(`mutation {
    suspendMacieMember(input: { id: "${member(target)}", acknowledge: [CANCELS_ALL_JOBS_OF_ACCOUNT] }) {
      change { outcome }
      userErrors { code message ... on AwsRejectedError { retryable retryAfterSeconds } }
    }
  }`);

describe('changes', () => {
  let hasty: FaultHarness;
  beforeAll(async () => {
    hasty = await openFaultHarness([], { failureThreshold: 1, cooldownMs: 60_000 });
  });
  afterAll(() => hasty.close());

  test('the look after a change is taken though the service counts as down meanwhile; after that nothing is sent', async () => {
    await hasty.lay('home', 'macie2', { operation: 'UpdateMemberSession', latencyMs: 500 });
    await hasty.lay('home', 'macie2', {
      operation: 'ListMembers',
      error: { type: 'InternalServerException' },
    });
    const change = suspend(hasty, 'home');
    await delay(50);
    await hasty.gateway.send('{ macieMembers(first: 1, targets: ["home"]) { nodes { id } } }');
    const { data, errors } = await lookUp(hasty.gateway, 'macie2', 'home');
    expect(data).toEqual({ found: null });
    expect(errors).toMatchObject([{ extensions: { code: 'AWS_UNAVAILABLE', retryAfterSeconds: 60 } }]);
    const applied = { suspendMacieMember: { change: { outcome: 'APPLIED' }, userErrors: [] } };
    expect((await change).data).toEqual(applied);

    const before = await hasty.calls('home', 'macie2');
    const problem = {
      code: 'AWS_REJECTED',
      message: 'Macie could not be reached or failed to respond in target home. Nothing was changed.',
      retryable: true,
      retryAfterSeconds: 60,
    };
    expect((await suspend(hasty, 'home')).data).toEqual({
      suspendMacieMember: { change: null, userErrors: [problem] },
    });
    expect(await hasty.calls('home', 'macie2')).toBe(before);
  });
});

describe('what operators see', () => {
  let emulator: TestEmulator;
  let clients: AwsClients;
  beforeAll(async () => {
    emulator = await startTestEmulator({ sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 } });
    const limits = { attemptMs: 200, failureThreshold: 1, cooldownMs: 200 };
    clients = new AwsClients(new Targets([HOME]), { mode: 'emulator', endpoint: emulator.url, limits });
  });
  afterAll(async () => {
    clients.destroy();
    await emulator.close();
  });

  test('the breaker, the reads under way and those in line', async () => {
    const health = () => clients.health()[0];
    const { SecurityCase } = createAdapters(clients);
    const look = () =>
      SecurityCase.get(
        { kind: 'SecurityCase', target: 'home', caseId: '1234567890' },
        callContext({ maxAgeSeconds: 0 }),
      );
    expect(clients.health()).toEqual([]);
    await emulator.control('POST', '/faults', { service: 'security-ir', operation: '*', hang: true });
    const reads = Promise.allSettled(Array.from({ length: 20 }, look));
    await delay(50);
    const place = { service: 'security-ir', target: 'home' };
    expect(health()).toEqual({ ...place, breaker: 'closed', inFlight: 16, queued: 4 });
    // Once it is open, those under way try no more, and those in line are not sent.
    const refused = { code: 'AWS_UNAVAILABLE', details: { retryAfterSeconds: 1 } };
    expect((await reads).map((read) => (read as PromiseRejectedResult).reason as unknown)).toMatchObject(
      Array.from({ length: 20 }, () => refused),
    );
    expect(await emulator.calls()).toHaveLength(16);
    expect(health()).toEqual({ ...place, breaker: 'open', inFlight: 0, queued: 0 });
    await delay(250);
    const probe = look().catch(() => undefined);
    await delay(50);
    expect(health()).toEqual({ ...place, breaker: 'half-open', inFlight: 1, queued: 0 });
    await probe;
    await emulator.control('DELETE', '/faults');
    await delay(250);
    expect(await look()).toBeUndefined();
    expect(health()).toEqual({ ...place, breaker: 'closed', inFlight: 0, queued: 0 });
  });
});

test('a request whose time is up while AWS is silent counts against AWS, though no attempt had its full time', async () => {
  const patient = { attemptMs: 2_000, failureThreshold: 2, cooldownMs: 60_000 };
  const emulator = await startTestEmulator({ sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 } });
  const gateway = await startTestGateway(emulator.url, { readDeadlineSeconds: 1.2 }, patient);
  try {
    await emulator.control('POST', '/faults', { service: 'macie2', operation: '*', hang: true });
    const ask = () => gateway.send('{ macieMember(accountId: "123456789012") { id } }');
    const codes = [await ask(), await ask(), await ask()].map(({ errors }) => errors?.[0]?.extensions.code);
    expect(codes).toEqual(['AWS_TIMEOUT', 'AWS_TIMEOUT', 'AWS_UNAVAILABLE']);
  } finally {
    await gateway.close();
    await emulator.close();
  }
});
