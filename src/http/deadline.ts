/** When the reads of a request end: at its deadline, with the server, or as its client goes away. */
import { setMaxListeners } from 'node:events';
import type { FastifyReply } from 'fastify';

/** Aborts at the deadline, when the server has to end, and when the client goes away before it has its answer. */
export function signalOf({ raw }: FastifyReply, deadlineSeconds: number, isDue: AbortSignal): AbortSignal {
  const over = new AbortController();
  // Every read of the request listens to it.
  setMaxListeners(0, over.signal);
  if (raw.destroyed) {
    over.abort();
    return over.signal;
  }
  const stop = () => {
    end('The gateway is being stopped.');
  };
  const deadline = setTimeout(() => {
    end('The reads of this request took too long.');
  }, deadlineSeconds * 1000).unref();
  // An answer behind others of a connection is not told that the connection has closed: then the deadline tidies up.
  const tidy = () => {
    clearTimeout(deadline);
    isDue.removeEventListener('abort', stop);
  };
  const end = (reason: string) => {
    tidy();
    over.abort(new DOMException(reason, 'TimeoutError'));
  };
  // AbortSignal.any would not do: node 20 may collect an AbortSignal.timeout in it as garbage, which then never fires.
  isDue.addEventListener('abort', stop);
  raw.once('close', () => {
    tidy();
    if (!raw.writableFinished) over.abort();
  });
  return over.signal;
}
