/** The users that an organization starts with. */
import { DAY } from '../kernel/clock';
import type { Random } from '../kernel/random';
import type { User } from './state';

const FIRST_NAMES = [
  'Alice',
  'Bilal',
  'Chiara',
  'Dmitri',
  'Emeka',
  'Fatima',
  'Goran',
  'Hana',
  'Ines',
  'Jonas',
] as const;
const LAST_NAMES = [
  'Abebe',
  'Brandt',
  'Castillo',
  'Dubois',
  'Eriksen',
  'Fontana',
  'Gupta',
  'Hughes',
] as const;
const DEPARTMENTS = ['Finance', 'Legal', 'People', 'Engineering', 'Sales'] as const;
const JOB_TITLES = ['Analyst', 'Counsel', 'Manager', 'Engineer', 'Director'] as const;

const USERS = 24;

/** By UserId; the last three are a disabled user, a deleted user and a resource mailbox. */
export function seedUsers(random: Random, domain: string, origin: number): Map<string, User> {
  const users = new Map<string, User>();
  for (let index = 0; index < USERS; index += 1) {
    const userId = random.uuid();
    const firstName = FIRST_NAMES[index % FIRST_NAMES.length] ?? FIRST_NAMES[0];
    const lastName = LAST_NAMES[(index * 3) % LAST_NAMES.length] ?? LAST_NAMES[0];
    const name = `${firstName}.${lastName}${index < FIRST_NAMES.length ? '' : index}`.toLowerCase();
    const state = index === USERS - 3 ? 'DISABLED' : index === USERS - 2 ? 'DELETED' : 'ENABLED';
    const enabledDate = origin - random.int(60, 900) * DAY;
    users.set(userId, {
      userId,
      name,
      email: `${name}@${domain}`,
      firstName,
      lastName,
      state,
      userRole: index === USERS - 1 ? 'RESOURCE' : 'USER',
      jobTitle: random.pick(JOB_TITLES),
      department: random.pick(DEPARTMENTS),
      enabledDate,
      disabledDate: state === 'ENABLED' ? undefined : origin - random.int(8, 40) * DAY,
    });
  }
  return users;
}
