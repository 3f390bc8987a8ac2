// KeyedQueue: tasks of one key run one after another, and the queue of a key is bounded.
import { KeyedQueue } from '../../src/changes/keyed-queue';
import { OverloadedError } from '../../src/domain/errors';

const times = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Tasks that wait for `release`, and a log of their starts and ends. */
function gate() {
  const log: string[] = [];
  const waiting: (() => void)[] = [];
  const task = (name: string) => async () => {
    log.push(`${name} starts`);
    await new Promise<void>((resolve) => waiting.push(resolve));
    log.push(`${name} ends`);
    return name;
  };
  const release = () => waiting.shift()?.();
  return { log, task, release };
}

test('tasks of one key run one after another, in the order of their arrival', async () => {
  const queue = new KeyedQueue();
  const log: number[] = [];
  let running = 0;
  let most = 0;
  await Promise.all(
    times(30).map((index) =>
      queue.run('key', async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setImmediate(resolve));
        log.push(index);
        running -= 1;
      }),
    ),
  );
  expect(most).toBe(1);
  expect(log).toEqual(times(30));
});

test('a task does not wait for tasks of other keys', async () => {
  const queue = new KeyedQueue();
  const { log, task, release } = gate();
  const held = queue.run('a', task('held'));
  await expect(queue.run('b', () => Promise.resolve('free'))).resolves.toBe('free');
  expect(log).toEqual(['held starts']);
  release();
  await expect(held).resolves.toBe('held');
});

test('a failed task does not affect the next task of its key', async () => {
  const queue = new KeyedQueue();
  const failing = queue.run('key', () => Promise.reject(new Error('first')));
  const next = queue.run('key', () => Promise.resolve('second'));
  await expect(failing).rejects.toThrow('first');
  await expect(next).resolves.toBe('second');
});

test('the queue of a key holds 33 tasks, and rejects the next one at once without running it', async () => {
  const queue = new KeyedQueue();
  const { log, task, release } = gate();
  const held = queue.run('key', task('held'));
  const waiting = times(32).map((index) => queue.run('key', () => Promise.resolve(index)));
  let ran = false;
  const rejected = queue.run('key', () => {
    ran = true;
    return Promise.resolve();
  });
  await expect(rejected).rejects.toThrow(OverloadedError);
  await expect(queue.run('other', () => Promise.resolve('accepted'))).resolves.toBe('accepted');

  release();
  await expect(held).resolves.toBe('held');
  await expect(Promise.all(waiting)).resolves.toEqual(times(32));
  expect(log).toEqual(['held starts', 'held ends']);
  expect(ran).toBe(false);
  await expect(queue.run('key', () => Promise.resolve('accepted'))).resolves.toBe('accepted');
});
