/** The loaders of one request and its pending loads. Clearing it discards all values that the request has read. */

interface Clearable {
  clearAll(): unknown;
}

/** The longest wait of a batch for pending loads. */
const MAX_WAIT_MS = 1_000;

export class RequestMemory {
  private readonly loaders: Clearable[] = [];
  private pending = 0;
  private waiting: (() => void)[] = [];

  /** @param maxWaitMs the longest wait of a batch for pending loads, in milliseconds */
  constructor(private readonly maxWaitMs = MAX_WAIT_MS) {}

  /** Registers a loader for `forget` and returns it. */
  keep<Loader extends Clearable>(loader: Loader): Loader {
    this.loaders.push(loader);
    return loader;
  }

  /** Clears all loaders. After a change, the request must not return values that it read before. */
  forget(): void {
    for (const loader of this.loaders) loader.clearAll();
  }

  /** Counts a load as pending, so that `whenQuiet` waits for it. */
  async during<Value>(load: Promise<Value>): Promise<Value> {
    this.pending += 1;
    try {
      return await load;
    } finally {
      this.pending -= 1;
      this.callBackWhenQuiet();
    }
  }

  /**
   * Calls back once no load is pending, so that the loads that follow from them share a batch. Calls back after
   * `maxWaitMs` at the latest, because one slow response must not delay the rest. Calling the returned function runs
   * the callback at once.
   */
  whenQuiet(callback: () => void): () => void {
    let isWaiting = true;
    const once = () => {
      if (!isWaiting) return;
      isWaiting = false;
      clearTimeout(timer);
      callback();
    };
    const timer = setTimeout(once, this.maxWaitMs);
    this.waiting.push(once);
    this.callBackWhenQuiet();
    return once;
  }

  /** Resolvers start the loads that follow from a value in the microtasks after it, so the check waits for those. */
  private callBackWhenQuiet(): void {
    setImmediate(() => {
      if (this.pending > 0) return;
      const callbacks = this.waiting;
      this.waiting = [];
      for (const callback of callbacks) callback();
    });
  }
}
