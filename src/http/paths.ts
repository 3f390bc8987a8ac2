/** The paths in the URLs of requests. */

/** Removes the slash at the end of one of the paths from a URL, and leaves every other URL as it is. */
export function withoutFinalSlash(url: string, paths: readonly string[]): string {
  const path = pathOf(url);
  const shorter = path.slice(0, -1);
  return path.endsWith('/') && paths.includes(shorter) ? shorter + url.slice(path.length) : url;
}

/** The path of a URL of a request. */
export function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '';
}
