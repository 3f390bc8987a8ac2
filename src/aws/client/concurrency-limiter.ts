/** Turns at a service: so many calls at once, the others in line, those that more calls depend on in front. */

/** There is no room in the line any more. */
export class QueueFullError extends Error {}

export class ConcurrencyLimiter {
  private freeSlots: number;
  private readonly priorityQueue: (() => void)[] = [];
  private readonly queue: (() => void)[] = [];

  constructor(
    private readonly maxConcurrent: number,
    private readonly maxQueued: number,
  ) {
    this.freeSlots = maxConcurrent;
  }

  get inFlight(): number {
    return this.maxConcurrent - this.freeSlots;
  }

  get queued(): number {
    return this.priorityQueue.length + this.queue.length;
  }

  /**
   * Runs the work when its turn has come. Rejects with the signal's reason when that aborts, whether the work waits or
   * runs, and with LineFullError when no more may wait.
   */
  async run<Value>(signal: AbortSignal, hasPriority: boolean, work: () => Promise<Value>): Promise<Value> {
    signal.throwIfAborted();
    if (this.freeSlots > 0) this.freeSlots -= 1;
    else await this.wait(signal, hasPriority ? this.priorityQueue : this.queue);
    const done = work();
    void done
      .catch(() => undefined)
      .finally(() => {
        this.releaseSlot();
      });
    return untilAborted(signal, done);
  }

  private wait(signal: AbortSignal, waitingLine: (() => void)[]): Promise<void> {
    if (this.queued >= this.maxQueued) throw new QueueFullError();
    return new Promise((resolve, reject) => {
      const begin = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        waitingLine.splice(waitingLine.indexOf(begin), 1);
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', leave, { once: true });
      waitingLine.push(begin);
    });
  }

  /** Gives the turn to the next in line. */
  private releaseSlot(): void {
    const next = this.priorityQueue.shift() ?? this.queue.shift();
    if (next === undefined) this.freeSlots += 1;
    else next();
  }
}

async function untilAborted<Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value> {
  let stop: () => void = () => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => {
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
