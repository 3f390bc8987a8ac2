// The code of docs/clients.md and docs/live.md for tests, and the requests that gateways of this process receive.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { readDocument } from '../support/markdown';

export const PAGE = 'docs/clients.md';

export const FAILURES_PAGE = 'docs/client-failures.md';

export const LIVE_PAGE = 'docs/live.md';

/** The block of code in docs/clients.md, or another page, below the line that names the file. */
export function blockOf(file: string, page = PAGE): string {
  const after = readDocument(page).split(`\`${file}\`:\n\n\`\`\``, 2)[1];
  const code = /^\w+\n(.*?)```/s.exec(after ?? '')?.[1];
  if (code === undefined) throw new Error(`${page} has no code for ${file}.`);
  return code;
}

/** The configuration in the block of JSON below the line that names the file. */
export const configOf = (file: string) => JSON.parse(blockOf(file)) as object;

export interface ReceivedRequest {
  readonly method: string | undefined;
  readonly headers: IncomingMessage['headers'];
}

/** The requests that reach /graphql while `run` runs. */
export async function receivedDuring(run: () => Promise<unknown>): Promise<ReceivedRequest[]> {
  const received: ReceivedRequest[] = [];
  const listen = (message: unknown) => {
    const { method, headers, url = '' } = (message as { request: IncomingMessage }).request;
    if (url.startsWith('/graphql')) received.push({ method, headers });
  };
  subscribe('http.server.request.start', listen);
  try {
    await run();
  } finally {
    unsubscribe('http.server.request.start', listen);
  }
  return received;
}
