/** Variables of sign-in and access. */
import { z } from 'zod';
import { isSecureUrl } from '../domain/loopback';
import { variable } from './variables';

const issuer = z
  .string()
  .refine(
    (url) => isSecureUrl(url) && !/[\s?#]/.test(url),
    'must be an https URL without a query, or an http URL on a loopback address',
  );

const secureUrl = z
  .string()
  .refine(isSecureUrl, 'must be an https URL, or an http URL on a loopback address');

export const IDENTITY_VARIABLES = {
  AUTH: variable(z.enum(['none', 'required'], 'must be none or required').optional(), {
    meaning:
      '`required` makes the gateway start only if [sign-in](identity.md) is configured; `none` gives everyone who can reach the gateway full access',
    unset: '`none` on the emulator at a loopback address without configured sign-in, otherwise `required`',
  }),
  OIDC_ISSUER: variable(issuer.optional(), {
    meaning: 'the URL of the issuer whose JWTs the gateway accepts, exactly as in their `iss` claim',
  }),
  OIDC_AUDIENCE: variable(z.string().max(255, 'must have at most 255 characters').optional(), {
    meaning: 'the audience that the tokens must name in their `aud` claim',
  }),
  OIDC_JWKS_URL: variable(secureUrl.optional(), {
    meaning: 'the URL of the key set of the issuer',
    unset: 'the `jwks_uri` of its discovery document',
  }),
  OIDC_ROLES_CLAIM: variable(z.string().optional(), {
    meaning:
      'the claim that lists the roles of the caller; a dot selects a member of an object, as in `realm_access.roles`',
    unset: '`roles`',
  }),
  ACCESS_FILE: variable(z.string().optional(), {
    meaning: 'a YAML or JSON file with [roles and API tokens](identity.md)',
  }),
};

export type IdentityVariables = z.infer<z.ZodObject<typeof IDENTITY_VARIABLES>>;
