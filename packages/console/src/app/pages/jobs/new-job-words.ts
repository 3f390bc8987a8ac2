/** The input of a new classification job as sentences: the words that its page will have. */
import type { jobScope_job$data } from './__generated__/jobScope_job.graphql';
import type { jobInputOf, JobValues } from './new-job';
import { bucketScope } from './scope-words';

type Buckets = ReturnType<typeof jobInputOf>['buckets'];
type InputCriterion = NonNullable<NonNullable<Buckets['bucketCriteria']>['includes']>[number];
type Criterion = NonNullable<NonNullable<jobScope_job$data['bucketCriteria']>['includes']>[number];
type Simple = NonNullable<Criterion['simpleCriterion']>;
type Schedule = NonNullable<jobScope_job$data['scheduleFrequency']>;

/** All buckets, or the sentences of the conditions, each condition on a line. */
export function bucketTexts({ bucketDefinitions, bucketCriteria }: Buckets): readonly string[] {
  if (bucketCriteria === undefined)
    return bucketDefinitions.map(({ accountId, buckets }) => `${accountId}: ${buckets.join(', ')}`);
  const scope = bucketScope({
    includes: bucketCriteria.includes?.map(toCriterion),
    excludes: bucketCriteria.excludes?.map(toCriterion),
  });
  return scope.flatMap(({ sentence, conditions }) =>
    conditions.length === 0
      ? [`${sentence}.`]
      : [`${sentence}:`, ...conditions.map((condition) => `– ${condition}`)],
  );
}

/** Returns the members of a job that state its schedule. */
export function toSchedule({
  jobType,
  scheduleFrequency: { interval, dayOfWeek, dayOfMonth },
}: JobValues): Pick<jobScope_job$data, 'jobType' | 'awsJobType' | 'scheduleFrequency'> {
  if (jobType === 'ONE_TIME') return { jobType, awsJobType: null, scheduleFrequency: null };
  return {
    jobType: 'SCHEDULED',
    awsJobType: null,
    scheduleFrequency: {
      interval: interval as Schedule['interval'],
      dayOfWeek: dayOfWeek as Schedule['dayOfWeek'],
      awsDayOfWeek: null,
      dayOfMonth: Number(dayOfMonth),
    },
  };
}

/** The options of the form are values of the enums. */
function toCriterion({ simpleCriterion, tagCriterion }: InputCriterion): Criterion {
  return {
    simpleCriterion: simpleCriterion && {
      key: simpleCriterion.key as Simple['key'],
      awsKey: null,
      comparator: simpleCriterion.comparator as Simple['comparator'],
      awsComparator: null,
      values: simpleCriterion.values,
    },
    tagCriterion: tagCriterion && {
      comparator: tagCriterion.comparator as Simple['comparator'],
      awsComparator: null,
      tagValues: tagCriterion.tagValues.map(({ key, value }) => ({ key, value })),
    },
  };
}
