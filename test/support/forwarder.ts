// A server in front of the emulator that keeps the bodies of requests, which the call log does not contain.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { endWithFile } from './cleanup';

export interface KeptRequest {
  readonly path: string;
  readonly body: string;
}

export interface Forwarder {
  readonly url: string;
  /** Oldest first; a test may empty it. */
  readonly requests: KeptRequest[];
  close(): Promise<void>;
}

/** @param endpoint the URL of the emulator. */
export async function startForwarder(endpoint: string): Promise<Forwarder> {
  const requests: KeptRequest[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const { method = 'GET', url = '/', headers } = request;
      const body = await text(request);
      requests.push({ path: url, body });
      const forwarded = Object.entries(headers).filter(([name]) => !HOP_BY_HOP.includes(name));
      const answer = await fetch(new URL(url, endpoint), {
        method,
        headers: forwarded.map(([name, value]) => [name, String(value)] as [string, string]),
        ...(body !== '' && { body }),
      });
      const type = answer.headers.get('content-type') ?? 'application/json';
      response.writeHead(answer.status, { 'content-type': type }).end(await answer.text());
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = endWithFile(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  );
  return { url: `http://127.0.0.1:${port}`, requests, close };
}

const HOP_BY_HOP = ['connection', 'content-length', 'host', 'transfer-encoding', 'expect'];
