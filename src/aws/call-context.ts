/** On whose behalf AWS is called, and within which bounds. */
import type { Bill } from '../bill';

export interface CallContext {
  /** Ends reads, but never a change: the request's deadline has passed or its client has gone away. */
  readonly signal: AbortSignal;
  /** Who asks. Answers are shared between requests of one caller only, and CloudTrail shows it where a role is assumed. */
  readonly caller: string;
  readonly bill: Bill;
  /** How old a cached answer may be; at 0 AWS is asked anew, and nobody's answer is shared. */
  readonly maxAgeSeconds: number;
}

/** The same caller and bill for a read that must show what is so now. */
export function fresh(call: CallContext, signal = call.signal): CallContext {
  return { ...call, signal, maxAgeSeconds: 0 };
}
