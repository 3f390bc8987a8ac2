/** The gateway's own tokens, of which it knows the hashes only. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Principal } from '../domain/principal';
import { TokenRejectedError } from './refused';
import { combine } from './roles';
import type { ApiToken } from './settings';

const PREFIX = 'sog_';
const FORM = /^sog_[\w-]{32,250}$/;

/** Bytes. */
const RANDOMNESS = 32;

export function newToken(): string {
  return PREFIX + randomBytes(RANDOMNESS).toString('base64url');
}

/** A hash that is slow on purpose would not be safer: these tokens are random, and cannot be guessed from a list. */
export function sha256(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export function isApiToken(token: string): boolean {
  return token.startsWith(PREFIX);
}

export class ApiTokens {
  private readonly known: readonly {
    readonly hash: Buffer;
    readonly expires: Date | undefined;
    readonly principal: Principal;
  }[];

  constructor(tokens: readonly ApiToken[]) {
    this.known = tokens.map(({ name, sha256: hash, roles, expires }) => ({
      hash: Buffer.from(hash, 'hex'),
      expires,
      principal: { name: `token:${name}`, ...combine(roles) },
    }));
  }

  /** Throws Refused. */
  find(token: string): Principal {
    if (!FORM.test(token)) throw new TokenRejectedError('malformed API token');
    const given = sha256(token);
    const [found] = this.known.filter(({ hash }) => timingSafeEqual(hash, given));
    if (found === undefined) throw new TokenRejectedError('unknown API token');
    if (found.expires !== undefined && found.expires.getTime() <= Date.now()) {
      throw new TokenRejectedError('expired API token');
    }
    return found.principal;
  }
}
