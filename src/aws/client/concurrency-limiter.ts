/** The concurrency limiter (bulkhead) of a service: a maximum of concurrent calls, and a bounded queue with priorities. */

/** The queue of the concurrency limiter is full. */
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
   * Runs the work, which must not throw synchronously, as soon as a slot is free. Rejects with the reason of the signal when it aborts, in the queue or
   * during the work, and with QueueFullError when the queue is full.
   */
  async run<Value>(signal: AbortSignal, hasPriority: boolean, work: () => Promise<Value>): Promise<Value> {
    signal.throwIfAborted();
    if (this.freeSlots > 0) this.freeSlots -= 1;
    else await this.wait(signal, hasPriority ? this.priorityQueue : this.queue);
    return new Promise<Value>((resolve, reject) => {
      const onAbort = () => {
        reject(signal.reason as Error);
      };
      const settle =
        <Result>(deliver: (result: Result) => void) =>
        (result: Result) => {
          signal.removeEventListener('abort', onAbort);
          this.releaseSlot();
          deliver(result);
        };
      signal.addEventListener('abort', onAbort, { once: true });
      work().then(settle(resolve), settle(reject));
    });
  }

  private wait(signal: AbortSignal, queue: (() => void)[]): Promise<void> {
    if (this.queued >= this.maxQueued) throw new QueueFullError();
    return new Promise((resolve, reject) => {
      const start = () => {
        signal.removeEventListener('abort', onAbort);
        resolve();
      };
      const onAbort = () => {
        queue.splice(queue.indexOf(start), 1);
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', onAbort, { once: true });
      queue.push(start);
    });
  }

  /** Starts the next call in the queue, or frees the slot. */
  private releaseSlot(): void {
    const next = this.priorityQueue.shift() ?? this.queue.shift();
    if (next === undefined) this.freeSlots += 1;
    else next();
  }
}
