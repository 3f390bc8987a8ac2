/** Member accounts of a Macie administrator as AWS describes them. */
import type { MacieMemberStatus } from '../transitions/macie-member';
import type { StringConditions } from './conditions';
import type { TagRecord } from './tag';

/** An item of ListMembers; GetMember returns the same members. */
export interface MacieMemberRecord {
  readonly kind: 'MacieMember';
  readonly target: string;
  readonly accountId: string;
  readonly administratorAccountId: string | undefined;
  readonly masterAccountId: string | undefined;
  readonly arn: string | undefined;
  readonly email: string | undefined;
  readonly relationshipStatus: MacieMemberStatus;
  readonly awsStatus: string | undefined;
  readonly invitedAt: Date | undefined;
  readonly updatedAt: Date | undefined;
  readonly tags: readonly TagRecord[] | undefined;
  /** When AWS was asked for it. */
  readonly asOf: Date;
}

export interface MacieMemberConditions {
  readonly relationshipStatuses?: readonly MacieMemberStatus[] | null | undefined;
  readonly email?: StringConditions | null | undefined;
}

export interface MacieMemberFilterRecord extends MacieMemberConditions {
  /** ListMembers leaves out accounts that are not associated at present unless this is false. */
  readonly onlyAssociated: boolean;
  readonly not?: MacieMemberConditions | null | undefined;
}

/** What CreateMember takes. */
export interface NewMacieMember {
  readonly accountId: string;
  readonly email: string;
  readonly tags?: readonly TagRecord[] | null | undefined;
}
