// A collector of traces that fails: reads and changes get their true responses in time, and the program ends in time.
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { useHarness } from '../support/harness';
import { boundFor, ObservedGateway, REQUESTS_OF_CHANGE } from '../support/observed-gateway';

const harness = useHarness();

const QUEUE = 200;
/** More spans than the queue of the exporter holds. */
const REQUESTS = 150;
const SHUTDOWN_MS = 8_000;
const UNAVAILABLE = 'The collector of traces is unavailable; spans are dropped';

let bound = 0;

beforeAll(async () => {
  const gateway = await ObservedGateway.start(harness);
  bound = boundFor(await gateway.readAndChange());
  await gateway.stop();
}, 60_000);

const respond = (socket: Socket, response: string) => {
  socket.once('data', () => socket.write(response));
};

test.each<[string, (socket: Socket) => void]>([
  ['never responds', () => undefined],
  ['resets every connection', (socket) => void socket.once('data', () => socket.resetAndDestroy())],
  [
    'responds with an error',
    (socket) => {
      respond(socket, 'HTTP/1.1 500 Failed\r\ncontent-length: 0\r\n\r\n');
    },
  ],
  [
    'never ends its response',
    (socket) => {
      respond(socket, 'HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{');
    },
  ],
  [
    'does not speak HTTP',
    (socket) => {
      respond(socket, 'canary\r\n\r\n');
    },
  ],
])(
  'a collector that %s',
  async (_how, onConnection) => {
    const sockets: Socket[] = [];
    const collector = createServer((socket) => {
      sockets.push(socket.on('error', () => undefined));
      onConnection(socket);
    }).listen(0, '127.0.0.1');
    await once(collector, 'listening');
    const { port } = collector.address() as AddressInfo;
    const gateway = await ObservedGateway.start(
      harness,
      {},
      {
        OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
        OTEL_EXPORTER_OTLP_TIMEOUT: '1000',
        OTEL_BSP_SCHEDULE_DELAY: '50',
        OTEL_BSP_MAX_QUEUE_SIZE: String(QUEUE),
        OTEL_BSP_MAX_EXPORT_BATCH_SIZE: '50',
        LOG_LEVEL: 'warn',
      },
    );
    expect(await gateway.readAndChange()).toBeLessThan(bound);
    await gateway.sendMany(REQUESTS);
    expect(await gateway.readAndChange()).toBeLessThan(bound);
    expect((await gateway.counted()).requests).toBe(REQUESTS + 2 * REQUESTS_OF_CHANGE);
    expect(sockets.length).toBeGreaterThan(0);
    expect(await gateway.stop()).toBeLessThan(SHUTDOWN_MS);
    const lines = gateway.program.stderr().split('\n');
    expect(lines.filter((line) => line.includes(UNAVAILABLE))).toHaveLength(1);
    collector.close();
    for (const socket of sockets) socket.destroy();
  },
  120_000,
);
