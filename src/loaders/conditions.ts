/** Filter conditions that the gateway evaluates, for lists that AWS cannot filter. */
import { BadUserInputError } from '../domain/errors';
import type { RowFilter } from '../paging/source';
import type { DateTimeConditions, StringConditions } from '../domain/records/conditions';

/** One condition as a predicate on a row. */
export type RowTest<Row> = (row: Row) => boolean;

/** Returns one test, or none without a condition. A row without the value does not match. */
export function oneOfTests<Row, Value>(
  wanted: readonly Value[] | null | undefined,
  valueOf: (row: Row) => Value | undefined,
): RowTest<Row>[] {
  if (wanted == null) return [];
  const values = new Set(wanted);
  return [
    (row) => {
      const value = valueOf(row);
      return value !== undefined && values.has(value);
    },
  ];
}

type Comparison<Value> = (actual: Value, wanted: Value) => boolean;

const TEXT_COMPARISONS: Readonly<Record<keyof StringConditions, Comparison<string>>> = {
  eq: (actual, wanted) => actual === wanted,
  contains: (actual, wanted) => actual.includes(wanted),
  startsWith: (actual, wanted) => actual.startsWith(wanted),
};

const TIME_COMPARISONS: Readonly<Record<keyof DateTimeConditions, Comparison<number>>> = {
  eq: (actual, wanted) => actual === wanted,
  gt: (actual, wanted) => actual > wanted,
  gte: (actual, wanted) => actual >= wanted,
  lt: (actual, wanted) => actual < wanted,
  lte: (actual, wanted) => actual <= wanted,
};

/** Returns one test per condition on the text. Comparison ignores case. A row without the text does not match. */
export function textTests<Row>(
  conditions: StringConditions | null | undefined,
  textOf: (row: Row) => string | undefined,
): RowTest<Row>[] {
  const lower = (text: string) => text.toLowerCase();
  return comparisonTests(TEXT_COMPARISONS, { ...conditions }, textOf, lower);
}

/** Returns one test per condition on the time. A row without the time does not match. */
export function timeTests<Row>(
  conditions: DateTimeConditions | null | undefined,
  timeOf: (row: Row) => Date | undefined,
): RowTest<Row>[] {
  const milliseconds = (time: Date) => time.getTime();
  return comparisonTests(TIME_COMPARISONS, { ...conditions }, timeOf, milliseconds);
}

function comparisonTests<Row, Operator extends string, Value, Compared>(
  comparisons: Readonly<Record<Operator, Comparison<Compared>>>,
  conditions: Partial<Record<Operator, Value | null | undefined>>,
  valueOf: (row: Row) => Value | undefined,
  toCompared: (value: Value) => Compared,
): RowTest<Row>[] {
  const operators = Object.keys(comparisons) as Operator[];
  return operators.flatMap((operator) => {
    const wanted = conditions[operator];
    if (wanted == null) return [];
    const compared = toCompared(wanted);
    const test = (row: Row) => {
      const value = valueOf(row);
      return value !== undefined && comparisons[operator](toCompared(value), compared);
    };
    return [test];
  });
}

/** Returns a filter for rows that pass all tests of `all` and no test of `none`; undefined when there are no tests. */
export function rowFilter<Row>(
  all: readonly RowTest<Row>[],
  none: readonly RowTest<Row>[],
): RowFilter<Row> | undefined {
  if (all.length + none.length === 0) return undefined;
  return { matches: (row) => all.every((test) => test(row)) && !none.some((test) => test(row)) };
}

/** Throws BadUserInputError for an empty list, which no row can match. */
export function rejectEmptyLists(conditions: object | null | undefined, path = 'filter'): void {
  for (const [name, value] of Object.entries(conditions ?? {}) as [string, unknown][]) {
    if (Array.isArray(value) && value.length === 0) {
      throw new BadUserInputError(`${path}.${name} is empty: leave it out, or name what you look for.`);
    }
    if (name === 'not' && typeof value === 'object') rejectEmptyLists(value, `${path}.not`);
  }
}
