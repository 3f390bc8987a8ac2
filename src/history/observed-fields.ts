/** The fields of resources that the history stores: those of AWS's list operations, as text. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../domain/canonical-json';
import { encodeId } from '../domain/ids';
import type { ClassificationJobSummary } from '../domain/records/classification-job';
import type { MacieMemberRecord } from '../domain/records/macie-member';
import type { MailboxExportJobSummary } from '../domain/records/mailbox-export-job';
import type { SecurityCaseSummary } from '../domain/records/security-case';
import { evaluate } from '../domain/records/unreadable';
import type { ResourceKind } from '../domain/resources';

export interface RowByKind {
  readonly ClassificationJob: ClassificationJobSummary;
  readonly MacieMember: MacieMemberRecord;
  readonly MailboxExportJob: MailboxExportJobSummary;
  readonly SecurityCase: SecurityCaseSummary;
}

/**
 * The values by field: text, or null without a value. A text of people is a hash, from which nobody can read it. A field
 * that the gateway cannot read is missing.
 */
export type ObservedFields = Readonly<Partial<Record<string, string | null>>>;

/** The field with the time of the last change, which alone is no event: the event of the change tells it. */
export const CHANGE_TIME = 'updatedAt';

type Value = string | number | Date | object | undefined;

interface FieldFacts<Row> {
  readonly read: (row: Row) => Value;
  /** True for texts of people. */
  readonly redacted?: boolean;
}

/** By the name of the GraphQL type. Fields that never change are part of CREATED events. */
const FIELDS: { readonly [Kind in ResourceKind]: Readonly<Record<string, FieldFacts<RowByKind[Kind]>>> } = {
  ClassificationJob: {
    name: { read: ({ name }) => name },
    status: { read: statusOf },
    jobType: { read: ({ jobType }) => jobType },
    createdAt: { read: ({ createdAt }) => createdAt },
    'lastRunErrorStatus.code': { read: ({ lastRunErrorStatus }) => lastRunErrorStatus?.code },
    'userPausedDetails.pausedAt': { read: ({ userPausedDetails }) => userPausedDetails?.pausedAt },
    'userPausedDetails.expiresAt': { read: ({ userPausedDetails }) => userPausedDetails?.expiresAt },
  },
  MacieMember: {
    status: { read: statusOf },
    email: { read: ({ email }) => email },
    administratorAccountId: { read: ({ administratorAccountId }) => administratorAccountId },
    invitedAt: { read: ({ invitedAt }) => invitedAt },
    updatedAt: { read: ({ updatedAt }) => updatedAt },
    tags: { read: ({ tags }) => tags },
  },
  MailboxExportJob: {
    status: { read: statusOf },
    entityId: { read: ({ entityId }) => entityId },
    description: { read: ({ description }) => description, redacted: true },
    s3BucketName: { read: ({ s3BucketName }) => s3BucketName },
    s3Path: { read: ({ s3Path }) => s3Path },
    estimatedProgress: { read: ({ estimatedProgress }) => estimatedProgress },
    startedAt: { read: ({ startedAt }) => startedAt },
    endedAt: { read: ({ endedAt }) => endedAt },
  },
  SecurityCase: {
    status: { read: statusOf },
    title: { read: ({ title }) => title, redacted: true },
    resolverType: { read: ({ resolverType }) => resolverType },
    engagementType: { read: ({ engagementType }) => engagementType },
    pendingAction: { read: ({ pendingAction }) => pendingAction },
    createdAt: { read: ({ createdAt }) => createdAt },
    updatedAt: { read: ({ updatedAt }) => updatedAt },
    closedAt: { read: ({ closedAt }) => closedAt },
  },
};

/** A status that the gateway does not know is stored as AWS names it. */
function statusOf({
  status,
  awsStatus,
}: {
  readonly status: string;
  readonly awsStatus: string | undefined;
}) {
  return status === 'UNRECOGNIZED' ? (awsStatus ?? status) : status;
}

/** The observed fields of a row. */
export function observedFields<Kind extends ResourceKind>(
  row: RowByKind[Kind] & { readonly kind: Kind },
): ObservedFields {
  const id = encodeId(row);
  const fields: Record<string, string | null> = {};
  for (const [name, { read, redacted = false }] of Object.entries(FIELDS[row.kind])) {
    const derived = evaluate<RowByKind[Kind], { readonly value: Value }>(row, (each) => ({
      value: read(each),
    }));
    if (derived === undefined) continue;
    const text = toText(derived.value);
    fields[name] = text !== null && redacted ? hash(id, text) : text;
  }
  return fields;
}

/** True for a field whose values are not stored. */
export function isRedacted(kind: ResourceKind, field: string): boolean {
  return FIELDS[kind][field]?.redacted === true;
}

/** The names of all fields of a kind. */
export function fieldNames(kind: ResourceKind): readonly string[] {
  return Object.keys(FIELDS[kind]);
}

function toText(value: Value): string | null {
  if (value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? canonicalJson(value) : String(value);
}

/** With the id of the resource, so that equal texts of two resources have different hashes. */
function hash(id: string, text: string): string {
  return createHash('sha256').update(id).update('\0').update(text).digest('base64url');
}
