/** The reasons why a Macie member needs a person. ListMembers returns all fields that they need. */
import type { MacieMemberRecord } from '../records/macie-member';
import { readable } from '../records/unreadable';
import type { MacieMemberStatus } from '../transitions/macie-member';
import { isOlderThan, sinceOnly, toSentence, type AttentionRule } from './table';

type MemberRule = AttentionRule<MacieMemberRecord, MacieMemberStatus>;

export const MACIE_MEMBER_ATTENTION = {
  // relationshipStatus Paused: suspended by UpdateMemberSession; AccountSuspended: AWS suspended the account.
  MEMBER_SUSPENDED: {
    description:
      'Macie is suspended for the member account, or AWS suspended the account; since is the last change of the membership.',
    statuses: ['PAUSED', 'ACCOUNT_SUSPENDED'],
    find: (member) => sinceOnly(readable(member, 'updatedAt')),
    summarize: ({ accountId, status }) =>
      status === 'PAUSED'
        ? `Macie is suspended for account ${accountId}.`
        : `AWS suspended account ${accountId}, a member of Macie.`,
  },
  // relationshipStatus Invited and invitedAt.
  MEMBER_INVITATION_UNANSWERED: {
    description: 'The account has not answered its invitation for too long.',
    statuses: ['INVITED'],
    find: (member, { now, thresholds }) => {
      const invitedAt = readable(member, 'invitedAt');
      return isOlderThan(invitedAt, thresholds.invitationMs, now) ? sinceOnly(invitedAt) : undefined;
    },
    summarize: ({ accountId }, { since }) =>
      `Account ${accountId} has not answered the invitation of ${toSentence(since)}.`,
  },
  // relationshipStatus EmailVerificationFailed and RegionDisabled.
  MEMBER_VERIFICATION_FAILED: {
    description:
      'Macie could not verify the e-mail address of the account, or the region is disabled for it; since is the last change of the membership.',
    statuses: ['EMAIL_VERIFICATION_FAILED', 'REGION_DISABLED'],
    find: (member) => sinceOnly(readable(member, 'updatedAt')),
    summarize: ({ accountId, status }) =>
      status === 'REGION_DISABLED'
        ? `The region is disabled for account ${accountId}, a member of Macie.`
        : `Macie could not verify the e-mail address of account ${accountId}.`,
  },
} as const satisfies Readonly<Record<string, MemberRule>>;
