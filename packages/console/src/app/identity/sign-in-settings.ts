/** The client of the console, from the data attributes of the page. */

/** A public client of an OpenID Connect issuer. */
export interface SignInSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** The requested scopes, separated by spaces. */
  readonly scope: string;
  /** The parameter `audience` of the sign-in. */
  readonly audience: string | undefined;
}

/** Returns undefined when users can only use API tokens. */
export function readSignInSettings({ dataset }: HTMLElement): SignInSettings | undefined {
  const { oidcIssuer: issuer, oidcClientId: clientId, oidcScope: scope, oidcAudience: audience } = dataset;
  if (issuer === undefined || clientId === undefined || scope === undefined) return undefined;
  return { issuer, clientId, scope, audience };
}
