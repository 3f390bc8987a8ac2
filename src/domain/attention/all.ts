/** The reasons of all kinds of resources, and those of changes. */
import type { ResourceRecord } from '../records/resource-record';
import { RESOURCE_KINDS, type ResourceKind } from '../resources';
import { CHANGE_ATTENTION } from './change';
import { CLASSIFICATION_JOB_ATTENTION } from './classification-job';
import { MACIE_MEMBER_ATTENTION } from './macie-member';
import { MAILBOX_EXPORT_JOB_ATTENTION, type ExportContext } from './mailbox-export-job';
import { SECURITY_CASE_ATTENTION } from './security-case';
import type { AttentionRule } from './table';

/** By kind and reason. */
export const ATTENTION = {
  ClassificationJob: CLASSIFICATION_JOB_ATTENTION,
  MacieMember: MACIE_MEMBER_ATTENTION,
  MailboxExportJob: MAILBOX_EXPORT_JOB_ATTENTION,
  SecurityCase: SECURITY_CASE_ATTENTION,
} as const satisfies Readonly<Record<ResourceKind, object>>;

type AttentionReasonOf<Kind extends ResourceKind> = keyof (typeof ATTENTION)[Kind];
export type ChangeAttentionReason = keyof typeof CHANGE_ATTENTION;
export type AttentionReason =
  { [Kind in ResourceKind]: AttentionReasonOf<Kind> }[ResourceKind] | ChangeAttentionReason;

/** The descriptions of all reasons. */
export const ATTENTION_REASONS = Object.fromEntries(
  [...RESOURCE_KINDS.map((kind) => ATTENTION[kind]), CHANGE_ATTENTION].flatMap((rules) =>
    Object.entries<{ readonly description: string }>(rules).map(([reason, { description }]) => [
      reason,
      description,
    ]),
  ),
) as Readonly<Record<AttentionReason, string>>;

/** Any rule of a resource. Only those of export jobs read the context of the history. */
export type AnyRule = AttentionRule<ResourceRecord, string, ExportContext>;

/** The rules of a kind by reason. */
export function rulesOf(kind: ResourceKind): Readonly<Partial<Record<AttentionReason, AnyRule>>> {
  // The compiler does not see that a row and its rule have the same kind.
  return ATTENTION[kind] as unknown as Readonly<Partial<Record<AttentionReason, AnyRule>>>;
}

export const CHANGE_REASONS = Object.keys(CHANGE_ATTENTION) as readonly ChangeAttentionReason[];
