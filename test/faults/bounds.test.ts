// Limits of calls to AWS: the time until a timeout, the size of a response, and the number of retries.
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HttpRequest } from '@smithy/core/protocols';
import { BoundedHandler } from '../../src/aws/client/bounded-handler';
import { CALL_LIMITS } from '../../src/aws/client/call-limits';
import { ResponseTooLargeError } from '../../src/aws/client/transport-errors';
import { encodeId } from '../../src/domain/ids';
import { SERVICE_NAMES } from '../../src/domain/services';
import { listAll, lookUp, openFaultHarness, type FaultHarness } from './fault-harness';

const MEGABYTE = 1024 * 1024;

const harnesses: FaultHarness[] = [];
async function openHarness(limits: object, targets: readonly string[] = []): Promise<FaultHarness> {
  const harness = await openFaultHarness(targets, limits);
  harnesses.push(harness);
  return harness;
}

afterAll(() => Promise.all(harnesses.map((harness) => harness.close())));

test.concurrent('a read without a complete response takes one attempt of five seconds', async () => {
  const harness = await openHarness(CALL_LIMITS);
  const timeoutFaults = [{ hang: true }, { wire: 'stall' }, { wire: 'trickle' }];
  const durations = SERVICE_NAMES.map(async (service, index) => {
    await harness.addFault('home', service, timeoutFaults[index] ?? {});
    const start = performance.now();
    const { errors } = await lookUp(harness.gateway, service, 'home');
    expect(errors).toMatchObject([{ extensions: { code: 'AWS_TIMEOUT', retryable: true } }]);
    expect(await harness.calls('home', service)).toBe(1);
    return (performance.now() - start) / 1_000;
  });
  for (const seconds of await Promise.all(durations)) {
    expect(seconds).toBeGreaterThanOrEqual(5);
    expect(seconds).toBeLessThan(10);
  }
});

const secondsOf = async <Value>(work: () => Promise<Value>): Promise<[number, Value]> => {
  const start = performance.now();
  const value = await work();
  return [(performance.now() - start) / 1_000, value];
};

const addFault = (harness: FaultHarness, fault: object) => harness.emulator.control('POST', '/faults', fault);

test.concurrent('a page of three targets takes five seconds when one of them is silent', async () => {
  const harness = await openHarness(CALL_LIMITS, ['silent']);
  for (const service of SERVICE_NAMES) await harness.addFault('silent', service, { hang: true });
  const targets = ['home', 'west', 'silent'];
  const [seconds, lists] = await secondsOf(() => listAll(harness.gateway, targets));
  for (const { completeness } of Object.values(lists)) {
    expect(completeness.sources.map(({ target, status }) => `${target.name} ${status}`)).toEqual([
      'home OK',
      'west OK',
      'silent TIMED_OUT',
    ]);
  }
  expect(seconds).toBeGreaterThanOrEqual(5);
  expect(seconds).toBeLessThan(10);
});

test.concurrent(
  'a page of three targets takes five seconds when AssumeRole is silent for one of them',
  async () => {
    const harness = await openHarness(CALL_LIMITS, ['silent']);
    // The first AssumeRole calls come from the page: the caller has no sessions yet.
    await addFault(harness, { service: 'sts', operation: 'AssumeRole', count: 1, hang: true });
    const [seconds, lists] = await secondsOf(() => listAll(harness.gateway, ['home', 'west', 'silent']));
    const statuses = Object.values(lists).map(({ completeness }) =>
      completeness.sources.map(({ status }) => status).sort(),
    );
    expect(statuses).toEqual(Array.from({ length: 4 }, () => ['OK', 'OK', 'TIMED_OUT']));
    expect(seconds).toBeGreaterThanOrEqual(5);
    expect(seconds).toBeLessThan(10);
  },
);

const suspend = async ({ gateway }: FaultHarness) => {
  const id = encodeId({ kind: 'MacieMember', target: 'home', accountId: '123456789012' });
  const input = `id: "${id}", acknowledge: [CANCELS_ALL_JOBS_OF_ACCOUNT]`;
  const { data } = await gateway.send(
    `mutation { suspendMacieMember(input: { ${input} }) { outcome userErrors { code } } }`,
  );
  return data?.suspendMacieMember;
};

test.concurrent('a change takes five seconds when the read before it is silent', async () => {
  const harness = await openHarness(CALL_LIMITS);
  await harness.addFault('home', 'macie2', { operation: 'GetMember', hang: true });
  const [seconds, payload] = await secondsOf(() => suspend(harness));
  expect(payload).toEqual({ outcome: 'REFUSED', userErrors: [{ code: 'AWS_REJECTED' }] });
  expect(seconds).toBeGreaterThanOrEqual(5);
  expect(seconds).toBeLessThan(10);
});

