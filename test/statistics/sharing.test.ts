// One pass for all who ask at once: which requests share a pass over the lists, and what each of them reports.
import { setTimeout as delay } from 'node:timers/promises';
import type { Scope } from '../../src/domain/principal';
import type { GraphqlAnswer } from '../support/gateway';
import { requestsInFlight, Scrape } from '../support/metrics';
import { identityOf, tokenOf } from '../support/principals';
import { SEVERAL_TARGETS, useSeveralTargets } from '../support/several-targets';

const READ: ReadonlySet<Scope> = new Set<Scope>(['macie:read', 'workmail:read', 'security-ir:write']);

const GRANTS = {
  ann: { scopes: READ, targets: 'ALL' },
  bob: { scopes: READ, targets: 'ALL' },
  home: { scopes: READ, targets: new Set(['home']) },
} as const;

const configuration = { targets: SEVERAL_TARGETS, identity: identityOf(GRANTS) };
const setup = useSeveralTargets({ jobs: 3, members: 3, exportJobs: 0, cases: 55 }, configuration);

beforeEach(async () => {
  await setup.release();
  await setup.clearFaults();
  await setup.forgetCalls();
});

interface UsageLine {
  readonly operation: string;
  readonly calls: number;
  readonly shared: number;
  readonly cached: number;
}

type Answer = GraphqlAnswer<Record<string, unknown>> & {
  readonly extensions?: { readonly aws: { readonly operations: readonly UsageLine[] } };
};

const CASES = '{ statistics { securityCases { total exact asOf byTarget { count } } } }';

interface Options {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly token?: string;
}

async function ask(
  query: string,
  { headers, signal, token = tokenOf('ann') }: Options = {},
): Promise<Answer> {
  const response = await fetch(setup.gateway.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'x-include-aws-usage': 'true',
      ...headers,
    },
    body: JSON.stringify({ query }),
    ...(signal && { signal }),
  });
  return (await response.json()) as Answer;
}

const casesIn = ({ data, errors }: Answer) => {
  const { securityCases } = data?.statistics as {
    securityCases: { total: number; exact: boolean; asOf: string } | null;
  };
  if (securityCases === null) throw new Error(`There are no figures: ${JSON.stringify(errors)}`);
  return securityCases;
};

/** The number of calls and of shared responses that a request reports. */
const usageOf = ({ extensions }: Answer) => {
  const lines = extensions?.aws.operations ?? [];
  const sum = (name: 'calls' | 'shared') => lines.reduce((total, line) => total + line[name], 0);
  return { calls: sum('calls'), shared: sum('shared') };
};

/** One pass over the cases of three targets: three pages each. */
const PASS = { ListCases: 9 };

/** Holds the second page of every target, so that a test can send requests while a pass runs. */
async function holdSecondPages(): Promise<void> {
  for (const { account } of SEVERAL_TARGETS) {
    const list = { service: 'security-ir', operation: 'ListCases', account, count: 1 };
    await setup.lay({ ...list, latencyMs: 1 }, { ...list, hold: true });
  }
}

/** Waits until the gateway has noticed that clients have disconnected. */
async function requestsLeft(count: number): Promise<void> {
  while ((await Scrape.of(setup.gateway.url)).sum('secops_graph_requests_in_flight') > count) await delay(5);
}

/** Starts a request, and returns once its pass has read the first page of every target. */
async function startPass(options?: Options): Promise<{ readonly answer: Promise<Answer> }> {
  await holdSecondPages();
  const answer = ask(CASES, options);
  await setup.faultsLeft(0);
  return { answer };
}

test('twenty concurrent requests of one caller make the calls of one', async () => {
  await setup.lay({ service: 'security-ir', operation: 'ListCases', hold: true, count: 1 });
  const requests = Array.from({ length: 20 }, () => ask(CASES));
  await setup.faultsLeft(0);
  await requestsInFlight(setup.gateway.url, 20);
  await setup.release();
  const answers = await Promise.all(requests);
  expect(answers.map(casesIn).filter(({ total, exact }) => total === 165 && exact)).toHaveLength(20);
  expect(await setup.callCounts()).toEqual(PASS);
  const usages = answers.map(usageOf);
  expect(usages.filter(({ calls }) => calls === 9)).toHaveLength(1);
  expect(usages.filter(({ calls, shared }) => calls === 0 && shared === 9)).toHaveLength(19);
});

test('requests that arrive while a pass runs share it', async () => {
  const first = await startPass();
  const later = Array.from({ length: 4 }, () => ask(CASES));
  await requestsInFlight(setup.gateway.url, 5);
  await setup.release();
  const answers = await Promise.all([first.answer, ...later]);
  expect(new Set(answers.map((answer) => JSON.stringify(casesIn(answer)))).size).toBe(1);
  expect(await setup.callCounts()).toEqual(PASS);
  expect(answers.map(usageOf)).toEqual([
    { calls: 9, shared: 0 },
    ...later.map(() => ({ calls: 0, shared: 9 })),
  ]);
});

