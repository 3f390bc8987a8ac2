/** A membership with what is required of it: active, and covering its own account alone. */
import { defined } from '../kernel/control-input';
import type { Scope } from '../kernel/scope';
import type { Membership } from './state';

type Known = Pick<Membership, 'membershipStatus'> & {
  readonly [Member in keyof Membership]?: Membership[Member] | undefined;
};

/** @param known members that differ from those of a new membership @param activatedAt milliseconds */
export function newMembership(
  membershipId: string,
  known: Known,
  scope: Scope,
  activatedAt: number,
): Membership {
  return {
    accountId: scope.account,
    region: scope.region,
    membershipName: 'membership',
    membershipActivationTimestamp: activatedAt,
    membershipDeactivationTimestamp: undefined,
    customerType: 'Standalone',
    numberOfAccountsCovered: 1,
    incidentResponseTeam: [
      { name: 'SOC on-call', jobTitle: 'Incident responder', email: 'soc-oncall@example.com' },
      { name: 'Platform security', jobTitle: 'Security engineer', email: 'platform-security@example.com' },
    ],
    optInFeatures: [],
    membershipAccountsConfigurations: undefined,
    tags: {},
    ...defined(known),
    membershipStatus: known.membershipStatus,
    membershipId,
    membershipArn: membershipArn(membershipId, scope),
  };
}

export function membershipArn(membershipId: string, { account, region }: Scope): string {
  return `arn:aws:security-ir:${region}:${account}:membership/${membershipId}`;
}
