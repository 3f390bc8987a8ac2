/** Conditions that the gateway checks itself, on rows of lists that AWS cannot filter. */
import { BadUserInputError } from '../errors';
import type { DateTimeConditions, StringConditions } from '../records/conditions';

/** True when there is no condition or the value is one of the wanted; a value that AWS leaves out is none of them. */
export function isOneOf<Value>(
  value: Value | undefined,
  wanted: readonly Value[] | null | undefined,
): boolean {
  return wanted == null || (value !== undefined && wanted.includes(value));
}

/** Upper and lower case are alike; a text that AWS leaves out meets no condition. */
export function textMeets(
  value: string | undefined,
  conditions: StringConditions | null | undefined,
): boolean {
  if (conditions == null) return true;
  const { eq, contains, startsWith } = conditions;
  const text = value?.toLowerCase();
  const holds = (wanted: string | null | undefined, test: (text: string, wanted: string) => boolean) =>
    wanted == null || (text !== undefined && test(text, wanted.toLowerCase()));
  return (
    holds(eq, (own, wanted) => own === wanted) &&
    holds(contains, (own, wanted) => own.includes(wanted)) &&
    holds(startsWith, (own, wanted) => own.startsWith(wanted))
  );
}

/** A time that AWS leaves out meets no condition. */
export function timeMeets(
  value: Date | undefined,
  conditions: DateTimeConditions | null | undefined,
): boolean {
  if (conditions == null) return true;
  const { eq, gt, gte, lt, lte } = conditions;
  const time = value?.getTime();
  const holds = (wanted: Date | null | undefined, test: (time: number, wanted: number) => boolean) =>
    wanted == null || (time !== undefined && test(time, wanted.getTime()));
  return (
    holds(eq, (own, wanted) => own === wanted) &&
    holds(gt, (own, wanted) => own > wanted) &&
    holds(gte, (own, wanted) => own >= wanted) &&
    holds(lt, (own, wanted) => own < wanted) &&
    holds(lte, (own, wanted) => own <= wanted)
  );
}

/** Throws BadUserInputError for a list that nothing can be one of. */
export function refuseEmptyLists(conditions: object | null | undefined, path = 'filter'): void {
  for (const [name, value] of Object.entries(conditions ?? {}) as [string, unknown][]) {
    if (Array.isArray(value) && value.length === 0) {
      throw new BadUserInputError(`${path}.${name} is empty: leave it out, or name what you look for.`);
    }
    if (name === 'not' && typeof value === 'object') refuseEmptyLists(value, `${path}.not`);
  }
}

/** One condition, as a question to a row. */
export type RowTest<Row> = (row: Row) => boolean;

/** None when there is no condition. A value that AWS leaves out is none of those wanted. */
export function oneOfTests<Row, Value>(
  wanted: readonly Value[] | null | undefined,
  valueOf: (row: Row) => Value | undefined,
): RowTest<Row>[] {
  if (wanted == null) return [];
  return [(row) => isOneOf(valueOf(row), wanted)];
}

/** One for every condition on the text. Upper and lower case are alike; a text that AWS leaves out meets none. */
export function textTests<Row>(
  conditions: StringConditions | null | undefined,
  textOf: (row: Row) => string | undefined,
): RowTest<Row>[] {
  return eachOf(conditions).map((condition) => (row) => textMeets(textOf(row), condition));
}

/** One for every condition on the time. A time that AWS leaves out meets none. */
export function timeTests<Row>(
  conditions: DateTimeConditions | null | undefined,
  timeOf: (row: Row) => Date | undefined,
): RowTest<Row>[] {
  return eachOf(conditions).map((condition) => (row) => timeMeets(timeOf(row), condition));
}

/** The rows that meet all of the first tests and none of the second. */
export function matching<Row>(all: readonly RowTest<Row>[], none: readonly RowTest<Row>[]): RowTest<Row> {
  return (row) => all.every((test) => test(row)) && !none.some((test) => test(row));
}

function eachOf<Conditions extends object>(conditions: Conditions | null | undefined): Partial<Conditions>[] {
  return Object.entries(conditions ?? {})
    .filter(([, value]) => value != null)
    .map(([name, value]) => ({ [name]: value }) as Partial<Conditions>);
}
