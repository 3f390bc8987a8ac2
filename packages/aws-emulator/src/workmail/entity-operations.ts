/** The operations on what has a mailbox: users and resources. */
import type { z } from 'zod';
import { operation, type Output } from '../kernel/operation';
import { entityNotFound } from './errors';
import { activeOrganization, type WorkMailCall } from './organization-operations';
import { entityDescription, userDescription } from './shapes';
import type { Organization, Resource, User } from './state';
import { DESCRIBE_ENTITY_INPUT, DESCRIBE_USER_INPUT } from './validation';

function describeUser(
  { OrganizationId, UserId }: z.infer<typeof DESCRIBE_USER_INPUT>,
  call: WorkMailCall,
): Output {
  const { users } = activeOrganization(call, OrganizationId);
  const user = users.get(UserId) ?? [...users.values()].find((candidate) => isCalled(candidate, UserId));
  if (user === undefined) throw entityNotFound(`The user ${UserId}`);
  return userDescription(user);
}

function describeEntity(
  { OrganizationId, Email }: z.infer<typeof DESCRIBE_ENTITY_INPUT>,
  call: WorkMailCall,
): Output {
  const { users, resources } = activeOrganization(call, OrganizationId);
  const entity = [...users.values(), ...resources.values()].find(({ email }) => isSame(email, Email));
  if (entity === undefined) throw entityNotFound(`The entity ${Email}`);
  return entityDescription(entity);
}

/** What has a mailbox, by id, name or e-mail address; a deleted user has none. Throws when there is nothing. */
export function mailboxOwner({ users, resources }: Organization, key: string): User | Resource {
  const owners = [...users.values()].filter(({ state }) => state !== 'DELETED');
  const owner =
    owners.find(({ userId }) => userId === key) ??
    resources.get(key) ??
    [...owners, ...resources.values()].find((candidate) => isCalled(candidate, key));
  if (owner === undefined) throw entityNotFound(`The entity ${key}`);
  return owner;
}

function isCalled({ name, email }: User | Resource, key: string): boolean {
  return isSame(name, key) || isSame(email, key);
}

function isSame(text: string | undefined, key: string): boolean {
  return text?.toLowerCase() === key.toLowerCase();
}

export const ENTITY_OPERATIONS = [
  operation('DescribeUser', undefined, DESCRIBE_USER_INPUT, describeUser),
  operation('DescribeEntity', undefined, DESCRIBE_ENTITY_INPUT, describeEntity),
];
