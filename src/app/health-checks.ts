/** The health checks of the stores and of AWS. */
import type { AuditLog } from '../audit/audit-log';
import type { PortHealth } from '../aws/client/port';
import type { ValkeyLeaseStore } from '../changes/valkey-lease-store';
import type { Check } from '../observability/health/readiness';
import type { ValkeyConnection } from '../storage/valkey/connection';

/** Valkey, and the leases that are in it. */
export interface SharedStore {
  readonly valkey: ValkeyConnection;
  readonly leases: ValkeyLeaseStore;
}

export function createChecks(
  audit: AuditLog,
  shared: SharedStore | undefined,
  services: () => readonly PortHealth[],
): readonly Check[] {
  return [auditCheck(audit), ...(shared === undefined ? [] : [valkeyCheck(shared)]), awsCheck(services)];
}

function auditCheck(audit: AuditLog): Check {
  return {
    problems: ['AUDIT_UNAVAILABLE'],
    run: async () => {
      const cause = await audit.check();
      return cause === undefined ? [] : [{ problem: 'AUDIT_UNAVAILABLE', cause }];
    },
  };
}

function valkeyCheck({ valkey, leases }: SharedStore): Check {
  return {
    problems: ['VALKEY_UNAVAILABLE', 'LEASES_EXPIRING', 'VALKEY_EVICTS'],
    run: async () => {
      const { failure, evicts } = await valkey.check();
      const isWaiting = failure === undefined && leases.isWaitingForExpiry();
      return [
        ...(failure === undefined ? [] : [{ problem: 'VALKEY_UNAVAILABLE', cause: failure } as const]),
        ...(isWaiting ? [{ problem: 'LEASES_EXPIRING' } as const] : []),
        ...(evicts ? [{ problem: 'VALKEY_EVICTS' } as const] : []),
      ];
    },
  };
}

function awsCheck(services: () => readonly PortHealth[]): Check {
  return {
    problems: ['AWS_UNAVAILABLE'],
    run: () => {
      const isDown = services().some(({ breaker }) => breaker !== 'closed');
      return Promise.resolve(isDown ? [{ problem: 'AWS_UNAVAILABLE' }] : []);
    },
  };
}
