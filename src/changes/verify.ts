/** Looks at a resource after a change was sent. */
import { fresh, type CallContext } from '../aws/client/call-context';
import { GatewayError } from '../domain/errors';
import type { ResourceRef } from '../domain/ids';
import type { Transition } from '../domain/transitions/table';
import type { ChangePort } from './change';
import type { Clock } from './clock';

/** Milliseconds before each look: AWS may show a change a little after it has accepted it. */
const LOOKS = [0, 150, 600];

/** Milliseconds for all looks together; the client's own deadline no longer counts once a change is sent. */
const DEADLINE = 10_000;

export interface Observation<Item> {
  /** The resource as it was last seen. */
  readonly item: Item | undefined;
  /** Why the last look failed. */
  readonly readError: GatewayError | undefined;
  /** True when the look shows that the transition happened. */
  readonly proven: boolean;
}

/** Looks until the transition is proven, up to three times; without a transition, until the resource could be read. */
export async function observe<
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
): Promise<Observation<Item>> {
  const look = { ...fresh(call, AbortSignal.timeout(DEADLINE)), evenIfDown: true };
  let seen: Observation<Item> = { item: undefined, readError: undefined, proven: false };
  for (const wait of LOOKS) {
    await clock.delay(wait);
    try {
      const item = await port.read(ref, look);
      const proven = transition !== undefined && port.proves(item, transition);
      seen = { item, readError: undefined, proven };
      if (seen.proven || transition === undefined) return seen;
    } catch (error) {
      // A change that was sent has a verdict whatever the look fails with, an overloaded gateway included.
      if (!(error instanceof GatewayError)) throw error;
      seen = { ...seen, readError: error };
    }
  }
  return seen;
}
