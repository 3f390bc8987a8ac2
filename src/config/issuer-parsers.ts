/** Parsers of the settings of an issuer, for the variables and for the access file. */
import { z } from 'zod';
import { isClaimPath } from '../identity/claim-path';
import { AUDIENCE_CLAIMS } from '../identity/settings';
import { text } from './parsers';
import { secureUrl } from './url-parsers';

const ISSUER = 'must be an https URL without a query, or an http URL on a loopback address';

export const issuerUrl = secureUrl(ISSUER, 'https://id.example.com').refine(
  (url) => !/[\s?#]/.test(url),
  `${ISSUER}, such as https://id.example.com`,
);

export const jwksUrl = secureUrl(
  'must be an https URL, or an http URL on a loopback address',
  'https://id.example.com/keys',
);

/** True for an audience without the characters of a list that is not separated by commas. */
export function isAudience(value: string): boolean {
  return /^(?!\[)[^\s"'`,]{1,255}$/.test(value);
}

export const audienceClaim = z.enum(AUDIENCE_CLAIMS, `must be ${AUDIENCE_CLAIMS.join(' or ')}`);

const PATH =
  'must be the name of a claim, a dotted path such as realm_access.roles, or a JSON Pointer such as /https:~1~1example.com~1claims/roles';

export const claimPath = z.string(PATH).refine(isClaimPath, PATH);

export const scopePrefix = text(
  /^\S{1,255}$/,
  'must have 1 to 255 characters without spaces, such as secops/',
);
