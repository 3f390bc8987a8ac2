/** The public keys of the issuer: cached, refetched for unknown keys, and used longer while the issuer is unavailable. */
import type * as Jose from 'jose' with { 'resolution-mode': 'import' };
import type {
  CryptoKey,
  FetchImplementation,
  FlattenedJWSInput,
  JWSHeaderParameters,
  RemoteJWKSet,
} from 'jose' with { 'resolution-mode': 'import' };
import type { Logger } from 'pino';
import { SignInUnavailableError } from '../domain/errors';
import { describeFailure, fetchKeySet } from './issuer';
import type { IssuerSettings } from './settings';

/** The timeout of a fetch from the issuer. */
const FETCH_TIMEOUT_MS = 3_000;
/** The time to live of the cached key set; for this long, the gateway still accepts a withdrawn key. */
const KEY_SET_TTL_MS = 600_000;
/** The time to live of the cached key set while the issuer is unavailable. */
const STALE_KEY_SET_TTL_MS = 3_600_000;
/** The minimum time between a fetch of the key set and a refetch for an unknown key. */
const COOLDOWN_MS = 30_000;
/** The minimum time between a failed fetch and the next one. */
const RETRY_SECONDS = 10;

export class IssuerKeys {
  private readonly remote: RemoteJWKSet;
  private fetchedAt = -Infinity;
  private failedAt = -Infinity;

  constructor(
    private readonly jose: typeof Jose,
    private readonly settings: IssuerSettings,
    private readonly logger: Logger,
  ) {
    this.remote = jose.createRemoteJWKSet(new URL(settings.jwksUrl ?? settings.issuer), {
      timeoutDuration: FETCH_TIMEOUT_MS,
      cooldownDuration: COOLDOWN_MS,
      cacheMaxAge: KEY_SET_TTL_MS,
      [jose.customFetch]: (_url, options) => this.fetch(options),
    });
  }

  /** Fetches the keys at startup, so that the log shows a misconfiguration immediately. Ignores failures. */
  async warmUp(): Promise<void> {
    await this.remote.reload().catch(() => undefined);
  }

  /**
   * The key for a token. Throws a jose error when the issuer has no matching key, and SignInUnavailableError when the
   * gateway cannot fetch the current keys to find out.
   */
  async find(header: JWSHeaderParameters, token: FlattenedJWSInput): Promise<CryptoKey> {
    try {
      return await this.remote(header, token);
    } catch (error) {
      const { JWKSNoMatchingKey, JWKSMultipleMatchingKeys } = this.jose.errors;
      if (error instanceof JWKSNoMatchingKey || error instanceof JWKSMultipleMatchingKeys) throw error;
      return await this.findWithoutIssuer(header, token);
    }
  }

  private async findWithoutIssuer(header: JWSHeaderParameters, token: FlattenedJWSInput): Promise<CryptoKey> {
    const cached = this.remote.jwks();
    if (cached === undefined || Date.now() - this.fetchedAt > STALE_KEY_SET_TTL_MS) {
      throw new SignInUnavailableError(RETRY_SECONDS);
    }
    try {
      return await this.jose.createLocalJWKSet(cached)(header, token);
    } catch (error) {
      if (error instanceof this.jose.errors.JWKSNoMatchingKey) {
        throw new SignInUnavailableError(RETRY_SECONDS);
      }
      throw error;
    }
  }

  private async fetch(options: Parameters<FetchImplementation>[1]): Promise<Response> {
    if (Date.now() - this.failedAt < RETRY_SECONDS * 1000)
      throw new Error('The last fetch of the issuer keys failed less than ten seconds ago.');
    try {
      const keys = await fetchKeySet(this.settings, options);
      this.fetchedAt = Date.now();
      return Response.json(keys);
    } catch (error) {
      this.failedAt = Date.now();
      this.logger.warn(
        { issuer: this.settings.issuer, reason: describeFailure(error) },
        'The issuer keys could not be fetched',
      );
      throw error;
    }
  }
}
