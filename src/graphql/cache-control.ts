/** How fresh an answer a client wants, told by HTTP's own Cache-Control. */

/** Seconds by Cache-Control's max-age, 0 by no-cache or no-store; any age without them. */
export function maxAgeSeconds(cacheControl: string | undefined): number {
  const directives = (cacheControl ?? '')
    .toLowerCase()
    .split(',')
    .map((directive) => directive.trim());
  if (directives.includes('no-cache') || directives.includes('no-store')) return 0;
  const ages = directives.flatMap((directive) => /^max-age="?(\d+)"?$/.exec(directive)?.[1] ?? []);
  return Math.min(Infinity, ...ages.map(Number));
}
