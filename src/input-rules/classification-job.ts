/** Input rules of CreateClassificationJob. */
import { z } from 'zod';
import type { NewClassificationJob } from '../domain/records/classification-job-creation';
import type {
  ClassificationJobComparator,
  ClassificationJobObjectTermKey,
} from '../domain/records/classification-job-scope';
import type { InputRules } from './check';
import { accountId, recognized, tags, text } from './shared';

/** The maximum number of tags of a Macie resource. */
const MAX_TAGS = 50;

const nonEmpty = z.string().min(1);

const ids = z.array(nonEmpty).nullish();

const comparatorOf = (...allowed: readonly ClassificationJobComparator[]) =>
  z.string().refine((given) => allowed.some((each) => each === given), `Must be ${allowed.join(' or ')}`);

const tagCondition = z
  .object({ key: text(1, 128).nullish(), value: text(0, 256).nullish() })
  .refine(({ key, value }) => key != null || value != null, 'Must have a key, a value or both');

const values = z.array(nonEmpty).min(1);

const tagValues = z.array(tagCondition).min(1);

const criterion = z.object({
  simpleCriterion: z.object({ key: recognized, comparator: comparatorOf('EQ', 'NE'), values }).nullish(),
  tagCriterion: z.object({ comparator: comparatorOf('EQ', 'NE'), tagValues }).nullish(),
});

const criteria = z.array(criterion).min(1).nullish();

const bucketCriteria = z
  .object({ includes: criteria, excludes: criteria })
  .refine(
    ({ includes, excludes }) => includes != null || excludes != null,
    'Must have includes, excludes or both',
  );

const bucketDefinitions = z.array(z.object({ accountId, buckets: z.array(nonEmpty).min(1) })).min(1);

/** The comparators that Macie accepts for each property of an object. */
const SCOPE_COMPARATORS: Readonly<
  Record<ClassificationJobObjectTermKey, readonly ClassificationJobComparator[]>
> = {
  OBJECT_EXTENSION: ['EQ', 'NE'],
  OBJECT_KEY: ['STARTS_WITH'],
  OBJECT_LAST_MODIFIED_DATE: ['EQ', 'GT', 'GTE', 'LT', 'LTE', 'NE'],
  OBJECT_SIZE: ['EQ', 'GT', 'GTE', 'LT', 'LTE', 'NE'],
  UNRECOGNIZED: [],
};

const SINGLE_VALUED: ReadonlySet<string> = new Set<ClassificationJobObjectTermKey>([
  'OBJECT_LAST_MODIFIED_DATE',
  'OBJECT_SIZE',
]);

const simpleScopeTerm = z
  .object({ key: recognized, comparator: z.string(), values })
  .superRefine(({ key, comparator, values: given }, context) => {
    const allowed: readonly string[] = SCOPE_COMPARATORS[key as ClassificationJobObjectTermKey];
    if (allowed.length > 0 && !allowed.includes(comparator)) {
      const message = `Must be ${allowed.join(' or ')} for ${key}`;
      context.addIssue({ code: 'custom', path: ['comparator'], message });
    }
    if (SINGLE_VALUED.has(key) && given.length > 1) {
      context.addIssue({
        code: 'custom',
        path: ['values'],
        message: `Must have exactly one value for ${key}`,
      });
    }
  });

const scopeTerms = z
  .array(
    z.object({
      simpleScopeTerm: simpleScopeTerm.nullish(),
      tagScopeTerm: z.object({ comparator: comparatorOf('EQ', 'NE'), tagValues }).nullish(),
    }),
  )
  .min(1)
  .nullish();

const scheduleFrequency = z.object({
  daily: z.literal(true, 'Must be true; to choose another schedule, omit this field').nullish(),
  weekly: z.object({ dayOfWeek: recognized }).nullish(),
  monthly: z.object({ dayOfMonth: z.int().min(1).max(31) }).nullish(),
});

const shape = z.object({
  name: text(1, 500),
  description: text(0, 200).nullish(),
  jobType: recognized,
  initialRun: z.boolean().nullish(),
  scheduleFrequency: scheduleFrequency.nullish(),
  buckets: z.object({
    bucketDefinitions: bucketDefinitions.nullish(),
    bucketCriteria: bucketCriteria.nullish(),
  }),
  scoping: z.object({ includes: scopeTerms, excludes: scopeTerms }).nullish(),
  samplingPercentage: z.int().min(1).max(100).nullish(),
  managedDataIdentifierSelector: recognized.nullish(),
  managedDataIdentifierIds: ids,
  customDataIdentifierIds: ids,
  allowListIds: ids,
  tags: tags(MAX_TAGS).nullish(),
});

/** Rules that span several members. */
const crossMemberRules = z.custom<NewClassificationJob>().superRefine((job, context) => {
  for (const { path, message } of [...scheduleIssues(job), ...selectorIssues(job)]) {
    context.addIssue({ code: 'custom', path: [path], message });
  }
});

export const classificationJobCreationRules: InputRules = [shape, crossMemberRules];

interface Issue {
  readonly path: keyof NewClassificationJob;
  readonly message: string;
}

function scheduleIssues({ jobType, scheduleFrequency: schedule, initialRun }: NewClassificationJob): Issue[] {
  const issues: Issue[] = [];
  if (jobType === 'SCHEDULED') {
    if (schedule == null)
      issues.push({ path: 'scheduleFrequency', message: 'Must be set for a SCHEDULED job' });
  }
  if (jobType === 'ONE_TIME') {
    if (schedule != null)
      issues.push({ path: 'scheduleFrequency', message: 'Must be omitted for a ONE_TIME job' });
    if (initialRun != null)
      issues.push({ path: 'initialRun', message: 'Must be omitted for a ONE_TIME job' });
  }
  return issues;
}

function selectorIssues(job: NewClassificationJob): Issue[] {
  const selector = job.managedDataIdentifierSelector ?? 'RECOMMENDED';
  const managed = job.managedDataIdentifierIds ?? [];
  const takesIds = selector === 'EXCLUDE' || selector === 'INCLUDE';
  const issues: Issue[] = [];
  if (takesIds && managed.length === 0) {
    issues.push({
      path: 'managedDataIdentifierIds',
      message: `Must have at least one entry for the selector ${selector}`,
    });
  }
  if (!takesIds && managed.length > 0) {
    issues.push({
      path: 'managedDataIdentifierIds',
      message: `Must be omitted for the selector ${selector}`,
    });
  }
  if (selector === 'NONE' && (job.customDataIdentifierIds ?? []).length === 0) {
    issues.push({
      path: 'customDataIdentifierIds',
      message: 'Must have at least one entry for the selector NONE',
    });
  }
  return issues;
}
