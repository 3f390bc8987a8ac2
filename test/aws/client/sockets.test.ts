// The sockets to AWS: each HTTP handler opens as many as are reserved for it, and changes do not wait for those of reads.
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { HttpRequest } from '@smithy/core/protocols';
import { BoundedHandler } from '../../../src/aws/client/bounded-handler';
import { CALL_LIMITS } from '../../../src/aws/client/call-limits';

test('a handler opens 16 sockets, and another handler has further sockets', async () => {
  const held: ServerResponse[] = [];
  const server = createServer((_request, response) => held.push(response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const limits = { ...CALL_LIMITS, connectMs: 20_000, attemptMs: 20_000 };
  const [reads, writes] = [new BoundedHandler(limits), new BoundedHandler(limits)];
  const call = (handler: BoundedHandler) =>
    handler.handle(new HttpRequest({ protocol: 'http:', hostname: '127.0.0.1', port, path: '/' }));
  const calls = Array.from({ length: 40 }, () => call(reads));
  while (held.length < 16) await delay(5);
  await delay(100);
  expect(held).toHaveLength(16);
  const write = call(writes);
  while (held.length < 17) await delay(5);
  held.pop()?.end();
  expect((await write).response.statusCode).toBe(200);
  let answered = 0;
  while (answered < calls.length) {
    for (const response of held.splice(0)) {
      response.end();
      answered += 1;
    }
    await delay(5);
  }
  await Promise.all(calls);
  reads.destroy();
  writes.destroy();
  server.close();
  await once(server, 'close');
});
