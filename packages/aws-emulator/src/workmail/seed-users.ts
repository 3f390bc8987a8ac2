/** The seeded users of an organization. */
import { DAY } from '../kernel/clock';
import type { Random } from '../kernel/random';
import { seedProfile } from './seed-profiles';
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

const USERS = 24;
const REMOTE_USER = 20;
const DISABLED_USER = 21;
const DELETED_USER = 22;
const SYSTEM_USER = 23;

/**
 * The users by UserId. The last four are a remote, a disabled and a deleted user, and a system user without a
 * profile.
 */
export function seedUsers(random: Random, domain: string, origin: number): Map<string, User> {
  const identityStoreId = `d-${random.hex(10)}`;
  const users = new Map<string, User>();
  for (let index = 0; index < USERS; index += 1) {
    const user = seedUser(index, identityStoreId, random, domain, origin);
    users.set(user.userId, user);
  }
  return users;
}

function seedUser(
  index: number,
  identityStoreId: string,
  random: Random,
  domain: string,
  origin: number,
): User {
  const userId = random.uuid();
  const firstName = FIRST_NAMES[index % FIRST_NAMES.length] ?? FIRST_NAMES[0];
  const lastName = LAST_NAMES[(index * 3) % LAST_NAMES.length] ?? LAST_NAMES[0];
  const personName = `${firstName}.${lastName}${index < FIRST_NAMES.length ? '' : index}`.toLowerCase();
  const name = index === SYSTEM_USER ? 'journaling' : personName;
  const profile = seedProfile(firstName, lastName, identityStoreId, random);
  const since = origin - random.int(60, 900) * DAY;
  const until = origin - random.int(8, 40) * DAY;
  const state = stateOf(index);
  return {
    userId,
    name,
    email: state === 'DELETED' ? undefined : `${name}@${domain}`,
    state,
    userRole: index === SYSTEM_USER ? 'SYSTEM_USER' : index === REMOTE_USER ? 'REMOTE_USER' : 'USER',
    hiddenFromGlobalAddressList: index >= REMOTE_USER,
    enabledDate: since,
    disabledDate: state === 'ENABLED' ? undefined : until,
    mailboxProvisionedDate: index === REMOTE_USER ? undefined : since,
    mailboxDeprovisionedDate: state === 'ENABLED' ? undefined : until,
    ...(index === SYSTEM_USER ? {} : profile),
  };
}

function stateOf(index: number): User['state'] {
  if (index === DISABLED_USER) return 'DISABLED';
  return index === DELETED_USER ? 'DELETED' : 'ENABLED';
}
