// The pure parts of statistics: counts, averages and weeks.
import { meanSeconds, medianSeconds } from '../../src/domain/statistics/averages';
import { awsValueOf, countValues } from '../../src/domain/statistics/counting';
import { countWeeks } from '../../src/domain/statistics/weeks';

const known = (value: string) => ({ value, awsValue: value.toLowerCase() });

test('values are counted, the most frequent first and equal counts by name', () => {
  expect(countValues(['B', 'C', 'A', 'C', 'B', 'D'].map(known))).toEqual([
    { ...known('B'), count: 2 },
    { ...known('C'), count: 2 },
    { ...known('A'), count: 1 },
    { ...known('D'), count: 1 },
  ]);
  expect(countValues([])).toEqual([]);
});

test('a value that the gateway does not know is counted for each word of AWS, and one that AWS left out for itself', () => {
  const unknown = (awsValue: string | undefined) => awsValueOf('UNRECOGNIZED', awsValue);
  expect(
    countValues([unknown('new'), awsValueOf(undefined, undefined), unknown('newer'), unknown('new')]),
  ).toEqual([
    { value: 'UNRECOGNIZED', awsValue: 'new', count: 2 },
    { value: 'UNRECOGNIZED', awsValue: undefined, count: 1 },
    { value: 'UNRECOGNIZED', awsValue: 'newer', count: 1 },
  ]);
});

test.each<[readonly number[], number | undefined, number | undefined]>([
  [[], undefined, undefined],
  [[5_400], 5, 5],
  [[10_000, 1_000], 6, 6],
  [[1_000, 100_000, 2_000], 2, 34],
  [[4_000, 1_000, 100_000, 2_000], 3, 27],
  // Numbers, not texts: 9 comes before 10.
  [[9_000, 10_000, 100_000], 10, 40],
])('of %j milliseconds the median is %s s and the mean %s s', (milliseconds, median, mean) => {
  expect(medianSeconds(milliseconds)).toBe(median);
  expect(meanSeconds(milliseconds)).toBe(mean);
});

const starts = (now: string) =>
  countWeeks({ opened: [], closed: [] }, new Date(now)).map(({ startsAt }) =>
    startsAt.toISOString().slice(0, 10),
  );

test.each([
  ['2026-03-02T00:00:00.000Z', '2026-03-02'],
  ['2026-03-08T23:59:59.999Z', '2026-03-02'],
  ['2026-03-09T00:00:00.000Z', '2026-03-09'],
  // The first week of a year may begin in the year before.
  ['2026-01-01T12:00:00.000Z', '2025-12-29'],
  // A leap year.
  ['2028-02-29T12:00:00.000Z', '2028-02-28'],
])('at %s the current week began on %s, and the first of twelve 77 days before', (now, monday) => {
  const found = starts(now);
  expect(found).toHaveLength(12);
  expect(found.at(-1)).toBe(monday);
  expect(Date.parse(monday) - Date.parse(found[0] ?? '')).toBe(77 * 86_400_000);
});

test('a time counts in its week, and not before the first, after the last or without a value', () => {
  const at = (text: string) => new Date(text);
  const weeks = countWeeks(
    {
      opened: [
        at('2026-02-23T00:00:00Z'),
        at('2026-03-01T23:59:59.999Z'),
        at('2026-03-02T00:00:00Z'),
        at('2026-03-09T00:00:00Z'),
        at('2025-12-14T23:59:59Z'),
        undefined,
      ],
      closed: [at('2025-12-15T00:00:00Z'), undefined],
    },
    at('2026-03-04T10:00:00Z'),
  );
  expect(weeks.map(({ opened }) => opened)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 1]);
  expect(weeks.map(({ closed }) => closed)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
});
