// An HTTP server on loopback that records every request and returns canned responses.
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RecordedRequest {
  method: string;
  /** The path as sent, percent-encoded. */
  path: string;
  /** Names and values, percent-decoded and sorted. */
  query: [string, string][];
  headers: IncomingHttpHeaders;
  /** Parsed JSON; absent for a request without a body. */
  body?: unknown;
}

export interface CannedResponse {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** Returns the response to the request with this index, or `hang` to send none. */
export type Responder = (index: number, request: RecordedRequest) => CannedResponse | 'hang';

export interface RecordingServer {
  url: string;
  requests: RecordedRequest[];
  close(): Promise<void>;
}

const record = async (incoming: IncomingMessage): Promise<RecordedRequest> => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const [path = '', query = ''] = (incoming.url ?? '').split('?');
  const pairs = query === '' ? [] : query.split('&');
  return {
    method: incoming.method ?? '',
    path,
    query: pairs
      .map((pair): [string, string] => {
        const [name = '', value = ''] = pair.split('=');
        return [decodeURIComponent(name), decodeURIComponent(value)];
      })
      .sort(([a, x], [b, y]) => a.localeCompare(b) || x.localeCompare(y)),
    headers: incoming.headers,
    ...(text !== '' && { body: JSON.parse(text) as unknown }),
  };
};

const reply = (response: ServerResponse, { status = 200, headers = {}, body }: CannedResponse): void => {
  response.writeHead(status, { 'x-amzn-requestid': 'request-1', ...headers });
  response.end(body === undefined ? '' : JSON.stringify(body));
};

export const startRecordingServer = async (respond: Responder): Promise<RecordingServer> => {
  const requests: RecordedRequest[] = [];
  const server = createServer((incoming, response) => {
    void record(incoming).then((request) => {
      requests.push(request);
      const canned = respond(requests.length - 1, request);
      if (canned !== 'hang') reply(response, canned);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};
