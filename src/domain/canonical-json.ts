/** Canonical JSON: equal values produce equal strings, regardless of the order of their members. Used for cache keys and input hashes. */

/** JSON with sorted keys, without members that are null or undefined. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}

/** A copy is faster than a replacer of JSON.stringify, which calls it for every member. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  if (hasJson(value)) return sorted(value.toJSON());
  // Without a prototype, __proto__ is a name like others.
  const copy = Object.create(null) as Record<string, unknown>;
  for (const name of Object.keys(value).sort()) {
    const member = (value as Readonly<Record<string, unknown>>)[name];
    if (member != null) copy[name] = sorted(member);
  }
  return copy;
}

function hasJson(value: object): value is { toJSON(): unknown } {
  return 'toJSON' in value && typeof value.toJSON === 'function';
}
