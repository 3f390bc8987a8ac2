/**
 * The filter of ListClassificationJobs. AWS documents neither which comparators each key accepts nor NE with several
 * values: in the emulator, each key accepts every comparator, and NE means none of the values.
 */
import { validation } from './errors';
import type { ClassificationJob } from './state';
import type { FilterTerm, ListJobsInput } from './validation';

type Test = (job: ClassificationJob) => boolean;
type Comparable = string | number;

/** A job must match all terms of `includes` and no term of `excludes`. */
export function jobFilter({
  includes = [],
  excludes = [],
}: NonNullable<ListJobsInput['filterCriteria']>): Test {
  const included = includes.map(termTest);
  const excluded = excludes.map(termTest);
  return (job) => included.every((test) => test(job)) && !excluded.some((test) => test(job));
}

function termTest(term: FilterTerm): Test {
  const { comparator, key, values } = term;
  if (comparator === 'CONTAINS' || comparator === 'STARTS_WITH') {
    const matches = comparator === 'CONTAINS' ? contains : startsWith;
    return (job) => values.some((value) => matches(textOf(job, key), value));
  }
  const operands = key === 'createdAt' ? values.map(parseTime) : values;
  if (comparator === 'NE') return (job) => operands.every((operand) => valueOf(job, key) !== operand);
  const compare = COMPARISONS[comparator];
  return (job) => operands.some((operand) => compare(valueOf(job, key), operand));
}

const COMPARISONS: Readonly<
  Record<'EQ' | 'GT' | 'GTE' | 'LT' | 'LTE', (value: Comparable, operand: Comparable) => boolean>
> = {
  EQ: (value, operand) => value === operand,
  GT: (value, operand) => value > operand,
  GTE: (value, operand) => value >= operand,
  LT: (value, operand) => value < operand,
  LTE: (value, operand) => value <= operand,
};

function contains(value: string, part: string): boolean {
  return value.includes(part);
}

function startsWith(value: string, part: string): boolean {
  return value.startsWith(part);
}

function valueOf(job: ClassificationJob, key: FilterTerm['key']): Comparable {
  return job[key];
}

function textOf(job: ClassificationJob, key: FilterTerm['key']): string {
  return key === 'createdAt' ? new Date(job.createdAt).toISOString() : job[key];
}

const EPOCH_MILLISECONDS = /^\d{10,}$/;

function parseTime(value: string): number {
  const time = EPOCH_MILLISECONDS.test(value) ? Number(value) : Date.parse(value);
  if (Number.isNaN(time)) {
    throw validation(`The value ${value} of the filter term createdAt is not an ISO 8601 time.`);
  }
  return time;
}
