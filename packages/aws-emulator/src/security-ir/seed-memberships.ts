/** The memberships that an account and region starts with: one of each status. */
import { DAY } from '../kernel/clock';
import { Random } from '../kernel/random';
import type { Scope } from '../kernel/scope';
import { newMembership } from './new-membership';
import { WATCHERS } from './seed-stories';
import type { IncidentResponder, Membership } from './state';

const TRIAGE = { featureName: 'Triage', isEnabled: true };

const NOTIFICATIONS = ['Case Created', 'Case Updated', 'Case Closed', 'Membership Cancelled'];

/**
 * @param accounts number of member accounts of the organization
 * @param origin the time around which the seed is laid out, milliseconds
 */
export function seedMemberships(seed: string, scope: Scope, accounts: number, origin: number): Membership[] {
  const random = new Random(seed, scope.account, scope.region, 'memberships');
  const seeded = (
    membershipStatus: string,
    activatedDaysAgo: number,
    set: Partial<Membership>,
  ): Membership => ({
    ...newMembership(`m-${random.hex(16)}`, { membershipStatus }, scope, origin - activatedDaysAgo * DAY),
    incidentResponseTeam: seedTeam(random),
    ...set,
  });
  return [
    seeded('Active', random.int(10, 90), {
      membershipName: 'production-organization',
      customerType: 'Organization',
      numberOfAccountsCovered: accounts + 1,
      optInFeatures: [TRIAGE],
      membershipAccountsConfigurations: { coverEntireOrganization: true },
    }),
    seeded('Cancelled', random.int(100, 200), {
      membershipName: 'acquired-company',
      membershipDeactivationTimestamp: origin + random.int(3, 25) * DAY,
      customerType: 'Organization',
      numberOfAccountsCovered: Math.ceil(accounts / 4),
      membershipAccountsConfigurations: {
        coverEntireOrganization: false,
        organizationalUnits: [`ou-${random.hex(4)}-${random.hex(8)}`, `ou-${random.hex(4)}-${random.hex(8)}`],
      },
    }),
    seeded('Terminated', random.int(300, 400), {
      membershipName: 'pilot',
      membershipDeactivationTimestamp: origin - random.int(100, 200) * DAY,
    }),
  ];
}

function seedTeam(random: Random): IncidentResponder[] {
  const [oncall, office, platform] = WATCHERS;
  const team = [oncall, office, ...random.some([platform], 0, 1)];
  return team.map((responder) => ({
    ...responder,
    communicationPreferences: random.some(NOTIFICATIONS, 1, NOTIFICATIONS.length),
  }));
}
