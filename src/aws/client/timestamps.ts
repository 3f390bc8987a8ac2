/** The timestamps in AWS responses, parsed as the SDK parses them. */
import { parseEpochTimestamp, parseRfc3339DateTimeWithOffset } from '@smithy/core/serde';

/** The years 1 to 9999, which ISO 8601 can represent. */
const MIN_TIME = Date.parse('0001-01-01T00:00:00Z');
const MAX_TIME = Date.parse('9999-12-31T23:59:59.999Z');

/** The date of a timestamp with the format date-time, or of the SDK's date for it; undefined for an unreadable value. */
export function readDateTime(value: unknown): Date | undefined {
  return (
    (typeof value === 'string' ? readUtc(value) : undefined) ?? read(value, parseRfc3339DateTimeWithOffset)
  );
}

/** The date of a timestamp in seconds since 1970, or of the SDK's date for it; undefined for an unreadable value. */
export function readEpochSeconds(value: unknown): Date | undefined {
  return read(value, parseEpochTimestamp);
}

function read(value: unknown, parse: (value: unknown) => Date | undefined): Date | undefined {
  try {
    const date = value instanceof Date ? value : parse(value);
    const time = date?.getTime() ?? NaN;
    return time >= MIN_TIME && time <= MAX_TIME ? date : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The date of a time such as 2026-11-01T03:14:15.926Z. Undefined for other forms, which the SDK parses: its regular
 * expressions take six times as long, and a page has hundreds of timestamps.
 */
function readUtc(text: string): Date | undefined {
  const end = text.length - 1;
  const hasForm =
    text[4] === '-' &&
    text[7] === '-' &&
    text[10] === 'T' &&
    text[13] === ':' &&
    text[16] === ':' &&
    text[end] === 'Z' &&
    (end === 19 || (text[19] === '.' && (end === 23 || end === 26)));
  if (!hasForm) return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  const hours = digits(text, 11, 13);
  const minutes = digits(text, 14, 16);
  const seconds = digits(text, 17, 19);
  const milliseconds = end === 19 ? 0 : digits(text, 20, 23);
  // The SDK reads the years before 100 as 1900 and later. The comparisons are false for NaN.
  const isInRange = year >= 100 && month >= 1 && month <= 12 && hours <= 23 && minutes <= 59 && seconds <= 59;
  if (!isInRange || (end === 26 && Number.isNaN(digits(text, 23, 26)))) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day, hours, minutes, seconds, milliseconds));
  // Date.UTC continues after the last day of a month.
  return date.getUTCDate() === day ? date : undefined;
}

/** The number that the characters write; NaN when one of them is no digit. */
function digits(text: string, start: number, end: number): number {
  let number = 0;
  for (let index = start; index < end; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    number = number * 10 + digit;
  }
  return number;
}
