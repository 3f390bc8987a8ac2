/** What is configured of who may sign in, and how. */
import type { Role } from './roles';

export const TOKEN_NAME_PATTERN = /^[a-z][a-z0-9-]{0,62}$/;

export interface IdentitySettings {
  /** The issuer whose tokens are taken, if there is one. */
  readonly oidc: OidcSettings | undefined;
  readonly roles: ReadonlyMap<string, Role>;
  readonly tokens: readonly ApiToken[];
}

export interface OidcSettings {
  readonly issuer: string;
  readonly audience: string;
  /** Where the issuer's keys are; its discovery document says so without it. */
  readonly jwksUrl: string | undefined;
  /** The claim that lists roles; dots lead into objects. */
  readonly rolesClaim: string;
}

/** A token that is not the issuer's but the gateway's own; only its hash is known. */
export interface ApiToken {
  readonly name: string;
  /** In hexadecimal digits. */
  readonly sha256: string;
  readonly roles: readonly Role[];
  readonly expires: Date | undefined;
}
