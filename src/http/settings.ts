/** The settings of the HTTP server. */

export interface HttpSettings {
  /** The origins whose pages may call the gateway from a browser, such as https://console.example.com; none by default. */
  readonly corsOrigins: readonly string[];
  /** The request headers that those pages may send besides the usual ones, in lower case; none by default. */
  readonly corsHeaders: readonly string[];
  /** The hosts besides loopback for which a gateway without sign-in accepts requests, in the spelling of canonicalHost; none by default. */
  readonly allowedHosts: readonly string[];
  /** True to compress responses. */
  readonly compression: boolean;
  /** The addresses and networks of the proxies whose X-Forwarded-* headers the gateway trusts. */
  readonly trustedProxies: readonly string[];
  /** The maximum number of requests in flight; the gateway sheds the others. */
  readonly maxConcurrentRequests: number;
  /** The maximum number of connections; undefined for the default. */
  readonly maxConnections?: number | undefined;
  /** The maximum number of connections of one client address; undefined for the default. Trusted proxies have no such limit. */
  readonly maxConnectionsPerAddress?: number | undefined;
  /** The mean event loop delay above which the gateway sheds requests; 0 for no limit, as in tests, which run in the same event loop. */
  readonly maxEventLoopDelayMs?: number | undefined;
  /** Defaults to TIMEOUTS; tests set shorter ones. */
  readonly timeouts?: Timeouts;
}

/** Timeouts of a connection, in milliseconds. */
export interface Timeouts {
  /** From the start of the connection, or the end of the previous request, until all headers have arrived. */
  readonly headers: number;
  /** Until the whole body has arrived. */
  readonly request: number;
  /** Until the client has received the whole response. */
  readonly response: number;
  /** Between two requests of a connection. Longer than the idle timeout of load balancers, so that the gateway never closes a connection that one is about to use. */
  readonly keepAlive: number;
}

export const TIMEOUTS: Timeouts = { headers: 10_000, request: 20_000, response: 60_000, keepAlive: 72_000 };
