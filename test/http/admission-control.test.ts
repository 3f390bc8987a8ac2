// Load shedding: the gateway rejects requests over its limits before it reads them, and completes the requests in flight.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { PauseClassificationJobDocument } from '../generated/graphql';
import { startTestGateway, testConfig } from '../support/gateway';
import { firstOf } from '../support/first-of';
import { requestsInFlight, Scrape } from '../support/metrics';
import { nextAnswer, openSocket, sendRaw } from '../support/raw-http';
import { JOB, jobStatusInAws, putJob } from '../support/resources';
import { useHarness } from '../support/harness';

const harness = useHarness();

const OVERLOADED = {
  errors: [
    {
      message: 'The gateway is overloaded. Try again later.',
      extensions: { code: 'OVERLOADED', retryable: true, retryAfterSeconds: 1 },
    },
  ],
};
/** A read that differs for each index: single-flight would merge identical reads. */
const list = (index = 0) =>
  `{ classificationJobs(first: 1, filter: { name: { eq: "job-${index}" } }) { nodes { name } } }`;

/** The headers of a request whose body is never sent. */
const POST_WITHOUT_BODY =
  'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 50000\r\n\r\n';

async function withLimit(
  limit: number,
  run: (url: string, gateway: Awaited<ReturnType<typeof startTestGateway>>) => Promise<void>,
  { maxEventLoopDelayMs } = testConfig().http,
) {
  const gateway = await startTestGateway(harness.emulator.url, {
    http: { ...testConfig().http, maxConcurrentRequests: limit, maxEventLoopDelayMs },
  });
  try {
    await run(gateway.url, gateway);
  } finally {
    await gateway.close();
  }
}

test('over the limit, the gateway returns 503 with Retry-After before it reads the body, and still serves other paths', async () => {
  await withLimit(2, async (url, gateway) => {
    await harness.lay({ service: 'macie2', operation: 'ListClassificationJobs', hold: true, count: 2 });
    const first = [gateway.send(list(1)), gateway.send(list(2))];
    await harness.faultsLeft(0);
    const shed = await sendRaw(url, POST_WITHOUT_BODY);
    expect(shed?.status).toBe(503);
    expect(shed?.headers.get('retry-after')).toBe('1');
    expect(JSON.parse(shed?.body ?? '')).toEqual(OVERLOADED);
    expect(
      (await Scrape.of(url)).by('secops_graph_requests_total', 'status', { outcome: 'OVERLOADED' }),
    ).toEqual({
      503: 1,
    });
    expect((await sendRaw(url, 'GET /nothing HTTP/1.1\r\nhost: localhost\r\n\r\n'))?.status).toBe(404);
    await harness.release();
    expect(await Promise.all(first)).toEqual([
      { data: { classificationJobs: { nodes: [] } } },
      { data: { classificationJobs: { nodes: [] } } },
    ]);
    expect(await harness.operations()).toEqual(['ListClassificationJobs', 'ListClassificationJobs']);
    expect(await gateway.send(list())).toEqual({ data: { classificationJobs: { nodes: [] } } });
  });
});

test.each([
  ['a body', POST_WITHOUT_BODY],
  ['a slash at the end of the path', POST_WITHOUT_BODY.replace('/graphql', '/graphql/')],
  ['a query in the URL', 'GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nhost: localhost\r\n\r\n'],
])(
  'over the limit, the response to a request with %s waits, so that a client that retries at once costs little',
  async (_name, request) => {
    await withLimit(1, async (url, gateway) => {
      await harness.lay({ service: 'macie2', operation: 'ListClassificationJobs', hold: true, count: 1 });
      const running = gateway.send(list());
      await harness.faultsLeft(0);
      const start = performance.now();
      expect((await sendRaw(url, request))?.status).toBe(503);
      expect(performance.now() - start).toBeGreaterThan(240);
      await harness.release();
      await running;
    });
  },
);

test('of fifty concurrent requests and a limit of five, the gateway serves five and rejects the others without an AWS call', async () => {
  await withLimit(5, async (_url, gateway) => {
    await harness.lay({ service: 'macie2', operation: 'ListClassificationJobs', hold: true, count: 5 });
    const requests = Array.from({ length: 50 }, (_, index) => gateway.send(list(index)));
    await firstOf(45, requests);
    await harness.faultsLeft(0);
    await harness.release();
    const responses = await Promise.all(requests);
    expect(responses.filter(({ data }) => data !== undefined)).toHaveLength(5);
    expect(responses.filter(({ errors }) => errors?.[0]?.extensions.code === 'OVERLOADED')).toHaveLength(45);
    expect(await harness.operations()).toHaveLength(5);
  });
});

test('of twenty requests whose bodies arrive at the same time and a limit of five, the gateway serves five', async () => {
  await withLimit(5, async (url) => {
    await harness.lay({ service: 'macie2', operation: 'ListClassificationJobs', hold: true, count: 5 });
    const bodies = Array.from({ length: 20 }, (_, index) => JSON.stringify({ query: list(index) }));
    const sockets = await Promise.all(bodies.map(() => openSocket(url)));
    const pending = sockets.map((socket) => nextAnswer(socket));
    for (const [index, socket] of sockets.entries()) {
      const length = bodies[index]?.length ?? 0;
      socket.write(POST_WITHOUT_BODY.replace('50000', String(length)));
    }
    // The gateway admits all of them, because no request is in flight yet.
    await requestsInFlight(url, 20);
    for (const [index, socket] of sockets.entries()) socket.write(bodies[index] ?? '');
    await firstOf(15, pending);
    await harness.faultsLeft(0);
    await harness.release();
    const statuses = (await Promise.all(pending)).map((response) => response?.status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(5);
    expect(statuses.filter((status) => status === 503)).toHaveLength(15);
    expect(await harness.operations()).toHaveLength(5);
    for (const socket of sockets) socket.destroy();
  });
});

test('the gateway completes a change in flight while it rejects other requests', async () => {
  await putJob(harness, 'RUNNING');
  await withLimit(1, async (_url, gateway) => {
    await harness.lay({ service: 'macie2', operation: 'DescribeClassificationJob', hold: true, count: 1 });
    const pause = gateway.execute(PauseClassificationJobDocument, { input: { id: JOB } });
    await harness.faultsLeft(0);
    const others = await Promise.all(Array.from({ length: 20 }, () => gateway.send(list())));
    for (const other of others) expect(other).toEqual(OVERLOADED);
    await harness.release();
    expect((await pause).data?.pauseClassificationJob?.outcome).toBe('APPLIED');
  });
  expect(await jobStatusInAws(harness)).toBe('USER_PAUSED');
});

test('the gateway rejects requests while the event loop is delayed', async () => {
  const PRODUCTION = { ...testConfig().http, maxEventLoopDelayMs: undefined };
  await withLimit(
    200,
    async (url) => {
      const socket = await openSocket(url);
      const until = performance.now() + 7_000;
      while (performance.now() < until) {
        const blocked = performance.now() + 1_500;
        while (performance.now() < blocked);
        await nextTurn();
      }
      socket.write(POST_WITHOUT_BODY);
      const shed = await nextAnswer(socket);
      socket.destroy();
      expect(shed?.status).toBe(503);
      expect(shed?.headers.get('retry-after')).toBe('1');
      expect(JSON.parse(shed?.body ?? '')).toEqual(OVERLOADED);
    },
    PRODUCTION,
  );
});
