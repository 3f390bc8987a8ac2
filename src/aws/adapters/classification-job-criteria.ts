/** The conversion of a filter and an order of classification jobs to ListClassificationJobs, so that AWS filters and sorts. */
import type {
  ListClassificationJobsRequest,
  ListJobsFilterKey,
  ListJobsFilterTerm,
  ListJobsSortAttributeName,
  JobComparator,
} from '@aws-sdk/client-macie2';
import { BadUserInputError } from '../../domain/errors';
import type {
  ClassificationJobConditions,
  ClassificationJobOrderField,
  ClassificationJobQuery,
} from '../../domain/records/classification-job';

const ATTRIBUTE_NAMES = {
  CREATED_AT: 'createdAt',
  STATUS: 'jobStatus',
  NAME: 'name',
  JOB_TYPE: 'jobType',
} as const satisfies Record<ClassificationJobOrderField, ListJobsSortAttributeName>;

const COMPARATORS = {
  eq: 'EQ',
  gt: 'GT',
  gte: 'GTE',
  lt: 'LT',
  lte: 'LTE',
  contains: 'CONTAINS',
  startsWith: 'STARTS_WITH',
} as const satisfies Record<string, JobComparator>;

type Operator = keyof typeof COMPARATORS;

/** The filter and sort criteria of a query. Throws BadUserInputError for an empty list and for UNRECOGNIZED. */
export function listCriteria({ filter, orderBy }: ClassificationJobQuery): ListClassificationJobsRequest {
  const includes = filter ? terms(filter) : [];
  const excludes = filter?.not ? terms(filter.not) : [];
  const sortCriteria = orderBy && {
    attributeName: ATTRIBUTE_NAMES[orderBy.field],
    orderBy: orderBy.direction,
  };
  return {
    ...(includes.length + excludes.length > 0 && { filterCriteria: { includes, excludes } }),
    ...(sortCriteria && { sortCriteria }),
  };
}

function terms({ statuses, jobTypes, name, createdAt }: ClassificationJobConditions): ListJobsFilterTerm[] {
  return [
    ...oneOf('jobStatus', 'statuses', statuses),
    ...oneOf('jobType', 'jobTypes', jobTypes),
    ...comparisons('name', { ...name }, (value) => value),
    ...comparisons('createdAt', { ...createdAt }, (value) => value.toISOString()),
  ];
}

function oneOf(
  key: ListJobsFilterKey,
  argument: string,
  values: readonly string[] | null | undefined,
): ListJobsFilterTerm[] {
  if (values == null) return [];
  if (values.length === 0) {
    throw new BadUserInputError(`filter.${argument} is empty: leave it out, or name what you look for.`);
  }
  if (values.includes('UNRECOGNIZED')) {
    throw new BadUserInputError(
      `filter.${argument} contains UNRECOGNIZED, by which AWS cannot filter: remove it.`,
    );
  }
  return [{ key, comparator: 'EQ', values: [...values] }];
}

function comparisons<Value>(
  key: ListJobsFilterKey,
  conditions: Partial<Record<Operator, Value | null | undefined>>,
  toText: (value: Value) => string,
): ListJobsFilterTerm[] {
  const operators = Object.keys(conditions) as Operator[];
  return operators.flatMap((operator) => {
    const value = conditions[operator];
    return value == null ? [] : [{ key, comparator: COMPARATORS[operator], values: [toText(value)] }];
  });
}
