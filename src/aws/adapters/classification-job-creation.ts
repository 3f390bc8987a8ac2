/** The conversion of a new classification job to the request of CreateClassificationJob. */
import type {
  CreateClassificationJobRequest,
  CriteriaForJob,
  JobScheduleFrequency,
  JobScopeTerm,
} from '@aws-sdk/client-macie2';
import type {
  NewBucketCriterion,
  NewClassificationJob,
  NewJobSchedule,
  NewObjectScopeTerm,
  NewTagCondition,
} from '../../domain/records/classification-job-creation';
import { recognized } from './enum-map';
import { toAwsTags } from './tags';

export function creationRequest(
  job: NewClassificationJob,
  clientToken: string,
): CreateClassificationJobRequest {
  const { bucketDefinitions, bucketCriteria } = job.buckets;
  const { scoping } = job;
  return {
    clientToken,
    name: job.name,
    description: job.description ?? undefined,
    jobType: recognized(job.jobType),
    initialRun: job.initialRun ?? undefined,
    scheduleFrequency: job.scheduleFrequency == null ? undefined : toAwsSchedule(job.scheduleFrequency),
    s3JobDefinition: {
      bucketDefinitions: bucketDefinitions?.map(({ accountId, buckets }) => ({
        accountId,
        buckets: [...buckets],
      })),
      bucketCriteria: bucketCriteria == null ? undefined : toAwsLists(bucketCriteria, toAwsCriterion),
      scoping: scoping == null ? undefined : toAwsLists(scoping, toAwsScopeTerm),
    },
    samplingPercentage: job.samplingPercentage ?? undefined,
    managedDataIdentifierSelector:
      job.managedDataIdentifierSelector == null ? undefined : recognized(job.managedDataIdentifierSelector),
    managedDataIdentifierIds: copyOf(job.managedDataIdentifierIds),
    customDataIdentifierIds: copyOf(job.customDataIdentifierIds),
    allowListIds: copyOf(job.allowListIds),
    tags: job.tags == null ? undefined : toAwsTags(job.tags),
  };
}

interface Lists<Item> {
  readonly includes?: readonly Item[] | null | undefined;
  readonly excludes?: readonly Item[] | null | undefined;
}

function toAwsLists<Item, AwsItem>({ includes, excludes }: Lists<Item>, toAws: (item: Item) => AwsItem) {
  return {
    includes: includes == null ? undefined : { and: includes.map(toAws) },
    excludes: excludes == null ? undefined : { and: excludes.map(toAws) },
  };
}

function toAwsCriterion({ simpleCriterion, tagCriterion }: NewBucketCriterion): CriteriaForJob {
  return {
    simpleCriterion:
      simpleCriterion == null
        ? undefined
        : {
            key: recognized(simpleCriterion.key),
            comparator: recognized(simpleCriterion.comparator),
            values: [...simpleCriterion.values],
          },
    tagCriterion:
      tagCriterion == null
        ? undefined
        : {
            comparator: recognized(tagCriterion.comparator),
            tagValues: tagCriterion.tagValues.map(toAwsTagCondition),
          },
  };
}

function toAwsScopeTerm({ simpleScopeTerm, tagScopeTerm }: NewObjectScopeTerm): JobScopeTerm {
  return {
    simpleScopeTerm:
      simpleScopeTerm == null
        ? undefined
        : {
            key: recognized(simpleScopeTerm.key),
            comparator: recognized(simpleScopeTerm.comparator),
            values: [...simpleScopeTerm.values],
          },
    // Macie accepts only this key and this target.
    tagScopeTerm:
      tagScopeTerm == null
        ? undefined
        : {
            comparator: recognized(tagScopeTerm.comparator),
            key: 'TAG',
            tagValues: tagScopeTerm.tagValues.map(toAwsTagCondition),
            target: 'S3_OBJECT',
          },
  };
}

function toAwsTagCondition({ key, value }: NewTagCondition) {
  return { key: key ?? undefined, value: value ?? undefined };
}

function toAwsSchedule({ daily, weekly, monthly }: NewJobSchedule): JobScheduleFrequency {
  return {
    dailySchedule: daily === true ? {} : undefined,
    weeklySchedule: weekly == null ? undefined : { dayOfWeek: recognized(weekly.dayOfWeek) },
    monthlySchedule: monthly == null ? undefined : { dayOfMonth: monthly.dayOfMonth },
  };
}

function copyOf(values: readonly string[] | null | undefined): string[] | undefined {
  return values == null ? undefined : [...values];
}
