// The connection for notifications and a server that rejects it: the gateway tries again at intervals.
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import pino from 'pino';
import { PostgresListener } from '../../src/storage/sql/postgres-listener';

/** The response of a server that is starting up. */
function rejection(): Buffer {
  const fields = Buffer.from('SFATAL\0C57P03\0Mthe database system is starting up\0\0');
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}

test.each([
  ['and closes the connection', (socket: Socket) => socket.end(rejection())],
  ['and keeps the connection', (socket: Socket) => socket.write(rejection())],
])('a server that rejects the connection %s gets one attempt per second', async (_name, reject) => {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.on('error', () => undefined).once('data', () => reject(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const listener = new PostgresListener({ host: '127.0.0.1', port, user: 'any' }, pino({ level: 'silent' }));
  const listening = listener.listen('channel', () => undefined);
  await delay(2_500);
  await listening.close();
  server.close();
  expect(connections).toBeGreaterThanOrEqual(2);
  expect(connections).toBeLessThanOrEqual(4);
});
