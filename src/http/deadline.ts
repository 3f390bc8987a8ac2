/** When the reads of a request end: at its deadline, with the server, or as its client goes away. */
import type { FastifyReply } from 'fastify';

/** Aborts at the deadline, when the server has to end, and when the client goes away before it has its answer. */
export function signalOf({ raw }: FastifyReply, deadlineSeconds: number, isDue: AbortSignal): AbortSignal {
  const over = new AbortController();
  if (raw.destroyed) {
    over.abort();
    return over.signal;
  }
  const stop = () => {
    over.abort(new DOMException('The gateway is being stopped.', 'TimeoutError'));
  };
  isDue.addEventListener('abort', stop);
  // AbortSignal.any would not do: node 20 may collect an AbortSignal.timeout in it as garbage, which then never fires.
  const deadline = setTimeout(() => {
    over.abort(new DOMException('The reads of this request took too long.', 'TimeoutError'));
  }, deadlineSeconds * 1000);
  raw.once('close', () => {
    clearTimeout(deadline);
    isDue.removeEventListener('abort', stop);
    if (!raw.writableFinished) over.abort();
  });
  return over.signal;
}
