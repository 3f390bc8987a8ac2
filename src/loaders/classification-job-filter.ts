/** The division of a filter of classification jobs: the conditions that Macie evaluates, and the others, which the gateway evaluates while it reads. */
import type {
  ClassificationJobConditions,
  ClassificationJobQuery,
  ClassificationJobSummary,
} from '../domain/records/classification-job';
import type { DateTimeConditions, StringConditions } from '../domain/records/conditions';
import type { RowFilter } from '../paging/source';
import { accountsOf } from './classification-job-accounts';
import { oneOfTests, rowFilter, textTests, timeTests, type RowTest } from './conditions';

type Filter = ClassificationJobQuery['filter'];
type JobTest = RowTest<ClassificationJobSummary>;

export interface DividedFilter {
  /** The conditions for ListClassificationJobs. */
  readonly forMacie: Filter;
  /** Undefined when Macie evaluates all conditions. */
  readonly forRows: RowFilter<ClassificationJobSummary> | undefined;
}

/** `filter` must be canonical. */
export function divideFilter(filter: Filter, extraTests: readonly JobTest[] = []): DividedFilter {
  const { not, ...all } = filter ?? {};
  const included = divide(all, false);
  const excluded = divide(not ?? {}, true);
  return {
    forMacie: { ...included.forMacie, not: excluded.forMacie },
    forRows: rowFilter([...included.tests, ...extraTests], excluded.tests),
  };
}

function divide(conditions: ClassificationJobConditions, isExclusion: boolean) {
  const { statuses, jobTypes, accountIds, name, createdAt } = conditions;
  const macie = {
    statuses: !hasUnrecognized(statuses),
    jobTypes: !hasUnrecognized(jobTypes),
    name: !ignoresCase(name),
    // Macie excludes the jobs that match any criterion, so that the two bounds of a day would exclude every job.
    createdAt: !(isExclusion && namesDay(createdAt)),
  };
  const tests: JobTest[] = [
    ...(macie.statuses ? [] : oneOfTests(statuses, ({ status }: ClassificationJobSummary) => status)),
    ...(macie.jobTypes ? [] : oneOfTests(jobTypes, ({ jobType }: ClassificationJobSummary) => jobType)),
    ...(macie.name ? [] : textTests(name, (job: ClassificationJobSummary) => job.name)),
    ...(macie.createdAt ? [] : timeTests(createdAt, (job: ClassificationJobSummary) => job.createdAt)),
    ...accountTests(accountIds),
  ];
  const forMacie: ClassificationJobConditions = {
    statuses: macie.statuses ? statuses : undefined,
    jobTypes: macie.jobTypes ? jobTypes : undefined,
    name: macie.name ? name : undefined,
    createdAt: macie.createdAt ? createdAt : undefined,
  };
  return { forMacie, tests };
}

/** Macie has no value for the statuses and types that the gateway does not know. */
function hasUnrecognized(values: readonly string[] | null | undefined): boolean {
  return values?.includes('UNRECOGNIZED') === true;
}

function ignoresCase(name: StringConditions | null | undefined): boolean {
  return name?.ignoreCase === true;
}

function namesDay(time: DateTimeConditions | null | undefined): boolean {
  return time?.eq != null && time.eq.from.getTime() !== time.eq.until.getTime();
}

function accountTests(accountIds: readonly string[] | null | undefined): JobTest[] {
  if (accountIds == null) return [];
  return [(job) => accountsOf(job)?.some((account) => accountIds.includes(account)) === true];
}
