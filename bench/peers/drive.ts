/** The clients of the benchmark. Each sends the next request after a response, over a connection that it keeps open. */
import { Agent, request } from 'node:http';
import { requestBody } from './query';

/** Reads with different maximum ages share no AWS call, so that every server makes one call per request. */
const MAX_AGE_SECONDS = 60;

/** The bytes by which responses to the same request may differ: their cursors and ids of requests. */
const LENGTH_TOLERANCE = 100;

export interface Response {
  readonly status: number;
  readonly body: Buffer;
}

export interface Load {
  readonly rows: number;
  readonly clients: number;
  readonly ms: number;
}

export interface Driven {
  readonly responses: number;
  readonly ms: number;
}

/** Sends requests for `ms` milliseconds. Rejects when a response is not like the one of `expectedBytes` bytes. */
export async function drive(
  url: string,
  { rows, clients, ms }: Load,
  expectedBytes: number,
): Promise<Driven> {
  const body = requestBody(rows);
  const start = performance.now();
  let responses = 0;
  const run = async (client: number) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    try {
      while (performance.now() < start + ms) {
        const response = await post(url, body, agent, client);
        if (response.status !== 200 || Math.abs(response.body.length - expectedBytes) > LENGTH_TOLERANCE) {
          const text = response.body.toString('utf8').slice(0, 500);
          throw new Error(`${url} answered with status ${response.status}: ${text}`);
        }
        responses += 1;
      }
    } finally {
      agent.destroy();
    }
  };
  await Promise.all(Array.from({ length: clients }, (_each, client) => run(client)));
  return { responses, ms: performance.now() - start };
}

/** Sends one request for a page of `rows` rows. */
export async function requestPage(url: string, rows: number): Promise<Response> {
  const agent = new Agent();
  try {
    return await post(url, requestBody(rows), agent, 0);
  } finally {
    agent.destroy();
  }
}

function post(url: string, body: string, agent: Agent, client: number): Promise<Response> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'cache-control': `max-age=${MAX_AGE_SECONDS + client}`,
    };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) });
      });
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
