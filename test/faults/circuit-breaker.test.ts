// Circuit breaker of one service in one target: while it is open, reads fail at once and changes send nothing, but sent changes are still verified.
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

/** Consecutive failures that open the circuit breaker. */
const FAILURE_THRESHOLD = 4;
/** Milliseconds; longer than the tests take on a busy machine between opening the breaker and their last check. */
const COOLDOWN = 3_000;
const TARGETS = SERVICE_NAMES.flatMap((service) =>
  ['silent', 'broken', 'busy', 'abandoned'].map((name) => `${name}-${service}`),
);

let harness: FaultHarness;
beforeAll(async () => {
  harness = await openFaultHarness(TARGETS, {
    attemptMs: 600,
    failureThreshold: FAILURE_THRESHOLD,
    cooldownMs: COOLDOWN,
  });
});
beforeEach(() => harness.emulator.control('DELETE', '/faults'));
afterAll(() => harness.close());

const seconds = async (work: () => Promise<unknown>) => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
};

describe.each(SERVICE_NAMES)('%s', (service) => {
  const send = (target: string) => lookUp(harness.gateway, service, target);
  const sendRepeatedly = async (target: string, times: number) => {
    for (let time = 0; time < times; time += 1) await send(target);
  };
  const OPEN = {
    data: { found: null },
    errors: [
      { extensions: { code: 'AWS_UNAVAILABLE', retryable: true, retryAfterSeconds: COOLDOWN / 1_000 } },
    ],
  };

  test('consecutive timeouts open the breaker; then the gateway sends nothing, and other targets are unaffected', async () => {
    const target = `silent-${service}`;
    await harness.addFault(target, service, { hang: true });
    // Every read has one attempt.
    await sendRepeatedly(target, FAILURE_THRESHOLD);
    const before = await harness.calls(target, service);
    expect(before).toBe(FAILURE_THRESHOLD);
    const took = await seconds(async () => {
      expect(await send(target)).toMatchObject(OPEN);
    });
    expect(took).toBeLessThan(COOLDOWN / 1_000);
    const lists = await listAll(harness.gateway, ['home', target, 'west']);
    const sources = lists[LISTS[service][0] ?? '']?.completeness.sources;
    expect(sources?.map(({ status }) => status)).toEqual(['OK', 'OK', 'UNAVAILABLE']);
    expect(sources?.[2]?.retryAfterSeconds).toBeGreaterThan(0);
    expect(sources?.[2]?.retryAfterSeconds).toBeLessThanOrEqual(COOLDOWN / 1_000);
    expect(await harness.calls(target, service)).toBe(before);
  });

  test('the breaker sends one probe at a time and stays open while they fail, and closes with the first response', async () => {
    const target = `broken-${service}`;
    await harness.addFault(target, service, { wire: 'reset' });
    await sendRepeatedly(target, FAILURE_THRESHOLD);
    expect(await harness.calls(target, service)).toBe(3 * FAILURE_THRESHOLD);
    await delay(COOLDOWN);
    await Promise.all([send(target), send(target), send(target)]);
    expect(await harness.calls(target, service)).toBe(3 * FAILURE_THRESHOLD + 1);
    expect(await send(target)).toMatchObject(OPEN);
    await harness.emulator.control('DELETE', '/faults');
    await delay(COOLDOWN);
    expect((await send(target)).errors).toBeUndefined();
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
  ])('repeated %s errors do not open the breaker', async (type, status) => {
    const target = `busy-${service}`;
    await harness.addFault(target, service, { error: { type, status } });
    const before = await harness.calls(target, service);
    await sendRepeatedly(target, 3 * FAILURE_THRESHOLD);
    expect((await harness.calls(target, service)) - before).toBe(3 * FAILURE_THRESHOLD);
  });

  test('disconnected clients do not open the breaker', async () => {
    const target = `abandoned-${service}`;
    await harness.addFault(target, service, { latencyMs: 300 });
    for (let time = 0; time < 3 * FAILURE_THRESHOLD; time += 1) {
      const client = new AbortController();
      const query = `{ ${LISTS[service][0] ?? ''}(first: 1, targets: ["${target}"]) { nodes { id } } }`;
      const aborted = fetch(harness.gateway.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'cache-control': 'no-cache' },
        body: JSON.stringify({ query }),
        signal: client.signal,
      }).catch(() => undefined);
      await delay(30);
      client.abort();
      await aborted;
    }
    expect((await send(target)).data?.found).not.toBeNull();
  });
});

const member = (target: string) => encodeId({ kind: 'MacieMember', target, accountId: '123456789012' });

