/** The abort signals for the AWS reads of requests: aborted at the deadline, at shutdown, and when the client disconnects. */
import { setMaxListeners } from 'node:events';
import type { ServerResponse } from 'node:http';
import { InFlightSet } from '../domain/in-flight';

type Abort = (reason: string) => void;

export class ReadSignals {
  /**
   * One listener for all requests. A listener of each request would keep the memory of later requests until a major
   * garbage collection: in the list of Node.js, a removed listener still refers to the next one.
   */
  private readonly inFlight = new InFlightSet<Abort>();

  /** @param shutdown aborts when the server is stopping and requests must stop reading. */
  constructor(
    private readonly deadlineSeconds: number,
    shutdown: AbortSignal,
  ) {
    shutdown.addEventListener('abort', () => {
      for (const abort of this.inFlight.toArray()) abort('The gateway is shutting down.');
    });
  }

  /** The signal of one request. It also aborts when the client disconnects before it has received the response. */
  create(response: ServerResponse): AbortSignal {
    const controller = new AbortController();
    // Every read of the request adds a listener; Node.js warns of a leak above ten.
    setMaxListeners(0, controller.signal);
    if (response.destroyed) {
      controller.abort();
      return controller.signal;
    }
    const deadline = setTimeout(() => {
      abort('The AWS reads of this request exceeded the deadline.');
    }, this.deadlineSeconds * 1000).unref();
    const cleanUp = () => {
      clearTimeout(deadline);
      this.inFlight.delete(abort);
    };
    const abort: Abort = (reason) => {
      cleanUp();
      controller.abort(new DOMException(reason, 'TimeoutError'));
    };
    // Not AbortSignal.any: Node.js 20 may garbage-collect an AbortSignal.timeout inside of it, which then never fires.
    this.inFlight.add(abort);
    response.once('close', () => {
      cleanUp();
      if (!response.writableFinished) controller.abort();
    });
    return controller.signal;
  }
}
