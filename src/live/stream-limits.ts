/** The limits of open streams: of the gateway, and of each caller. */
import { CallerStreamsError, GatewayStreamsError } from './errors';
import { spreadSeconds } from './spread';

export interface StreamLimits {
  readonly total: number;
  readonly perCaller: number;
}

export class OpenStreams {
  private readonly byCaller = new Map<string, number>();
  private total = 0;

  constructor(private readonly limits: StreamLimits) {}

  get size(): number {
    return this.total;
  }

  /**
   * Counts a stream of the caller. Returns the function that ends it, which may be called again. Throws CallerStreamsError
   * or GatewayStreamsError.
   */
  open(caller: string): () => void {
    const count = this.byCaller.get(caller) ?? 0;
    if (count >= this.limits.perCaller) throw new CallerStreamsError(count, spreadSeconds());
    if (this.total >= this.limits.total) throw new GatewayStreamsError(spreadSeconds());
    this.byCaller.set(caller, count + 1);
    this.total += 1;
    let isOpen = true;
    return () => {
      if (!isOpen) return;
      isOpen = false;
      this.total -= 1;
      const rest = (this.byCaller.get(caller) ?? 1) - 1;
      if (rest === 0) this.byCaller.delete(caller);
      else this.byCaller.set(caller, rest);
    };
  }
}
