/** The issuers and the grants of the access file. */
import { z } from 'zod';
import { GRANTEES, ISSUER_NAME_PATTERN, type Grant, type IssuerSettings } from '../identity/settings';
import { roleNames, rolesNamed, type Roles } from './access-roles';
import { audienceClaim, claimPath, isAudience, issuerUrl, jwksUrl, scopePrefix } from './issuer-parsers';
import { isUnique, strict, text } from './parsers';

const AUDIENCE = 'must be an audience or a list of audiences, each without spaces, quotes and commas';

const audience = z.string(AUDIENCE).refine(isAudience, AUDIENCE);

const grantee = text(/^\S(?:.*\S)?$/, 'must be a text; a number must be in quotes');

const ONE_GRANTEE = `must have exactly one of the keys ${GRANTEES.join(', ')}`;

const grant = strict({
  subject: grantee.optional(),
  email: text(/^[\x21-\x3f\x41-\x7e]+@[\x21-\x3f\x41-\x7e]+$/, 'must be an e-mail address').optional(),
  hd: text(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'must be a domain in lowercase, such as example.com').optional(),
  group: grantee.optional(),
  claim: claimPath.optional(),
  roles: roleNames,
})
  .refine((each) => GRANTEES.filter((key) => each[key] !== undefined).length === 1, ONE_GRANTEE)
  .refine(
    ({ claim, group }) => claim === undefined || group !== undefined,
    'has the key claim, which only a group can have',
  )
  .refine(
    ({ claim }) => claim !== 'email' && claim !== '/email',
    'has the claim email, which may not be verified: use the key email',
  );

export const grantList = z.array(grant, 'must be a list of grants').default([]);

const issuer = strict({
  name: text(ISSUER_NAME_PATTERN, 'must have 1 to 20 lowercase letters and digits, and begin with a letter'),
  issuer: issuerUrl,
  audience: z.union(
    [
      audience.transform((each): readonly string[] => [each]),
      z
        .array(audience)
        .min(1, 'must name at least one audience')
        .refine(isUnique, 'must name each audience once'),
    ],
    AUDIENCE,
  ),
  audienceClaim: audienceClaim.default('aud'),
  jwksUrl: jwksUrl.optional(),
  rolesClaim: claimPath.default('roles'),
  scopesClaim: claimPath.optional(),
  scopePrefix: scopePrefix.default(''),
  grants: grantList,
});

export const issuerList = z
  .array(issuer, 'must be a list of issuers')
  .refine((issuers) => isUnique(issuers.map(({ name }) => name)), 'must have unique names')
  .refine((issuers) => isUnique(issuers.map((each) => each.issuer)), 'must have unique issuers')
  .default([]);

/** Throws ConfigError for an unknown role. */
export function issuerSettings(
  { audience: audiences, jwksUrl: keys, scopesClaim, grants, ...others }: z.infer<typeof issuer>,
  roles: Roles,
): IssuerSettings {
  const granted = grantsOf(grants, roles, `of the issuer ${others.name}`);
  return { ...others, audiences, jwksUrl: keys, scopesClaim, grants: granted };
}

/** Throws ConfigError for an unknown role; `place` says in its message where the grants are. */
export function grantsOf(grants: z.infer<typeof grantList>, roles: Roles, place: string): readonly Grant[] {
  return grants.map((each, index): Grant => {
    const granted = rolesNamed(each.roles, roles, `grant ${index + 1} ${place}`);
    const [grantOf] = GRANTEES.flatMap((to) => {
      const value = each[to];
      return value === undefined ? [] : [{ to, value, claim: claimOf(to, each.claim), roles: granted }];
    });
    if (grantOf === undefined) throw new TypeError(`A grant ${ONE_GRANTEE}.`);
    return grantOf;
  });
}

function claimOf(to: Grant['to'], groupsClaim = 'groups'): string {
  return { subject: 'sub', email: 'email', hd: 'hd', group: groupsClaim }[to];
}
