/** The profiles of seeded users. */
import type { Random } from '../kernel/random';
import type { Profile } from './state';

const DEPARTMENTS = ['Finance', 'Legal', 'People', 'Engineering', 'Sales'] as const;
const JOB_TITLES = ['Analyst', 'Counsel', 'Manager', 'Engineer', 'Director'] as const;
type Place = Required<Pick<Profile, 'street' | 'zipCode' | 'city' | 'country'>>;

const PLACES: readonly [Place, ...Place[]] = [
  { street: '12 Example Street', zipCode: '98101', city: 'Seattle', country: 'United States' },
  { street: 'Musterweg 4', zipCode: '10115', city: 'Berlin', country: 'Germany' },
  { street: '3 Sample Quay', zipCode: 'D02 XY45', city: 'Dublin', country: 'Ireland' },
];

/** A profile with all members. */
export function seedProfile(
  firstName: string,
  lastName: string,
  identityStoreId: string,
  random: Random,
): Required<Profile> {
  return {
    displayName: `${firstName} ${lastName}`,
    firstName,
    lastName,
    initials: `${firstName.slice(0, 1)}${lastName.slice(0, 1)}`,
    telephone: `+1-555-01${random.int(10, 99)}`,
    ...random.pick(PLACES),
    company: 'Example Corp',
    department: random.pick(DEPARTMENTS),
    jobTitle: random.pick(JOB_TITLES),
    office: `${random.int(1, 9)}.${random.int(10, 40)}`,
    identityProviderUserId: random.uuid(),
    identityProviderIdentityStoreId: identityStoreId,
  };
}
