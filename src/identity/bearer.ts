/** The bearer token in the Authorization header (RFC 6750). */
import { TokenRejectedError } from './token-rejected-error';

/** The maximum length of a token, in characters. */
const MAX_TOKEN_LENGTH = 8_192;

const BEARER = /^bearer +([\w.~+/-]+=*)$/i;

/** The token. Throws TokenRejectedError unless there is exactly one header with exactly one token. */
export function bearerToken(authorization: readonly string[]): string {
  const [value, ...others] = authorization;
  if (value === undefined) throw new TokenRejectedError('no token');
  if (others.length > 0) throw new TokenRejectedError('several Authorization headers');
  const token = BEARER.exec(value)?.[1];
  if (token === undefined) throw new TokenRejectedError('no bearer token');
  if (token.length > MAX_TOKEN_LENGTH) throw new TokenRejectedError('token too long');
  return token;
}

/** True when a header contains a bearer token, valid or not. */
export function hasBearerToken(authorization: readonly string[]): boolean {
  return authorization.some((value) => /^bearer +\S/i.test(value));
}
