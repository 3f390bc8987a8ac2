// Gateways with a rate limit, and the responses of operations of a known cost.
import type { QueryLimits } from '../../src/graphql/query-limits/settings';
import { startTestGateway, testConfig, type GraphqlAnswer, type TestGateway } from './gateway';
import { useHarness } from './harness';

/** A query that costs 10 + 20 x 2 points. */
export const FIFTY_POINTS = '{ classificationJobs { nodes { name } } }';
/** Not an operation, which costs 1 point. */
export const GARBAGE = '{';

export const times = (count: number, code: unknown) => Array.from({ length: count }, () => code);

/** Closes the gateways after each test. */
export function useRateLimits() {
  const harness = useHarness();
  let gateways: TestGateway[] = [];

  afterEach(async () => {
    for (const gateway of gateways) await gateway.close();
    gateways = [];
  });

  async function start(limits: Partial<QueryLimits>, valkeyUrl?: string): Promise<string> {
    const queryLimits = { ...testConfig().queryLimits, ...limits };
    const gateway = await startTestGateway(harness.emulator.url, { queryLimits, valkeyUrl });
    gateways.push(gateway);
    return gateway.url;
  }

  return { harness, start, send, codes };
}

async function send(url: string, query: string, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  const result = (await response.json()) as GraphqlAnswer<unknown> & { extensions?: { cost?: number } };
  const { code, retryAfterSeconds }: Readonly<Record<string, unknown>> = result.errors?.[0]?.extensions ?? {};
  const retryAfter = response.headers.get('retry-after');
  return { status: response.status, code, retryAfterSeconds, retryAfter, cost: result.extensions?.cost };
}

/** The error codes of the responses to `count` requests, one after another. */
async function codes(urls: readonly string[], query: string, count: number): Promise<unknown[]> {
  const all: unknown[] = [];
  for (let index = 0; index < count; index += 1) {
    all.push((await send(urls[index % urls.length] ?? '', query)).code);
  }
  return all;
}
