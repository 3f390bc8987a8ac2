// The output of the scalar DateTime: the same text, and the same error, as the scalar of graphql-scalars.
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { DateTime } from '../../schema/shared/date-time';

test.each([
  new Date('2026-11-26T08:30:00.007Z'),
  new Date(-1),
  '2026-11-26T08:30:00+02:00',
  1_764_140_400_926,
])('returns %p in UTC with milliseconds', (value) => {
  expect(DateTime.serialize(value)).toBe(GraphQLDateTimeISO.serialize(value));
});

test.each([new Date(Number.NaN), 'yesterday', Number.NaN, true, {}, undefined])('rejects %p', (value) => {
  let expected: unknown;
  try {
    GraphQLDateTimeISO.serialize(value);
  } catch (error) {
    expected = error;
  }
  expect(expected).toBeInstanceOf(Error);
  expect(() => DateTime.serialize(value)).toThrow(expected as Error);
});
