/** The scalars of times: DateTime, and DateOrDateTime for filters. */
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import type { TimeRange } from '../../src/domain/records/conditions';

const DAY_MS = 86_400_000;

const DATE = /^\d{4}-\d{2}-\d{2}$/;

export const DateTime = new GraphQLScalarType<Date, string>({
  ...GraphQLDateTimeISO.toConfig(),
  name: 'DateTime',
  description:
    'A time by RFC 3339, such as 2026-11-26T08:30:00Z. The gateway returns times in UTC with milliseconds.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
});

export const DateOrDateTime = new GraphQLScalarType<TimeRange, string>({
  name: 'DateOrDateTime',
  description:
    'A time by RFC 3339, such as 2026-11-26T08:30:00Z, or a date, such as 2026-11-26, which is the whole day in UTC.',
  serialize: () => {
    throw new GraphQLError('DateOrDateTime is a type of inputs.');
  },
  parseValue: parseRange,
  parseLiteral: (node) => parseRange(node.kind === Kind.STRING ? node.value : undefined),
});

function parseRange(value: unknown): TimeRange {
  if (typeof value !== 'string' || !DATE.test(value)) {
    const time = DateTime.parseValue(value);
    return { from: time, until: time };
  }
  const from = new Date(`${value}T00:00:00.000Z`);
  if (Number.isNaN(from.getTime()) || !from.toISOString().startsWith(value)) {
    throw new GraphQLError('DateOrDateTime cannot represent a date that does not exist.');
  }
  return { from, until: new Date(from.getTime() + DAY_MS - 1) };
}
