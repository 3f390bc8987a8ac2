/** The file that defines roles and lists API tokens. */
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
    .min(1, 'must name at least one target: leave it out for all')
    .optional(),
});

const token = strict({
  name: text(TOKEN_NAME_PATTERN, 'must be lower-case letters, digits and hyphens, and begin with a letter'),
  sha256: text(/^[0-9a-f]{64}$/, 'must be the SHA-256 of the token, in 64 hexadecimal digits'),
  roles: z
    .array(z.string('must be the name of a role'), 'must be a list of roles')
    .min(1, 'must name at least one role'),
  expires: z
    .union([z.iso.date(), z.iso.datetime({ offset: true })], 'must be a date as 2027-01-31, or a time in UTC')
    .transform((time) => new Date(time))
    .optional(),
});

const isUnique = (values: readonly string[]) => new Set(values).size === values.length;

const AccessFile = strict({
  roles: z.record(z.string(), role, 'must be a list of roles by their names').optional(),
  tokens: z
    .array(token, 'must be a list of tokens')
    .refine((tokens) => isUnique(tokens.map(({ name }) => name)), 'must not name a token twice')
    .refine((tokens) => isUnique(tokens.map(({ sha256 }) => sha256)), 'must not hold a hash twice')
    .default([]),
});

/** Throws ConfigError. A file that defines roles defines all that there are. */
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
      throw new ConfigError(`roles.${name} names a target that there is not: ${unknown}.`);
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
    const there = [...roles.keys()].join(', ');
    throw new ConfigError(`the token ${name} has a role that there is not: ${each}; there are ${there}.`);
  });
  if (!granted.every((each) => placesOf(each) === placesOf(granted[0]))) {
    throw new ConfigError(
      `the token ${name} has roles for different targets: give it roles for the same ones.`,
    );
  }
  return { name, sha256, roles: granted, expires };
}

function placesOf(role: Role | undefined): string {
  return role === undefined || role.targets === 'ALL' ? 'ALL' : [...role.targets].sort().join();
}
