/** API tokens, which the gateway stores only as hashes. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { tokenName, type Principal } from '../domain/principal';
import { TokenRejectedError } from './token-rejected-error';
import { combine } from './roles';
import type { ApiToken } from './settings';

/** Distinguishes API tokens from JWTs, and lets secret scanners find them. */
const PREFIX = 'sog_';
const TOKEN_PATTERN = /^sog_[\w-]{32,250}$/;

/** The number of random bytes of a token. */
const RANDOM_BYTES = 32;

export function newToken(): string {
  return PREFIX + randomBytes(RANDOM_BYTES).toString('base64url');
}

/** A slow password hash would not be safer: the tokens are random, so nobody can guess them with a dictionary. */
export function sha256(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export function isApiToken(token: string): boolean {
  return token.startsWith(PREFIX);
}

export class ApiTokens {
  private readonly tokens: readonly {
    readonly hash: Buffer;
    readonly principal: Principal;
  }[];

  constructor(tokens: readonly ApiToken[]) {
    this.tokens = tokens.map(({ name, sha256: hash, roles, expires }) => ({
      hash: Buffer.from(hash, 'hex'),
      principal: { name: tokenName(name), ...combine(roles), expiresAt: expires },
    }));
  }

  /** The principal of a token. Throws TokenRejectedError when the token is malformed, unknown or expired. */
  find(token: string): Principal {
    if (!TOKEN_PATTERN.test(token)) throw new TokenRejectedError('malformed API token');
    const tokenHash = sha256(token);
    const [found] = this.tokens.filter(({ hash }) => timingSafeEqual(hash, tokenHash));
    if (found === undefined) throw new TokenRejectedError('unknown API token');
    const { principal } = found;
    if (principal.expiresAt !== undefined && principal.expiresAt.getTime() <= Date.now()) {
      throw new TokenRejectedError('expired API token');
    }
    return principal;
  }
}
