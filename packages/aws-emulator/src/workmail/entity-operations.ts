/** The operations on users and resources, which have mailboxes. */
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
  const user =
    users.get(UserId) ?? [...users.values()].find((candidate) => hasNameOrEmail(candidate, UserId));
  if (user === undefined) throw entityNotFound(`The user ${UserId}`);
  return userDescription(user);
}

function describeEntity(
  { OrganizationId, Email }: z.infer<typeof DESCRIBE_ENTITY_INPUT>,
  call: WorkMailCall,
): Output {
  const { users, resources } = activeOrganization(call, OrganizationId);
  const entity = [...users.values(), ...resources.values()].find(({ email }) =>
    equalsIgnoringCase(email, Email),
  );
  if (entity === undefined) throw entityNotFound(`The entity ${Email}`);
  return entityDescription(entity);
}

/**
 * Finds the owner of a mailbox by id, name or email address. Deleted users have no mailbox.
 * Throws EntityNotFoundException.
 */
export function mailboxOwner({ users, resources }: Organization, key: string): User | Resource {
  const owners = [...users.values()].filter(({ state }) => state !== 'DELETED');
  const owner =
    owners.find(({ userId }) => userId === key) ??
    resources.get(key) ??
    [...owners, ...resources.values()].find((candidate) => hasNameOrEmail(candidate, key));
  if (owner === undefined) throw entityNotFound(`The entity ${key}`);
  return owner;
}

function hasNameOrEmail({ name, email }: User | Resource, key: string): boolean {
  return equalsIgnoringCase(name, key) || equalsIgnoringCase(email, key);
}

function equalsIgnoringCase(text: string | undefined, key: string): boolean {
  return text?.toLowerCase() === key.toLowerCase();
}

export const ENTITY_OPERATIONS = [
  operation('DescribeUser', undefined, DESCRIBE_USER_INPUT, describeUser),
  operation('DescribeEntity', undefined, DESCRIBE_ENTITY_INPUT, describeEntity),
];
