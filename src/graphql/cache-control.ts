/** The parser of the request header Cache-Control, by which a client sets the maximum age of AWS data in a response. */

/** Returns the seconds of max-age, 0 for no-cache or no-store, and Infinity without any of them. */
export function maxAgeSeconds(cacheControl: string | undefined): number {
  const directives = (cacheControl ?? '')
    .toLowerCase()
    .split(',')
    .map((directive) => directive.trim());
  if (directives.includes('no-cache') || directives.includes('no-store')) return 0;
  const ages = directives.flatMap((directive) => /^max-age="?(\d+)"?$/.exec(directive)?.[1] ?? []);
  return Math.min(Infinity, ...ages.map(Number));
}
