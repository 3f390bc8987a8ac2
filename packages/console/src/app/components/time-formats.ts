/** Formats of times. The zone is the user's; the language is that of the console. */

const RELATIVE = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const LOCAL = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'long' });

/** Seconds per unit, the largest unit first. */
const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** The time of the page advances in steps of this length: a time that is ahead by less may be past. */
const MAX_LAG_SECONDS = 15;

/** @param now milliseconds since 1970 */
export function relativeTime(value: string, now: number): string {
  const seconds = (Date.parse(value) - now) / 1_000;
  const found = UNITS.find(([, length]) => Math.abs(seconds) >= length);
  if (found === undefined) return seconds > MAX_LAG_SECONDS ? 'in less than a minute' : 'just now';
  const [unit, length] = found;
  return RELATIVE.format(Math.trunc(seconds / length), unit);
}

/** Such as "Nov 27, 2026, 11:07:18 AM GMT+1 (2026-11-27 10:07:18 UTC)". */
export function absoluteTime(value: string): string {
  const utc = new Date(value).toISOString().slice(0, 19).replace('T', ' ');
  return `${LOCAL.format(new Date(value))} (${utc} UTC)`;
}

const SHORT = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' });

/** Such as "Nov 27, 2026, 11:07:18 AM", in the user's zone. */
export function localTime(value: string): string {
  return SHORT.format(new Date(value));
}

/** Such as "2 h 5 min" or "3 d 4 h". */
export function duration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return `${seconds} s`;
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return `${minutes} min`;
  const days = Math.floor(hours / 24);
  return days === 0 ? `${hours} h ${minutes % 60} min` : `${days} d ${hours % 24} h`;
}
