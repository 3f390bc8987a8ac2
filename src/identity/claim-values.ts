/** The values of a claim: one text, or a list of texts. */

/** The texts; none of any other value. */
export function textsIn(claim: unknown): readonly string[] {
  if (typeof claim === 'string') return [claim];
  return Array.isArray(claim) ? claim.filter((each) => typeof each === 'string') : [];
}

export function isMissing(claim: unknown): claim is undefined | null {
  return claim === undefined || claim === null;
}

/** False for a claim that is neither a text nor a list of texts. */
export function hasOnlyTexts(claim: unknown): boolean {
  return typeof claim === 'string' || (Array.isArray(claim) && claim.length === textsIn(claim).length);
}

export function countValues(claim: unknown): number {
  if (Array.isArray(claim)) return claim.length;
  return isMissing(claim) ? 0 : 1;
}
