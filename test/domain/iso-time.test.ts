// Times in ISO 8601: the same text as Date.toISOString.
import fc from 'fast-check';
import { isoTime } from '../../src/domain/iso-time';

test.each([
  0, -1, -86_400_000, 1_764_140_400_926, 1_764_201_599_999, 1_764_201_600_000, -62_198_755_200_000,
  253_402_300_799_999, 253_402_300_800_000, -62_167_219_200_001, 8_640_000_000_000_000,
  -8_640_000_000_000_000,
])('the text of %d ms', (ms) => {
  expect(isoTime(new Date(ms))).toBe(new Date(ms).toISOString());
  // The second text comes from the cache.
  expect(isoTime(new Date(ms))).toBe(new Date(ms).toISOString());
});

test('the text of any valid time, also when more days are used than the cache keeps', () => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true }), (time) => isoTime(time) === time.toISOString()),
    { numRuns: 5_000 },
  );
});
