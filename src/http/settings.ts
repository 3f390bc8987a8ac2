/** What an operator sets of the HTTP server. */

export interface HttpSettings {
  /** Whose pages may call the gateway from a browser, as https://console.example.com; none by default. */
  readonly corsOrigins: readonly string[];
  /** Addresses and networks of proxies whose X-Forwarded-* headers are believed. */
  readonly trustedProxies: readonly string[];
  /** How many requests are in hand at once; the others are sent away. */
  readonly maxConcurrentRequests: number;
  /** Milliseconds that a turn of the event loop may take, by the mean of an interval; 0 for no limit, as in tests, whose own work counts too. */
  readonly maxLag?: number | undefined;
  /** Tests shorten them. */
  readonly timeouts?: Timeouts;
}

/** Milliseconds. */
export interface Timeouts {
  /** From the connection, or the request before, to the last of the headers. */
  readonly headers: number;
  /** To the last of the body. */
  readonly request: number;
  /** In which a client must have taken its answer. */
  readonly response: number;
  /** Between the requests of a connection. Longer than load balancers keep theirs, so that none is closed as they use it. */
  readonly keepAlive: number;
}

export const TIMEOUTS: Timeouts = { headers: 10_000, request: 20_000, response: 60_000, keepAlive: 72_000 };
