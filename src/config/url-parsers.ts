/** Parsers of URLs, whose messages say what is wrong and never repeat the URL, which may contain a password. */
import { z } from 'zod';
import { isSecureUrl } from '../domain/loopback';

export interface UrlRules {
  readonly schemes: readonly string[];
  /** The beginning of the message for a value that is no such URL: "must be a URL such as". */
  readonly problem: string;
  /** A valid URL. */
  readonly example: string;
  /** A valid URL with a percent-encoded password; undefined for URLs that cannot contain a password. */
  readonly passwordExample?: string;
  /** The parameter that can name the host instead, such as the folder of a Unix socket. */
  readonly hostParameter?: string;
  /** The path; by default any. */
  readonly path?: { readonly pattern: RegExp; readonly problem: string };
}

const URL_PARTS = /^([a-z][a-z\d+.-]*):\/\/([^/?#]*)((?:\/[^?#]*)?)((?:\?[^#]*)?)((?:#.*)?)$/is;
const HOST_AND_PORT = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/s;
const MAX_PORT = 65_535;

export function url(rules: UrlRules) {
  return z.string().superRefine((value, context) => {
    const problem = urlProblem(value, rules);
    if (problem !== undefined) context.addIssue(problem);
  });
}

/** An https URL, or an http URL at a loopback address, that the gateway can fetch. */
export function secureUrl(problem: string, example: string) {
  return url({ schemes: ['https', 'http'], problem: `${problem}, such as`, example }).refine(
    isSecureUrl,
    `${problem}, such as ${example}`,
  );
}

/** What is wrong with the URL; undefined for a valid one. */
export function urlProblem(value: string, rules: UrlRules): string | undefined {
  const { schemes, problem, example, passwordExample, hostParameter, path: pathRule } = rules;
  const [, scheme = '', authority = '', path = '', query = '', fragment = ''] = URL_PARTS.exec(value) ?? [];
  const format = `${problem} ${example}`;
  if (!schemes.includes(scheme.toLowerCase())) return format;
  const userEnd = authority.lastIndexOf('@');
  const [, hostName = '', port] = HOST_AND_PORT.exec(authority.slice(userEnd + 1)) ?? [];
  if (passwordExample === undefined) {
    if (userEnd >= 0 || (path + query + fragment).includes('@'))
      return `must not contain a user name, a password or an @, as in ${example}`;
  } else if (fragment !== '' || (path + query).includes('@') || (value.includes('@') && /\s/.test(value))) {
    return `must percent-encode the special characters of the user name and the password, such as # as %23, / as %2F, ? as %3F and @ as %40: ${passwordExample}`;
  }
  if (!isDecodable(value))
    return `contains a % that does not begin a percent-encoded character: write % as %25, as in ${passwordExample ?? example}`;
  if (hostName === '' && !(hostParameter !== undefined && new URLSearchParams(query).has(hostParameter)))
    return `must name a host, as in ${example}`;
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= MAX_PORT))
    return `must name a port from 1 to ${MAX_PORT}, as in ${example}`;
  if (pathRule !== undefined && !pathRule.pattern.test(path)) return pathRule.problem;
  return (hostName === '' || URL.canParse(value)) && !/\s/.test(value) ? undefined : format;
}

function isDecodable(value: string): boolean {
  try {
    decodeURIComponent(value);
    return true;
  } catch {
    return false;
  }
}
