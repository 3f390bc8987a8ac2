/** Records of the member accounts of a Macie administrator, and the types of their filters. */
import type { MacieMemberStatus } from '../transitions/macie-member';
import type { StringConditions } from './conditions';
import type { Ordering } from './order';
import type { TagRecord } from './tag';

/** An item of ListMembers; GetMember returns the same fields. */
export interface MacieMemberRecord {
  readonly kind: 'MacieMember';
  readonly target: string;
  readonly accountId: string;
  readonly administratorAccountId: string | undefined;
  readonly masterAccountId: string | undefined;
  readonly arn: string | undefined;
  readonly email: string | undefined;
  readonly status: MacieMemberStatus;
  readonly awsStatus: string | undefined;
  readonly invitedAt: Date | undefined;
  readonly updatedAt: Date | undefined;
  readonly tags: readonly TagRecord[] | undefined;
  /** The time of the AWS call. */
  readonly asOf: Date;
}

export interface MacieMemberConditions {
  readonly statuses?: readonly MacieMemberStatus[] | null | undefined;
  readonly accountIds?: readonly string[] | null | undefined;
  readonly email?: StringConditions | null | undefined;
}

export interface MacieMemberFilterRecord extends MacieMemberConditions {
  /** True if ListMembers omits accounts that are not current members; derived from the statuses when absent. */
  readonly onlyAssociated?: boolean | null | undefined;
  readonly not?: MacieMemberConditions | null | undefined;
}

export interface MacieMemberQuery {
  readonly filter?: MacieMemberFilterRecord | null | undefined;
  readonly orderBy?: Ordering<MacieMemberOrderField> | null | undefined;
}

export type MacieMemberOrderField = 'ACCOUNT_ID' | 'EMAIL' | 'STATUS' | 'INVITED_AT';

/** The input of CreateMember. */
export interface NewMacieMember {
  readonly accountId: string;
  readonly email: string;
  readonly tags?: readonly TagRecord[] | null | undefined;
}
