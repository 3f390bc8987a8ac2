/** Variables of HTTP: CORS, trusted proxies and concurrency. */
import { isIP } from 'node:net';
import { canonicalHost } from '../domain/host-name';
import { list, wholeNumber } from './parsers';
import { variable } from './variables';

export const HTTP_VARIABLES = {
  CORS_ORIGINS: variable(
    list(
      isOrigin,
      'must be a list of origins such as https://console.example.com, without * and without a path',
    ).default([]),
    {
      meaning:
        'the origins whose pages may call the gateway from a browser, such as `https://console.example.com`, separated by commas',
      unset: 'none',
    },
  ),
  ALLOWED_HOSTS: variable(
    list(
      (entry) => canonicalHost(entry) !== undefined,
      'must be a list of host names or IP addresses without a port such as secops.example.com, without *',
      (entry) => canonicalHost(entry) ?? entry,
    )
      .transform((entries): readonly string[] => entries.flatMap((entry) => canonicalHost(entry) ?? []))
      .default([]),
    {
      meaning:
        'the hosts besides loopback for which a gateway [without sign-in](http.md#without-sign-in) accepts requests, such as `secops.example.com`, separated by commas',
      unset: 'none',
    },
  ),
  TRUST_PROXY: variable(
    list(isNetwork, 'must be a list of IP addresses and networks such as 10.0.0.0/8').default([]),
    {
      meaning:
        'the addresses and networks of the proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` the gateway trusts, such as `10.0.0.0/8`, separated by commas',
      unset: 'none',
    },
  ),
  MAX_CONCURRENT_REQUESTS: variable(wholeNumber(1, 99_999, 200).default(200), {
    meaning: 'the maximum number of requests in flight; the gateway sheds the others with status 503',
  }),
};

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:[^*]+$/.test(text) && new URL(text).origin === text;
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || address.includes('%') || more.length > 0) return false;
  // The network of all addresses would let every client claim any address.
  return (
    bits === undefined ||
    (/^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= (version === 4 ? 32 : 128))
  );
}