const suspend = ({ gateway }: FaultHarness, target: string) =>
  gateway.send(`mutation {
    suspendMacieMember(input: { id: "${member(target)}", acknowledge: [CANCELS_ALL_JOBS_OF_ACCOUNT] }) {
      outcome
      userErrors { code message ... on AwsRejectedError { retryable retryAfterSeconds } }
    }
  }`);

describe('changes', () => {
  let sensitive: FaultHarness;
  beforeAll(async () => {
    sensitive = await openFaultHarness([], { failureThreshold: 1, cooldownMs: 60_000 });
  });
  afterAll(() => sensitive.close());

  test('the gateway verifies a sent change although the breaker has opened, and then sends nothing', async () => {
    await sensitive.addFault('home', 'macie2', { operation: 'UpdateMemberSession', latencyMs: 500 });
    await sensitive.addFault('home', 'macie2', {
      operation: 'ListMembers',
      error: { type: 'InternalServerException' },
    });
    const change = suspend(sensitive, 'home');
    await delay(50);
    await sensitive.gateway.send('{ macieMembers(first: 1, targets: ["home"]) { nodes { id } } }');
    const { data, errors } = await lookUp(sensitive.gateway, 'macie2', 'home');
    expect(data).toEqual({ found: null });
    expect(errors).toMatchObject([{ extensions: { code: 'AWS_UNAVAILABLE', retryAfterSeconds: 60 } }]);
    const applied = { suspendMacieMember: { outcome: 'APPLIED', userErrors: [] } };
    expect((await change).data).toEqual(applied);

    const before = await sensitive.calls('home', 'macie2');
    const problem = {
      code: 'AWS_REJECTED',
      message: 'Macie could not be reached or failed to respond in target home. Nothing was changed.',
      retryable: true,
      retryAfterSeconds: 60,
    };
    expect((await suspend(sensitive, 'home')).data).toEqual({
      suspendMacieMember: { outcome: 'REFUSED', userErrors: [problem] },
    });
    expect(await sensitive.calls('home', 'macie2')).toBe(before);
  });
});

describe('the health of the clients', () => {
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

  test('reports the state of the breaker and the numbers of reads in flight and queued', async () => {
    const health = () => clients.health()[0];
    const { SecurityCase } = createAdapters(clients);
    const read = () =>
      SecurityCase.get(
        { kind: 'SecurityCase', target: 'home', caseId: '1234567890' },
        callContext({ maxAgeSeconds: 0 }),
      );
    expect(clients.health()).toEqual([]);
    await emulator.control('POST', '/faults', { service: 'security-ir', operation: '*', hang: true });
    const reads = Promise.allSettled(Array.from({ length: 20 }, read));
    await delay(50);
    const place = { service: 'security-ir', target: 'home' };
    expect(health()).toEqual({ ...place, breaker: 'closed', inFlight: 16, queued: 4 });
    // Reads in flight time out without a retry, and once the breaker is open, queued reads are not sent.
    const notSent = { code: 'AWS_UNAVAILABLE', details: { retryAfterSeconds: 1 } };
    expect((await reads).map((result) => (result as PromiseRejectedResult).reason as unknown)).toMatchObject([
      ...Array.from({ length: 16 }, () => ({ code: 'AWS_TIMEOUT' })),
      ...Array.from({ length: 4 }, () => notSent),
    ]);
    expect(await emulator.calls()).toHaveLength(16);
    expect(health()).toEqual({ ...place, breaker: 'open', inFlight: 0, queued: 0 });
    await delay(250);
    const probe = read().catch(() => undefined);
    await delay(50);
    expect(health()).toEqual({ ...place, breaker: 'half-open', inFlight: 1, queued: 0 });
    await probe;
    await emulator.control('DELETE', '/faults');
    await delay(250);
    expect(await read()).toBeUndefined();
    expect(health()).toEqual({ ...place, breaker: 'closed', inFlight: 0, queued: 0 });
  });
});

test('a request that reaches its deadline while AWS does not respond counts as a failure of AWS', async () => {
  const limits = { attemptMs: 2_000, failureThreshold: 2, cooldownMs: 60_000 };
  const emulator = await startTestEmulator({ sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 } });
  const gateway = await startTestGateway(emulator.url, { readDeadlineSeconds: 1.2 }, limits);
  try {
    await emulator.control('POST', '/faults', { service: 'macie2', operation: '*', hang: true });
    const send = () => gateway.send('{ macieMember(accountId: "123456789012") { id } }');
    const codes = [await send(), await send(), await send()].map(
      ({ errors }) => errors?.[0]?.extensions.code,
    );
    expect(codes).toEqual(['AWS_TIMEOUT', 'AWS_TIMEOUT', 'AWS_UNAVAILABLE']);
  } finally {
    await gateway.close();
    await emulator.close();
  }
});
