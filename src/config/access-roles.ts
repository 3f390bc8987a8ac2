/** The roles of the access file, and the references to them. */
import { z } from 'zod';
import { ConfigError } from '../domain/errors';
import { SCOPES } from '../domain/principal';
import type { Target } from '../domain/targets';
import type { Role } from '../identity/roles';
import { strict } from './parsers';

export type Roles = ReadonlyMap<string, Role>;

const role = strict({
  scopes: z
    .array(z.enum(SCOPES, `must be one of ${SCOPES.join(', ')}`), 'must be a list of scopes')
    .min(1, 'must name at least one scope'),
  targets: z
    .array(z.string('must be the name of a target'), 'must be a list of targets')
    .min(1, 'must name at least one target; omit it for all targets')
    .optional(),
});

export const roleDefinitions = z.record(z.string(), role, 'must be an object of roles by name');

/** Names of roles, for `rolesNamed`. */
export const roleNames = z
  .array(z.string('must be the name of a role'), 'must be a list of roles')
  .min(1, 'must name at least one role');

/** Throws ConfigError for an unknown target. */
export function definedRoles(definitions: z.infer<typeof roleDefinitions>, all: readonly Target[]): Roles {
  const roles = Object.entries(definitions).map(([name, { scopes, targets }]): [string, Role] => {
    const unknown = targets?.find((target) => all.every((each) => each.name !== target));
    if (unknown !== undefined) {
      throw new ConfigError(`roles.${name} names the unknown target ${unknown}.`);
    }
    return [name, { scopes: new Set(scopes), targets: targets === undefined ? 'ALL' : new Set(targets) }];
  });
  return new Map(roles);
}

/**
 * The roles with these names. Throws ConfigError for unknown roles, and for roles with different targets, because their
 * scopes would apply only in the targets that they have in common.
 * @param holder what has the roles, for the message.
 */
export function rolesNamed(names: readonly string[], roles: Roles, holder: string): readonly Role[] {
  const found = names.map((name) => {
    const each = roles.get(name);
    if (each !== undefined) return each;
    const known = [...roles.keys()].join(', ');
    throw new ConfigError(`${holder} has the unknown role ${name}; the known roles are ${known}.`);
  });
  if (!found.every((each) => targetsKey(each) === targetsKey(found[0]))) {
    throw new ConfigError(
      `the roles of ${holder} have different targets: give it roles with the same targets.`,
    );
  }
  return found;
}

/** Equal for roles with the same targets. */
function targetsKey(role: Role | undefined): string {
  return role === undefined || role.targets === 'ALL' ? 'ALL' : [...role.targets].sort().join();
}
