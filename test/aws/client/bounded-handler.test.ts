// The HTTP handler of the SDK clients, against servers that respond late, wrongly or not at all.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { connect, createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net';
import { HttpRequest, type HttpResponse } from '@smithy/core/protocols';
import { BoundedHandler } from '../../../src/aws/client/bounded-handler';
import { CALL_LIMITS, MAX_SOCKETS } from '../../../src/aws/client/call-limits';
import { AttemptTimeoutError, ConnectTimeoutError } from '../../../src/aws/client/transport-errors';

const closed: (() => unknown)[] = [];
afterEach(() => {
  for (const close of closed.splice(0)) close();
});

function handlerWith(limits: Partial<typeof CALL_LIMITS> = {}): BoundedHandler {
  const handler = new BoundedHandler({ ...CALL_LIMITS, ...limits });
  closed.push(() => {
    handler.destroy();
  });
  return handler;
}

async function serve(respond: RequestListener): Promise<{ server: Server; port: number }> {
  const server = createServer(respond).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closed.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { server, port: (server.address() as AddressInfo).port };
}

/** A server that sends the texts of `replies` in turn, and closes the connection after `null`. */
async function serveRaw(...replies: (string | null)[]): Promise<number> {
  const sockets: Socket[] = [];
  const server = createTcpServer((socket) => {
    sockets.push(socket);
    socket
      .on('error', () => undefined)
      .once('data', () => {
        for (const reply of replies) {
          if (reply === null) socket.resetAndDestroy();
          else socket.write(reply);
        }
      });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closed.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

const requestTo = (port: number, members: Partial<HttpRequest> = {}) =>
  new HttpRequest({ protocol: 'http:', hostname: '127.0.0.1', port, method: 'GET', path: '/', ...members });

const send = async (handler: BoundedHandler, request: HttpRequest, abortSignal?: AbortSignal) => {
  const { response } = await handler.handle(request, { ...(abortSignal && { abortSignal }) });
  return response;
};

const textOf = ({ body }: HttpResponse) => Buffer.from(body as Uint8Array).toString();

test('sends method, path, query, headers and body, and returns status, headers and body', async () => {
  const { port } = await serve((message, response) => {
    const chunks: Buffer[] = [];
    message.on('data', (chunk: Buffer) => chunks.push(chunk));
    message.on('end', () => {
      response.writeHead(201, { 'content-type': 'application/json', 'x-double': ['one', 'two'] });
      const { method, url, headers } = message;
      response.end(JSON.stringify({ method, url, headers, body: Buffer.concat(chunks).toString() }));
    });
  });
  const response = await send(
    handlerWith(),
    requestTo(port, {
      method: 'POST',
      path: '/cases/1%2F2',
      query: { names: ['a b', 'c'], size: '5' },
      headers: {
        host: 'aws.example',
        'content-type': 'text/plain',
        'content-length': '4',
        'X-Amz-Date': 'now',
      },
      body: Buffer.from('text'),
    }),
  );
  expect(response.statusCode).toBe(201);
  expect(response.headers).toMatchObject({ 'content-type': 'application/json', 'x-double': 'one' });
  expect(JSON.parse(textOf(response))).toEqual({
    method: 'POST',
    url: '/cases/1%2F2?names=a%20b&names=c&size=5',
    headers: {
      host: 'aws.example',
      connection: 'keep-alive',
      'content-type': 'text/plain',
      'content-length': '4',
      'x-amz-date': 'now',
    },
    body: 'text',
  });
});

test('two connections at most serve requests that follow each other', async () => {
  const { server, port } = await serve((_message, response) => response.end('ok'));
  let connections = 0;
  server.on('connection', () => (connections += 1));
  const handler = handlerWith();
  for (let index = 0; index < 5; index += 1) expect(textOf(await send(handler, requestTo(port)))).toBe('ok');
  // A connection becomes free in the turn of the event loop after its response.
  expect(connections).toBeLessThanOrEqual(2);
});

test('a connection that the server has closed while it was idle is replaced', async () => {
  const { server, port } = await serve((_message, response) => response.end('ok'));
  const handler = handlerWith();
  await send(handler, requestTo(port));
  server.closeAllConnections();
  expect(textOf(await send(handler, requestTo(port)))).toBe('ok');
});

test('an interim response is not the response', async () => {
  const port = await serveRaw(
    'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok',
  );
  const response = await send(handlerWith(), requestTo(port));
  expect(response.statusCode).toBe(200);
  expect(textOf(response)).toBe('ok');
});

test.each([
  ['closes the connection before it responds', [null]],
  ['closes the connection within the body', ['HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n12', null]],
])('a server that %s causes a retryable ECONNRESET', async (_title, replies) => {
  const port = await serveRaw(...replies);
  await expect(send(handlerWith(), requestTo(port))).rejects.toMatchObject({
    name: 'ConnectionError',
    code: 'ECONNRESET',
    $retryable: { throttling: false },
  });
});

test('a server that speaks no HTTP causes a retryable error', async () => {
  const port = await serveRaw('SSH-2.0-OpenSSH\r\n');
  await expect(send(handlerWith(), requestTo(port))).rejects.toMatchObject({
    name: 'ConnectionError',
    $retryable: { throttling: false },
  });
});

test('a port without a server causes a retryable ECONNREFUSED', async () => {
  const { server, port } = await serve(() => undefined);
  server.close();
  await once(server, 'close');
  await expect(send(handlerWith(), requestTo(port))).rejects.toMatchObject({
    name: 'ConnectionError',
    code: 'ECONNREFUSED',
  });
});

test('an unknown host causes a retryable error of the look-up', async () => {
  const error: unknown = await send(handlerWith(), requestTo(80, { hostname: 'aws.invalid' })).catch(
    (reason: unknown) => reason,
  );
  expect((error as { code: string }).code).toMatch(/^(ENOTFOUND|EAI_AGAIN)$/);
});

/** The milliseconds until `work` rejects, with those that it needs to start, and its error. */
async function rejectionOf(work: () => Promise<unknown>): Promise<[number, unknown]> {
  const start = performance.now();
  const error: unknown = await work().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return [performance.now() - start, error];
}

test('an attempt ends 50 ms after its limit at the latest, also when earlier attempts are in flight', async () => {
  const { port } = await serve(() => undefined);
  const handler = handlerWith({ attemptMs: 300 });
  const attempts = [0, 100, 250].map(async (delayMs) => {
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    return rejectionOf(() => send(handler, requestTo(port)));
  });
  for (const [milliseconds, error] of await Promise.all(attempts)) {
    expect(error).toBeInstanceOf(AttemptTimeoutError);
    expect(milliseconds).toBeGreaterThanOrEqual(299);
    // The limit, and a busy machine.
    expect(milliseconds).toBeLessThan(300 + 50 + 100);
  }
});

test('a response that trickles ends with the attempt', async () => {
  const { port } = await serve((_message, response) => {
    const timer = setInterval(() => response.write('.'), 20);
    response.on('close', () => {
      clearInterval(timer);
    });
  });
  const [, error] = await rejectionOf(() => send(handlerWith({ attemptMs: 200 }), requestTo(port)));
  expect(error).toMatchObject({ name: 'TimeoutError' });
});

/** A port whose queue of connections is full: its process is stopped and accepts none. */
async function servePaused(): Promise<number> {
  const script = `const server = require('node:net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () =>
    console.log(server.address().port))`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [text] = (await once(child.stdout, 'data')) as [Buffer];
  const port = Number(text.toString());
  child.kill('SIGSTOP');
  const waiting = Array.from({ length: 4 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  closed.push(() => {
    for (const socket of waiting) socket.destroy();
    child.kill('SIGKILL');
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  return port;
}

test('a connection that is not established in time causes a retryable error', async () => {
  const port = await servePaused();
  const [milliseconds, error] = await rejectionOf(() =>
    send(handlerWith({ connectMs: 300 }), requestTo(port)),
  );
  expect(error).toBeInstanceOf(ConnectTimeoutError);
  expect(milliseconds).toBeGreaterThanOrEqual(299);
  expect(milliseconds).toBeLessThan(300 + 50 + 100);
});

test('a TLS handshake that never ends does not occupy a connection for longer than an attempt', async () => {
  const sockets: Socket[] = [];
  const server = createTcpServer((socket) => sockets.push(socket.on('error', () => undefined).resume()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closed.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const handler = handlerWith({ connectMs: 20_000, attemptMs: 200 });
  const request = requestTo((server.address() as AddressInfo).port, { protocol: 'https:' });
  const attempts = Array.from({ length: MAX_SOCKETS + 1 }, () => send(handler, request));
  for (const attempt of await Promise.allSettled(attempts)) {
    expect(attempt).toMatchObject({ status: 'rejected', reason: expect.any(AttemptTimeoutError) as unknown });
  }
  await Promise.all(sockets.filter(({ destroyed }) => !destroyed).map((socket) => once(socket, 'close')));
  // A later attempt opens another connection.
  const opened = sockets.length;
  await expect(send(handler, request)).rejects.toBeInstanceOf(AttemptTimeoutError);
  expect(sockets.length).toBeGreaterThan(opened);
}, 10_000);

describe('an abort', () => {
  test('before the request sends nothing', async () => {
    let requests = 0;
    const { port } = await serve(() => (requests += 1));
    await expect(send(handlerWith(), requestTo(port), AbortSignal.abort())).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(requests).toBe(0);
  });

  test('while the connection is established sends nothing', async () => {
    let requests = 0;
    const { port } = await serve((_message, response) => {
      requests += 1;
      response.end('ok');
    });
    const handler = handlerWith();
    const controller = new AbortController();
    const aborted = send(handler, requestTo(port, { path: '/aborted' }), controller.signal);
    controller.abort();
    await expect(aborted).rejects.toMatchObject({ name: 'AbortError' });
    expect(textOf(await send(handler, requestTo(port)))).toBe('ok');
    expect(requests).toBe(1);
  });

  test('during the response closes the connection', async () => {
    const { server, port } = await serve((_message, response) => response.write('begin'));
    const controller = new AbortController();
    const request = once(server, 'request');
    const aborted = send(handlerWith(), requestTo(port), controller.signal);
    const [{ socket }] = (await request) as [{ socket: Socket }];
    // The connection may be reset.
    socket.on('error', () => undefined);
    const end = new Promise((resolve) => socket.once('close', resolve));
    controller.abort();
    await expect(aborted).rejects.toMatchObject({ name: 'AbortError' });
    await end;
  });
});

test('destroy ends the requests in flight', async () => {
  const { server, port } = await serve(() => undefined);
  const handler = handlerWith();
  const pending = rejectionOf(() => send(handler, requestTo(port)));
  await once(server, 'request');
  handler.destroy();
  const [, error] = await pending;
  expect(error).toMatchObject({ name: 'ConnectionError' });
});
