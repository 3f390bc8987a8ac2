/** The parser of the access file, which defines roles and lists API tokens. */
import { z } from 'zod';
import { BUILT_IN_ROLES, type Role } from '../identity/roles';
import { TOKEN_NAME_PATTERN, type ApiToken, type IdentitySettings } from '../identity/settings';
import { SCOPES } from '../domain/principal';
import type { Target } from '../domain/targets';
import { strict, text } from './parsers';
import { ConfigError } from '../domain/errors';
import { readYamlFile } from './yaml-file';

const role = strict({
  scopes: z
    .array(z.enum(SCOPES, `must be one of ${SCOPES.join(', ')}`), 'must be a list of scopes')
    .min(1, 'must name at least one scope'),
  targets: z
    .array(z.string('must be the name of a target'), 'must be a list of targets')
    .min(1, 'must name at least one target; omit it for all targets')
    .optional(),
});

const token = strict({
  name: text(
    TOKEN_NAME_PATTERN,
    'must contain only lowercase letters, digits and hyphens, and begin with a letter',
  ),
  sha256: text(/^[0-9a-f]{64}$/, 'must be the SHA-256 hash of the token: 64 lowercase hexadecimal digits'),
  roles: z
    .array(z.string('must be the name of a role'), 'must be a list of roles')
    .min(1, 'must name at least one role'),
  expires: z
    .union(
      [z.iso.date(), z.iso.datetime({ offset: true })],
      'must be a date such as 2027-01-31 or a time such as 2027-01-31T12:00:00Z',
    )
    .transform((time) => new Date(time))
    .optional(),
});

const isUnique = (values: readonly string[]) => new Set(values).size === values.length;

const AccessFile = strict({
  roles: z.record(z.string(), role, 'must be an object of roles by name').optional(),
  tokens: z
    .array(token, 'must be a list of tokens')
    .refine((tokens) => isUnique(tokens.map(({ name }) => name)), 'must have unique names')
    .refine((tokens) => isUnique(tokens.map(({ sha256 }) => sha256)), 'must have unique hashes')
    .default([]),
});

/** Roles and tokens; a file that defines roles replaces the built-in ones. Throws ConfigError. */
export function readAccess(file: string, targets: readonly Target[]): Omit<IdentitySettings, 'oidc'> {
  const access = readYamlFile('ACCESS_FILE', file, AccessFile);
  try {
    const roles = access.roles === undefined ? BUILT_IN_ROLES : rolesOf(access.roles, targets);
    return { roles, tokens: access.tokens.map((each) => tokenOf(each, roles)) };
  } catch (error) {
    throw error instanceof ConfigError ? new ConfigError(`ACCESS_FILE ${file}: ${error.message}`) : error;
  }
}

function rolesOf(
  defined: Readonly<Record<string, z.infer<typeof role>>>,
  all: readonly Target[],
): ReadonlyMap<string, Role> {
  const roles = Object.entries(defined).map(([name, { scopes, targets }]): [string, Role] => {
    const unknown = targets?.find((target) => all.every((each) => each.name !== target));
    if (unknown !== undefined) {
      throw new ConfigError(`roles.${name} names the unknown target ${unknown}.`);
    }
    return [name, { scopes: new Set(scopes), targets: targets === undefined ? 'ALL' : new Set(targets) }];
  });
  return new Map(roles);
}

function tokenOf(
  { name, sha256, roles: names, expires }: z.infer<typeof token>,
  roles: ReadonlyMap<string, Role>,
): ApiToken {
  const granted = names.map((each) => {
    const found = roles.get(each);
    if (found !== undefined) return found;
    const known = [...roles.keys()].join(', ');
    throw new ConfigError(`the token ${name} has the unknown role ${each}; the known roles are ${known}.`);
  });
  if (!granted.every((each) => targetsKey(each) === targetsKey(granted[0]))) {
    throw new ConfigError(
      `the roles of the token ${name} have different targets: give it roles with the same targets.`,
    );
  }
  return { name, sha256, roles: granted, expires };
}

/** Equal for roles with the same targets. */
function targetsKey(role: Role | undefined): string {
  return role === undefined || role.targets === 'ALL' ? 'ALL' : [...role.targets].sort().join();
}
