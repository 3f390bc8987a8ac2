/** The roles that a token claims. */
import type { JWTPayload } from 'jose' with { 'resolution-mode': 'import' };
import { claimAt } from './claim-path';
import { hasOnlyTexts, isMissing, textsIn } from './claim-values';
import type { Role } from './roles';
import type { IssuerSettings } from './settings';

/**
 * The known roles that the token claims; none when the claim is missing or empty. UNUSABLE when the claim names only
 * unknown roles, or is neither a text nor a list of texts: the caller may have lost a role that restricted it to targets.
 */
export function claimedRoles(
  claims: JWTPayload,
  { rolesClaim }: IssuerSettings,
  roles: ReadonlyMap<string, Role>,
): readonly Role[] | 'UNUSABLE' {
  const claim = claimAt(claims, rolesClaim);
  if (isMissing(claim)) return [];
  if (!hasOnlyTexts(claim)) return 'UNUSABLE';
  const names = textsIn(claim).filter((name) => name !== '');
  const known = names.flatMap((name) => roles.get(name) ?? []);
  return known.length === 0 && names.length > 0 ? 'UNUSABLE' : known;
}
