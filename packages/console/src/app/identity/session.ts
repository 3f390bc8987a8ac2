/**
 * The session of the user: it begins with a sign-in, and ends with a sign-out, an expiry, or a rejection by the gateway. After
 * that, nothing is sent until the next sign-in.
 */
import type { Authorization } from '../relay/authorization';
import type { SignInSettings } from './sign-in-settings';
import { expiryOf } from './api-token';
import type { IssuerClient } from './issuer-client';
import { sessionAuthorization } from './session-authorization';
import type { SignInError } from './sign-in-error';
import { tabStorage } from './tab-storage';

/** NONE: the gateway may accept requests without a token, or a proxy adds one. */
export type SignInMethod = 'NONE' | 'TOKEN' | 'ISSUER';

export type SignedOutReason = 'NO_TOKEN' | 'EXPIRED' | 'REJECTED' | 'LEFT' | 'FAILED';

export interface Ending {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Why the session cannot be renewed. */
  readonly failure: string | undefined;
}

export type SessionState =
  | { readonly phase: 'STARTING' }
  | {
      readonly phase: 'OPEN';
      /** Another one for each session of the tab. */
      readonly id: number;
      readonly method: SignInMethod;
      readonly authorization: Authorization;
      /** Undefined while the session is renewed, or lasts for an unknown time. */
      readonly ending: Ending | undefined;
    }
  | {
      readonly phase: 'SIGNED_OUT';
      readonly reason: SignedOutReason;
      readonly method: SignInMethod;
      /** What failed, in words. */
      readonly detail: string | undefined;
    };

interface SessionOptions {
  /** The path of the console without a slash at its end. */
  readonly basePath: string;
  /** The client of the console; undefined when users can only use API tokens. */
  readonly signIn: SignInSettings | undefined;
}

export class Session {
  #state: SessionState = { phase: 'STARTING' };
  #count = 0;
  #issuer: Promise<IssuerClient> | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly options: SessionOptions) {}

  readonly getState = (): SessionState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get signInSettings(): SignInSettings | undefined {
    return this.options.signIn;
  }

  /** Completes a sign-in when the issuer sent the user to this address, and otherwise continues the session of the tab. */
  start(): void {
    const { signIn } = this.options;
    const address = new URL(location.href);
    const token = tabStorage.read('token');
    if (signIn !== undefined && isAnswerOfIssuer(address.searchParams)) void this.#complete(address);
    else if (token !== undefined) this.useToken(token);
    else if (signIn !== undefined && tabStorage.read('resume') !== undefined) void this.signIn(true);
    else this.#open('NONE', undefined, () => Promise.resolve(undefined));
  }

  /** Begins a session with an API token, which the tab keeps. */
  useToken(token: string): void {
    tabStorage.write('token', token);
    const at = expiryOf(token);
    const ending = at === undefined ? undefined : { at, failure: undefined };
    this.#open('TOKEN', ending, () => Promise.resolve(`Bearer ${token}`));
  }

  /** Leaves the page for the issuer, which sends the user back to this address. Returns false when that failed. */
  async signIn(isSilent = false): Promise<boolean> {
    try {
      const issuer = await this.#loadIssuer();
      await issuer.signIn(`${location.pathname}${location.search}${location.hash}`, isSilent);
      return true;
    } catch (error) {
      const state = this.#state;
      if (state.phase === 'OPEN' && state.ending !== undefined)
        // The token is still valid: what the user does now can be completed.
        this.#set({ ...state, ending: { ...state.ending, failure: (error as Error).message } });
      else this.#fail(error);
      return false;
    }
  }

  /** Forgets the token and everything that was read with it. Ends the session at the issuer, too, if the issuer can do that. */
  async signOut(): Promise<void> {
    if (this.#state.phase !== 'OPEN') return;
    const { method, id } = this.#state;
    tabStorage.clear();
    this.#end(method, 'LEFT');
    if (method !== 'ISSUER') return;
    const hasNewSession = () => this.#count !== id;
    try {
      await (await this.#loadIssuer()).signOut(hasNewSession);
    } catch (error) {
      if (!hasNewSession())
        this.#end(method, 'LEFT', `You may still be signed in there: ${(error as Error).message}`);
    }
  }

  async #complete(address: URL): Promise<void> {
    const { basePath } = this.options;
    // The code must not stay in the address, whatever happens next.
    history.replaceState(null, '', `${basePath}/`);
    try {
      const issuer = await this.#loadIssuer();
      const path = await issuer.complete(address.href);
      if (path !== undefined) history.replaceState(null, '', path);
      tabStorage.write('resume', 'true');
      const ending = this.#endingOfIssuer;
      this.#open('ISSUER', ending, () => issuer.header());
    } catch (error) {
      const { path } = error as Partial<SignInError>;
      if (path !== undefined) history.replaceState(null, '', path);
      this.#fail(error);
    }
  }

  #endingOfIssuer: Ending | undefined;

  /** The library is loaded only when it is needed. */
  #loadIssuer(): Promise<IssuerClient> {
    return (this.#issuer ??= this.#createIssuer());
  }

  async #createIssuer(): Promise<IssuerClient> {
    const { signIn, basePath } = this.options;
    if (signIn === undefined) throw new Error('No issuer is configured.');
    const { IssuerClient: Client } = await import('./issuer-client');
    const setEnding = (ending: Ending | undefined) => {
      this.#endingOfIssuer = ending;
      if (this.#state.phase === 'OPEN' && this.#state.method === 'ISSUER')
        this.#set({ ...this.#state, ending });
    };
    return new Client(signIn, new URL(`${basePath}/`, location.href).href, {
      onEnding: (at, failure) => {
        setEnding({ at, failure });
      },
      onRenewed: () => {
        setEnding(undefined);
      },
      onExpired: () => {
        if (this.#state.phase === 'OPEN' && this.#state.method === 'ISSUER')
          this.#end('ISSUER', 'EXPIRED', this.#endingOfIssuer?.failure);
      },
    });
  }

  #open(
    method: SignInMethod,
    ending: Ending | undefined,
    currentHeader: () => Promise<string | undefined>,
  ): void {
    const isOpen = () => this.#state.phase === 'OPEN' && this.#state.authorization === authorization;
    const authorization: Authorization = sessionAuthorization({
      currentHeader,
      isOpen,
      reject: () => {
        this.#reject(method);
      },
    });
    this.#count += 1;
    this.#set({ phase: 'OPEN', id: this.#count, method, authorization, ending });
  }

  #reject(method: SignInMethod): void {
    const ending = this.#state.phase === 'OPEN' ? this.#state.ending : undefined;
    tabStorage.clear();
    if (method === 'NONE') this.#end(method, 'NO_TOKEN');
    else this.#end(method, ending !== undefined && ending.at <= Date.now() ? 'EXPIRED' : 'REJECTED');
  }

  #fail(error: unknown): void {
    const { message, needsUser } = error as SignInError;
    tabStorage.clear();
    if (needsUser) this.#end('ISSUER', 'NO_TOKEN');
    else this.#end('ISSUER', 'FAILED', message);
  }

  #end(method: SignInMethod, reason: SignedOutReason, detail?: string): void {
    // Otherwise the issuer would renew a session that has ended. After a sign-out, its client still needs the token.
    if (method === 'ISSUER' && reason !== 'LEFT') void this.#issuer?.then((issuer) => issuer.forget());
    this.#set({ phase: 'SIGNED_OUT', reason, method, detail });
  }

  #set(state: SessionState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

function isAnswerOfIssuer(parameters: URLSearchParams): boolean {
  return parameters.has('state') && (parameters.has('code') || parameters.has('error'));
}
