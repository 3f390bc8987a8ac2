/** Clients that ask for pages of jobs, as fast as they are answered or at a rate, and what came of it. */
import autocannon from 'autocannon';

export interface Drive {
  readonly connections: number;
  readonly seconds: number;
  /** Requests per second of all connections together; as many as are answered when left out. */
  readonly rate?: number;
}

export interface Driven {
  readonly connections: number;
  readonly rate: number | undefined;
  /** Requests per second that were answered with data. */
  readonly goodput: number;
  /** Those that were turned away at once. */
  readonly shed: number;
  /** Connections that broke and answers that never came. */
  readonly failed: number;
  /** Milliseconds, of all answers. */
  readonly p50: number;
  readonly p99: number;
}

/** Pages of many sizes, so that few requests can share their calls. */
const SIZES = Array.from({ length: 40 }, (_each, index) => index + 10);

const QUERY =
  'query ($first: Int!) { classificationJobs(first: $first) { nodes { id jobId name status jobType createdAt availableTransitions { action to } } pageInfo { hasNextPage } completeness { complete } } }';

export async function drive(url: string, { connections, seconds, rate }: Drive): Promise<Driven> {
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
