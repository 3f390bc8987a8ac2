/** Turns at a service: so many calls at once, the others in line, those that more calls depend on in front. */

/** There is no room in the line any more. */
export class LineFullError extends Error {}

export class Turns {
  private free: number;
  private readonly front: (() => void)[] = [];
  private readonly back: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly inLine: number,
  ) {
    this.free = atOnce;
  }

  get inFlight(): number {
    return this.atOnce - this.free;
  }

  get waiting(): number {
    return this.front.length + this.back.length;
  }

  /**
   * Runs the work when its turn has come. Rejects with the signal's reason when that aborts, whether the work waits or
   * runs, and with LineFullError when no more may wait.
   */
  async take<Value>(signal: AbortSignal, goesFirst: boolean, work: () => Promise<Value>): Promise<Value> {
    signal.throwIfAborted();
    if (this.free > 0) this.free -= 1;
    else await this.wait(signal, goesFirst ? this.front : this.back);
    const done = work();
    void done
      .catch(() => undefined)
      .finally(() => {
        this.passOn();
      });
    return untilAborted(signal, done);
  }

  private wait(signal: AbortSignal, line: (() => void)[]): Promise<void> {
    if (this.waiting >= this.inLine) throw new LineFullError();
    return new Promise((resolve, reject) => {
      const begin = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        line.splice(line.indexOf(begin), 1);
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', leave, { once: true });
      line.push(begin);
    });
  }

  /** Gives the turn to the next in line. */
  private passOn(): void {
    const next = this.front.shift() ?? this.back.shift();
    if (next === undefined) this.free += 1;
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
