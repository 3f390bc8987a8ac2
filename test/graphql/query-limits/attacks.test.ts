// A fixed list of attacks on a gateway that is at work: each is refused in time, reaches no AWS, and nobody else notices.
import { setTimeout as delay } from 'node:timers/promises';
import type { GraphqlAnswer } from '../../support/gateway';
import { useHarness } from '../../support/harness';
import { Stopwatch } from '../../support/stopwatch';
import { ATTACKS, type Attack } from './attacks';

/** Milliseconds; an idle machine takes a quarter of it at the most. */
const IN_TIME = 1_000;
/** Harmless floods: they are answered. */
const FLOODS = {
  comments: `${'# a comment that says nothing\n'.repeat(3_000)}{ targets { name } }`,
  commas: `{ targets { ${','.repeat(90_000)} name } }`,
  'byte order marks': `${'\ufeff'.repeat(1_000)}{ targets { name } }`,
};

const HEALTHY = JSON.stringify({ query: '{ targets { name } }' });

const harness = useHarness();

interface Reply {
  readonly status: number;
  readonly answer: GraphqlAnswer<unknown>;
  readonly milliseconds: number;
}

async function post(body: string): Promise<Reply> {
  const stopwatch = new Stopwatch();
  const response = await fetch(harness.gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body,
  });
  const answer = (await response.json()) as GraphqlAnswer<unknown>;
  return { status: response.status, answer, milliseconds: stopwatch.milliseconds };
}

const slowest = { name: '', milliseconds: 0 };

function inTime(name: string, milliseconds: number): void {
  if (milliseconds > slowest.milliseconds) Object.assign(slowest, { name, milliseconds });
  expect([name, milliseconds < IN_TIME]).toEqual([name, true]);
}

function expectRefused({ name, refused }: Attack, { status, answer, milliseconds }: Reply): void {
  const [first] = answer.errors ?? [];
  expect(answer.data ?? null).toBeNull();
  expect(answer.errors?.map(({ extensions }) => extensions.code)).not.toContain('INTERNAL_SERVER_ERROR');
  expect(first?.extensions.code).toBe('BAD_USER_INPUT');
  if ('limit' in refused) {
    expect(first?.extensions.limit).toBe(refused.limit);
    expect(answer.errors).toHaveLength(1);
  } else expect(first?.message).toMatch(refused.message);
  expect(status).toBe(400);
  inTime(name, milliseconds);
}

afterAll(() => {
  process.stdout.write(`The slowest refusal: ${slowest.name}, ${slowest.milliseconds.toFixed(0)} ms\n`);
});

test.each(ATTACKS)('$name', async (attack) => {
  const reply = await post(attack.body);
  expectRefused(attack, reply);
  expect(await harness.operations()).toEqual([]);
});

test.each(Object.entries(FLOODS))('%s in great number are nothing', async (name, query) => {
  const { answer, milliseconds } = await post(JSON.stringify({ query }));
  expect(answer).toEqual({ data: { targets: [{ name: 'default' }] } });
  inTime(name, milliseconds);
});

test('a healthy client is served while all of them come', async () => {
  const replies: Reply[] = [];
  for (const attack of ATTACKS) {
    const coming = post(attack.body);
    await delay(1);
    const [attacked, healthy] = await Promise.all([coming, post(HEALTHY)]);
    expectRefused(attack, attacked);
    replies.push(healthy);
  }
  for (const { answer, milliseconds } of replies) {
    expect(answer).toEqual({ data: { targets: [{ name: 'default' }] } });
    inTime('a healthy client', milliseconds);
  }
  expect(await harness.operations()).toEqual([]);
});
