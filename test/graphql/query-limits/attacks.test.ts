// A fixed list of attacks on a running gateway: it rejects each in time, without a call to AWS, and keeps serving other clients.
import { setTimeout as delay } from 'node:timers/promises';
import type { GraphqlAnswer } from '../../support/gateway';
import { useHarness } from '../../support/harness';
import { Stopwatch } from '../../support/stopwatch';
import { ATTACKS, type Attack } from './attacks';

/** Milliseconds. An idle machine needs at most a quarter of them. */
const MAX_MILLISECONDS = 1_000;
/** Large but harmless documents, which the gateway executes. */
const FLOODS = {
  comments: `${'# a comment that says nothing\n'.repeat(3_000)}{ targets { name } }`,
  commas: `{ targets { ${','.repeat(90_000)} name } }`,
  'byte order marks': `${'\ufeff'.repeat(1_000)}{ targets { name } }`,
};

const HEALTHY = JSON.stringify({ query: '{ targets { name } }' });

const harness = useHarness();

interface Reply {
  readonly status: number;
  readonly result: GraphqlAnswer<unknown>;
  readonly milliseconds: number;
}

async function post(body: string): Promise<Reply> {
  const stopwatch = new Stopwatch();
  const response = await fetch(harness.gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body,
  });
  const result = (await response.json()) as GraphqlAnswer<unknown>;
  return { status: response.status, result, milliseconds: stopwatch.milliseconds };
}

const slowest = { name: '', milliseconds: 0 };

function expectInTime(name: string, milliseconds: number): void {
  if (milliseconds > slowest.milliseconds) Object.assign(slowest, { name, milliseconds });
  expect([name, milliseconds < MAX_MILLISECONDS]).toEqual([name, true]);
}

function expectRejected({ name, rejection }: Attack, { status, result, milliseconds }: Reply): void {
  const [first] = result.errors ?? [];
  expect(result.data ?? null).toBeNull();
  expect(result.errors?.map(({ extensions }) => extensions.code)).not.toContain('INTERNAL_SERVER_ERROR');
  expect(first?.extensions.code).toBe('BAD_USER_INPUT');
  if ('limit' in rejection) {
    expect(first?.extensions.limit).toBe(rejection.limit);
    expect(result.errors).toHaveLength(1);
  } else expect(first?.message).toMatch(rejection.message);
  expect(status).toBe(400);
  expectInTime(name, milliseconds);
}

afterAll(() => {
  process.stdout.write(`The slowest rejection: ${slowest.name}, ${slowest.milliseconds.toFixed(0)} ms\n`);
});

test.each(ATTACKS)('rejects $name', async (attack) => {
  const reply = await post(attack.body);
  expectRejected(attack, reply);
  expect(await harness.operations()).toEqual([]);
});

test.each(Object.entries(FLOODS))('executes a document with many %s', async (name, query) => {
  const { result, milliseconds } = await post(JSON.stringify({ query }));
  expect(result).toEqual({ data: { targets: [{ name: 'default' }] } });
  expectInTime(name, milliseconds);
});

test('serves a healthy client during all attacks', async () => {
  const replies: Reply[] = [];
  for (const attack of ATTACKS) {
    const attacking = post(attack.body);
    await delay(1);
    const [attacked, healthy] = await Promise.all([attacking, post(HEALTHY)]);
    expectRejected(attack, attacked);
    replies.push(healthy);
  }
  for (const { result, milliseconds } of replies) {
    expect(result).toEqual({ data: { targets: [{ name: 'default' }] } });
    expectInTime('a healthy client', milliseconds);
  }
  expect(await harness.operations()).toEqual([]);
});
