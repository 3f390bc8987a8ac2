/** Runs tasks for the same key one after another, in the order they came; tasks for different keys do not wait for each other. */
import { OverloadedError } from '../domain/errors';

const MAX_WAITING = 32;

interface Line {
  tail: Promise<unknown>;
  length: number;
}

export class KeyedQueue {
  private readonly lines = new Map<string, Line>();

  /** Throws OverloadedError when too many tasks wait for the key already. */
  async run<Result>(key: string, task: () => Promise<Result>): Promise<Result> {
    const line = this.lines.get(key) ?? { tail: Promise.resolve(), length: 0 };
    if (line.length > MAX_WAITING)
      throw new OverloadedError('Too many changes of this resource are waiting.');
    this.lines.set(key, line);
    line.length += 1;
    const turn = line.tail.then(task);
    line.tail = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      line.length -= 1;
      if (line.length === 0) this.lines.delete(key);
    }
  }
}
