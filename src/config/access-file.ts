/** The parser of the access file: roles, API tokens, issuers, and grants of roles to the users of issuers. */
import { z } from 'zod';
import { BUILT_IN_ROLES } from '../identity/roles';
import { TOKEN_NAME_PATTERN, type ApiToken, type Grant, type IdentitySettings } from '../identity/settings';
import type { Target } from '../domain/targets';
import { grantList, grantsOf, issuerList, issuerSettings } from './access-issuers';
import { definedRoles, roleDefinitions, roleNames, rolesNamed, type Roles } from './access-roles';
import { isUnique, strict, text } from './parsers';
import { ConfigError } from '../domain/errors';
import { readYamlFile } from './yaml-file';

const token = strict({
  name: text(
    TOKEN_NAME_PATTERN,
    'must contain only lowercase letters, digits and hyphens, and begin with a letter',
  ),
  sha256: text(/^[0-9a-f]{64}$/, 'must be the SHA-256 hash of the token: 64 lowercase hexadecimal digits'),
  roles: roleNames,
  expires: z
    .union(
      [z.iso.date(), z.iso.datetime({ offset: true })],
      'must be a date such as 2027-01-31 or a time such as 2027-01-31T12:00:00Z',
    )
    .transform((time) => new Date(time))
    .optional(),
});

const AccessFile = strict({
  roles: roleDefinitions.optional(),
  tokens: z
    .array(token, 'must be a list of tokens')
    .refine((tokens) => isUnique(tokens.map(({ name }) => name)), 'must have unique names')
    .refine((tokens) => isUnique(tokens.map(({ sha256 }) => sha256)), 'must have unique hashes')
    .default([]),
  issuers: issuerList,
  grants: grantList,
});

export interface Access extends IdentitySettings {
  /** The grants for the issuer of the variables. */
  readonly grants: readonly Grant[];
}

/** A file that defines roles replaces the built-in ones. Throws ConfigError. */
export function readAccess(file: string, targets: readonly Target[]): Access {
  const access = readYamlFile('ACCESS_FILE', file, AccessFile);
  try {
    const roles = access.roles === undefined ? BUILT_IN_ROLES : definedRoles(access.roles, targets);
    return {
      roles,
      tokens: access.tokens.map((each) => apiToken(each, roles)),
      issuers: access.issuers.map((each) => issuerSettings(each, roles)),
      grants: grantsOf(access.grants, roles, 'of the file'),
    };
  } catch (error) {
    throw error instanceof ConfigError ? new ConfigError(`ACCESS_FILE ${file}: ${error.message}`) : error;
  }
}

function apiToken({ name, sha256, roles: names, expires }: z.infer<typeof token>, roles: Roles): ApiToken {
  return { name, sha256, roles: rolesNamed(names, roles, `the token ${name}`), expires };
}
