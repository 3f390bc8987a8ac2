/** Variables of sign-in and access. */
import { z } from 'zod';
import { audienceClaim, claimPath, isAudience, issuerUrl, jwksUrl, scopePrefix } from './issuer-parsers';
import { list, path } from './parsers';
import { variable } from './variables';

export const IDENTITY_VARIABLES = {
  AUTH: variable(z.enum(['none', 'required'], 'must be none or required').optional(), {
    meaning:
      '`required` makes the gateway start only if [sign-in](identity.md) is configured; `none` gives everyone who can reach the gateway full access',
    unset: '`none` on the emulator at a loopback address without configured sign-in, otherwise `required`',
  }),
  OIDC_ISSUER: variable(issuerUrl.optional(), {
    meaning: 'the URL of the issuer whose JWTs the gateway accepts, exactly as in their `iss` claim',
  }),
  OIDC_AUDIENCE: variable(
    list(
      isAudience,
      'must be a list of audiences without spaces and quotes, such as secops-graph,api://secops-graph',
    ).optional(),
    { meaning: 'the audiences of the gateway, separated by commas; a token must name one of them' },
  ),
  OIDC_AUDIENCE_CLAIM: variable(audienceClaim.optional(), {
    meaning:
      'the claim that names the audience: `aud`, or `client_id` for access tokens of Amazon Cognito, which have no `aud`',
    unset: '`aud`',
  }),
  OIDC_JWKS_URL: variable(jwksUrl.optional(), {
    meaning: 'the URL of the key set of the issuer',
    unset: 'the `jwks_uri` of its discovery document',
  }),
  OIDC_ROLES_CLAIM: variable(claimPath.optional(), {
    meaning:
      'the [path](identity.md#paths-of-claims) of the claim with the roles of the caller, such as `realm_access.roles`',
    unset: '`roles`',
  }),
  OIDC_SCOPES_CLAIM: variable(claimPath.optional(), {
    meaning: 'the path of the claim with the scopes of the caller, such as `permissions`',
    unset: '`scope` and `scp`',
  }),
  OIDC_SCOPE_PREFIX: variable(scopePrefix.optional(), {
    meaning:
      'the text before each scope, such as `secops/` for `secops/macie:read`; other scopes then grant nothing',
    unset: 'none',
  }),
  ACCESS_FILE: variable(path('access.yaml').optional(), {
    meaning: 'a YAML or JSON file with [roles, API tokens, issuers and grants](identity.md#the-access-file)',
  }),
};

export type IdentityVariables = z.infer<z.ZodObject<typeof IDENTITY_VARIABLES>>;
