// The concurrency limiter of a service: concurrent calls, the queue, priority and aborted callers.
import { QueueFullError, ConcurrencyLimiter } from '../../../src/aws/client/concurrency-limiter';

const forever = new AbortController().signal;

function createLimiter(concurrency: number, queueSize: number) {
  const limiter = new ConcurrencyLimiter(concurrency, queueSize);
  const started: string[] = [];
  const finishers = new Map<string, () => void>();
  const run = (name: string, hasPriority = false, signal = forever) =>
    limiter.run(signal, hasPriority, () => {
      started.push(name);
      return new Promise<string>((resolve) => {
        finishers.set(name, () => {
          resolve(name);
        });
      });
    });
  const finish = async (name: string) => {
    finishers.get(name)?.();
    await new Promise(setImmediate);
  };
  return { started, run, finish };
}

test('runs calls up to the limit, then starts queued calls in order', async () => {
  const { started, run, finish } = createLimiter(2, 10);
  const all = ['a', 'b', 'c', 'd'].map((name) => run(name));
  expect(started).toEqual(['a', 'b']);
  await finish('b');
  expect(started).toEqual(['a', 'b', 'c']);
  await finish('a');
  await finish('c');
  await finish('d');
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
});

test('starts queued calls with priority first, in their order', async () => {
  const { started, run, finish } = createLimiter(1, 10);
  const all = [run('a'), run('b'), run('list 1', true), run('list 2', true)];
  for (const name of ['a', 'list 1', 'list 2', 'b']) await finish(name);
  await Promise.all(all);
  expect(started).toEqual(['a', 'list 1', 'list 2', 'b']);
});

test('never starts an aborted queued call, and continues with the next', async () => {
  const { started, run, finish } = createLimiter(1, 10);
  const controller = new AbortController();
  const a = run('a');
  const aborted = run('b', false, controller.signal);
  const c = run('c');
  controller.abort(new Error('gone'));
  await expect(aborted).rejects.toThrow('gone');
  await finish('a');
  await finish('c');
  expect(await Promise.all([a, c])).toEqual(['a', 'c']);
  expect(started).toEqual(['a', 'c']);
});

test('frees the slot of an aborted running call only when the call ends', async () => {
  const { started, run, finish } = createLimiter(1, 10);
  const controller = new AbortController();
  const aborted = run('a', false, controller.signal);
  const b = run('b');
  controller.abort(new Error('gone'));
  await expect(aborted).rejects.toThrow('gone');
  expect(started).toEqual(['a']);
  await finish('a');
  expect(started).toEqual(['a', 'b']);
  await finish('b');
  await b;
});

test('frees the slot of a failed call', async () => {
  const limiter = new ConcurrencyLimiter(1, 1);
  const failing = limiter.run(forever, false, () => Promise.reject(new Error('no')));
  const next = limiter.run(forever, false, () => Promise.resolve('yes'));
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('yes');
});

test('rejects calls when the queue is full', async () => {
  const { run, finish } = createLimiter(1, 2);
  const all = [run('a'), run('b'), run('c', true)];
  await expect(run('d')).rejects.toThrow(QueueFullError);
  await expect(run('e', true)).rejects.toThrow(QueueFullError);
  for (const name of ['a', 'c', 'b']) await finish(name);
  await Promise.all(all);
});

test('does not start a call that was already aborted', async () => {
  const { started, run } = createLimiter(1, 2);
  await expect(run('a', false, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
  expect(started).toEqual([]);
});
