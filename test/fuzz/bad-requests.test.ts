// Thousands of bad requests at a gateway in a process of its own: each is answered at once, none crashes it, none reaches AWS, and a healthy client is served meanwhile.
import fc from 'fast-check';
import { ERROR_CODES } from '../../src/domain/errors';
import { createSchema } from '../../src/app/graphql-schema';
import { GuardedGateway } from '../support/guarded-gateway';
import { Client, type Reply } from './client';
import { badRequests, type BadRequest } from './requests';

const RUNS = Number(process.env.FUZZ_RUNS ?? 10_000);
const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
const AT_ONCE = 8;

/** Requests are generated in portions: memory does not grow with their number, and the healthy client is not kept waiting by it. */
const PORTION = 100;

/** Milliseconds in which each must be answered. */
const PROMISED = 250;
/** A machine that does other things at the same time gets more, and a late request is sent so often again by itself. */
const PATIENCE = 5_000;
const CHANCES = 5;

const HEALTHY = JSON.stringify({ query: '{ classificationJobs(first: 5) { nodes { id name status } } }' });

let gateway: GuardedGateway;

beforeAll(async () => {
  gateway = await GuardedGateway.start();
});

afterAll(() => gateway.stop());

/** What is wrong with the reply to a bad request, if anything. */
function flaw({ kind, method }: BadRequest, { status, text, milliseconds }: Reply): string | undefined {
  if (milliseconds > PATIENCE) return `took ${milliseconds.toFixed(0)} ms`;
  if (status === 0 || status >= 500) return `status ${status}`;
  if (kind === 'token' && status !== 401) return `status ${status} instead of 401`;
  if (/node_modules|\.js:\d+|at \w+ \(/.test(text)) return 'shows where it was made';
  if (method === 'HEAD') return undefined;
  let answer: {
    readonly data?: unknown;
    readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
  };
  try {
    answer = JSON.parse(text) as typeof answer;
  } catch {
    return 'is no JSON';
  }
  const codes = (answer.errors ?? []).map(({ extensions }) => extensions?.code ?? 'none');
  if (
    codes.some(
      (code) => code === 'INTERNAL_SERVER_ERROR' || !(ERROR_CODES as readonly string[]).includes(code),
    )
  ) {
    return `codes ${codes.join(', ')}`;
  }
  return codes.length === 0 && !text.includes('INVALID_INPUT') ? 'was not refused' : undefined;
}

test(
  `${RUNS} bad requests`,
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
    const healthy: number[] = [];
    const unwell: string[] = [];
    const keepWell = (async () => {
      while (!running.signal.aborted) {
        const { status, text, milliseconds } = await client.send(good);
        healthy.push(milliseconds);
        if (text !== wanted) unwell.push(`${status} ${text}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    })();
    const flaws: { readonly flaw: string; readonly request: BadRequest; readonly text: string }[] = [];
    const kinds: Record<string, number> = {};
    const times: number[] = [];
    const late: BadRequest[] = [];
    for (let portion = 0; portion * PORTION < RUNS; portion += 1) {
      const batch = fc.sample(requests, {
        seed: SEED + portion,
        numRuns: Math.min(PORTION, RUNS - portion * PORTION),
      });
      const ahead = batch.values();
      const send = async () => {
        for (const request of ahead) {
          const reply = await client.send(request);
          times.push(reply.milliseconds);
          if (reply.milliseconds > PROMISED) late.push(request);
          kinds[request.kind] = (kinds[request.kind] ?? 0) + 1;
          const found = flaw(request, reply);
          if (found !== undefined) flaws.push({ flaw: found, request, text: reply.text.slice(0, 300) });
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, send));
    }
    running.abort();
    await keepWell;
    const slow: BadRequest[] = [];
    for (const request of late) {
      let chances = CHANCES;
      while (chances > 0 && (await client.send(request)).milliseconds > PROMISED) chances -= 1;
      if (chances === 0) slow.push(request);
    }
    process.stdout.write(
      `FUZZ_SEED=${SEED}: ${times.length} bad requests ${JSON.stringify(kinds)}, slowest ${Math.max(...times).toFixed(0)} ms, ` +
        `${late.length} over ${PROMISED} ms, ${slow.length} of them always; ${healthy.length} healthy ones between them, slowest ${Math.max(...healthy).toFixed(0)} ms\n`,
    );
    expect(unwell).toEqual([]);
    expect(flaws.slice(0, 5)).toEqual([]);
    expect(slow).toEqual([]);
    // The healthy client's own are all that AWS has heard: a first page comes from the first target.
    const calls = await gateway.callCounts();
    expect(calls).toEqual({ ListClassificationJobs: healthy.length });
    client.close();
  },
  RUNS * 20 + 60_000,
);
