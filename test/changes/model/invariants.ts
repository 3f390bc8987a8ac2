// All that must hold of a schedule that has ended; each broken invariant with its number.
import { brokenByKeys } from './keys';
import { brokenBySends } from './sends';
import { brokenByAnswers } from './verdicts';
import type { History } from './world';

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
