/** The figures of classification jobs. */
import type { ClassificationJobSummary, ClassificationJobType } from '../records/classification-job';
import type { ClassificationJobFigures } from '../records/statistics';
import type { ClassificationJobStatus } from '../transitions/classification-job';
import { awsValueOf, countStatuses, countValues, type AwsValue, type Counting } from './counting';

interface JobFacts {
  readonly status: AwsValue<ClassificationJobStatus>;
  readonly jobType: AwsValue<ClassificationJobType>;
}

export const CLASSIFICATION_JOBS: Counting<ClassificationJobSummary, JobFacts, ClassificationJobFigures> = {
  factsOf: ({ status, awsStatus, jobType, awsJobType }) => ({
    status: awsValueOf(status, awsStatus),
    jobType: awsValueOf(jobType, awsJobType),
  }),
  figuresOf: (jobs) => ({
    byStatus: countStatuses(
      'ClassificationJob',
      jobs.map(({ status }) => status),
    ),
    byType: countValues(jobs.map(({ jobType }) => jobType)).map(({ value, awsValue, count }) => ({
      jobType: value,
      awsJobType: awsValue,
      count,
    })),
  }),
};
