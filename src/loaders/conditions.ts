/** Conditions that the gateway checks itself, on rows of lists that AWS cannot filter. */
import { BadUserInputError } from '../domain/errors';
import type { RowFilter } from '../paging/source';
import type { DateTimeConditions, StringConditions } from '../domain/records/conditions';

/** One condition, as a question to a row. */
export type RowTest<Row> = (row: Row) => boolean;

/** None when there is no condition. A value that AWS leaves out is none of those wanted. */
export function oneOfTests<Row, Value>(
  wanted: readonly Value[] | null | undefined,
  valueOf: (row: Row) => Value | undefined,
): RowTest<Row>[] {
  if (wanted == null) return [];
  return [
    (row) => {
      const value = valueOf(row);
      return value !== undefined && wanted.includes(value);
    },
  ];
}

type Comparison<Value> = (own: Value, wanted: Value) => boolean;

const TEXT_COMPARISONS: Readonly<Record<keyof StringConditions, Comparison<string>>> = {
  eq: (own, wanted) => own === wanted,
  contains: (own, wanted) => own.includes(wanted),
  startsWith: (own, wanted) => own.startsWith(wanted),
};

const TIME_COMPARISONS: Readonly<Record<keyof DateTimeConditions, Comparison<number>>> = {
  eq: (own, wanted) => own === wanted,
  gt: (own, wanted) => own > wanted,
  gte: (own, wanted) => own >= wanted,
  lt: (own, wanted) => own < wanted,
  lte: (own, wanted) => own <= wanted,
};

/** One for every condition on the text. Upper and lower case are alike; a text that AWS leaves out meets none. */
export function textTests<Row>(
  conditions: StringConditions | null | undefined,
  textOf: (row: Row) => string | undefined,
): RowTest<Row>[] {
  const lower = (text: string) => text.toLowerCase();
  return comparisonTests(TEXT_COMPARISONS, { ...conditions }, textOf, lower);
}

/** One for every condition on the time. A time that AWS leaves out meets none. */
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
    const test = (row: Row) => {
      const value = valueOf(row);
      return value !== undefined && comparisons[operator](toCompared(value), toCompared(wanted));
    };
    return [test];
  });
}

/** The rows that meet all of the first tests and none of the second; undefined, for every row, when there are no tests. */
export function rowFilter<Row>(
  all: readonly RowTest<Row>[],
  none: readonly RowTest<Row>[],
): RowFilter<Row> | undefined {
  if (all.length + none.length === 0) return undefined;
  return { matches: (row) => all.every((test) => test(row)) && !none.some((test) => test(row)) };
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
