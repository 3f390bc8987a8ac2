/** The accounts that a classification job names. */
import type { ClassificationJobSummary } from '../domain/records/classification-job';
import type { ClassificationJobBucketCriterionRecord } from '../domain/records/classification-job-scope';
import { readable } from '../domain/records/unreadable';

/**
 * Returns the accounts of the job's bucketDefinitions, or the ACCOUNT_ID values that its bucketCriteria include;
 * undefined when the criteria name no account. Throws UnreadableFieldError.
 */
export function accountsOf(
  job: Pick<ClassificationJobSummary, 'bucketDefinitions' | 'bucketCriteria'>,
): readonly string[] | undefined {
  const bucketDefinitions = readable(job, 'bucketDefinitions');
  if (bucketDefinitions !== undefined) {
    return bucketDefinitions.map((definition) => readable(definition, 'accountId'));
  }
  const criteria = readable(job, 'bucketCriteria');
  const named = ((criteria && readable(criteria, 'includes')) ?? []).flatMap(accountsOfCriterion);
  return named.length === 0 ? undefined : named;
}

function accountsOfCriterion(criterion: ClassificationJobBucketCriterionRecord): readonly string[] {
  const condition = readable(criterion, 'simpleCriterion');
  if (condition === undefined || readable(condition, 'key') !== 'ACCOUNT_ID') return [];
  return readable(condition, 'comparator') === 'EQ' ? (readable(condition, 'values') ?? []) : [];
}
