/** The keyed queue: tasks with the same key run one after another in order; tasks with different keys run concurrently. */
import { OverloadedError } from '../domain/errors';

const MAX_WAITING = 32;

interface Queue {
  tail: Promise<unknown>;
  length: number;
}

export class KeyedQueue {
  private readonly queues = new Map<string, Queue>();

  /** Runs the task after all earlier tasks of the key. Throws OverloadedError when the queue of the key is full. */
  async run<Result>(key: string, task: () => Promise<Result>): Promise<Result> {
    const queue = this.queues.get(key) ?? { tail: Promise.resolve(), length: 0 };
    if (queue.length > MAX_WAITING)
      throw new OverloadedError('Too many changes of this resource are waiting: try again later.');
    this.queues.set(key, queue);
    queue.length += 1;
    const result = queue.tail.then(task);
    queue.tail = result.catch(() => undefined);
    try {
      return await result;
    } finally {
      queue.length -= 1;
      if (queue.length === 0) this.queues.delete(key);
    }
  }
}
