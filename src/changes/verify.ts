/** The verification of a sent change: reads of the resource until they prove the change. */
import { withFreshReads, type CallContext } from '../aws/client/call-context';
import { GatewayError } from '../domain/errors';
import type { ResourceRef } from '../domain/resources';
import type { Transition } from '../domain/transitions/table';
import type { ChangePort } from './change';
import type { Clock } from './clock';

/** Milliseconds before each read, because AWS may return the old state for a moment after it has accepted a change. */
const READ_DELAYS_MS = [0, 150, 600];

/** Milliseconds for all reads together. The deadline of the request does not apply after a change is sent. */
const DEADLINE_MS = 10_000;

export interface Verification<Item> {
  /** The resource as last read. */
  readonly item: Item | undefined;
  /** The error of the last read. */
  readonly readError: GatewayError | undefined;
  /** True when a read proves that AWS applied the transition. */
  readonly isProven: boolean;
}

/**
 * Reads the resource up to three times: until a read proves the transition, or without a transition until a read
 * succeeds. A read without a response in time is the last one.
 */
export async function verify<
  Ref extends ResourceRef,
  Item extends Ref,
  Status extends string,
  To extends string,
>(
  port: ChangePort<Ref, Item, Status, To>,
  ref: Ref,
  call: CallContext,
  clock: Clock,
  transition?: Transition<Status, To>,
): Promise<Verification<Item>> {
  const readCall: CallContext = {
    ...withFreshReads(call, AbortSignal.timeout(DEADLINE_MS)),
    bypassBreaker: true,
  };
  let verification: Verification<Item> = { item: undefined, readError: undefined, isProven: false };
  for (const delayMs of READ_DELAYS_MS) {
    await clock.delay(delayMs);
    try {
      const item = await port.read(ref, readCall);
      const isProven = transition !== undefined && port.proves(item, transition);
      verification = { item, readError: undefined, isProven };
      if (verification.isProven || transition === undefined) return verification;
    } catch (error) {
      // A sent change has an outcome even when a read fails, for example in an overloaded gateway.
      if (!(error instanceof GatewayError)) throw error;
      verification = { ...verification, readError: error };
      // A silent service would hold the response for the duration of an attempt with every further read.
      if (error.code === 'AWS_TIMEOUT') return verification;
    }
  }
  return verification;
}
