// All that must hold of a schedule that has ended; each broken invariant with its number.
import { brokenByKeys } from './keys';
import { brokenBySends } from './sends';
import { brokenByAnswers } from './verdicts';
import type { History } from './environment';

/**
 * 1: an update is allowed by a fresh read of its own change, and wanted by its request.
 * 2: changes of one job do not overlap, and no update is stale unless somebody else acted.
 * 3: a verdict says what AWS's journal says, and what fails has sent nothing.
 * 4: AWS accepts one update for a key at most, and a key has one answer.
 * 5: every request is answered while its replica lives; leases and queues end free.
 * 6: nothing is sent after the last moment that the lease allows.
 * 7: an intent is in the trail before an update is sent, and the answer's verdict when it is given.
 * 8: nothing is sent without a lease that the store still has.
 */
export function brokenInvariants(history: History): string[] {
  return [
    ...brokenBySends(history),
    ...brokenByAnswers(history),
    ...brokenByKeys(history),
    ...brokenByLeftovers(history),
  ];
}

function* brokenByLeftovers({ leases, stuckQueues }: History): Generator<string> {
  if (stuckQueues > 0) yield `5: ${stuckQueues} queues are not free`;
  for (const [key, { holder, isOrphan }] of leases.held) {
    if (holder.isAlive && !isOrphan) yield `5: the lease of ${key} was not given back`;
  }
}
