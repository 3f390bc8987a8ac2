/** The interface through which metrics observe AWS calls. */
import type { CallSite } from '../../domain/errors';

export interface ObservedCall {
  /** OK, or the code of the GatewayError. */
  readonly outcome: string;
  readonly seconds: number;
  /** HTTP requests, retries included. */
  readonly attempts: number;
  /** HTTP requests that AWS throttled. */
  readonly throttles: number;
}

export interface OperationObserver {
  callStarted(): void;
  callEnded(call: ObservedCall): void;
}

export interface CallObserver {
  /** The observer of one operation in one target; undefined when nothing observes it. */
  observe(site: CallSite): OperationObserver | undefined;
}
