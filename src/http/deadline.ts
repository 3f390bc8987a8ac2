/** The abort signal for the AWS reads of a request: aborted at the deadline, at shutdown, and when the client disconnects. */
import { setMaxListeners } from 'node:events';
import type { FastifyReply } from 'fastify';

/**
 * The signal of one request. It also aborts when the client disconnects before it has received the response.
 * @param shutdown aborts when the server is stopping and requests must stop reading.
 */
export function createReadSignal(
  { raw }: FastifyReply,
  deadlineSeconds: number,
  shutdown: AbortSignal,
): AbortSignal {
  const controller = new AbortController();
  // Every read of the request adds a listener; Node.js warns of a leak above ten.
  setMaxListeners(0, controller.signal);
  if (raw.destroyed) {
    controller.abort();
    return controller.signal;
  }
  const onShutdown = () => {
    abort('The gateway is shutting down.');
  };
  const deadline = setTimeout(() => {
    abort('The AWS reads of this request exceeded the deadline.');
  }, deadlineSeconds * 1000).unref();
  const cleanUp = () => {
    clearTimeout(deadline);
    shutdown.removeEventListener('abort', onShutdown);
  };
  const abort = (reason: string) => {
    cleanUp();
    controller.abort(new DOMException(reason, 'TimeoutError'));
  };
  // Not AbortSignal.any: Node.js 20 may garbage-collect an AbortSignal.timeout inside of it, which then never fires.
  shutdown.addEventListener('abort', onShutdown);
  raw.once('close', () => {
    cleanUp();
    if (!raw.writableFinished) controller.abort();
  });
  return controller.signal;
}
