// Turns at a service: how many at once, who goes first, and what becomes of those who leave.
import { QueueFullError, ConcurrencyLimiter } from '../../../src/aws/client/concurrency-limiter';

const forever = new AbortController().signal;

function project(atOnce: number, inLine: number) {
  const limiter = new ConcurrencyLimiter(atOnce, inLine);
  const begun: string[] = [];
  const finish = new Map<string, () => void>();
  const take = (name: string, goesFirst = false, signal = forever) =>
    limiter.run(signal, goesFirst, () => {
      begun.push(name);
      return new Promise<string>((resolve) => {
        finish.set(name, () => {
          resolve(name);
        });
      });
    });
  const end = async (name: string) => {
    finish.get(name)?.();
    await new Promise(setImmediate);
  };
  return { begun, take, end };
}

test('so many at once, then in the order of coming', async () => {
  const { begun, take, end } = project(2, 10);
  const all = ['a', 'b', 'c', 'd'].map((name) => take(name));
  expect(begun).toEqual(['a', 'b']);
  await end('b');
  expect(begun).toEqual(['a', 'b', 'c']);
  await end('a');
  await end('c');
  await end('d');
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
});

test('those that go first pass those in line, in their own order', async () => {
  const { begun, take, end } = project(1, 10);
  const all = [take('a'), take('b'), take('list 1', true), take('list 2', true)];
  for (const name of ['a', 'list 1', 'list 2', 'b']) await end(name);
  await Promise.all(all);
  expect(begun).toEqual(['a', 'list 1', 'list 2', 'b']);
});

test('who leaves the line is never begun, and holds nobody up', async () => {
  const { begun, take, end } = project(1, 10);
  const leaver = new AbortController();
  const a = take('a');
  const left = take('b', false, leaver.signal);
  const c = take('c');
  leaver.abort(new Error('gone'));
  await expect(left).rejects.toThrow('gone');
  await end('a');
  await end('c');
  expect(await Promise.all([a, c])).toEqual(['a', 'c']);
  expect(begun).toEqual(['a', 'c']);
});

test('who leaves while at work gives the turn on only once the work is done', async () => {
  const { begun, take, end } = project(1, 10);
  const leaver = new AbortController();
  const left = take('a', false, leaver.signal);
  const b = take('b');
  leaver.abort(new Error('gone'));
  await expect(left).rejects.toThrow('gone');
  expect(begun).toEqual(['a']);
  await end('a');
  expect(begun).toEqual(['a', 'b']);
  await end('b');
  await b;
});

test('a failure gives the turn on too', async () => {
  const limiter = new ConcurrencyLimiter(1, 1);
  const failing = limiter.run(forever, false, () => Promise.reject(new Error('no')));
  const next = limiter.run(forever, false, () => Promise.resolve('yes'));
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('yes');
});

test('a full line takes nobody more', async () => {
  const { take, end } = project(1, 2);
  const all = [take('a'), take('b'), take('c', true)];
  await expect(take('d')).rejects.toThrow(QueueFullError);
  await expect(take('e', true)).rejects.toThrow(QueueFullError);
  for (const name of ['a', 'c', 'b']) await end(name);
  await Promise.all(all);
});

test('who has left already is not begun', async () => {
  const { begun, take } = project(1, 2);
  await expect(take('a', false, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
  expect(begun).toEqual([]);
});
