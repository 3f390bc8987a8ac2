/** The reasons why a requested change needs a person, from the audit trail. */
import type { AuditEntry } from '../records/audit-entry';
import { isOlderThan, sinceOnly, toSentence, type AttentionContext, type AttentionFinding } from './table';

interface ChangeRule {
  /** The description of the reason in the schema. */
  readonly description: string;
  readonly find: (entry: AuditEntry, context: AttentionContext) => AttentionFinding | undefined;
  readonly summarize: (entry: AuditEntry, finding: AttentionFinding) => string;
}

export const CHANGE_ATTENTION = {
  CHANGE_OUTCOME_UNKNOWN: {
    description:
      'The gateway does not know whether AWS applied a change; since is the request. Only changes of the last days count.',
    find: ({ outcome, createdAt }) => (outcome === 'UNKNOWN' ? sinceOnly(createdAt) : undefined),
    summarize: ({ mutation, actor }, { since }) =>
      `It is not known whether AWS applied ${mutation}, which ${actor} requested at ${toSentence(since)}.`,
  },
  CHANGE_UNFINISHED: {
    description:
      'The audit trail has no outcome of a change, such as after a crash of the gateway; since is the request. Only changes of the last days count.',
    find: ({ outcome, createdAt }, { now, thresholds }) =>
      outcome === undefined && isOlderThan(createdAt, thresholds.unfinishedChangeMs, now)
        ? sinceOnly(createdAt)
        : undefined,
    summarize: ({ mutation, actor }, { since }) =>
      `The audit trail has no outcome of ${mutation}, which ${actor} requested at ${toSentence(since)}.`,
  },
} as const satisfies Readonly<Record<string, ChangeRule>>;
