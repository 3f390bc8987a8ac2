// Planted faults: each replaces one correct part of the change engine.
import type { AuditLog } from '../../../src/audit/audit-log';
import type { AuditIntent } from '../../../src/domain/records/audit-entry';
import type { Claim, IdempotencyStore } from '../../../src/changes/idempotency';
import { AwsError } from '../../../src/domain/errors';
import { SINGLE_GATEWAY_LEASES } from '../../../src/changes/lease';
import { REQUESTED, type Job, type Port } from './kinds';
import { ModelLeases } from './stores';
import type { Parts } from './environment';

/** Allows every transition from every status. */
const noCheck = (correct: Port): Port => ({
  ...correct,
  transitions: () => REQUESTED[correct.acceptanceMeansApplied ? 'strict' : 'lenient'],
});

/** Reads a job only once per process. */
function cachedRead(correct: Port): Port {
  const cache = new Map<string, Promise<Job | undefined>>();
  return {
    ...correct,
    read: (ref, call) => {
      const found = cache.get(ref.jobId) ?? correct.read(ref, call);
      cache.set(ref.jobId, found);
      return found;
    },
  };
}

/** Sends an update again after a retryable failure. */
const sendsAgain = (correct: Port): Port => ({
  ...correct,
  send: async (...args) => {
    try {
      await correct.send(...args);
    } catch (error) {
      if (!(error instanceof AwsError) || !error.retryable) throw error;
      await correct.send(...args);
    }
  },
});

/** Assumes that every update was applied, instead of reading the job again. */
function noReadBack(correct: Port): Port {
  const sent = new Map<string, Job>();
  return {
    ...correct,
    read: (ref, call) => {
      const assumed = sent.get(call.sourceAddress ?? '');
      return assumed === undefined ? correct.read(ref, call) : Promise.resolve(assumed);
    },
    send: (ref, transition, token, call) => {
      sent.set(call.sourceAddress ?? '', { ...ref, status: transition.to });
      return correct.send(ref, transition, token, call);
    },
  };
}

/** Deletes the lease even if another process holds it. */
class PlainDelete extends ModelLeases {
  protected override remove(key: string): void {
    this.held.delete(key);
  }
}

/** Leases that expire after 10 ms while their holder relies on them forever. */
class ShortLeases extends ModelLeases {
  protected override readonly storeTtl = 10;
  protected override readonly holderTtl = Infinity;
}

/** Grants the claim of every key to every caller. */
const ignoredKeys = (): IdempotencyStore => ({
  claim: (): Promise<Claim> => Promise.resolve({ state: 'CLAIMED', token: '' }),
  markSending: () => Promise.resolve(),
  complete: () => Promise.resolve(),
  release: () => Promise.resolve(),
  bind: () => Promise.resolve(true),
});

/** Leases on which their holder relies forever. */
class IgnoredExpiry extends ModelLeases {
  protected override readonly holderTtl = Infinity;
}

class RetainedLeases extends ModelLeases {
  protected override remove(): void {
    // The lease blocks other processes until it expires.
  }
}

/** Writes each intent together with its outcome. */
function lateIntents(correct: AuditLog): AuditLog {
  const intents = new Map<string, AuditIntent>();
  return {
    ...correct,
    begin: (intent) => {
      intents.set(intent.changeId, intent);
      return Promise.resolve();
    },
    end: (outcome) => {
      const intent = intents.get(outcome.changeId);
      return intent === undefined ? correct.end(outcome) : correct.record(intent, outcome);
    },
  };
}

export const FAULTS = {
  'no status check before sending': { port: noCheck },
  'a cached read': { port: cachedRead },
  'no lease': { leaseStore: SINGLE_GATEWAY_LEASES },
  "a release that deletes another holder's lease": { leases: PlainDelete },
  'leases of 10 ms whose expiry is ignored': { leases: ShortLeases },
  'an SDK that retries updates': { port: sendsAgain },
  'no verification after sending': { port: noReadBack },
  'ignored idempotency keys': { keys: ignoredKeys },
  'leases whose expiry is ignored': { leases: IgnoredExpiry },
  'leases that are never released': { leases: RetainedLeases },
  'audit intents written after sending': { trail: lateIntents },
} as const satisfies Record<string, Parts>;
