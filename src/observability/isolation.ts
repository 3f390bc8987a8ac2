/** Isolation of observers: a failure of metrics, spans or log lines never reaches the work that they observe. */
import type { Logger } from 'pino';

export class Isolation {
  private readonly reported = new Set<string>();

  constructor(private readonly logger: Logger) {}

  /** Runs a part of the observation. Returns undefined when it fails; the first failure of each part is logged. */
  run<Result>(part: string, observe: () => Result): Result | undefined {
    try {
      return observe();
    } catch (error) {
      this.report(part, error);
      return undefined;
    }
  }

  /** Returns the observer with methods that never throw. Its methods must return nothing. */
  wrap<Observer extends object>(part: string, observer: Observer): Observer {
    return new Proxy(observer, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          this.run(`${part}.${String(name)}`, () => Reflect.apply(value, target, args) as unknown);
        };
      },
    });
  }

  /** Reports that a part of the observation failed. */
  report(part: string, error: unknown): void {
    if (this.reported.has(part)) return;
    this.reported.add(part);
    try {
      this.logger.error({ part, err: error }, 'The observation of requests failed');
    } catch {
      // The log is an observer too.
    }
  }
}
