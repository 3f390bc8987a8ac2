/** The time limit of optional commands. */
import { setImmediate, setTimeout } from 'node:timers';

/**
 * Rejects with the message of ioredis when `reply` does not settle within `milliseconds`. A reply that arrived while the
 * event loop was blocked counts: Node.js runs due timers before it reads sockets, and immediates after it.
 */
export function withTimeLimit<Reply>(reply: Promise<Reply>, milliseconds: number): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      setImmediate(() => {
        reject(new Error('Command timed out'));
      });
    }, milliseconds);
    reply.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}
