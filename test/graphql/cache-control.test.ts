// The Cache-Control header of a request: the maximum age of cached data in its response.
import { maxAgeSeconds } from '../../src/graphql/cache-control';

test.each([
  [undefined, Infinity],
  ['', Infinity],
  ['max-age=30', 30],
  ['Max-Age="30"', 30],
  ['max-age=0', 0],
  ['no-cache', 0],
  ['no-store', 0],
  ['max-age=60, no-cache', 0],
  ['max-age=60,max-age=10', 10],
  ['max-age=soon', Infinity],
  ['max-age=-1', Infinity],
  ['private, max-stale=5', Infinity],
])('%j allows a maximum age of %d seconds', (header, seconds) => {
  expect(maxAgeSeconds(header)).toBe(seconds);
});
