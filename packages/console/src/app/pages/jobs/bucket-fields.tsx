/** The fields that select the buckets of a new job: a list, or conditions. */
import type { ReactNode } from 'react';
import { ChoiceField, ListField, RadioField, TextField } from '../../forms/fields';
import { FormSection } from '../../forms/form-page';
import { RowsField } from '../../forms/rows-field';
import type { CriterionRow, JobValues } from './new-job';

const CRITERION_LABELS = { key: 'Property', comparator: 'Comparison', values: 'Values' } as const;

/** The labels of the fields. */
export const BUCKET_LABELS = {
  bucketsBy: 'Select the buckets',
  'buckets.bucketDefinitions': 'Buckets',
  'buckets.bucketDefinitions.*.accountId': 'Account id',
  'buckets.bucketDefinitions.*.buckets': 'Bucket names',
  'buckets.bucketCriteria': 'Conditions',
  'buckets.bucketCriteria.includes': 'Include buckets that match all of these',
  'buckets.bucketCriteria.includes.*.key': CRITERION_LABELS.key,
  'buckets.bucketCriteria.includes.*.comparator': CRITERION_LABELS.comparator,
  'buckets.bucketCriteria.includes.*.values': CRITERION_LABELS.values,
  'buckets.bucketCriteria.excludes': 'Exclude buckets that match all of these',
  'buckets.bucketCriteria.excludes.*.key': CRITERION_LABELS.key,
  'buckets.bucketCriteria.excludes.*.comparator': CRITERION_LABELS.comparator,
  'buckets.bucketCriteria.excludes.*.values': CRITERION_LABELS.values,
} as const;

const SELECTIONS = {
  LIST: 'By a list of names',
  CRITERIA: 'By conditions, at the start of each run',
} as const;

const PROPERTIES = {
  ACCOUNT_ID: 'Account id',
  S3_BUCKET_NAME: 'Bucket name',
  S3_BUCKET_EFFECTIVE_PERMISSION: 'Public access',
  S3_BUCKET_SHARED_ACCESS: 'Shared access',
  TAG: 'Tag',
} as const;

/** What to enter, by property. */
const VALUE_HINTS: Readonly<Record<string, string>> = {
  ACCOUNT_ID: 'Twelve digits.',
  S3_BUCKET_NAME: 'Whole names.',
  S3_BUCKET_EFFECTIVE_PERMISSION: 'PUBLIC, NOT_PUBLIC or UNKNOWN.',
  S3_BUCKET_SHARED_ACCESS: 'EXTERNAL, INTERNAL, NOT_SHARED or UNKNOWN.',
  TAG: 'Such as team=secops, or only team.',
};

const COMPARATORS = { EQ: 'is one of', NE: 'is none of' } as const;

const NEW_CRITERION: CriterionRow = { key: 'S3_BUCKET_NAME', comparator: 'EQ', values: '' };

export function BucketFields({ bucketsBy, buckets }: Pick<JobValues, 'bucketsBy' | 'buckets'>): ReactNode {
  return (
    <FormSection title="Buckets">
      <RadioField path="bucketsBy" options={SELECTIONS} />
      {bucketsBy === 'LIST' ? (
        <RowsField
          path="buckets.bucketDefinitions"
          noun="account"
          newRow={{ accountId: '', buckets: '' }}
          hint="The same buckets for every run. The account is the administrator or one of its members."
        >
          {(path) => (
            <>
              <TextField path={`${path}.accountId`} isRequired inputMode="numeric" hint="Twelve digits." />
              <ListField path={`${path}.buckets`} isRequired />
            </>
          )}
        </RowsField>
      ) : (
        <>
          <Criteria path="buckets.bucketCriteria.includes" rows={buckets.bucketCriteria.includes} />
          <Criteria path="buckets.bucketCriteria.excludes" rows={buckets.bucketCriteria.excludes} />
        </>
      )}
    </FormSection>
  );
}

interface CriteriaProps {
  readonly path: string;
  readonly rows: readonly CriterionRow[];
}

function Criteria({ path, rows }: CriteriaProps): ReactNode {
  return (
    <RowsField path={path} noun="condition" newRow={NEW_CRITERION}>
      {(row, index) => (
        <>
          <ChoiceField path={`${row}.key`} isRequired options={PROPERTIES} />
          <ChoiceField path={`${row}.comparator`} isRequired options={COMPARATORS} />
          <ListField path={`${row}.values`} isRequired hint={VALUE_HINTS[rows[index]?.key ?? '']} />
        </>
      )}
    </RowsField>
  );
}
