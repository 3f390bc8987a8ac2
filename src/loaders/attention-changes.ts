/** The changes that need a person, from the audit trail. */
import type { Logger } from 'pino';
import type { AuditLog } from '../audit/audit-log';
import { CHANGE_ATTENTION } from '../domain/attention/change';
import type { ChangeAttentionReason } from '../domain/attention/all';
import type { AttentionContext } from '../domain/attention/table';
import { AuditUnavailableError } from '../domain/errors';
import type { AttentionItemRecord, UnavailableReasonRecord } from '../domain/attention/item';
import type { AuditConditions, AuditEntry } from '../domain/records/audit-entry';
import type { ResourceKind } from '../domain/resources';
import { itemOf } from './attention-item';

const PAGE_SIZE = 200;

/** The newest changes of each reason that one request reads. */
const MAX_CHANGES = 1_000;

const CONDITIONS: Readonly<Record<ChangeAttentionReason, AuditConditions>> = {
  CHANGE_OUTCOME_UNKNOWN: { outcomes: ['UNKNOWN'] },
  CHANGE_UNFINISHED: { ended: false },
};

export interface ChangesRequest {
  readonly reasons: readonly ChangeAttentionReason[];
  /** The kinds of the resources that the changes concern. */
  readonly kinds: readonly ResourceKind[];
  /** Undefined for all targets. */
  readonly targets: readonly string[] | undefined;
  readonly context: AttentionContext;
}

export interface AttentionChanges {
  readonly items: readonly AttentionItemRecord[];
  readonly unavailable: readonly UnavailableReasonRecord[];
}

/** Reports a failure of the audit trail as unavailable reasons. */
export async function readChanges(
  audit: AuditLog,
  { reasons, kinds, targets, context }: ChangesRequest,
  log: Logger,
): Promise<AttentionChanges> {
  const from = new Date(context.now.getTime() - context.thresholds.changesMs);
  const createdAt = { gte: { from, until: from } };
  const read = async (reason: ChangeAttentionReason): Promise<AttentionChanges> => {
    try {
      const { entries, hasNext } = await readAll(audit, { ...CONDITIONS[reason], createdAt }, targets, log);
      const items = entries
        .filter(({ resourceType }) => kinds.some((kind) => kind === resourceType))
        .flatMap((entry) => itemsOf(reason, entry, context));
      return { items, unavailable: hasNext ? [tooMany(reason)] : [] };
    } catch (error) {
      if (!(error instanceof AuditUnavailableError)) throw error;
      const { message } = error;
      return { items: [], unavailable: [{ reason, code: 'AUDIT_UNAVAILABLE', target: undefined, message }] };
    }
  };
  const found = await Promise.all(reasons.map(read));
  return {
    items: found.flatMap(({ items }) => items),
    unavailable: found.flatMap(({ unavailable }) => unavailable),
  };
}

function itemsOf(
  reason: ChangeAttentionReason,
  entry: AuditEntry,
  context: AttentionContext,
): readonly AttentionItemRecord[] {
  const { find, summarize } = CHANGE_ATTENTION[reason];
  const finding = find(entry, context);
  if (finding === undefined) return [];
  const facts = { reason, finding, summary: summarize(entry, finding) };
  return [itemOf(facts, { id: entry.changeId, row: undefined, entry })];
}

async function readAll(
  audit: AuditLog,
  conditions: AuditConditions,
  targets: readonly string[] | undefined,
  log: Logger,
): Promise<{ readonly entries: readonly AuditEntry[]; readonly hasNext: boolean }> {
  const entries: AuditEntry[] = [];
  let hasNext = true;
  while (hasNext && entries.length < MAX_CHANGES) {
    const after = entries.at(-1)?.position;
    const page = await audit.find(conditions, { first: PAGE_SIZE, after, targets }, log);
    entries.push(...page.entries);
    hasNext = page.hasNext;
  }
  return { entries, hasNext };
}

function tooMany(reason: ChangeAttentionReason): UnavailableReasonRecord {
  const message = `Only the newest ${MAX_CHANGES} changes are part of the queue: read the others in the audit trail.`;
  return { reason, code: 'TOO_MANY_CHANGES', target: undefined, message };
}
