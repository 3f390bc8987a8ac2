// More than the gateway can do: what is beyond it is sent away at once and unread, and what has begun is not harmed.
import { setImmediate as turn } from 'node:timers/promises';
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
/** Each asks AWS something else: what is alike would be asked once. */
const list = (index = 0) =>
  `{ classificationJobs(first: 1, filter: { name: { eq: "job-${index}" } }) { nodes { name } } }`;

/** The body is never sent. */
const POST_WITHOUT_BODY =
  'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 50000\r\n\r\n';

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

test('beyond the limit: 503 with Retry-After, before the body is read; pages and unknown addresses are answered', async () => {
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
    expect((await sendRaw(url, 'GET /nothing HTTP/1.1\r\nhost: x\r\n\r\n'))?.status).toBe(404);
    await harness.release();
    expect(await Promise.all(first)).toEqual([
      { data: { classificationJobs: { nodes: [] } } },
      { data: { classificationJobs: { nodes: [] } } },
    ]);
    expect(await harness.operations()).toEqual(['ListClassificationJobs', 'ListClassificationJobs']);
    expect(await gateway.send(list())).toEqual({ data: { classificationJobs: { nodes: [] } } });
  });
});

test('fifty at once and room for five: five are answered, the others cost nothing', async () => {
  await withLimit(5, async (_url, gateway) => {
    await harness.lay({ service: 'macie2', operation: 'ListClassificationJobs', hold: true, count: 5 });
    const asked = Array.from({ length: 50 }, (_, index) => gateway.send(list(index)));
    await firstOf(45, asked);
    await harness.faultsLeft(0);
    await harness.release();
    const answers = await Promise.all(asked);
    expect(answers.filter(({ data }) => data !== undefined)).toHaveLength(5);
    expect(answers.filter(({ errors }) => errors?.[0]?.extensions.code === 'OVERLOADED')).toHaveLength(45);
    expect(await harness.operations()).toHaveLength(5);
  });
});

test('twenty whose bodies come at the same moment, and room for five', async () => {
  await withLimit(5, async (url) => {
    await harness.lay({ service: 'macie2', operation: 'ListClassificationJobs', hold: true, count: 5 });
    const bodies = Array.from({ length: 20 }, (_, index) => JSON.stringify({ query: list(index) }));
    const sockets = await Promise.all(bodies.map(() => openSocket(url)));
    const asked = sockets.map((socket) => nextAnswer(socket));
    for (const [index, socket] of sockets.entries()) {
      const length = bodies[index]?.length ?? 0;
      socket.write(POST_WITHOUT_BODY.replace('50000', String(length)));
    }
    // All of them are let in, as nothing is in hand yet.
    await requestsInFlight(url, 20);
    for (const [index, socket] of sockets.entries()) socket.write(bodies[index] ?? '');
    await firstOf(15, asked);
    await harness.faultsLeft(0);
    await harness.release();
    const statuses = (await Promise.all(asked)).map((answer) => answer?.status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(5);
    expect(statuses.filter((status) => status === 503)).toHaveLength(15);
    expect(await harness.operations()).toHaveLength(5);
    for (const socket of sockets) socket.destroy();
  });
});

test('a change that has begun is seen through', async () => {
  await putJob(harness, 'RUNNING');
  await withLimit(1, async (_url, gateway) => {
    await harness.lay({ service: 'macie2', operation: 'DescribeClassificationJob', hold: true, count: 1 });
    const pause = gateway.execute(PauseClassificationJobDocument, { input: { id: JOB } });
    await harness.faultsLeft(0);
    const others = await Promise.all(Array.from({ length: 20 }, () => gateway.send(list())));
    for (const other of others) expect(other).toEqual(OVERLOADED);
    await harness.release();
    expect((await pause).data?.pauseClassificationJob?.change).toMatchObject({ outcome: 'APPLIED' });
  });
  expect(await jobStatusInAws(harness)).toBe('USER_PAUSED');
});

test('when the event loop lags', async () => {
  const PRODUCTION = { ...testConfig().http, maxEventLoopDelayMs: undefined };
  await withLimit(
    200,
    async (url) => {
      const socket = await openSocket(url);
      const until = performance.now() + 7_000;
      while (performance.now() < until) {
        const blocked = performance.now() + 1_500;
        while (performance.now() < blocked);
        await turn();
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

test('while the gateway is being stopped', async () => {
  const gateway = await startTestGateway(harness.emulator.url);
  await harness.lay({ service: 'macie2', operation: 'ListClassificationJobs', hold: true, count: 1 });
  const socket = await openSocket(gateway.url);
  const running = gateway.send(list());
  await harness.faultsLeft(0);
  const closed = gateway.close();
  socket.write(POST_WITHOUT_BODY);
  const shed = await nextAnswer(socket);
  expect(shed?.status).toBe(503);
  expect(JSON.parse(shed?.body ?? '')).toEqual(OVERLOADED);
  await harness.release();
  expect(await running).toEqual({ data: { classificationJobs: { nodes: [] } } });
  await closed;
});
