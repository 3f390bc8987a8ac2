/** The settings of the web console. */

export interface ConsoleSettings {
  /** The client with which users sign in; undefined when they can only use API tokens. */
  readonly signIn: ConsoleSignIn | undefined;
  /** Origins, besides those of the gateway and the issuer, to which the page may send requests. */
  readonly connectOrigins: readonly string[];
}

/** A public client of an OpenID Connect issuer, for the authorization code flow with PKCE. */
export interface ConsoleSignIn {
  /** The URL of the issuer, exactly as in the claim `iss`. */
  readonly issuer: string;
  readonly clientId: string;
  /** The requested scopes, separated by spaces; `openid` is one of them. */
  readonly scope: string;
  /** The parameter `audience` of the authorization request. */
  readonly audience: string | undefined;
}
