/** What a request has read so far, and what it is reading. */

interface Forgetful {
  clearAll(): unknown;
}

/** Milliseconds that a load waits for others at most. */
const MAX_WAIT_MS = 1_000;

export class RequestMemory {
  private readonly loaders: Forgetful[] = [];
  private pending = 0;
  private waiting: (() => void)[] = [];

  /** Makes a loader part of it. */
  keep<Loader extends Forgetful>(loader: Loader): Loader {
    this.loaders.push(loader);
    return loader;
  }

  /** A change that the request makes spoils it: nothing read before may be shown as if it were read after. */
  forget(): void {
    for (const loader of this.loaders) loader.clearAll();
  }

  /** Counts a load among those that `whenQuiet` waits for. */
  async during<Value>(load: Promise<Value>): Promise<Value> {
    this.pending += 1;
    try {
      return await load;
    } finally {
      this.pending -= 1;
      this.goOnWhenQuiet();
    }
  }

  /**
   * Calls back once no such load is under way, so that what they lead to can be asked for together; after a second all
   * the same, for one slow answer must not hold up the rest, and at once when the function it returns is called.
   */
  whenQuiet(goOn: () => void): () => void {
    let waits = true;
    const once = () => {
      if (!waits) return;
      waits = false;
      clearTimeout(timer);
      goOn();
    };
    const timer = setTimeout(once, MAX_WAIT_MS);
    this.waiting.push(once);
    this.goOnWhenQuiet();
    return once;
  }

  /** What a load leads to is asked for in the microtasks after it, so it counts as quiet after those only. */
  private goOnWhenQuiet(): void {
    setImmediate(() => {
      if (this.pending > 0) return;
      const ready = this.waiting;
      this.waiting = [];
      for (const goOn of ready) goOn();
    });
  }
}
