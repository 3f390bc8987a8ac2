/** The seeded members of an administrator account: all ten relationship statuses, most of them Enabled. */
import { memberAccounts } from '../kernel/accounts';
import { DAY, MINUTE } from '../kernel/clock';
import { Random } from '../kernel/random';
import type { Scope } from '../kernel/scope';
import { ENVIRONMENTS, MAIL_DOMAINS, TEAMS } from './seed-names';
import type { Member } from './state';

const EVERY_STATUS = [
  'Enabled',
  'Paused',
  'Invited',
  'Created',
  'Removed',
  'Resigned',
  'EmailVerificationInProgress',
  'EmailVerificationFailed',
  'RegionDisabled',
  'AccountSuspended',
] as const;

type RelationshipStatus = (typeof EVERY_STATUS)[number];

const COMMON_STATUSES: readonly [RelationshipStatus, ...RelationshipStatus[]] = [
  'Enabled',
  'Enabled',
  'Enabled',
  'Enabled',
  'Enabled',
  'Enabled',
  'Paused',
  'Invited',
  'Removed',
];

/** The statuses of the invitation flow; true if the administrator has sent the invitation. */
const BY_INVITATION: Partial<Record<RelationshipStatus, boolean>> = {
  Invited: true,
  Created: false,
  Resigned: true,
  EmailVerificationInProgress: false,
  EmailVerificationFailed: false,
};

/** @param origin the time to which seeded times are relative, in milliseconds since the epoch */
export function seedMembers(
  seed: string,
  { account, region }: Scope,
  size: number,
  origin: number,
): Member[] {
  const accounts = memberAccounts(seed, account, size);
  const random = new Random(seed, account, region, 'members');
  return accounts.map((accountId, index) => {
    const relationshipStatus = EVERY_STATUS[index] ?? random.pick(COMMON_STATUSES);
    const invited = BY_INVITATION[relationshipStatus];
    const since = origin - random.int(30, 700) * DAY - random.int(0, 1_439) * MINUTE;
    return {
      accountId,
      administratorAccountId: account,
      arn: `arn:aws:macie2:${region}:${account}:member/${accountId}`,
      email: invited === undefined ? undefined : `aws-${accountId.slice(-6)}@${random.pick(MAIL_DOMAINS)}`,
      invitedAt: invited === true ? since : undefined,
      relationshipStatus,
      tags: { Team: random.pick(TEAMS), Environment: random.pick(ENVIRONMENTS) },
      updatedAt: since + random.int(1, 29) * DAY,
    };
  });
}
