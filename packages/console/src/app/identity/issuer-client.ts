/**
 * The client of the issuer: the authorization code flow with PKCE, and the renewal of the session. Tokens stay in memory.
 * Loaded only when the user signs in at an issuer.
 */
import {
  ErrorResponse,
  InMemoryWebStorage,
  UserManager,
  WebStorageStateStore,
  type User,
} from 'oidc-client-ts';
import type { SignInSettings } from './sign-in-settings';
import { SignInError } from './sign-in-error';

const REQUEST_TIMEOUT_SECONDS = 10;
const RENEWAL_SECONDS = 60;
/** Attempts of one renewal, if the issuer does not answer. */
const MAX_ATTEMPTS = 3;
const RETRY_DELAY_MS = 15_000;

/** Errors of an authorization without a dialog that the issuer can solve with one. */
const NEEDS_USER = [
  'login_required',
  'interaction_required',
  'consent_required',
  'account_selection_required',
];

interface IssuerEvents {
  /** The session will end at this time, in milliseconds since 1970; `failure` says why it cannot be renewed. */
  readonly onEnding: (at: number, failure: string | undefined) => void;
  readonly onRenewed: () => void;
  readonly onExpired: () => void;
}

export class IssuerClient {
  readonly #manager: UserManager;
  readonly #host: string;
  #renewal: Promise<void> | undefined;
  /** False once the issuer has refused a renewal. */
  #isRenewable = true;
  #isForgotten = false;

  /** @param consoleUrl the address to which the issuer sends the user back */
  constructor(
    settings: SignInSettings,
    consoleUrl: string,
    private readonly events: IssuerEvents,
  ) {
    this.#host = new URL(settings.issuer).host;
    this.#manager = new UserManager({
      authority: settings.issuer,
      client_id: settings.clientId,
      scope: settings.scope,
      ...(settings.audience === undefined ? {} : { extraQueryParams: { audience: settings.audience } }),
      redirect_uri: consoleUrl,
      post_logout_redirect_uri: consoleUrl,
      userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
      // The code verifier has to survive the way to the issuer and back.
      stateStore: new WebStorageStateStore({ store: sessionStorage }),
      requestTimeoutInSeconds: REQUEST_TIMEOUT_SECONDS,
      accessTokenExpiringNotificationTimeInSeconds: RENEWAL_SECONDS,
      // Without a refresh token, the library would open a frame, which the policy of the page forbids.
      automaticSilentRenew: false,
    });
    this.#manager.events.addAccessTokenExpiring(() => this.#renew());
    this.#manager.events.addAccessTokenExpired(async () => {
      await this.#endIfExpired();
    });
  }

  /**
   * Leaves the page for the issuer. Rejects with SignInError.
   * @param path the address to which the user returns after sign-in
   * @param isSilent true when the issuer must not ask the user anything
   */
  async signIn(path: string, isSilent: boolean): Promise<void> {
    if (!isSecureContext) {
      throw new SignInError(
        'Browsers sign in only on pages with https, or at a loopback address.',
        path,
        false,
      );
    }
    try {
      await this.#manager.clearStaleState();
      await this.#manager.signinRedirect({ state: { path }, ...(isSilent ? { prompt: 'none' } : {}) });
    } catch (error) {
      throw this.#describe(error, path);
    }
  }

  /** Completes the sign-in with the address to which the issuer sent the user. Returns the address that the user wanted. Rejects with SignInError. */
  async complete(address: string): Promise<string | undefined> {
    try {
      const user = await this.#manager.signinRedirectCallback(address);
      if (user.refresh_token === undefined && user.expires_at !== undefined)
        this.events.onEnding(user.expires_at * 1_000, undefined);
      return pathOf(user.state);
    } catch (error) {
      throw this.#describe(error, error instanceof ErrorResponse ? pathOf(error.state) : undefined);
    }
  }

  /** The header of requests. Waits for the renewal of a token that has expired, such as while the computer slept. */
  async header(): Promise<string | undefined> {
    const user = await this.#endIfExpired();
    return user === undefined ? undefined : `Bearer ${user.access_token}`;
  }

  /** Forgets the tokens; they are not renewed any more. */
  async forget(): Promise<void> {
    this.#isForgotten = true;
    await this.#manager.removeUser();
  }

  /**
   * Forgets the tokens, and leaves the page if the issuer can end its session. Rejects with SignInError.
   * @param isCancelled true when the page has another session by now: it stays
   */
  async signOut(isCancelled: () => boolean): Promise<void> {
    try {
      const user = await this.#manager.getUser();
      await this.forget();
      const endpoint = await this.#manager.metadataService.getEndSessionEndpoint();
      if (endpoint === undefined || isCancelled()) return;
      await this.#manager.signoutRedirect({
        ...(user?.id_token === undefined ? {} : { id_token_hint: user.id_token }),
        // Amazon Cognito requires this parameter; other issuers ignore it.
        extraQueryParams: { logout_uri: this.#manager.settings.redirect_uri },
      });
    } catch (error) {
      throw this.#describe(error, undefined);
    }
  }

  async #endIfExpired(): Promise<User | undefined> {
    if ((await this.#manager.getUser())?.expired === true) await this.#renew();
    const user = await this.#manager.getUser();
    if (user !== null && user.expired !== true) return user;
    this.events.onExpired();
    return undefined;
  }

  /** Concurrent calls share one renewal. */
  #renew(): Promise<void> {
    return (this.#renewal ??= this.#tryToRenew().finally(() => {
      this.#renewal = undefined;
    }));
  }

  async #tryToRenew(): Promise<void> {
    for (let attempt = 1; this.#isRenewable && attempt <= MAX_ATTEMPTS; attempt += 1) {
      const user = await this.#manager.getUser();
      if (user?.refresh_token === undefined) return;
      try {
        await this.#manager.signinSilent();
        // The answer may arrive after a sign-out.
        if (this.#isForgotten) await this.#manager.removeUser();
        else this.events.onRenewed();
        return;
      } catch (error) {
        this.#isRenewable = !(error instanceof ErrorResponse);
        this.events.onEnding((user.expires_at ?? 0) * 1_000, this.#describe(error, undefined).message);
      }
      if (this.#isRenewable && attempt < MAX_ATTEMPTS)
        await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY_MS));
    }
  }

  #describe(error: unknown, path: string | undefined): SignInError {
    const host = this.#host;
    if (error instanceof ErrorResponse) {
      const { error: code, error_description: description } = error;
      const cause = description === null ? (code ?? '') : `${description} (${code ?? ''})`;
      return new SignInError(
        `${host} refused it: ${cause.replace(/\.$/, '')}.`,
        path,
        NEEDS_USER.includes(code ?? ''),
      );
    }
    const { name, message } = error as Error;
    if (message.startsWith('No matching state') || message.startsWith('No state'))
      return new SignInError('This sign-in was used before, or it began in another tab.', path, false);
    if (name === 'TypeError' || name === 'ErrorTimeout')
      return new SignInError(`${host} could not be reached.`, path, false);
    return new SignInError(`${host} did not answer as an issuer does.`, path, false);
  }
}

function pathOf(state: unknown): string | undefined {
  const { path } = (state ?? {}) as { path?: unknown };
  return typeof path === 'string' ? path : undefined;
}
