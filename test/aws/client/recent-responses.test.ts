// Answers that have landed: at hand for those who came before, and for nobody else kept in memory.
import { setTimeout as delay } from 'node:timers/promises';
import { Arrivals } from '../../../src/aws/client/in-flight-requests';
import { AtHand } from '../../../src/aws/client/recent-responses';

const ALWAYS = -Infinity;
const arrive = (arrivals: Arrivals) => arrivals.enter({ since: performance.now() });

test('an answer is at hand for who came before it, not for who came later', () => {
  const arrivals = new Arrivals();
  const atHand = new AtHand<string>(arrivals);
  const before = performance.now();
  arrive(arrivals);
  atHand.keep('a', 'A');
  expect(atHand.find('a', before)?.value).toBe('A');
  expect(atHand.find('a', performance.now())).toBeUndefined();
  expect(atHand.find('b', before)).toBeUndefined();
});

test('nothing is kept while nobody is in hand', () => {
  const atHand = new AtHand<string>(new Arrivals());
  atHand.keep('a', 'A');
  expect(atHand.find('a', ALWAYS)).toBeUndefined();
});

test('an answer goes once all who came before it are gone', async () => {
  const arrivals = new Arrivals();
  const atHand = new AtHand<string>(arrivals);
  const leave = [arrive(arrivals), arrive(arrivals)];
  atHand.keep('a', 'A');
  await delay(2);
  arrive(arrivals);
  leave[0]?.();
  atHand.keep('b', 'B');
  expect(atHand.find('a', ALWAYS)?.value).toBe('A');
  leave[1]?.();
  atHand.keep('c', 'C');
  expect(atHand.find('a', ALWAYS)).toBeUndefined();
  expect(atHand.find('b', ALWAYS)?.value).toBe('B');
});

test('after some seconds it goes for good, also if nothing lands any more', async () => {
  const arrivals = new Arrivals();
  const atHand = new AtHand<string>(arrivals);
  arrive(arrivals);
  atHand.keep('a', 'A');
  await delay(4_200);
  expect(atHand.find('a', ALWAYS)).toBeUndefined();
});

test('no more than three hundred are kept, the latest', () => {
  const arrivals = new Arrivals();
  const atHand = new AtHand<number>(arrivals);
  arrive(arrivals);
  for (let index = 0; index <= 300; index += 1) atHand.keep(String(index), index);
  expect(atHand.find('0', ALWAYS)).toBeUndefined();
  expect(atHand.find('1', ALWAYS)?.value).toBe(1);
  expect(atHand.find('300', ALWAYS)?.value).toBe(300);
});
