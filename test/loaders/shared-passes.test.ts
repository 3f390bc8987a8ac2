// Shared passes: only requests of the same authority share a pass, and the limits of one request do not fail another.
import { setImmediate as nextTick } from 'node:timers/promises';
import type { CallContext } from '../../src/aws/client/call-context';
import { InFlightRequests } from '../../src/aws/client/in-flight-requests';
import { AwsUsage } from '../../src/aws/client/usage';
import { CallBudgetExceededError } from '../../src/domain/errors';
import type { Principal, Scope } from '../../src/domain/principal';
import { SharedPasses } from '../../src/loaders/shared-passes';
import { callContext } from '../support/call-context';

const READER: Principal = {
  name: 'user:reader',
  scopes: new Set<Scope>(['macie:read', 'security-ir:read']),
  targets: new Set(['home', 'partner']),
};

const SITE = { service: 'security-ir', operation: 'ListCases', target: 'home' } as const;

/** A pass that waits until a test finishes it. */
class SlowPass {
  starts = 0;
  private finishAll: () => void = () => undefined;
  private readonly finished = new Promise<void>((resolve) => {
    this.finishAll = resolve;
  });

  readonly read = async ({ usage, signal }: CallContext) => {
    this.starts += 1;
    const number = this.starts;
    usage.ofOperation(SITE).calls += 1;
    await Promise.race([
      this.finished,
      new Promise((resolve) => {
        signal.addEventListener('abort', resolve);
        if (signal.aborted) resolve(undefined);
      }),
    ]);
    return { asOf: undefined, number, isWhole: !signal.aborted };
  };

  async finish(): Promise<void> {
    this.finishAll();
    await nextTick();
  }
}

const newPasses = () => new SharedPasses(new InFlightRequests());
const reader = (more: Partial<CallContext> = {}) => callContext({ principal: READER, ...more });

const OTHERS: readonly [string, Partial<Principal>][] = [
  ['another name', { name: 'user:other' }],
  ['a scope less', { scopes: new Set<Scope>(['security-ir:read']) }],
  ['a scope more', { scopes: new Set<Scope>(['macie:read', 'security-ir:write', 'security-ir:read']) }],
  ['a target less', { targets: new Set(['home']) }],
  ['all targets', { targets: 'ALL' }],
];

test.each(OTHERS)('a caller with %s shares no pass', async (_title, other) => {
  const passes = newPasses();
  const pass = new SlowPass();
  const one = passes.share('cases', reader(), pass.read);
  const two = passes.share('cases', reader({ principal: { ...READER, ...other } }), pass.read);
  await pass.finish();
  expect([(await one).number, (await two).number]).toEqual([1, 2]);
});

test('a caller with the same rights in another order shares the pass, and reports its responses as shared', async () => {
  const passes = newPasses();
  const pass = new SlowPass();
  const principal = {
    ...READER,
    scopes: new Set([...READER.scopes].reverse()),
    targets: new Set(['partner', 'home']),
  };
  const [first, second] = [reader(), reader({ principal })];
  const one = passes.share('cases', first, pass.read);
  const two = passes.share('cases', second, pass.read);
  await pass.finish();
  expect([(await one).number, (await two).number]).toEqual([1, 1]);
  expect(first.usage.report()).toMatchObject({ calls: 1, shared: 0 });
  expect(second.usage.report()).toMatchObject({ calls: 0, shared: 1 });
});

test('requests with different maximum ages share no pass', async () => {
  const passes = newPasses();
  const pass = new SlowPass();
  const one = passes.share('cases', reader({ maxAgeSeconds: 30 }), pass.read);
  const two = passes.share('cases', reader({ maxAgeSeconds: 60 }), pass.read);
  await pass.finish();
  expect([(await one).number, (await two).number]).toEqual([1, 2]);
});

test('the first request at its deadline leaves the pass to the others', async () => {
  const passes = newPasses();
  const pass = new SlowPass();
  const deadline = new AbortController();
  const one = passes.share('cases', reader({ signal: deadline.signal }), pass.read);
  const two = passes.share('cases', reader(), pass.read);
  deadline.abort();
  expect(await one).toMatchObject({ isWhole: false });
  await pass.finish();
  expect(await two).toMatchObject({ number: 1, isWhole: true });
});

