/** The stores in Valkey that several gateways share. Loaded only when VALKEY_URL is set. */
import { ValkeyCacheStore } from '../aws/client/valkey-cache-store';
import { SYSTEM_CLOCK } from '../changes/clock';
import { ValkeyIdempotencyStore } from '../changes/valkey-idempotency-store';
import { ValkeyLeaseStore } from '../changes/valkey-lease-store';
import type { PointStore } from '../graphql/query-limits/rate-limit';
import { ValkeyPointStore } from '../graphql/query-limits/valkey-point-store';
import { ValkeyConnection } from '../storage/valkey/connection';
import type { ValkeyFailure } from '../storage/valkey/failure';
import { checkAtStart } from '../storage/valkey/probe';

export interface SharedStores {
  readonly valkey: ValkeyConnection;
  readonly leases: ValkeyLeaseStore;
  readonly idempotencyKeys: ValkeyIdempotencyStore;
  readonly cache: ValkeyCacheStore;
  /** Creates the points of the rate limit. */
  readonly points: (pointsPerMinute: number) => PointStore;
}

/** `onFailure` is called for each failed connection and command. */
export type OpenSharedStores = (onFailure: (reason: ValkeyFailure) => void) => SharedStores;

/**
 * Checks Valkey, and returns the function that opens the stores. Throws StartError when an operator must change the
 * configuration.
 */
export async function prepareSharedStores(url: string): Promise<OpenSharedStores> {
  await checkAtStart(url);
  return (onFailure) => open(new ValkeyConnection(url, onFailure));
}

function open(valkey: ValkeyConnection): SharedStores {
  return {
    valkey,
    leases: new ValkeyLeaseStore(valkey, SYSTEM_CLOCK),
    idempotencyKeys: new ValkeyIdempotencyStore(valkey),
    cache: new ValkeyCacheStore(valkey),
    points: (pointsPerMinute) => new ValkeyPointStore(valkey, pointsPerMinute),
  };
}