test.concurrent('a change takes five seconds more when the read that verifies it is silent', async () => {
  const harness = await openHarness(CALL_LIMITS);
  await harness.addFault('home', 'macie2', { operation: 'GetMember', latencyMs: 0, count: 1 });
  await harness.addFault('home', 'macie2', { operation: 'GetMember', hang: true });
  await harness.addFault('home', 'macie2', { operation: 'UpdateMemberSession', lostResponse: 'after' });
  const [seconds, payload] = await secondsOf(() => suspend(harness));
  expect(payload).toEqual({ outcome: 'UNKNOWN', userErrors: [{ code: 'OUTCOME_UNKNOWN' }] });
  expect(seconds).toBeGreaterThanOrEqual(5);
  expect(seconds).toBeLessThan(10);
  const reads = (await harness.emulator.calls()).filter(({ operation }) => operation === 'GetMember');
  expect(reads).toHaveLength(2);
});

/** Sends reads whose every attempt gets status 500. Returns the attempts per read for each service. */
async function attemptsPerRead(harness: FaultHarness, reads: number): Promise<number[]> {
  return Promise.all(
    SERVICE_NAMES.map(async (service) => {
      await harness.addFault('home', service, { error: { type: 'InternalServerException', status: 500 } });
      // One after another, because concurrent reads share their attempts.
      for (let read = 0; read < reads; read += 1) await lookUp(harness.gateway, service, 'home');
      return (await harness.calls('home', service)) / reads;
    }),
  );
}

test.concurrent(
  'while every attempt fails, the retry quota of the SDK limits reads to 1.5 attempts on average',
  async () => {
    const harness = await openHarness({ failureThreshold: Infinity });
    for (const attempts of await attemptsPerRead(harness, 100)) {
      expect(attempts).toBeGreaterThan(1.2);
      expect(attempts).toBeLessThanOrEqual(1.5);
    }
  },
);

test.concurrent(
  'with the circuit breaker, failing reads make less than 0.5 attempts on average',
  async () => {
    const harness = await openHarness({
      failureThreshold: CALL_LIMITS.failureThreshold,
      cooldownMs: CALL_LIMITS.cooldownMs,
    });
    for (const attempts of await attemptsPerRead(harness, 100)) expect(attempts).toBeLessThan(0.5);
  },
);

describe('the size of a response', () => {
  let send: (response: ServerResponse) => void;
  const server = createServer((_request, response) => {
    send(response);
  });
  const handler = new BoundedHandler(CALL_LIMITS);
  let request: HttpRequest;

  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    request = new HttpRequest({ protocol: 'http:', hostname: '127.0.0.1', port, method: 'GET', path: '/' });
  });

  afterAll(() => {
    handler.destroy();
    server.closeAllConnections();
    server.close();
  });

  const block = Buffer.alloc(MEGABYTE / 16, ' ');
  /** Sends until the client closes the connection, and returns the number of bytes. */
  const sendUntilClosed = (response: ServerResponse): Promise<number> => {
    const { socket } = response;
    const fill = () => {
      while (!response.destroyed && response.write(block));
    };
    response.on('drain', fill);
    fill();
    return once(response, 'close').then(() => socket?.bytesWritten ?? NaN);
  };

  test('the gateway reads a response of eight mebibytes', async () => {
    send = (response) => response.end(Buffer.alloc(CALL_LIMITS.maxResponseBytes));
    const { response } = await handler.handle(request);
    expect((response.body as Uint8Array).length).toBe(CALL_LIMITS.maxResponseBytes);
  });

  test('the gateway rejects a larger response by its declared length, without waiting for the body', async () => {
    send = (response) => {
      response.writeHead(200, { 'content-length': String(CALL_LIMITS.maxResponseBytes + 1) });
      response.flushHeaders();
    };
    const start = performance.now();
    await expect(handler.handle(request)).rejects.toThrow(ResponseTooLargeError);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  test.each([
    ['with a declared length', { 'content-length': String(1_024 * MEGABYTE) }],
    ['without an end', {}],
  ])('cuts off an oversized response %s, and memory use is bounded', async (_title, headers) => {
    const sent: Promise<number>[] = [];
    send = (response) => {
      response.writeHead(200, headers);
      sent.push(sendUntilClosed(response));
    };
    const before = process.memoryUsage().rss;
    for (let index = 0; index < 20; index += 1) {
      await expect(handler.handle(request)).rejects.toThrow(ResponseTooLargeError);
    }
    // The bytes that the gateway read, and those buffered by the operating system.
    for (const bytes of await Promise.all(sent)) expect(bytes / MEGABYTE).toBeLessThan(32);
    expect((process.memoryUsage().rss - before) / MEGABYTE).toBeLessThan(150);
  });
});
