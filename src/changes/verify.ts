/** Looks at a resource after a change was sent. */
import { withFreshReads, type CallContext } from '../aws/client/call-context';
import { GatewayError } from '../domain/errors';
import type { ResourceRef } from '../domain/resources';
import type { Transition } from '../domain/transitions/table';
import type { ChangePort } from './change';
import type { Clock } from './clock';

/** Milliseconds before each look: AWS may show a change a little after it has accepted it. */
const READ_DELAYS_MS = [0, 150, 600];

/** Milliseconds for all looks together; the client's own deadline no longer counts once a change is sent. */
const DEADLINE_MS = 10_000;

export interface Verification<Item> {
  /** The resource as it was last seen. */
  readonly item: Item | undefined;
  /** Why the last look failed. */
  readonly readError: GatewayError | undefined;
  /** True when the look shows that the transition happened. */
  readonly isProven: boolean;
}

/** Looks until the transition is proven, up to three times; without a transition, until the resource could be read. */
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
  const readCall = { ...withFreshReads(call, AbortSignal.timeout(DEADLINE_MS)), bypassBreaker: true };
  let verification: Verification<Item> = { item: undefined, readError: undefined, isProven: false };
  for (const wait of READ_DELAYS_MS) {
    await clock.delay(wait);
    try {
      const item = await port.read(ref, readCall);
      const isProven = transition !== undefined && port.proves(item, transition);
      verification = { item, readError: undefined, isProven };
      if (verification.isProven || transition === undefined) return verification;
    } catch (error) {
      // A change that was sent has a verdict whatever the look fails with, an overloaded gateway included.
      if (!(error instanceof GatewayError)) throw error;
      verification = { ...verification, readError: error };
    }
  }
  return verification;
}
