/** The paths in the URLs of requests. */

/** Removes the slash at the end of the path from a URL with the path `path`, and leaves every other URL as it is. */
export function withoutFinalSlash(url: string, path: string): string {
  const rest = url.slice(path.length);
  return url.startsWith(path) && /^\/(?:\?|$)/.test(rest) ? path + rest.slice(1) : url;
}

/** The path of a URL of a request. */
export function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '';
}
