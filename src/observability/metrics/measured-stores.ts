/** Decorators that measure the stores of changes: leases, idempotency keys and the audit log. */
import type { AuditLog } from '../../audit/audit-log';
import type { IdempotencyStore } from '../../changes/idempotency';
import type { LeaseStore } from '../../changes/lease';
import { GatewayError } from '../../domain/errors';
import type { ChangeMetrics } from './change-metrics';

export function measuredLeaseStore(leases: LeaseStore, metrics: ChangeMetrics): LeaseStore {
  return {
    acquire: async (...args) => {
      const seconds = stopwatch();
      try {
        const lease = await leases.acquire(...args);
        metrics.leaseWaited('ACQUIRED', seconds());
        return lease;
      } catch (error) {
        metrics.leaseWaited(error instanceof GatewayError ? error.code : 'INTERNAL_SERVER_ERROR', seconds());
        throw error;
      }
    },
  };
}

export function measuredIdempotencyStore(keys: IdempotencyStore, metrics: ChangeMetrics): IdempotencyStore {
  return {
    claim: async (...args) => {
      try {
        const claim = await keys.claim(...args);
        if (claim.state !== 'IN_PROGRESS') metrics.claimed(claim.state);
        return claim;
      } catch (error) {
        metrics.claimed('FAILED');
        throw error;
      }
    },
    markSending: (...args) => keys.markSending(...args),
    complete: (...args) => keys.complete(...args),
    release: (...args) => keys.release(...args),
    bind: async (...args) => {
      try {
        const isBound = await keys.bind(...args);
        if (!isBound) metrics.claimed('INPUT_MISMATCH');
        return isBound;
      } catch (error) {
        metrics.claimed('FAILED');
        throw error;
      }
    },
  };
}

export function measuredAuditLog(audit: AuditLog, metrics: ChangeMetrics): AuditLog {
  const timed = async (write: Promise<void>) => {
    const seconds = stopwatch();
    try {
      await write;
      metrics.auditWritten('OK', seconds());
    } catch (error) {
      metrics.auditWritten('FAILED', seconds());
      throw error;
    }
  };
  return {
    begin: (...args) => timed(audit.begin(...args)),
    end: (...args) => timed(audit.end(...args)),
    record: (...args) => timed(audit.record(...args)),
    find: (...args) => audit.find(...args),
    check: () => audit.check(),
  };
}

function stopwatch(): () => number {
  const start = performance.now();
  return () => (performance.now() - start) / 1000;
}
