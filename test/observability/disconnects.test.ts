// Requests whose clients disconnect at any time count once, and have one line in the log.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { startGateway, type ServedGateway } from '../../src/app/serve';
import { AdmissionControl } from '../../src/http/admission-control';
import { CapturedLog } from '../support/captured-log';
import { testConfig } from '../support/gateway';
import { useHarness } from '../support/harness';
import { noRequestsInFlight, Scrape } from '../support/metrics';

const harness = useHarness();
const log = new CapturedLog();
let gateway: ServedGateway;

beforeAll(async () => {
  gateway = await startGateway(
    testConfig(),
    { mode: 'emulator', endpoint: harness.emulator.url },
    log.logger,
  );
});

beforeEach(() => {
  log.text = '';
});

afterEach(() => {
  jest.restoreAllMocks();
});

afterAll(() => gateway.close());

const BODY = JSON.stringify({ query: '{ classificationJobs(first: 1) { nodes { name } } }' });
const HEAD = `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${BODY.length}\r\n\r\n`;
const CLIENTS = 30;

async function open(): Promise<Socket> {
  const { hostname, port } = new URL(gateway.url);
  const socket = connect(Number(port), hostname).on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** Holds requests in the queue of admission control for a time. */
function queueFor(milliseconds: number): void {
  jest.spyOn(AdmissionControl.prototype, 'run').mockImplementation(async (work) => {
    await delay(milliseconds);
    return work();
  });
}

test.each([
  ['before its body has arrived', HEAD + BODY.slice(0, 10), 0],
  ['while its request is queued', HEAD + BODY, 20],
  ['while its request runs', HEAD + BODY, 20],
])('a client that disconnects %s', async (when, text, milliseconds) => {
  if (when.includes('queued')) queueFor(100);
  await harness.lay({ service: 'macie2', operation: 'ListClassificationJobs', latencyMs: 200 });
  const errors = async () =>
    (await Scrape.of(gateway.url)).sum('secops_graph_errors_total', { code: 'OVERLOADED' });
  const errorsBefore = await errors();
  const before = (await Scrape.of(gateway.url)).sum('secops_graph_requests_total');
  const sockets = await Promise.all(Array.from({ length: CLIENTS }, open));
  await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.write(text, resolve))));
  await delay(milliseconds);
  for (const socket of sockets) socket.destroy();
  const counted = async () => (await Scrape.of(gateway.url)).sum('secops_graph_requests_total') - before;
  for (let tries = 0; tries < 100 && (await counted()) < CLIENTS; tries += 1) await delay(20);
  await noRequestsInFlight(gateway.url);
  expect(await counted()).toBe(CLIENTS);
  expect((await errors()) - errorsBefore).toBe(0);
  expect(log.text.match(/"msg":"request"/g)).toHaveLength(CLIENTS);
});
