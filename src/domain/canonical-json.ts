/** Canonical JSON: equal values produce equal strings, regardless of the order of their members. Used for cache keys and input hashes. */

/** JSON with sorted keys, without members that are null or undefined. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => (isPlainObject(member) ? sorted(member) : member));
}

function sorted(object: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(object).filter(([, member]) => member != null);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
