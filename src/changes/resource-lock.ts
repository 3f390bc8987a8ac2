/** The lock of a resource during a change: a queue within this gateway, and a lease between gateways. */
import { OverloadedError } from '../domain/errors';
import type { ChangeDependencies } from './dependencies';

/** Milliseconds to wait for the lease while another gateway changes the resource. */
const LEASE_TIMEOUT_MS = 15_000;

/** The maximum duration of sending, in milliseconds. The gateway does not start to send when the lease ends sooner. */
const SEND_WINDOW_MS = 11_000;

export interface ResourceLock {
  /** The deadline for sending, on the clock of `Clock.now`. */
  readonly sendBefore: number;
}

/**
 * Runs `work` after all earlier changes of the resource. A dry run waits in the queue, but acquires no lease and receives
 * no lock. Throws LeaseUnavailableError or OverloadedError when `work` did not run.
 */
export function withResourceLock<Result>(
  { queue, leases, clock }: Pick<ChangeDependencies, 'queue' | 'leases' | 'clock'>,
  resourceId: string,
  { dryRun, signal }: { readonly dryRun: boolean; readonly signal: AbortSignal },
  work: (lock: ResourceLock | undefined) => Promise<Result>,
): Promise<Result> {
  return queue.run(resourceId, async () => {
    if (signal.aborted) {
      throw new OverloadedError(
        'The change waited too long for earlier changes of the resource, and the gateway did not send it: try again.',
      );
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
