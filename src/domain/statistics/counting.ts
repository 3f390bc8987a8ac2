/** Counting: the conversion of the rows of a kind to figures. */
import { statusLabel, type Statuses } from '../records/status-labels';
import type { StatusCountRecord } from '../records/statistics';

export interface Counting<Row, Facts, Figures> {
  /** The values of a row that the figures need. The gateway calls it with `evaluate`: a row without one of them is missing. */
  readonly factsOf: (row: Row) => Facts;
  readonly figuresOf: (facts: readonly Facts[], now: Date) => Figures;
}

/** A value of an enum with the word of AWS for it. */
export interface AwsValue<Value extends string> {
  readonly value: Value;
  /** Undefined when AWS left the value out. */
  readonly awsValue: string | undefined;
}

/** A value that a row has. @param value undefined when AWS left it out. */
export function awsValueOf<Value extends string>(
  value: Value | undefined,
  awsValue: string | undefined,
): AwsValue<Value | 'UNRECOGNIZED'> {
  return { value: value ?? 'UNRECOGNIZED', awsValue };
}

/** The values with their numbers, one for each word of AWS: the most frequent first, and equal counts by their names. */
export function countValues<Value extends string>(
  values: readonly AwsValue<Value>[],
): readonly (AwsValue<Value> & { readonly count: number })[] {
  const found = new Map<string, { readonly value: AwsValue<Value>; count: number }>();
  for (const value of values) {
    const key = nameOf(value);
    const known = found.get(key);
    if (known === undefined) found.set(key, { value, count: 1 });
    else known.count += 1;
  }
  return [...found]
    .sort(([a, { count: one }], [b, { count: other }]) => other - one || (a < b ? -1 : 1))
    .map(([, { value, count }]) => ({ ...value, count }));
}

/** The number of rows in each status that a row has. */
export function countStatuses<Kind extends keyof Statuses>(
  kind: Kind,
  statuses: readonly AwsValue<Statuses[Kind]>[],
): readonly StatusCountRecord<Statuses[Kind]>[] {
  return countValues(statuses).map(({ value, awsValue, count }) => ({
    status: value,
    awsStatus: awsValue,
    statusLabel: statusLabel(kind, value),
    count,
  }));
}

function nameOf({ value, awsValue = '' }: AwsValue<string>): string {
  return `${value} ${awsValue}`;
}
