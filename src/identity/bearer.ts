/** The token in the Authorization header (RFC 6750). */
import { TokenRejectedError } from './refused';

/** Bytes of a token. */
const MAX_LENGTH = 8_192;

const BEARER = /^bearer +([\w.~+/-]+=*)$/i;

/** Throws Refused unless there is exactly one header, and it holds one token. */
export function bearerToken(authorization: readonly string[]): string {
  const [value, ...others] = authorization;
  if (value === undefined) throw new TokenRejectedError('no token');
  if (others.length > 0) throw new TokenRejectedError('several Authorization headers');
  const token = BEARER.exec(value)?.[1];
  if (token === undefined) throw new TokenRejectedError('no bearer token');
  if (token.length > MAX_LENGTH) throw new TokenRejectedError('token too long');
  return token;
}

/** Whether somebody tried to sign in by a token, however wrong. */
export function sentToken(authorization: readonly string[]): boolean {
  return authorization.some((value) => /^bearer +\S/i.test(value));
}
