// Thousands of bad requests to a gateway in a separate process. The gateway rejects each in time, does not crash, sends no call to AWS,
// and keeps serving a healthy client.
import fc from 'fast-check';
import { ERROR_CODES } from '../../src/domain/errors';
import { createSchema } from '../../src/app/graphql-schema';
import { GuardedGateway } from '../support/guarded-gateway';
import { Client, type Reply } from './client';
import { badRequests, type BadRequest } from './requests';

const RUNS = Number(process.env.FUZZ_RUNS ?? 2_000);
const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
const CONCURRENCY = 8;

/** The number of requests generated at a time, so that generation neither grows memory nor delays the healthy client. */
const BATCH_SIZE = 100;

/** Milliseconds within which the gateway must respond to each request. */
const MAX_MILLISECONDS = 250;
/** Milliseconds allowed while the machine is busy. */
const MAX_MILLISECONDS_UNDER_LOAD = 5_000;
/** How often the test sends a late request again without other load, to tell a slow gateway from a busy machine. */
const RETRIES = 5;

const HEALTHY = JSON.stringify({ query: '{ classificationJobs(first: 5) { nodes { id name status } } }' });

let gateway: GuardedGateway;

beforeAll(async () => {
  gateway = await GuardedGateway.start();
});

afterAll(() => gateway.stop());

/** The problem of the reply to a bad request, if it has one. */
function findProblem(
  { kind, method }: BadRequest,
  { status, text, milliseconds }: Reply,
): string | undefined {
  if (milliseconds > MAX_MILLISECONDS_UNDER_LOAD) return `took ${milliseconds.toFixed(0)} ms`;
  if (status === 0 || status >= 500) return `status ${status}`;
  // After 100 failed sign-ins of a minute, status 429 replaces 401.
  if (kind === 'token' && status !== 401 && status !== 429) return `status ${status} instead of 401`;
  if (/node_modules|\.js:\d+|at \w+ \(/.test(text)) return 'reveals a stack trace';
  if (method === 'HEAD') return undefined;
  let body: {
    readonly data?: unknown;
    readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
  };
  try {
    body = JSON.parse(text) as typeof body;
  } catch {
    return 'is not JSON';
  }
  const codes = (body.errors ?? []).map(({ extensions }) => extensions?.code ?? 'none');
  if (
    codes.some(
      (code) => code === 'INTERNAL_SERVER_ERROR' || !(ERROR_CODES as readonly string[]).includes(code),
    )
  ) {
    return `codes ${codes.join(', ')}`;
  }
  return codes.length === 0 && !text.includes('INVALID_INPUT') ? 'was not rejected' : undefined;
}

test(
  `rejects ${RUNS} bad requests and keeps serving a healthy client`,
  async () => {
    const client = new Client(gateway.origin, gateway.token);
    const good = {
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json' },
      body: HEALTHY,
    };
    const wanted = (await client.send(good)).text;
    const { id, cursor } = await gateway.samples();
    const requests = badRequests(createSchema(), { token: gateway.token, id, cursor });
    await gateway.forgetCalls();
    const running = new AbortController();
    const healthyTimes: number[] = [];
    const wrongReplies: string[] = [];
    const healthyClient = (async () => {
      while (!running.signal.aborted) {
        const { status, text, milliseconds } = await client.send(good);
        healthyTimes.push(milliseconds);
        if (text !== wanted) wrongReplies.push(`${status} ${text}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    })();
    const problems: { readonly problem: string; readonly request: BadRequest; readonly text: string }[] = [];
    const kinds: Record<string, number> = {};
    const times: number[] = [];
    const late: BadRequest[] = [];
    for (let batchIndex = 0; batchIndex * BATCH_SIZE < RUNS; batchIndex += 1) {
      const batch = fc.sample(requests, {
        seed: SEED + batchIndex,
        numRuns: Math.min(BATCH_SIZE, RUNS - batchIndex * BATCH_SIZE),
      });
      const remaining = batch.values();
      const send = async () => {
        for (const request of remaining) {
          const reply = await client.send(request);
          times.push(reply.milliseconds);
          if (reply.milliseconds > MAX_MILLISECONDS) late.push(request);
          kinds[request.kind] = (kinds[request.kind] ?? 0) + 1;
          const problem = findProblem(request, reply);
          if (problem !== undefined) problems.push({ problem, request, text: reply.text.slice(0, 300) });
        }
      };
      await Promise.all(Array.from({ length: CONCURRENCY }, send));
    }
    running.abort();
    await healthyClient;
    const slow: BadRequest[] = [];
    for (const request of late) {
      let retriesLeft = RETRIES;
      while (retriesLeft > 0 && (await client.send(request)).milliseconds > MAX_MILLISECONDS)
        retriesLeft -= 1;
      if (retriesLeft === 0) slow.push(request);
    }
    process.stdout.write(
      `FUZZ_SEED=${SEED}: ${times.length} bad requests ${JSON.stringify(kinds)}, slowest ${Math.max(...times).toFixed(0)} ms, ` +
        `${late.length} over ${MAX_MILLISECONDS} ms, ${slow.length} of them on every retry; ` +
        `${healthyTimes.length} healthy requests between them, slowest ${Math.max(...healthyTimes).toFixed(0)} ms\n`,
    );
    expect(wrongReplies).toEqual([]);
    expect(problems.slice(0, 5)).toEqual([]);
    expect(slow).toEqual([]);
    // AWS received only the calls of the healthy client, one each, because a first page comes from the first target.
    const calls = await gateway.callCounts();
    expect(calls).toEqual({ ListClassificationJobs: healthyTimes.length });
    client.close();
  },
  RUNS * 20 + 60_000,
);
