/** The problems that health checks find, with the log lines of their beginning and end. */

export const PROBLEMS = {
  AUDIT_UNAVAILABLE: {
    began:
      'The audit trail cannot be used; the gateway makes no change that it cannot record, and reads go on',
    ended: 'The audit trail can be used again',
  },
  VALKEY_UNAVAILABLE: {
    began:
      'Valkey cannot be used; the gateway makes no change, and reads without the shared read cache and rate limits',
    ended: 'Valkey can be used again',
  },
  LEASES_EXPIRING: {
    began:
      'Valkey may have lost leases that are still valid; the gateway makes no change until they have expired, for up to 20 seconds',
    ended: 'The gateway no longer waits for leases to expire',
  },
  VALKEY_EVICTS: {
    began:
      'Valkey can evict leases and idempotency keys, so that two gateways could change one resource: set maxmemory-policy to noeviction',
    ended: 'Valkey evicts no keys any more',
  },
  AWS_UNAVAILABLE: {
    began: 'The circuit breaker of an AWS service is not closed; all other services work',
    ended: 'The circuit breakers of all AWS services are closed again',
  },
} as const satisfies Record<string, { readonly began: string; readonly ended: string }>;

/** A problem that a health check finds. */
export type CheckedProblem = keyof typeof PROBLEMS;

/** A problem in `/readyz` and in the metrics. */
export type HealthProblem = CheckedProblem | 'DRAINING';

/** The values of READINESS_NEEDS, with the problems that make such a gateway not ready. */
export const READINESS_NEEDS = {
  audit: ['AUDIT_UNAVAILABLE'],
  valkey: ['VALKEY_UNAVAILABLE', 'LEASES_EXPIRING'],
} as const satisfies Record<string, readonly CheckedProblem[]>;

export type ReadinessNeed = keyof typeof READINESS_NEEDS;