test('a request that arrives after a pass has ended reads the lists itself', async () => {
  const [one, two] = [await ask(CASES), await ask(CASES)];
  expect([one, two].map(usageOf)).toEqual([
    { calls: 9, shared: 0 },
    { calls: 9, shared: 0 },
  ]);
});

test('requests for other kinds or other targets share no pass', async () => {
  const first = await startPass();
  const home = ask('{ statistics(targets: ["home"]) { securityCases { total } } }');
  const jobs = await ask('{ statistics { classificationJobs { total } } }');
  expect(usageOf(jobs)).toEqual({ calls: 3, shared: 0 });
  expect(casesIn(await home).total).toBe(55);
  await setup.release();
  await first.answer;
  expect(await setup.callCounts()).toMatchObject({ ListCases: 9 + 3 });
});

test('callers with different authority share no pass', async () => {
  const answers = await Promise.all([
    ask(CASES),
    ask(CASES, { token: tokenOf('bob') }),
    ask(CASES, { token: tokenOf('home') }),
  ]);
  expect(answers.map((answer) => casesIn(answer).total)).toEqual([165, 165, 55]);
  expect(answers.map(usageOf)).toEqual([
    { calls: 9, shared: 0 },
    { calls: 9, shared: 0 },
    { calls: 3, shared: 0 },
  ]);
});

test('a caller whose client disconnects does not break the pass for the others', async () => {
  const gone = new AbortController();
  const { answer: first } = await startPass({ signal: gone.signal });
  const others = [ask(CASES), ask(CASES)];
  await requestsInFlight(setup.gateway.url, 3);
  gone.abort();
  await expect(first).rejects.toThrow('aborted');
  await requestsLeft(2);
  await setup.release();
  expect((await Promise.all(others)).map((answer) => casesIn(answer))).toEqual([
    expect.objectContaining({ total: 165, exact: true }),
    expect.objectContaining({ total: 165, exact: true }),
  ]);
  expect(await setup.callCounts()).toEqual(PASS);
});

test('once every client has disconnected, the pass ends', async () => {
  const gone = new AbortController();
  const { answer: first } = await startPass({ signal: gone.signal });
  gone.abort();
  await expect(first).rejects.toThrow('aborted');
  await requestsLeft(0);
  await setup.release();
  expect(usageOf(await ask(CASES))).toEqual({ calls: 9, shared: 0 });
  // The third page of the first pass was never requested.
  expect(await setup.callCounts()).toEqual({ ListCases: 6 + 9 });
});

test.each(['no-cache', 'max-age=0'])('a request with cache-control: %s shares no pass', async (value) => {
  const options = { headers: { 'cache-control': value } };
  const first = await startPass(options);
  const own = await ask(CASES, options);
  expect(usageOf(own)).toEqual({ calls: 9, shared: 0 });
  await setup.release();
  await first.answer;
});

test('a request without a cache reads each list once, however often it selects it', async () => {
  const options = { headers: { 'cache-control': 'no-cache' } };
  const answer = await ask(
    '{ a: statistics { securityCases { total } } b: statistics { securityCases { exact } } }',
    options,
  );
  expect(answer.errors).toBeUndefined();
  expect(await setup.callCounts()).toEqual({ ListCases: 9 });
});

test('a request shares no pass that is older than its max-age', async () => {
  const headers = { 'cache-control': 'max-age=1' };
  const first = await startPass({ headers });
  await delay(1_200);
  const arrivedAt = Date.now();
  const late = ask(CASES, { headers });
  await requestsInFlight(setup.gateway.url, 2);
  await setup.release();
  const { asOf } = casesIn(await late) as unknown as { asOf: string };
  expect(new Date(asOf).getTime()).toBeGreaterThanOrEqual(arrivedAt - 1_000);
  const answer = await first.answer;
  expect(new Date(casesIn(answer).asOf).getTime()).toBeLessThan(arrivedAt - 1_000);
});

test('a change is never followed by statistics from before it', async () => {
  const { data } = await ask(
    '{ securityCases(first: 25, filter: { statuses: [SUBMITTED] }) { nodes { id } } }',
  );
  const [open] = (data?.securityCases as { nodes: { id: string }[] }).nodes;
  const closed = async () => {
    const answer = await ask('{ statistics { securityCases { byStatus { status count } } } }');
    const { byStatus } = (
      answer.data?.statistics as { securityCases: { byStatus: { status: string; count: number }[] } }
    ).securityCases;
    return byStatus.find(({ status }) => status === 'CLOSED')?.count ?? 0;
  };
  const before = await closed();
  const running = await startPass();
  const close = 'mutation { closeSecurityCase(input: { id: "ID" }) { outcome } }';
  const change = await ask(close.replace('ID', open?.id ?? ''));
  expect(change.data).toEqual({ closeSecurityCase: { outcome: 'APPLIED' } });
  expect(await closed()).toBe(before + 1);
  await setup.release();
  await running.answer;
});
