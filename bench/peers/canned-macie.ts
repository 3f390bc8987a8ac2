/** A substitute for Macie that costs almost no CPU time: it answers ListClassificationJobs with prepared pages. GET /calls returns the number of its answers. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cannedJob } from './canned-jobs';

const MAX_RESULTS = 200;
const DEFAULT_RESULTS = 25;
/** Longer than a benchmark, so that no connection ends between two of its parts. */
const KEEP_ALIVE_MS = 3_600_000;

const pages = new Map<number, Buffer>();
let calls = 0;

function pageOf(rows: number): Buffer {
  const known = pages.get(rows);
  if (known !== undefined) return known;
  const items = Array.from({ length: rows }, (_each, index) => cannedJob(index));
  const page = Buffer.from(JSON.stringify({ items, nextToken: 'AAAAbmV4dCBwYWdlIG9mIGpvYnM' }));
  pages.set(rows, page);
  return page;
}

/** The number of rows that a request asks for; undefined for an invalid request. */
function rowsOf(body: string): number | undefined {
  try {
    const { maxResults = DEFAULT_RESULTS } = JSON.parse(body) as { readonly maxResults?: number };
    return Number.isInteger(maxResults) && maxResults >= 1 && maxResults <= MAX_RESULTS
      ? maxResults
      : undefined;
  } catch {
    return undefined;
  }
}

function answer(response: ServerResponse, status: number, body: Buffer | string): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-amzn-requestid': `00000000-0000-4000-8000-${String(calls).padStart(12, '0')}`,
  });
  response.end(body);
}

function respond({ method, url }: IncomingMessage, body: string, response: ServerResponse): void {
  if (method === 'GET' && url === '/calls') {
    answer(response, 200, String(calls));
    return;
  }
  calls += 1;
  const rows = method === 'POST' && url === '/jobs/list' ? rowsOf(body) : undefined;
  if (rows === undefined) answer(response, 400, '{"message":"The request is invalid."}');
  else answer(response, 200, pageOf(rows));
}

const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    respond(request, Buffer.concat(chunks).toString('utf8'), response);
  });
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`canned Macie at http://127.0.0.1:${(server.address() as AddressInfo).port}/\n`);
});
process.once('SIGTERM', () => process.exit());
