/** The scalars of times: DateTime, and DateOrDateTime for filters. */
import { GraphQLError } from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { isoTime } from '../../src/domain/iso-time';
import type { TimeRange } from '../../src/domain/records/conditions';
import { inputScalar } from './input-scalar';

const DAY_MS = 86_400_000;

const DATE = /^\d{4}-\d{2}-\d{2}$/;

const TIME_FORM = 'A time by RFC 3339, such as 2026-11-26T08:30:00Z.';

const RANGE_FORM =
  'A time by RFC 3339, such as 2026-11-26T08:30:00Z, or a date, such as 2026-11-26, which is the whole day in UTC.';

export const DateTime = inputScalar<Date>({
  name: 'DateTime',
  description: `${TIME_FORM} The gateway returns times in UTC with milliseconds.`,
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  serialize: serializeTime,
  form: TIME_FORM,
  parse: parseTime,
});

export const DateOrDateTime = inputScalar<TimeRange>({
  name: 'DateOrDateTime',
  description: RANGE_FORM,
  serialize: () => {
    throw new GraphQLError('DateOrDateTime is a type of inputs.');
  },
  form: RANGE_FORM,
  parse: parseRange,
});

function serializeTime(value: unknown): string {
  const isValidDate = value instanceof Date && !Number.isNaN(value.getTime());
  return isValidDate ? isoTime(value) : GraphQLDateTimeISO.serialize(value);
}

function parseTime(text: string): Date | undefined {
  try {
    return GraphQLDateTimeISO.parseValue(text);
  } catch {
    // The messages of the library repeat the whole value and name its own scalar.
    return undefined;
  }
}

function parseRange(text: string): TimeRange | undefined {
  return DATE.test(text) ? parseDay(text) : toMoment(parseTime(text));
}

function toMoment(time: Date | undefined): TimeRange | undefined {
  return time && { from: time, until: time };
}

function parseDay(text: string): TimeRange | undefined {
  const from = new Date(`${text}T00:00:00.000Z`);
  const exists = !Number.isNaN(from.getTime()) && from.toISOString().startsWith(text);
  return exists ? { from, until: new Date(from.getTime() + DAY_MS - 1) } : undefined;
}
