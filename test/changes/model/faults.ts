// Ways to get it wrong, each put in place of one sound part.
import type { AuditLog } from '../../../src/audit/audit-log';
import type { AuditIntent } from '../../../src/domain/records/audit-entry';
import type { Claim, IdempotencyStore } from '../../../src/changes/idempotency';
import { AwsError } from '../../../src/domain/errors';
import { SINGLE_GATEWAY_LEASES } from '../../../src/changes/lease';
import { ASKED, type Job, type Port } from './kinds';
import { ModelLeases } from './stores';
import type { Parts } from './environment';

/** Whatever the status, everything may be asked for. */
const noCheck = (sound: Port): Port => ({
  ...sound,
  transitions: () => ASKED[sound.acceptanceProves ? 'frank' : 'silent'],
});

/** A job is read once per process. */
function cachedRead(sound: Port): Port {
  const cache = new Map<string, Promise<Job | undefined>>();
  return {
    ...sound,
    read: (ref, call) => {
      const found = cache.get(ref.jobId) ?? sound.read(ref, call);
      cache.set(ref.jobId, found);
      return found;
    },
  };
}

/** A failure is answered with another attempt. */
const sendsAgain = (sound: Port): Port => ({
  ...sound,
  send: async (...args) => {
    try {
      await sound.send(...args);
    } catch (error) {
      if (!(error instanceof AwsError) || !error.retryable) throw error;
      await sound.send(...args);
    }
  },
});

/** What was sent is taken for done. */
function noReadBack(sound: Port): Port {
  const sent = new Map<string, Job>();
  return {
    ...sound,
    read: (ref, call) => {
      const assumed = sent.get(call.sourceAddress ?? '');
      return assumed === undefined ? sound.read(ref, call) : Promise.resolve(assumed);
    },
    send: (ref, transition, token, call) => {
      sent.set(call.sourceAddress ?? '', { ...ref, status: transition.to });
      return sound.send(ref, transition, token, call);
    },
  };
}

/** Deletes the lease, whoever has it. */
class PlainDelete extends ModelLeases {
  protected override remove(key: string): void {
    this.held.delete(key);
  }
}

/** Ends after 10 ms, which its holder does not watch. */
class ShortLeases extends ModelLeases {
  protected override readonly life = 10;
  protected override readonly believed = Infinity;
}

/** Everybody is the first of every key. */
const tokenIgnored = (): IdempotencyStore => ({
  claim: (): Promise<Claim> => Promise.resolve({ state: 'CLAIMED', token: '' }),
  markSending: () => Promise.resolve(),
  complete: () => Promise.resolve(),
  release: () => Promise.resolve(),
});

/** Its holder believes in it for ever. */
class UnwatchedLeases extends ModelLeases {
  protected override readonly believed = Infinity;
}

class RetainedLeases extends ModelLeases {
  protected override remove(): void {
    // Nobody else gets it until it ends by itself.
  }
}

/** Intents are written with outcomes. */
function trailAfterwards(sound: AuditLog): AuditLog {
  const intents = new Map<string, AuditIntent>();
  return {
    ...sound,
    begin: (intent) => {
      intents.set(intent.changeId, intent);
      return Promise.resolve();
    },
    end: (outcome) => {
      const intent = intents.get(outcome.changeId);
      return intent === undefined ? sound.end(outcome) : sound.record(intent, outcome);
    },
  };
}

export const FAULTS = {
  'no check before sending': { port: noCheck },
  'a cached read': { port: cachedRead },
  'no lease': { leaseStore: SINGLE_GATEWAY_LEASES },
  "a release that deletes somebody else's lease": { leases: PlainDelete },
  'leases of 10 ms that nobody watches': { leases: ShortLeases },
  'retries of the SDK': { port: sendsAgain },
  'no look afterwards': { port: noReadBack },
  'idempotency keys ignored': { keys: tokenIgnored },
  'leases that nobody watches': { leases: UnwatchedLeases },
  'leases that are not given back': { leases: RetainedLeases },
  'a trail that is written afterwards': { trail: trailAfterwards },
} as const satisfies Record<string, Parts>;
