// The queue of a subscriber: order, the gap of a slow reader, and its end.
import type { GapRecord } from '../../src/domain/records/live-message';
import { MAX_QUEUED, MessageQueue } from '../../src/live/message-queue';
import { gapMessage, HeartbeatMessage, type Message } from '../../src/live/messages';

const messageAt = (position: number) =>
  new HeartbeatMessage({ position: String(position), time: new Date(0), since: undefined });

const newQueue = () => new MessageQueue((from, to) => gapMessage({ from, to, reason: 'SLOW_READER' }));

const nextOf = async (queue: MessageQueue): Promise<Message> => {
  const { value } = await queue.next();
  if (value === undefined) throw new Error('The queue has ended.');
  return value;
};

test('a reader gets the messages in order', async () => {
  const queue = newQueue();
  const first = nextOf(queue);
  for (const position of [1, 2, 3]) queue.push(messageAt(position));
  const positions = [await first, await nextOf(queue), await nextOf(queue)].map(({ position }) => position);
  expect(positions).toEqual(['1', '2', '3']);
});

test('a slow reader gets the queued messages, one gap, and then the present', async () => {
  const queue = newQueue();
  for (let position = 1; position <= MAX_QUEUED + 7; position += 1) queue.push(messageAt(position));
  const queued: string[] = [];
  for (let read = 0; read < MAX_QUEUED; read += 1) queued.push((await nextOf(queue)).position);
  expect(queued).toEqual(Array.from({ length: MAX_QUEUED }, (_each, index) => String(index + 1)));
  expect((await nextOf(queue)).payload).toEqual<GapRecord>({ from: '250', to: '257', reason: 'SLOW_READER' });
  queue.push(messageAt(258));
  expect((await nextOf(queue)).position).toBe('258');
});

test('a message that arrives before a slow reader has caught up belongs to the gap', async () => {
  const queue = newQueue();
  for (let position = 1; position <= MAX_QUEUED + 1; position += 1) queue.push(messageAt(position));
  await nextOf(queue);
  queue.push(messageAt(MAX_QUEUED + 2));
  for (let read = 1; read < MAX_QUEUED; read += 1) await nextOf(queue);
  expect((await nextOf(queue)).payload).toEqual<GapRecord>({ from: '250', to: '252', reason: 'SLOW_READER' });
});

test('a reader that waits gets the error of the end once, and then the end', async () => {
  const queue = newQueue();
  const waiting = queue.next();
  queue.close(new Error('over'));
  await expect(waiting).rejects.toThrow('over');
  expect(await queue.next()).toEqual({ done: true, value: undefined });
});

test('the end drops the queued messages, and later ones', async () => {
  const queue = newQueue();
  queue.push(messageAt(1));
  queue.close(new Error('over'));
  queue.push(messageAt(2));
  await expect(queue.next()).rejects.toThrow('over');
  expect(await queue.next()).toEqual({ done: true, value: undefined });
  expect(queue.isDrained).toBe(true);
});
