/** The input of CreateClassificationJob with the rules of the Macie documentation, and the job that it creates. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { HOUR } from '../kernel/clock';
import { text } from '../kernel/validation';
import type { Scope } from '../kernel/scope';
import { validation } from './errors';
import type { ClassificationJob } from './state';
import { COMPARATORS, TAGS } from './validation';

const COMPARATOR = z.enum(COMPARATORS);
const IDS = z.array(text()).optional();
const TAG_PAIRS = z.array(z.object({ key: text().optional(), value: text().optional() }));

const CRITERIA = z
  .object({
    and: z
      .array(
        z.object({
          simpleCriterion: z
            .object({
              comparator: COMPARATOR.optional(),
              key: z
                .enum([
                  'ACCOUNT_ID',
                  'S3_BUCKET_NAME',
                  'S3_BUCKET_EFFECTIVE_PERMISSION',
                  'S3_BUCKET_SHARED_ACCESS',
                ])
                .optional(),
              values: z.array(text()).optional(),
            })
            .optional(),
          tagCriterion: z
            .object({ comparator: COMPARATOR.optional(), tagValues: TAG_PAIRS.optional() })
            .optional(),
        }),
      )
      .optional(),
  })
  .optional();

const SCOPE_TERMS = z
  .object({
    and: z
      .array(
        z.object({
          simpleScopeTerm: z
            .object({
              comparator: COMPARATOR.optional(),
              key: z
                .enum(['OBJECT_EXTENSION', 'OBJECT_LAST_MODIFIED_DATE', 'OBJECT_SIZE', 'OBJECT_KEY'])
                .optional(),
              values: z.array(text()).optional(),
            })
            .optional(),
          tagScopeTerm: z
            .object({
              comparator: COMPARATOR.optional(),
              key: text().optional(),
              tagValues: TAG_PAIRS.optional(),
              target: z.enum(['S3_OBJECT']).optional(),
            })
            .optional(),
        }),
      )
      .optional(),
  })
  .optional();

const SELECTORS = ['ALL', 'EXCLUDE', 'INCLUDE', 'NONE', 'RECOMMENDED'] as const;

export const CREATE_JOB_INPUT = z.object({
  allowListIds: IDS,
  clientToken: text(),
  customDataIdentifierIds: IDS,
  description: text({ max: 200 }).optional(),
  initialRun: z.boolean().optional(),
  jobType: z.enum(['ONE_TIME', 'SCHEDULED']),
  managedDataIdentifierIds: IDS,
  managedDataIdentifierSelector: z.enum(SELECTORS).optional(),
  name: text({ min: 1, max: 500 }),
  s3JobDefinition: z.object({
    bucketDefinitions: z
      .array(z.object({ accountId: text({ pattern: /^(?:[0-9]{12})$/s }), buckets: z.array(text()).min(1) }))
      .min(1)
      .optional(),
    bucketCriteria: z.object({ includes: CRITERIA, excludes: CRITERIA }).optional(),
    scoping: z.object({ includes: SCOPE_TERMS, excludes: SCOPE_TERMS }).optional(),
  }),
  samplingPercentage: z.int().min(1).max(100).optional(),
  scheduleFrequency: z
    .object({
      dailySchedule: z.object({}).optional(),
      weeklySchedule: z
        .object({
          dayOfWeek: z.enum(['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY']),
        })
        .optional(),
      monthlySchedule: z.object({ dayOfMonth: z.int().min(1).max(31) }).optional(),
    })
    .optional(),
  tags: TAGS.optional(),
});

export type CreateJobInput = z.infer<typeof CREATE_JOB_INPUT>;

/** Checks the rules that only the documentation contains, not the service model. Throws ValidationException. */
export function checkNewJob(input: CreateJobInput): void {
  checkBuckets(input);
  checkSchedule(input);
  checkSelector(input);
  checkScope(input);
}

function checkBuckets({ s3JobDefinition: { bucketDefinitions, bucketCriteria } }: CreateJobInput): void {
  if ((bucketDefinitions === undefined) === (bucketCriteria === undefined)) {
    throw validation('The s3JobDefinition needs bucketDefinitions or bucketCriteria, and not both.');
  }
  const criteria = [bucketCriteria?.includes, bucketCriteria?.excludes].flatMap((block) => block?.and ?? []);
  if (bucketCriteria !== undefined && criteria.length === 0) {
    throw validation('The bucketCriteria are empty.');
  }
  for (const { simpleCriterion, tagCriterion } of criteria) {
    const comparator = simpleCriterion?.comparator ?? tagCriterion?.comparator;
    if (comparator !== 'EQ' && comparator !== 'NE') {
      throw validation('A bucket criterion takes the comparators EQ and NE.');
    }
  }
}

