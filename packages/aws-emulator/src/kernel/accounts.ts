/** The member accounts of an organization, which the seeds of several services share. */
import { Random, unusedId } from './random';

/** The member accounts of an administrator, the same in every region and service. */
export function memberAccounts(seed: string, administrator: string, size: number): string[] {
  const random = new Random(seed, administrator, 'member accounts');
  const accounts = new Set<string>([administrator]);
  while (accounts.size <= size) accounts.add(unusedId(accounts, () => random.digits(12)));
  accounts.delete(administrator);
  return [...accounts];
}
