/** Serializes the changes of one resource: by a queue within this gateway, by a lease over all gateways. */
import { OverloadedError } from '../domain/errors';
import type { ChangeDependencies } from './dependencies';

/** Milliseconds to wait for another gateway's change of the same resource. */
const LEASE_TIMEOUT_MS = 15_000;

/** Milliseconds that sending may take: nothing is sent when the lease ends sooner. */
const SEND_WINDOW_MS = 11_000;

export interface ResourceLock {
  /** By the clock's `now`: nothing may be sent later. */
  readonly sendBefore: number;
}

/**
 * Runs `work` when all earlier changes of the resource have ended. A dry run waits for its turn but takes no lease, and
 * gets no lock. Throws LeaseUnavailableError or OverloadedError when nothing was run.
 */
export function withResourceLock<Result>(
  { queue, leases, clock }: Pick<ChangeDependencies, 'queue' | 'leases' | 'clock'>,
  resourceId: string,
  { dryRun, signal }: { readonly dryRun: boolean; readonly signal: AbortSignal },
  work: (lock: ResourceLock | undefined) => Promise<Result>,
): Promise<Result> {
  return queue.run(resourceId, async () => {
    if (signal.aborted) {
      throw new OverloadedError('The change waited too long for its turn; nothing was sent.');
    }
    if (dryRun) return work(undefined);
    const lease = await leases.acquire(resourceId, clock.now() + LEASE_TIMEOUT_MS, signal);
    try {
      return await work({ sendBefore: lease.until - SEND_WINDOW_MS });
    } finally {
      await lease.release();
    }
  });
}
