// Single-flight: concurrent identical reads share one call, which ends early only when all callers abort.
import { InFlightRequests } from '../../../src/aws/client/in-flight-requests';
import { SingleFlight } from '../../../src/aws/client/single-flight';

const LATE_CALLER = { signal: new AbortController().signal, arrivedAt: Infinity };

interface Started {
  readonly signal: AbortSignal;
  readonly resolve: (response: string) => void;
  readonly reject: (error: Error) => void;
}

/** A single-flight with one request in flight that arrived before all others, and the calls it started. */
function createSingleFlight(requests = new InFlightRequests()) {
  requests.add({ arrivedAt: 0 });
  const singleFlight = new SingleFlight<string>(requests);
  const started: Started[] = [];
  const join = (key: string, signal = new AbortController().signal, arrivedAt = performance.now()) =>
    singleFlight.join(
      key,
      { signal, arrivedAt },
      (callSignal) =>
        new Promise((resolve, reject) => {
          started.push({ signal: callSignal, resolve, reject });
          callSignal.addEventListener('abort', () => {
            reject(callSignal.reason as Error);
          });
        }),
    );
  return { singleFlight, started, join };
}

test('concurrent callers with the same key share a response, others do not', async () => {
  const { started, join } = createSingleFlight();
  const responses = [join('a'), join('a'), join('b')];
  expect(started).toHaveLength(2);
  started[0]?.resolve('A');
  started[1]?.resolve('B');
  expect(await Promise.all(responses)).toEqual(['A', 'A', 'B']);
});

test('a caller after the response starts a new call', async () => {
  const { singleFlight, started, join } = createSingleFlight();
  const first = join('a');
  started[0]?.resolve('A');
  await first;
  expect(singleFlight.has('a', LATE_CALLER)).toBe(false);
  const second = join('a');
  started[1]?.resolve('A2');
  expect(await second).toBe('A2');
});

test('a caller that arrived before the response shares it, and a later caller starts a new call', async () => {
  const { started, join } = createSingleFlight();
  const before = performance.now();
  const first = join('a');
  const meanwhile = performance.now();
  started[0]?.resolve('A');
  await first;
  expect(await join('a', undefined, before)).toBe('A');
  expect(await join('a', undefined, meanwhile)).toBe('A');
  expect(started).toHaveLength(1);
  void join('a').catch(() => undefined);
  expect(started).toHaveLength(2);
});

test('all callers receive a failure, and it is not kept', async () => {
  const { singleFlight, started, join } = createSingleFlight();
  const responses = [join('a'), join('a')];
  started[0]?.reject(new Error('no'));
  for (const response of responses) await expect(response).rejects.toThrow('no');
  expect(singleFlight.has('a', LATE_CALLER)).toBe(false);
});

test('the other callers receive the response when the first caller aborts', async () => {
  const { started, join } = createSingleFlight();
  const controller = new AbortController();
  const aborted = join('a', controller.signal);
  const remaining = join('a');
  controller.abort(new Error('gone'));
  await expect(aborted).rejects.toThrow('gone');
  expect(started[0]?.signal.aborted).toBe(false);
  started[0]?.resolve('A');
  expect(await remaining).toBe('A');
});

test('the call is aborted when the last caller aborts, and a new caller starts another', async () => {
  const { started, join } = createSingleFlight();
  const controllers = [new AbortController(), new AbortController()];
  const aborted = controllers.map(({ signal }) => join('a', signal));
  controllers[0]?.abort(new Error('gone'));
  expect(started[0]?.signal.aborted).toBe(false);
  controllers[1]?.abort(new Error('gone too'));
  expect(started[0]?.signal.aborted).toBe(true);
  const settled = await Promise.allSettled(aborted);
  expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const next = join('a');
  expect(started).toHaveLength(2);
  started[1]?.resolve('A2');
  expect(await next).toBe('A2');
});

test('after forgetAll current callers receive the response, and new callers start another call', async () => {
  const { singleFlight, started, join } = createSingleFlight();
  const before = join('a');
  singleFlight.forgetAll();
  const after = join('a');
  expect(started).toHaveLength(2);
  started[0]?.resolve('before');
  started[1]?.resolve('after');
  expect(await Promise.all([before, after])).toEqual(['before', 'after']);
});
