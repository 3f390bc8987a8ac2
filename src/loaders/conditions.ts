/** Filter conditions that the gateway evaluates, for lists that AWS cannot filter. */
import type { RowFilter } from '../paging/source';
import type { DateTimeConditions, StringConditions, TimeRange } from '../domain/records/conditions';

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

type Comparison<Actual, Wanted> = (actual: Actual, wanted: Wanted) => boolean;

type TextOperator = Exclude<keyof StringConditions, 'ignoreCase'>;

const TEXT_COMPARISONS: Readonly<Record<TextOperator, Comparison<string, string>>> = {
  eq: (actual, wanted) => actual === wanted,
  contains: (actual, wanted) => actual.includes(wanted),
  startsWith: (actual, wanted) => actual.startsWith(wanted),
};

const TIME_COMPARISONS: Readonly<Record<keyof DateTimeConditions, Comparison<Date, TimeRange>>> = {
  eq: (actual, { from, until }) => actual >= from && actual <= until,
  gt: (actual, { until }) => actual > until,
  gte: (actual, { from }) => actual >= from,
  lt: (actual, { from }) => actual < from,
  lte: (actual, { until }) => actual <= until,
};

/** Returns one test per condition on the text. A row without the text does not match. */
export function textTests<Row>(
  conditions: StringConditions | null | undefined,
  textOf: (row: Row) => string | undefined,
): RowTest<Row>[] {
  const { ignoreCase, ...wanted } = conditions ?? {};
  if (ignoreCase !== true) return comparisonTests(TEXT_COMPARISONS, wanted, textOf);
  const folded = Object.fromEntries(
    Object.entries(wanted).map(([operator, text]) => [operator, text == null ? text : foldCase(text)]),
  );
  return comparisonTests(TEXT_COMPARISONS, folded, (row: Row) => {
    const text = textOf(row);
    return text === undefined ? undefined : foldCase(text);
  });
}

/**
 * Upper case first, because letters such as ß and ſ have the lower case of their equals only then. No locale: Turkish has
 * another I. The lower case of Σ depends on its place in a word, which that in a part of the word must not.
 */
export function foldCase(text: string): string {
  return text.toUpperCase().toLowerCase().replaceAll('ς', 'σ');
}

/** Returns one test per condition on the time. A row without the time does not match. */
export function timeTests<Row>(
  conditions: DateTimeConditions | null | undefined,
  timeOf: (row: Row) => Date | undefined,
): RowTest<Row>[] {
  return comparisonTests(TIME_COMPARISONS, { ...conditions }, timeOf);
}

function comparisonTests<Row, Operator extends string, Actual, Wanted>(
  comparisons: Readonly<Record<Operator, Comparison<Actual, Wanted>>>,
  conditions: Partial<Record<Operator, Wanted | null | undefined>>,
  valueOf: (row: Row) => Actual | undefined,
): RowTest<Row>[] {
  const operators = Object.keys(comparisons) as Operator[];
  return operators.flatMap((operator) => {
    const wanted = conditions[operator];
    if (wanted == null) return [];
    const test = (row: Row) => {
      const value = valueOf(row);
      return value !== undefined && comparisons[operator](value, wanted);
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