test('the only request at its deadline gets what its pass has read', async () => {
  const pass = new SlowPass();
  const deadline = new AbortController();
  const one = newPasses().share('cases', reader({ signal: deadline.signal }), pass.read);
  deadline.abort();
  expect(await one).toMatchObject({ number: 1, isWhole: false });
  expect(pass.starts).toBe(1);
});

test('a request whose deadline has passed starts no pass for others', async () => {
  const passes = newPasses();
  const pass = new SlowPass();
  const one = passes.share('cases', reader({ signal: AbortSignal.abort() }), pass.read);
  const two = passes.share('cases', reader(), pass.read);
  expect(await one).toMatchObject({ number: 1, isWhole: false });
  await pass.finish();
  expect(await two).toMatchObject({ number: 2, isWhole: true });
});

test('a request does not fail with the call budget of another one', async () => {
  const passes = newPasses();
  let starts = 0;
  const read = async ({ budget }: CallContext) => {
    starts += 1;
    await nextTick();
    if (budget === undefined) return { asOf: undefined };
    throw new CallBudgetExceededError(1);
  };
  const budget = { reserve: () => undefined, release: () => undefined } as unknown as CallContext['budget'];
  const poor = passes.share('cases', reader({ budget }), read);
  const others = [passes.share('cases', reader(), read), passes.share('cases', reader(), read)];
  await expect(poor).rejects.toThrow(CallBudgetExceededError);
  expect(await Promise.all(others)).toEqual([{ asOf: undefined }, { asOf: undefined }]);
  // The others share their pass.
  expect(starts).toBe(2);
});

test('a request that needs a fresher pass and exceeds its own call budget fails', async () => {
  const passes = newPasses();
  let starts = 0;
  const read = async () => {
    starts += 1;
    if (starts > 1) throw new CallBudgetExceededError(1);
    await nextTick();
    return { asOf: new Date(0) };
  };
  const one = passes.share('cases', reader({ maxAgeSeconds: 30 }), read);
  const two = passes.share('cases', reader({ maxAgeSeconds: 30 }), read);
  expect(await one).toEqual({ asOf: new Date(0) });
  await expect(two).rejects.toThrow(CallBudgetExceededError);
  expect(starts).toBe(2);
});

test('a failed pass fails for all that share it, and not for later requests', async () => {
  const passes = newPasses();
  const fail = async () => {
    await nextTick();
    throw new Error('broken');
  };
  const both = [passes.share('cases', reader(), fail), passes.share('cases', reader(), fail)];
  expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await passes.share('cases', reader(), () => Promise.resolve({ asOf: undefined }))).toEqual({
    asOf: undefined,
  });
});

test('after a change, requests share no pass from before it', async () => {
  const passes = newPasses();
  const pass = new SlowPass();
  const before = passes.share('cases', reader(), pass.read);
  passes.forgetAll();
  const after = passes.share('cases', reader(), pass.read);
  await pass.finish();
  expect([(await before).number, (await after).number]).toEqual([1, 2]);
});

test('a usage reports that of its parts, with the oldest cached response of all', () => {
  const [whole, part, inner] = [new AwsUsage(), new AwsUsage(), new AwsUsage()];
  whole.include(part);
  part.include(inner);
  whole.ofOperation(SITE).calls += 1;
  part.ofOperation(SITE).calls += 2;
  inner.ofOperation({ ...SITE, target: 'west' }).cached += 1;
  inner.recordCached(new Date(5));
  whole.recordCached(new Date(9));
  expect(whole.report()).toMatchObject({ calls: 3, cached: 1, oldest: new Date(5) });
  expect(whole.report().operations).toHaveLength(2);
  const other = new AwsUsage();
  other.recordShared(whole);
  expect(other.report()).toMatchObject({ calls: 0, cached: 0, shared: 4, oldest: new Date(5) });
});
