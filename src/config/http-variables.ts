/** Variables of HTTP: CORS, trusted proxies, compression, connections and concurrency. */
import { BlockList, isIP } from 'node:net';
import { z } from 'zod';
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
  CORS_HEADERS: variable(
    list(isHeaderName, 'must be a list of header names such as x-datadog-trace-id, without *', (entry) =>
      entry.toLowerCase(),
    )
      .transform((entries): readonly string[] => entries.map((entry) => entry.toLowerCase()))
      .default([]),
    {
      meaning:
        'the request headers that the pages of `CORS_ORIGINS` may send besides [the usual ones](http.md#browsers), such as `x-datadog-trace-id`, separated by commas',
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
    list(isNetwork, 'must be a list of IP addresses and networks such as 10.0.3.7 or 10.0.3.0/28').default(
      [],
    ),
    {
      meaning:
        'the addresses of the proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` the gateway [trusts](http.md#behind-a-proxy), such as `10.0.3.7, 10.0.3.8`, or networks that contain only proxies, separated by commas',
      unset: 'none',
    },
  ),
  COMPRESSION: variable(z.enum(['on', 'off'], 'must be on or off').default('on'), {
    meaning:
      '`on` [compresses](http.md#compression) responses from 1 kB on; `off` leaves that to a proxy in front of the gateway',
  }),
  MAX_CONNECTIONS: variable(wholeNumber(1, 999_999, 2_000).optional(), {
    meaning:
      'the maximum number of connections of clients; the gateway does not start if the process [may not open that many files](operations.md#connections-and-files)',
    unset: '`2000`, or what the limit of open files leaves',
  }),
  MAX_CONNECTIONS_PER_ADDRESS: variable(wholeNumber(1, 999_999, 500).optional(), {
    meaning:
      'the maximum number of connections of one client address, or of one 56-bit network of IPv6; proxies that `TRUST_PROXY` lists have no such limit',
    unset: 'half of the maximum number of connections',
  }),
  MAX_CONCURRENT_REQUESTS: variable(wholeNumber(1, 99_999, 200).default(200), {
    meaning: 'the maximum number of requests in flight; the gateway sheds the others with status 503',
  }),
  MAX_STREAMS: variable(wholeNumber(1, 99_999, 1_000).default(1_000), {
    meaning:
      'the maximum number of open [streams](live.md#limits); the gateway rejects others with status 503',
  }),
  MAX_STREAMS_PER_CALLER: variable(wholeNumber(1, 99_999, 50).default(50), {
    meaning:
      'the maximum number of open streams of one caller, or of one network without sign-in; the gateway rejects others with status 429',
  }),
};

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:[^*]+$/.test(text) && new URL(text).origin === text;
}

function isHeaderName(text: string): boolean {
  return text !== '*' && /^[\w!#$%&'*+.^`|~-]{1,100}$/.test(text);
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || address.includes('%') || more.length > 0) return false;
  if (bits === undefined) return true;
  const isPrefix = /^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128);
  return isPrefix && !containsAllIpv4(address, Number(bits), version === 4 ? 'ipv4' : 'ipv6');
}

/** A network of all addresses would let every client claim any address. Networks of IPv6 can contain all IPv4-mapped addresses. */
function containsAllIpv4(address: string, prefix: number, family: 'ipv4' | 'ipv6'): boolean {
  if (prefix === 0) return true;
  const network = new BlockList();
  network.addSubnet(address, prefix, family);
  return network.check('0.0.0.0') && network.check('255.255.255.255');
}
