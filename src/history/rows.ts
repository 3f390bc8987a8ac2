/** The conversion of values that the databases return. */

/** PostgreSQL returns times as dates, SQLite as the stored text. */
export function toDate(value: unknown): Date | undefined {
  return value == null ? undefined : new Date(value as string | Date);
}
