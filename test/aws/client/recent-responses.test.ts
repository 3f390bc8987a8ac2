// Recent responses: kept in memory for requests that arrived before the response, and for no later request.
import { setTimeout as delay } from 'node:timers/promises';
import { InFlightRequests } from '../../../src/aws/client/in-flight-requests';
import { RecentResponses } from '../../../src/aws/client/recent-responses';

const ALWAYS = -Infinity;
const arrive = (requests: InFlightRequests) => requests.add({ arrivedAt: performance.now() });

test('a request that arrived before the response finds it, and a later request does not', () => {
  const requests = new InFlightRequests();
  const recent = new RecentResponses<string>(requests);
  const before = performance.now();
  arrive(requests);
  recent.add('a', 'A');
  expect(recent.find('a', before)?.value).toBe('A');
  expect(recent.find('a', performance.now())).toBeUndefined();
  expect(recent.find('b', before)).toBeUndefined();
});

test('no response is kept when no request is in flight', () => {
  const recent = new RecentResponses<string>(new InFlightRequests());
  recent.add('a', 'A');
  expect(recent.find('a', ALWAYS)).toBeUndefined();
});

test('a response is removed when all requests that arrived before it have left', async () => {
  const requests = new InFlightRequests();
  const recent = new RecentResponses<string>(requests);
  const leave = [arrive(requests), arrive(requests)];
  recent.add('a', 'A');
  await delay(2);
  arrive(requests);
  leave[0]?.();
  recent.add('b', 'B');
  expect(recent.find('a', ALWAYS)?.value).toBe('A');
  leave[1]?.();
  recent.add('c', 'C');
  expect(recent.find('a', ALWAYS)).toBeUndefined();
  expect(recent.find('b', ALWAYS)?.value).toBe('B');
});

test('a response is removed after some seconds, also without further responses', async () => {
  const requests = new InFlightRequests();
  const recent = new RecentResponses<string>(requests);
  arrive(requests);
  recent.add('a', 'A');
  await delay(4_200);
  expect(recent.find('a', ALWAYS)).toBeUndefined();
});

test('only the latest 300 responses are kept', () => {
  const requests = new InFlightRequests();
  const recent = new RecentResponses<number>(requests);
  arrive(requests);
  for (let index = 0; index <= 300; index += 1) recent.add(String(index), index);
  expect(recent.find('0', ALWAYS)).toBeUndefined();
  expect(recent.find('1', ALWAYS)?.value).toBe(1);
  expect(recent.find('300', ALWAYS)?.value).toBe(300);
});
