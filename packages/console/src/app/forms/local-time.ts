/** Times of the API and of datetime-local inputs, which have the zone of the user. */

const MINUTES = 16;

/** @param value a DateTime of the API; null gives an empty input */
export function toLocalInput(value: string | null | undefined): string {
  if (value == null) return '';
  const time = new Date(value);
  const local = new Date(time.getTime() - time.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, MINUTES);
}

/** Returns undefined for an input that is empty, or not yet a time. */
export function fromLocalInput(text: string): string | undefined {
  const time = new Date(text);
  return text === '' || Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}

/** The time in UTC, such as "2026-11-27 10:07 UTC". */
export function utcText(text: string): string | undefined {
  const value = fromLocalInput(text);
  return value === undefined ? undefined : `${value.slice(0, MINUTES).replace('T', ' ')} UTC`;
}
