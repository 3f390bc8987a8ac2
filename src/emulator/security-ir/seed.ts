/** What Security Incident Response holds for an account and region at first. */
import { memberAccounts } from '../kernel/accounts';
import { SECOND } from '../kernel/clock';
import { Collection, NEVER_CHANGES } from '../kernel/collection';
import type { Kernel } from '../kernel/operation';
import { Random } from '../kernel/random';
import type { Scope } from '../kernel/scope';
import { seedCases } from './seed-cases';
import type { SecurityCase, SecurityIrState } from './state';

export function seedSecurityIr(scope: Scope, { seed, sizes, clock }: Kernel): SecurityIrState {
  const random = new Random(seed, scope.account, scope.region, 'cases');
  const members = memberAccounts(seed, scope.account, sizes.members);
  const origin = clock.start - (clock.start % SECOND);
  const cases = new Collection<SecurityCase>(NEVER_CHANGES);
  for (const [caseId, seeded] of seedCases(random, scope, [scope.account, ...members], sizes.cases, origin)) {
    cases.put(caseId, seeded);
  }
  return { cases };
}
