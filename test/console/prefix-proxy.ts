// A proxy that serves a gateway below the path /secops, and removes the prefix.
import { createServer, request, type Server } from 'node:http';

/** The path that the gateway receives; without a slash at the end of the prefix it is empty, or only a query string. */
const PREFIX = /^\/secops((?:[/?].*)?)$/;

/** A proxy for the gateway at `target`. It answers other paths with 404, and adds them to `outside`. */
export function startPrefixProxy(target: string, outside: string[]): Server {
  return createServer((received, response) => {
    const { url = '', method, headers } = received;
    const path = PREFIX.exec(url)?.[1];
    if (path === undefined) {
      outside.push(url);
      response.writeHead(404).end();
      return;
    }
    const sent = request(new URL(path, `${target}/`), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    sent.on('error', () => response.destroy());
    received.pipe(sent);
  });
}
