/** The origins of pages. */

/** True for an origin with the host and port of `authority`; the scheme may be that of a TLS-terminating proxy. */
export function isOriginOf(origin: string, authority: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, host, origin: canonical } = new URL(origin);
  if (canonical !== origin || !/^https?:$/.test(protocol)) return false;
  const own = `${protocol}//${authority.replace(/\.(?=:|$)/, '')}`;
  return URL.canParse(own) && new URL(own).host === host;
}
