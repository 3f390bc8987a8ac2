/** The public keys of the issuer: fetched, kept for a while, fetched again for a key that is new, and made to last while the issuer is down. */
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
import { fetchKeySet, faultOf } from './issuer';
import type { OidcSettings } from './settings';

/** Milliseconds for the issuer to give its keys. */
const TIMEOUT = 3_000;
/** For so long a withdrawn key is still good. */
const KEY_SET_TTL_MS = 600_000;
/** And for so long if the issuer cannot be asked. */
const STALE_KEY_SET_TTL_MS = 3_600_000;
/** How soon after its keys came the issuer is asked for an unknown one. */
const COOLDOWN_MS = 30_000;
/** How soon the issuer is asked again after it failed. */
const RETRY_SECONDS = 10;

export class IssuerKeys {
  private readonly remote: RemoteJWKSet;
  private fetchedAt = -Infinity;
  private failedAt = -Infinity;

  constructor(
    private readonly jose: typeof Jose,
    private readonly settings: OidcSettings,
    private readonly logger: Logger,
  ) {
    this.remote = jose.createRemoteJWKSet(new URL(settings.jwksUrl ?? settings.issuer), {
      timeoutDuration: TIMEOUT,
      cooldownDuration: COOLDOWN_MS,
      cacheMaxAge: KEY_SET_TTL_MS,
      [jose.customFetch]: (_url, options) => this.fetch(options),
    });
  }

  /** Fetches them before anybody signs in, so that the log tells at once what is wrong; a failure is not the end. */
  async warmUp(): Promise<void> {
    await this.remote.reload().catch(() => undefined);
  }

  /** Throws an error of jose's when there is no such key, SignInUnavailableError when that cannot be told. */
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
    const known = this.remote.jwks();
    if (known === undefined || Date.now() - this.fetchedAt > STALE_KEY_SET_TTL_MS) {
      throw new SignInUnavailableError(RETRY_SECONDS);
    }
    try {
      return await this.jose.createLocalJWKSet(known)(header, token);
    } catch (error) {
      if (error instanceof this.jose.errors.JWKSNoMatchingKey) {
        throw new SignInUnavailableError(RETRY_SECONDS);
      }
      throw error;
    }
  }

  private async fetch(options: Parameters<FetchImplementation>[1]): Promise<Response> {
    if (Date.now() - this.failedAt < RETRY_SECONDS * 1000) throw new Error('The issuer has just failed.');
    try {
      const keys = await fetchKeySet(this.settings, options);
      this.fetchedAt = Date.now();
      return Response.json(keys);
    } catch (error) {
      this.failedAt = Date.now();
      this.logger.warn(
        { issuer: this.settings.issuer, reason: faultOf(error) },
        'the keys of the issuer cannot be fetched',
      );
      throw error;
    }
  }
}
