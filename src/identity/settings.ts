/** The sign-in settings: issuers, roles and API tokens. */
import type { Role } from './roles';

export const TOKEN_NAME_PATTERN = /^[a-z][a-z0-9-]{0,62}$/;

/** No hyphen and no colon, which end the name of the issuer in the names of sessions and principals. */
export const ISSUER_NAME_PATTERN = /^[a-z][a-z0-9]{0,19}$/;

export interface IdentitySettings {
  /** The issuers whose tokens the gateway accepts; empty when only API tokens are configured. */
  readonly issuers: readonly IssuerSettings[];
  readonly roles: ReadonlyMap<string, Role>;
  readonly tokens: readonly ApiToken[];
}

/** The claims that can name the audience: `client_id` in access tokens of Amazon Cognito, which have no `aud`. */
export const AUDIENCE_CLAIMS = ['aud', 'client_id'] as const;

export interface IssuerSettings {
  /** The name in the names of its subjects; undefined for the issuer of the variables. */
  readonly name: string | undefined;
  /** The URL of the issuer, exactly as in the claim `iss`. */
  readonly issuer: string;
  /** A token must name one of them. */
  readonly audiences: readonly string[];
  readonly audienceClaim: (typeof AUDIENCE_CLAIMS)[number];
  /** The URL of the issuer's key set; when undefined, the gateway reads it from the discovery document. */
  readonly jwksUrl: string | undefined;
  /** The path of the claim with the roles; see claim-path.ts. */
  readonly rolesClaim: string;
  /** The path of the claim with the scopes; when undefined, `scope` and `scp`. */
  readonly scopesClaim: string | undefined;
  /** Only scopes that begin with the prefix count; the rest is the scope. */
  readonly scopePrefix: string;
  readonly grants: readonly Grant[];
}

export const GRANTEES = ['subject', 'email', 'hd', 'group'] as const;

/** Roles that the access file grants to the callers with a claim. */
export interface Grant {
  readonly to: (typeof GRANTEES)[number];
  readonly value: string;
  /** The path of the claim that must be or contain the value. */
  readonly claim: string;
  readonly roles: readonly Role[];
}

/** An API token that the gateway itself verifies; the configuration contains only its hash. */
export interface ApiToken {
  readonly name: string;
  /** The hash of the token, in hexadecimal digits. */
  readonly sha256: string;
  readonly roles: readonly Role[];
  readonly expires: Date | undefined;
}
