/** The sign-in settings: issuer, roles and API tokens. */
import type { Role } from './roles';

export const TOKEN_NAME_PATTERN = /^[a-z][a-z0-9-]{0,62}$/;

export interface IdentitySettings {
  /** The issuer whose tokens the gateway accepts; undefined when only API tokens are configured. */
  readonly oidc: OidcSettings | undefined;
  readonly roles: ReadonlyMap<string, Role>;
  readonly tokens: readonly ApiToken[];
}

export interface OidcSettings {
  readonly issuer: string;
  readonly audience: string;
  /** The URL of the issuer's key set; when undefined, the gateway reads it from the discovery document. */
  readonly jwksUrl: string | undefined;
  /** The claim that lists roles; a dot selects a member of an object. */
  readonly rolesClaim: string;
}

/** An API token that the gateway itself verifies; the configuration contains only its hash. */
export interface ApiToken {
  readonly name: string;
  /** The hash of the token, in hexadecimal digits. */
  readonly sha256: string;
  readonly roles: readonly Role[];
  readonly expires: Date | undefined;
}
