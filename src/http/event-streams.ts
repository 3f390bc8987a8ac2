/** The responses of streams: server-sent events by graphql-sse, with one connection per stream. */
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { createHandler } from 'graphql-sse';
import type { Results } from '../graphql/subscriptions/results';
import { EVENT_STREAM } from '../graphql/negotiation';
import { exemptFromTimeout } from './connections';

interface OpenStream {
  readonly results: Results;
  readonly response: ServerResponse;
}

/** Without this header, nginx with gzip keeps events back. */
const UNBUFFERED = { 'x-accel-buffering': 'no' };

/** Prepares the response, and returns its body. */
export type OpenEventStream = (reply: FastifyReply, results: Results) => Promise<Readable>;

/**
 * @param stallMs the time in milliseconds for which a full connection may receive nothing. A client that stops reading
 * loses its stream later, once the buffers of the connection are full.
 */
export function createEventStreams(stallMs: number): OpenEventStream {
  const handle = createHandler<OpenStream>({
    // Without a token there are no other streams than those of one request each.
    authenticate: () => null,
    // Its type wants errors with stacks. It only writes the results as JSON.
    onSubscribe: ({ raw: { results } }) => results as AsyncIterable<never>,
    // Without this wait, the handler copies all results into an unbounded list.
    onNext: (_context, { raw: { response } }) => drained(response, stallMs),
  });
  return async (reply, results) => {
    const { raw: response } = reply;
    const [events] = await handle({
      method: 'POST',
      url: '',
      headers: { get: (name) => HEADERS[name] },
      // The pipeline of requests has executed the operation.
      body: { query: '' },
      raw: { results, response },
      context: undefined,
    });
    if (events === null || typeof events === 'string') throw new TypeError('graphql-sse has no stream.');
    exemptFromTimeout(response);
    // The server, fastify and the stream together listen to its end more often than Node.js expects.
    response.setMaxListeners(0);
    void reply.code(200).headers(UNBUFFERED).type(`${EVENT_STREAM}; charset=utf-8`);
    return Readable.from(events, { highWaterMark: 1 });
  };
}

/** The headers that graphql-sse needs to open a stream. */
const HEADERS: Readonly<Record<string, string>> = {
  accept: EVENT_STREAM,
  'content-type': 'application/json',
};

/** Resolves when the client has received enough of the response, or is gone. */
async function drained(response: ServerResponse, stallMs: number): Promise<void> {
  if (!response.writableNeedDrain || response.destroyed) return;
  await new Promise<void>((resolve) => {
    const stalled = setTimeout(() => {
      response.destroy();
      end();
    }, stallMs).unref();
    const end = () => {
      clearTimeout(stalled);
      response.off('drain', end).off('close', end);
      resolve();
    };
    response.once('drain', end).once('close', end);
  });
}
