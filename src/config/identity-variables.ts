/** Who may sign in, and how. */
import { z } from 'zod';
import { isGuardedUrl } from '../domain/loopback';
import { variable } from './variables';

const issuer = z
  .string()
  .refine(
    (url) => isGuardedUrl(url) && !/[\s?#]/.test(url),
    'must be an https URL without a query, or an http URL of this machine',
  );

const guardedUrl = z.string().refine(isGuardedUrl, 'must be an https URL, or an http URL of this machine');

export const IDENTITY_VARIABLES = {
  AUTH: variable(z.enum(['none', 'required'], 'must be none or required').optional(), {
    meaning:
      '`required` starts only where signing in is [configured](identity.md); `none` lets everybody who reaches the gateway do everything',
    unset: '`none` on the emulator at a loopback address where nothing is configured, else `required`',
  }),
  OIDC_ISSUER: variable(issuer.optional(), {
    meaning: 'the issuer whose JWTs are taken, as its tokens write it',
  }),
  OIDC_AUDIENCE: variable(z.string().max(255, 'must have at most 255 characters').optional(), {
    meaning: 'the audience that its tokens must be for: this gateway',
  }),
  OIDC_JWKS_URL: variable(guardedUrl.optional(), {
    meaning: 'where its keys are',
    unset: 'its discovery document says so',
  }),
  OIDC_ROLES_CLAIM: variable(z.string().optional(), {
    meaning: 'the claim that lists roles; dots lead into objects, as in `realm_access.roles`',
    unset: '`roles`',
  }),
  ACCESS_FILE: variable(z.string().optional(), {
    meaning: 'a YAML or JSON file with [roles and API tokens](identity.md)',
  }),
};

export type IdentityVariables = z.infer<z.ZodObject<typeof IDENTITY_VARIABLES>>;
