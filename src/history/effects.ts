/** The effects of AWS's write operations on the fields that the history observes. */
import type { WriteOperationName } from '../aws/adapters/operations';
import type { AuditIntent } from '../domain/records/audit-entry';
import { isResourceKind, type ResourceKind } from '../domain/resources';
import { fieldNames } from './observed-fields';
import { ANY, type ExpectedValue } from './row-comparison';

export type Effect =
  | { readonly type: 'CREATED' | 'DISAPPEARED' }
  | {
      readonly type: 'CHANGED';
      /** The fields that the operation changes. */
      readonly fields: readonly string[];
      /** The field with the status, whose values the audit trail knows. */
      readonly status?: string;
      /** The fields that AWS changes with them. */
      readonly dependents: readonly string[];
    };

type EffectOf = (input: Readonly<Record<string, unknown>>, kind: ResourceKind) => Effect | undefined;

const CREATED: EffectOf = () => ({ type: 'CREATED' });
const DISAPPEARED: EffectOf = () => ({ type: 'DISAPPEARED' });
const NOTHING: EffectOf = () => undefined;
/** AWS changes only the time of the last change of the case. */
const TOUCHED: EffectOf = () => ({ type: 'CHANGED', fields: ['updatedAt'], dependents: [] });

function statusChange(status: string, ...dependents: readonly string[]): EffectOf {
  return () => ({ type: 'CHANGED', fields: [status], status, dependents });
}

const PAUSE_TIMES = ['userPausedDetails.pausedAt', 'userPausedDetails.expiresAt'] as const;

const EFFECTS: Readonly<Record<WriteOperationName, EffectOf>> = {
  CreateClassificationJob: CREATED,
  UpdateClassificationJob: statusChange('status', ...PAUSE_TIMES),
  CreateMember: CREATED,
  UpdateMemberSession: statusChange('status', 'updatedAt'),
  DisassociateMember: statusChange('status', 'updatedAt'),
  DeleteMember: DISAPPEARED,
  StartMailboxExportJob: CREATED,
  CancelMailboxExportJob: statusChange('status', 'endedAt', 'estimatedProgress'),
  CreateCase: CREATED,
  UpdateCaseStatus: statusChange('status', 'updatedAt', 'pendingAction'),
  CloseCase: statusChange('status', 'updatedAt', 'closedAt', 'pendingAction'),
  UpdateResolverType: statusChange('resolverType', 'updatedAt', 'pendingAction'),
  UpdateCase: (input, kind) => {
    const edited = fieldNames(kind).filter((name) => input[name] !== undefined);
    return edited.length === 0
      ? TOUCHED(input, kind)
      : { type: 'CHANGED', fields: edited, dependents: ['updatedAt'] };
  },
  CreateCaseComment: TOUCHED,
  UpdateCaseComment: TOUCHED,
  SendFeedback: TOUCHED,
  // The client uploads the attachment later, or never.
  GetCaseAttachmentUploadUrl: NOTHING,
  TagResource: tagChange,
  UntagResource: tagChange,
};

/** Only the list of members contains tags. */
function tagChange(_input: unknown, kind: ResourceKind): Effect | undefined {
  return kind === 'MacieMember'
    ? { type: 'CHANGED', fields: ['tags'], dependents: ['updatedAt'] }
    : undefined;
}

/** The effect of a change that the gateway sends; undefined when it has none on observed fields. */
export function effectOf({ operation, resourceType, input }: AuditIntent): Effect | undefined {
  if (operation === undefined || !isResourceKind(resourceType) || !Object.hasOwn(EFFECTS, operation)) {
    return undefined;
  }
  return EFFECTS[operation as WriteOperationName](input, resourceType);
}

/**
 * The values of the fields after a change.
 * @param status the status after the change; undefined when it is not known.
 */
export function valuesAfter(effect: Effect, status?: string): Readonly<Record<string, ExpectedValue>> {
  if (effect.type !== 'CHANGED') return {};
  const valueOf = (field: string): ExpectedValue =>
    field === effect.status && status !== undefined ? { value: status } : ANY;
  return Object.fromEntries(effect.fields.map((field) => [field, valueOf(field)]));
}
