/** The accounts that a classification job names. */
import type { ClassificationJobSummary } from '../domain/records/classification-job';
import type { BucketCriterionRecord } from '../domain/records/classification-job-scope';

/**
 * Returns the accounts of the job's bucketDefinitions, or the ACCOUNT_ID values that its bucketCriteria include;
 * undefined when the criteria name no account.
 */
export function accountsOf({
  bucketDefinitions,
  bucketCriteria,
}: Pick<ClassificationJobSummary, 'bucketDefinitions' | 'bucketCriteria'>): readonly string[] | undefined {
  if (bucketDefinitions !== undefined) return bucketDefinitions.map(({ accountId }) => accountId);
  const named = (bucketCriteria?.includes ?? []).flatMap(accountsOfCriterion);
  return named.length === 0 ? undefined : named;
}

function accountsOfCriterion({ simpleCriterion }: BucketCriterionRecord): readonly string[] {
  const isAccountCriterion = simpleCriterion?.key === 'ACCOUNT_ID' && simpleCriterion.comparator === 'EQ';
  return isAccountCriterion ? (simpleCriterion.values ?? []) : [];
}
