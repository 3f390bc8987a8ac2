// The invariants of a finished schedule. Each violation starts with the number of its invariant.
import { brokenByKeys } from './keys';
import { brokenBySends } from './sends';
import { brokenByResponses } from './verdicts';
import type { History } from './environment';

/**
 * 1: a fresh read of the same change allows the update, and the update matches its request.
 * 2: changes of one job do not overlap, and no update is stale unless the job changed outside the gateway.
 * 3: a verdict matches AWS's call log, and a request that fails with an error has sent nothing.
 * 4: AWS accepts at most one update for a key, and a key has one response.
 * 5: every request gets a response unless its replica dies; at the end all leases and queues are free.
 * 6: no update is sent later than its lease allows.
 * 7: the audit trail contains the intent before the update is sent, and the verdict before the response is returned.
 * 8: no update is sent without a lease that the store still holds.
 */
export function brokenInvariants(history: History): string[] {
  return [
    ...brokenBySends(history),
    ...brokenByResponses(history),
    ...brokenByKeys(history),
    ...brokenByLeftovers(history),
  ];
}

function* brokenByLeftovers({ leases, stuckQueues }: History): Generator<string> {
  if (stuckQueues > 0) yield `5: ${stuckQueues} queues are blocked`;
  for (const [key, { holder, isOrphan }] of leases.held) {
    if (holder.isAlive && !isOrphan) yield `5: the lease of ${key} was not released`;
  }
}
