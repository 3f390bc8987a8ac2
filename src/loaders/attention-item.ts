/** The items of the attention queue: their ids and their order. */
import { createHash } from 'node:crypto';
import type { AttentionReason } from '../domain/attention/all';
import type { AttentionFinding } from '../domain/attention/table';
import type { AttentionItemRecord } from '../domain/attention/item';
import type { RowOrder } from '../paging/order';

interface Facts {
  readonly reason: AttentionReason;
  readonly finding: AttentionFinding;
  readonly summary: string;
}

/** @param id the global id of the resource, or the id of the change. */
export function itemOf(
  { reason, finding, summary }: Facts,
  { id, row, entry }: Pick<AttentionItemRecord, 'row' | 'entry'> & { readonly id: string },
): AttentionItemRecord {
  const digest = createHash('sha256').update(id).digest('base64url');
  return { kind: 'AttentionItem', reason, digest, ...finding, summary, row, entry };
}

export function keyOfItem({ reason, digest }: AttentionItemRecord): string {
  return `${reason} ${digest}`;
}

/** By due time, then by the time since which the reason holds; items without the time last. */
export const ATTENTION_ORDER: RowOrder<AttentionItemRecord> = {
  valueOf: ({ dueAt, since }) => `${timeText(dueAt)} ${timeText(since)}`,
  direction: 'ASC',
  sortedBy: 'GATEWAY',
  allowsPartialLists: true,
};

/** Sorts behind every time. */
const NO_TIME = '~';

function timeText(time: Date | undefined): string {
  return time?.toISOString() ?? NO_TIME;
}
