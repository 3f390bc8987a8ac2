/** Times in ISO 8601. A cache of days makes it several times faster than `Date.toISOString`, which lists call for every time. */

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

const MAX_DAYS = 1_000;

/** The text of each day up to its T, by the number of the day. */
const days = new Map<number, string>();

const TWO_DIGITS = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));
const THREE_DIGITS = Array.from({ length: 1_000 }, (_, number) => String(number).padStart(3, '0'));

/** The same text as `toISOString`. The time must be valid. */
export function isoTime(time: Date): string {
  const ms = time.getTime();
  const day = Math.floor(ms / DAY_MS);
  const inDay = ms - day * DAY_MS;
  const hours = TWO_DIGITS[Math.floor(inDay / HOUR_MS)];
  const minutes = TWO_DIGITS[Math.floor(inDay / MINUTE_MS) % 60];
  const seconds = TWO_DIGITS[Math.floor(inDay / SECOND_MS) % 60];
  return `${days.get(day) ?? addDay(day, time)}${hours}:${minutes}:${seconds}.${THREE_DIGITS[inDay % SECOND_MS]}Z`;
}

function addDay(day: number, time: Date): string {
  if (days.size === MAX_DAYS) days.clear();
  const text = time.toISOString().slice(0, -'00:00:00.000Z'.length);
  days.set(day, text);
  return text;
}