function checkSchedule({ jobType, scheduleFrequency, initialRun }: CreateJobInput): void {
  if (jobType === 'ONE_TIME') {
    if (scheduleFrequency === undefined && initialRun === undefined) return;
    throw validation('A ONE_TIME job has no scheduleFrequency and no initialRun.');
  }
  if (Object.values(scheduleFrequency ?? {}).filter((schedule) => schedule !== undefined).length !== 1) {
    throw validation('A SCHEDULED job needs one of dailySchedule, weeklySchedule and monthlySchedule.');
  }
}

function checkSelector(input: CreateJobInput): void {
  const { managedDataIdentifierSelector: selector = 'RECOMMENDED', managedDataIdentifierIds: ids = [] } =
    input;
  const acceptsIds = selector === 'EXCLUDE' || selector === 'INCLUDE';
  if (acceptsIds !== ids.length > 0) {
    throw validation(
      `The selector ${selector} ${acceptsIds ? 'needs' : 'takes no'} managedDataIdentifierIds.`,
    );
  }
  if (selector === 'NONE' && (input.customDataIdentifierIds ?? []).length === 0) {
    throw validation('The selector NONE needs customDataIdentifierIds.');
  }
}

const SCOPE_COMPARATORS: Readonly<Record<string, readonly string[]>> = {
  OBJECT_EXTENSION: ['EQ', 'NE'],
  OBJECT_KEY: ['STARTS_WITH'],
  OBJECT_LAST_MODIFIED_DATE: ['EQ', 'GT', 'GTE', 'LT', 'LTE', 'NE'],
  OBJECT_SIZE: ['EQ', 'GT', 'GTE', 'LT', 'LTE', 'NE'],
};

function checkScope({ s3JobDefinition: { scoping } }: CreateJobInput): void {
  const terms = [scoping?.includes, scoping?.excludes].flatMap((block) => block?.and ?? []);
  for (const { simpleScopeTerm } of terms) {
    if (simpleScopeTerm === undefined) continue;
    const { key = '', comparator = '' } = simpleScopeTerm;
    if (SCOPE_COMPARATORS[key]?.includes(comparator) !== true) {
      throw validation(`The property ${key} can't be compared by ${comparator}.`);
    }
  }
}

const FIRST_RUN = { objects: 40_000, totalMs: 3 * HOUR };

/** A one-time job starts at once, a scheduled job only if it has an initial run. */
export function newJob(input: CreateJobInput, { account, region }: Scope, now: number): ClassificationJob {
  const jobId = randomBytes(16).toString('hex');
  const startsNow = input.jobType === 'ONE_TIME' || input.initialRun === true;
  return {
    jobId,
    jobArn: `arn:aws:macie2:${region}:${account}:classification-job/${jobId}`,
    createdAt: now,
    name: input.name,
    jobType: input.jobType,
    jobStatus: startsNow ? 'RUNNING' : 'IDLE',
    clientToken: input.clientToken,
    description: input.description,
    initialRun: input.initialRun ?? false,
    samplingPercentage: input.samplingPercentage ?? 100,
    allowListIds: input.allowListIds ?? [],
    customDataIdentifierIds: input.customDataIdentifierIds ?? [],
    managedDataIdentifierIds: input.managedDataIdentifierIds ?? [],
    managedDataIdentifierSelector: input.managedDataIdentifierSelector ?? 'RECOMMENDED',
    s3JobDefinition: input.s3JobDefinition,
    scheduleFrequency: input.scheduleFrequency,
    tags: input.tags ?? {},
    lastRunErrorCode: 'NONE',
    lastRunTime: startsNow ? now : undefined,
    numberOfRuns: startsNow ? 1 : 0,
    run: startsNow ? { ...FIRST_RUN, remainingMs: FIRST_RUN.totalMs, asOf: now } : undefined,
    nextRunAfter: now,
    quotaResetsAt: undefined,
    userPaused: undefined,
  };
}
