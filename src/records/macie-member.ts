/** Member accounts of a Macie administrator as AWS describes them. */
import type { MacieMemberStatus } from '../transitions/macie-member';

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
}

export interface MacieMemberQuery {
  /** ListMembers leaves out accounts that are no longer associated unless this is false. */
  readonly onlyAssociated: boolean;
}
