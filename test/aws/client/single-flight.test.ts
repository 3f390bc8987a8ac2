// Single flight: who shares an answer, and who can end it.
import { InFlightRequests } from '../../../src/aws/client/in-flight-requests';
import { SingleFlight } from '../../../src/aws/client/single-flight';

const LATECOMER = { signal: new AbortController().signal, arrivedAt: Infinity };

interface Started {
  readonly signal: AbortSignal;
  readonly land: (answer: string) => void;
  readonly crash: (error: Error) => void;
}

/** Somebody is in hand who came before all others. */
function tower(requests = new InFlightRequests()) {
  requests.add({ arrivedAt: 0 });
  const singleFlight = new SingleFlight<string>(requests);
  const started: Started[] = [];
  const join = (key: string, signal = new AbortController().signal, arrivedAt = performance.now()) =>
    singleFlight.join(
      key,
      { signal, arrivedAt },
      (callSignal) =>
        new Promise((land, crash) => {
          started.push({ signal: callSignal, land, crash });
          callSignal.addEventListener('abort', () => {
            crash(callSignal.reason as Error);
          });
        }),
    );
  return { singleFlight, started, join };
}

test('those who ask for the same thing at the same time share an answer, others do not', async () => {
  const { started, join } = tower();
  const answers = [join('a'), join('a'), join('b')];
  expect(started).toHaveLength(2);
  started[0]?.land('A');
  started[1]?.land('B');
  expect(await Promise.all(answers)).toEqual(['A', 'A', 'B']);
});

test('what was answered is asked for anew', async () => {
  const { singleFlight, started, join } = tower();
  const first = join('a');
  started[0]?.land('A');
  await first;
  expect(singleFlight.has('a', LATECOMER)).toBe(false);
  const second = join('a');
  started[1]?.land('A2');
  expect(await second).toBe('A2');
});

test('what was answered is shared with those who came before that, not with those who came later', async () => {
  const { started, join } = tower();
  const before = performance.now();
  const first = join('a');
  const meanwhile = performance.now();
  started[0]?.land('A');
  await first;
  expect(await join('a', undefined, before)).toBe('A');
  expect(await join('a', undefined, meanwhile)).toBe('A');
  expect(started).toHaveLength(1);
  void join('a').catch(() => undefined);
  expect(started).toHaveLength(2);
});

test('a failure is everybody’s, and is not kept', async () => {
  const { singleFlight, started, join } = tower();
  const answers = [join('a'), join('a')];
  started[0]?.crash(new Error('no'));
  for (const answer of answers) await expect(answer).rejects.toThrow('no');
  expect(singleFlight.has('a', LATECOMER)).toBe(false);
});

test('the first to ask may leave: the others still get their answer', async () => {
  const { started, join } = tower();
  const leaver = new AbortController();
  const left = join('a', leaver.signal);
  const stays = join('a');
  leaver.abort(new Error('gone'));
  await expect(left).rejects.toThrow('gone');
  expect(started[0]?.signal.aborted).toBe(false);
  started[0]?.land('A');
  expect(await stays).toBe('A');
});

test('the last to leave ends it, and nobody joins what is ended', async () => {
  const { started, join } = tower();
  const leavers = [new AbortController(), new AbortController()];
  const left = leavers.map(({ signal }) => join('a', signal));
  leavers[0]?.abort(new Error('gone'));
  expect(started[0]?.signal.aborted).toBe(false);
  leavers[1]?.abort(new Error('gone too'));
  expect(started[0]?.signal.aborted).toBe(true);
  const settled = await Promise.allSettled(left);
  expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const next = join('a');
  expect(started).toHaveLength(2);
  started[1]?.land('A2');
  expect(await next).toBe('A2');
});

test('what is closed lands for those on board, and nobody else joins', async () => {
  const { singleFlight, started, join } = tower();
  const before = join('a');
  singleFlight.forgetAll();
  const after = join('a');
  expect(started).toHaveLength(2);
  started[0]?.land('before');
  started[1]?.land('after');
  expect(await Promise.all([before, after])).toEqual(['before', 'after']);
});
