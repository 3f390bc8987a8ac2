/** The settings that the gateway writes into data attributes of the page. */
import { readSignInSettings, type SignInSettings } from './identity/sign-in-settings';

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

/** The URLs of the attributes are relative to the address with which the browser loaded the page. */
export function readPageSettings(container: HTMLElement, address: string): PageSettings {
  const resolve = (url = '') => new URL(url, address);
  const { root, endpoint, explorer, emulated, signIn } = container.dataset;
  return {
    basePath: resolve(root).pathname.replace(/\/$/, ''),
    endpoint: resolve(endpoint).href,
    explorer: explorer === undefined ? undefined : resolve(explorer).href,
    isEmulated: emulated === 'true',
    requiresSignIn: signIn === 'required',
    signIn: readSignInSettings(container),
  };
}
