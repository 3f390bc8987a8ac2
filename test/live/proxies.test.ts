// Streams through nginx and HAProxy: messages arrive at once, idle streams stay open, and streams of gone clients end.
import { setTimeout as delay } from 'node:timers/promises';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { EVENT_STREAM, EventStream } from '../support/event-stream';
import { startTestGateway, testConfig, type TestGateway } from '../support/gateway';
import { Scrape } from '../support/metrics';
import { jobIds } from '../support/replicas';
import { jobGlobalId } from '../support/resources';
import { describeWithProxies, HaProxy, Nginx } from '../support/reverse-proxies';

const [JOB_ID = ''] = jobIds(1);
/** Milliseconds from the response to a change until its event arrives. A proxy that buffers keeps the event for 12 seconds. */
const AT_ONCE_MS = 1_000;
/** The idle timeout of the proxies in one test, longer than the time between two heartbeats. */
const IDLE_SECONDS = 15;
/** More than two idle timeouts. */
const IDLE_MS = 33_000;

const GZIP = ['gzip on;', 'gzip_types text/event-stream;', 'gzip_min_length 1;'];

const PROXIES = [
  ['nginx', (port: number) => Nginx.start([port]), null],
  ['nginx with gzip', (port: number) => Nginx.start([port], ...GZIP), 'gzip'],
  ['HAProxy', (port: number) => HaProxy.start([port]), null],
] as const;

describeWithProxies('streams through proxies')('streams through proxies', () => {
  let emulator: TestEmulator;
  let gateway: TestGateway;

  beforeAll(async () => {
    emulator = await startTestEmulator({ sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 } });
    const history = { ...testConfig().history, mode: 'listening' } as const;
    gateway = await startTestGateway(emulator.url, { history });
    const set = { name: 'job', jobType: 'ONE_TIME', jobStatus: 'RUNNING' };
    await emulator.control('POST', '/put', { service: 'macie2', resource: 'job', id: JOB_ID, set });
  });

  afterAll(async () => {
    await gateway.close();
    await emulator.close();
  });

  const gatewayPort = () => Number(new URL(gateway.url).port);

  const openThrough = ({ port }: { readonly port: number }) =>
    EventStream.open(`http://127.0.0.1:${port}/graphql`, { query: EVENT_STREAM });

  async function change(): Promise<void> {
    const { data } = await gateway.send(
      `{ node(id: "${jobGlobalId(JOB_ID)}") { ... on ClassificationJob { status } } }`,
    );
    const isRunning = (data?.node as { readonly status: string }).status === 'RUNNING';
    const mutation = isRunning ? 'pauseClassificationJob' : 'resumeClassificationJob';
    const answer = await gateway.send(
      `mutation { ${mutation}(input: { id: "${jobGlobalId(JOB_ID)}" }) { outcome } }`,
    );
    expect(answer).toEqual({ data: { [mutation]: { outcome: 'APPLIED' } } });
  }

  const openStreams = async () => (await Scrape.of(gateway.url)).sum('secops_graph_streams_open');

  test.each(PROXIES)('a message passes %s at once', async (_name, start, encoding) => {
    const proxy = await start(gatewayPort());
    const stream = await openThrough(proxy);
    const startedAt = performance.now();
    await stream.next('Heartbeat');
    expect(performance.now() - startedAt).toBeLessThan(AT_ONCE_MS);
    expect(stream.response.headers.get('content-encoding')).toBe(encoding);
    for (let round = 0; round < 5; round += 1) {
      await change();
      const changedAt = performance.now();
      await stream.next('ResourceEvent');
      expect(performance.now() - changedAt).toBeLessThan(AT_ONCE_MS);
    }
    stream.abort();
    await proxy.close();
  });

  test('a stream without events outlives the idle timeouts of the proxies', async () => {
    const proxies = await Promise.all([
      Nginx.start([gatewayPort()], `proxy_read_timeout ${IDLE_SECONDS}s;`, `send_timeout ${IDLE_SECONDS}s;`),
      HaProxy.start([gatewayPort()], IDLE_SECONDS),
    ]);
    const streams = await Promise.all(proxies.map(openThrough));
    for (const stream of streams) await stream.next('Heartbeat');
    await delay(IDLE_MS);
    const events = streams.map((stream) => stream.next('ResourceEvent'));
    await change();
    expect(await Promise.all(events)).toMatchObject([{ cause: 'GATEWAY' }, { cause: 'GATEWAY' }]);
    for (const stream of streams) stream.abort();
    for (const proxy of proxies) await proxy.close();
  });

  test.each(PROXIES)('a stream whose client leaves %s ends at the gateway', async (_name, start) => {
    const proxy = await start(gatewayPort());
    const streams = await Promise.all(Array.from({ length: 10 }, () => openThrough(proxy)));
    for (const stream of streams) await stream.next('Heartbeat');
    expect(await openStreams()).toBe(10);
    for (const stream of streams) stream.abort();
    const deadline = performance.now() + 60_000;
    while ((await openStreams()) > 0 && performance.now() < deadline) await delay(20);
    expect(await openStreams()).toBe(0);
    await proxy.close();
  });
});
