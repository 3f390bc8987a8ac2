/** The initial data of Security Incident Response for one account and region. */
import { memberAccounts } from '../kernel/accounts';
import { SECOND } from '../kernel/clock';
import { Collection } from '../kernel/collection';
import type { Kernel } from '../kernel/operation';
import type { Scope } from '../kernel/scope';
import { CASE_PROGRESS } from './attachments';
import { seedCases } from './seed-cases';
import { seedMemberships } from './seed-memberships';
import type { SecurityCase, SecurityIrState } from './state';

export function seedSecurityIr(scope: Scope, { seed, sizes, clock }: Kernel): SecurityIrState {
  const members = memberAccounts(seed, scope.account, sizes.members);
  const origin = clock.start - (clock.start % SECOND);
  const cases = new Collection<SecurityCase>(CASE_PROGRESS);
  for (const [caseId, seeded] of seedCases(seed, scope, members, sizes.cases, origin)) {
    cases.put(caseId, seeded);
  }
  const memberships = new Map(
    seedMemberships(seed, scope, members.length, origin).map((seeded) => [seeded.membershipId, seeded]),
  );
  return { cases, memberships, uploads: new Map(), responsesByToken: new Map() };
}
