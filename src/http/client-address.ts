/** The address of the client: from the X-Forwarded-For of trusted proxies, otherwise from the connection. */
import { BlockList, isIP, SocketAddress } from 'node:net';
import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Attached } from '../domain/attached';
import { isWideNetwork } from './wide-networks';

/** Why a trusted proxy's header names no address. */
type UnusableReason = 'EMPTY' | 'UNKNOWN' | 'OBFUSCATED' | 'NOT_AN_ADDRESS' | 'ONLY_FORWARDED_HEADER';

/** Returns the address of the client. */
export type AddressOf = (request: FastifyRequest) => string;

/** The pause between two log lines with the same reason. */
const LOG_INTERVAL_MS = 3_600_000;

export class ClientAddresses {
  /** Undefined without a trusted proxy: a check takes longer than all other steps. */
  private readonly trusted: BlockList | undefined;
  private readonly loggedAt = new Map<UnusableReason, number>();
  private readonly known = new Attached<FastifyRequest, string>();

  /**
   * Logs a warning that names the wide networks.
   * @param trustedProxies addresses and networks, such as 10.0.3.7 and 10.0.3.0/28.
   */
  constructor(
    trustedProxies: readonly string[],
    private readonly logger: Logger,
  ) {
    if (trustedProxies.length > 0) this.trusted = listOf(trustedProxies);
    const networks = trustedProxies.filter(isWideNetwork);
    if (networks.length === 0) return;
    logger.warn(
      { networks },
      'TRUST_PROXY trusts wide networks: every host in them can claim any client address. List the addresses of the proxies',
    );
  }

  /**
   * The address of the client, in its shortest form and without port and zone. Walks X-Forwarded-For from its end to the
   * first address that is not a trusted proxy: clients can write the entries before it. An entry that is no address ends
   * the walk at the proxy that added it, and leaves a log line.
   */
  of(request: FastifyRequest): string {
    const known = this.known.get(request);
    if (known !== undefined) return known;
    const address = this.derive(request);
    this.known.set(request, address);
    return address;
  }

  /** True for the address of a trusted proxy. */
  trusts(address: string | undefined): boolean {
    return address !== undefined && this.trusted?.check(address, familyOf(address)) === true;
  }

  private derive({ headers, socket }: FastifyRequest): string {
    let address = addressIn(socket.remoteAddress ?? '') ?? '';
    if (!this.trusts(address)) return address;
    const header = headers['x-forwarded-for'];
    if (header === undefined) {
      if (headers.forwarded !== undefined) this.logUnusable(address, 'ONLY_FORWARDED_HEADER');
      return address;
    }
    for (const entry of String(header).split(',').reverse()) {
      const next = addressIn(entry);
      if (next === undefined) {
        this.logUnusable(address, reasonFor(entry));
        return address;
      }
      address = next;
      if (!this.trusts(address)) return address;
    }
    return address;
  }

  private logUnusable(proxy: string, reason: UnusableReason): void {
    const now = performance.now();
    if (now - (this.loggedAt.get(reason) ?? -Infinity) < LOG_INTERVAL_MS) return;
    this.loggedAt.set(reason, now);
    this.logger.warn(
      { proxy, reason },
      'A trusted proxy sent no client address that the gateway can read; audit trail, log and rate limits have the address of the proxy',
    );
  }
}

/** The address in a form of X-Forwarded-For, such as 203.0.113.9:51008 or "[2001:db8::1]:443"; undefined for other text. */
function addressIn(entry: string): string | undefined {
  // An IPv4 address has one form only.
  if (isIP(entry) === 4) return entry;
  const text = unquoted(entry);
  const [, bracketed] = /^\[([^\]]+)\](?::\d{1,5})?$/.exec(text) ?? [];
  const [, dotted] = /^([\d.]+)(?::\d{1,5})?$/.exec(text) ?? [];
  const [address = ''] = (bracketed ?? dotted ?? text).split('%');
  if (isIP(address) === 0 || (bracketed !== undefined && isIP(address) !== 6)) return undefined;
  const canonical = new SocketAddress({ address, family: familyOf(address) }).address;
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(canonical)?.[1] ?? canonical;
}

function reasonFor(entry: string): UnusableReason {
  const text = unquoted(entry);
  if (text === '') return 'EMPTY';
  if (text.toLowerCase() === 'unknown') return 'UNKNOWN';
  return text.startsWith('_') ? 'OBFUSCATED' : 'NOT_AN_ADDRESS';
}

function unquoted(entry: string): string {
  const text = entry.trim();
  return /^"(.*)"$/.exec(text)?.[1]?.trim() ?? text;
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = familyOf(address);
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}
