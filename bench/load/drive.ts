/** A load generator: clients that request pages of jobs at a given rate or as fast as possible. */
import autocannon from 'autocannon';

export interface LoadOptions {
  readonly connections: number;
  readonly seconds: number;
  /** Requests per second of all connections. Default: each connection sends the next request after a response. */
  readonly rate?: number;
}

export interface LoadResult {
  readonly connections: number;
  readonly rate: number | undefined;
  /** Requests per second with a 2xx response. */
  readonly goodput: number;
  /** Rejected requests per second. */
  readonly shed: number;
  /** The number of broken connections and timeouts. */
  readonly failed: number;
  /** Response times of all requests, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** Many page sizes, so that few requests can share AWS calls. */
const SIZES = Array.from({ length: 40 }, (_each, index) => index + 10);

const QUERY =
  'query ($first: Int!) { classificationJobs(first: $first) { nodes { id jobId name status jobType createdAt availableTransitions { action to } } pageInfo { hasNextPage } completeness { complete } } }';

export async function drive(url: string, { connections, seconds, rate }: LoadOptions): Promise<LoadResult> {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    timeout: 20,
    ...(rate !== undefined && { overallRate: rate }),
    requests: SIZES.map((first) => ({
      method: 'POST' as const,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: QUERY, variables: { first } }),
    })),
  });
  return {
    connections,
    rate,
    goodput: result['2xx'] / result.duration,
    shed: result.non2xx / result.duration,
    failed: result.errors,
    p50: result.latency.p50,
    p99: result.latency.p99,
  };
}
