/** The settings that the gateway writes into data attributes of the page. */

export interface PageSettings {
  /** The path of the console without a slash at its end, such as /secops/console below a path prefix. */
  readonly basePath: string;
  /** The URL of the GraphQL endpoint. */
  readonly endpoint: string;
  /** The URL of the explorer; undefined when the gateway does not serve it. */
  readonly explorer: string | undefined;
  /** True when the gateway runs on the emulator. */
  readonly isEmulated: boolean;
  /** True when the gateway accepts no anonymous request. */
  readonly requiresSignIn: boolean;
  /** The client of the console; undefined when users can only use API tokens. */
  readonly signIn: SignInSettings | undefined;
}

/** A public client of an OpenID Connect issuer. */
export interface SignInSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** The requested scopes, separated by spaces. */
  readonly scope: string;
  /** The parameter `audience` of the sign-in. */
  readonly audience: string | undefined;
}

/** The URLs of the attributes are relative to the address with which the browser loaded the page. */
export function readPageSettings({ dataset }: HTMLElement, address: string): PageSettings {
  const resolve = (url = '') => new URL(url, address);
  const { root, endpoint, explorer, emulated, signIn } = dataset;
  return {
    basePath: resolve(root).pathname.replace(/\/$/, ''),
    endpoint: resolve(endpoint).href,
    explorer: explorer === undefined ? undefined : resolve(explorer).href,
    isEmulated: emulated === 'true',
    requiresSignIn: signIn === 'required',
    signIn: readSignIn(dataset),
  };
}

function readSignIn({ oidcIssuer, oidcClientId, oidcScope, oidcAudience }: DOMStringMap) {
  if (oidcIssuer === undefined || oidcClientId === undefined || oidcScope === undefined) return undefined;
  return { issuer: oidcIssuer, clientId: oidcClientId, scope: oidcScope, audience: oidcAudience };
}
