/** The conversion of a filter and an order of classification jobs to ListClassificationJobs, so that AWS filters and sorts. */
import type {
  ListClassificationJobsRequest,
  ListJobsFilterKey,
  ListJobsFilterTerm,
  ListJobsSortAttributeName,
  JobComparator,
} from '@aws-sdk/client-macie2';
import type { DateTimeConditions, StringConditions } from '../../domain/records/conditions';
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

/** The filter and sort criteria of a query whose conditions Macie can evaluate. */
export function listCriteria({ filter, orderBy }: ClassificationJobQuery): ListClassificationJobsRequest {
  const includes = filter ? terms(filter) : [];
  const excludes = filter?.not ? terms(filter.not) : [];
  const sortCriteria = orderBy && {
    attributeName: ATTRIBUTE_NAMES[orderBy.field],
    orderBy: orderBy.direction ?? 'ASC',
  };
  return {
    ...(includes.length + excludes.length > 0 && { filterCriteria: { includes, excludes } }),
    ...(sortCriteria && { sortCriteria }),
  };
}

function terms({ statuses, jobTypes, name, createdAt }: ClassificationJobConditions): ListJobsFilterTerm[] {
  return [
    ...oneOf('jobStatus', statuses),
    ...oneOf('jobType', jobTypes),
    ...texts(name),
    ...times(createdAt),
  ];
}

function oneOf(key: ListJobsFilterKey, values: readonly string[] | null | undefined): ListJobsFilterTerm[] {
  return values == null ? [] : [{ key, comparator: 'EQ', values: [...values] }];
}

function texts(name: StringConditions | null | undefined): ListJobsFilterTerm[] {
  const { eq, contains, startsWith } = name ?? {};
  const term = (comparator: JobComparator, value: string | null | undefined): ListJobsFilterTerm[] =>
    value == null ? [] : [{ key: 'name', comparator, values: [value] }];
  return [...term('EQ', eq), ...term('CONTAINS', contains), ...term('STARTS_WITH', startsWith)];
}

function times(createdAt: DateTimeConditions | null | undefined): ListJobsFilterTerm[] {
  const { eq, gt, gte, lt, lte } = createdAt ?? {};
  const term = (comparator: JobComparator, time: Date | undefined): ListJobsFilterTerm[] =>
    time === undefined ? [] : [{ key: 'createdAt', comparator, values: [time.toISOString()] }];
  const isInstant = eq?.from.getTime() === eq?.until.getTime();
  return [
    ...(isInstant ? term('EQ', eq?.from) : [...term('GTE', eq?.from), ...term('LTE', eq?.until)]),
    ...term('GT', gt?.until),
    ...term('GTE', gte?.from),
    ...term('LT', lt?.from),
    ...term('LTE', lte?.until),
  ];
}
