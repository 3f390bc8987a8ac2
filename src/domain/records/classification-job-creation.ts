/** The input of CreateClassificationJob. Of mutually exclusive members, exactly one is set. */
import type {
  ClassificationJobBucketCriterionKey,
  ClassificationJobDayOfWeek,
  ClassificationJobComparator,
  ClassificationJobObjectTermKey,
  ClassificationJobBucketDefinitionRecord,
} from './classification-job-scope';
import type {
  ClassificationJobType,
  ClassificationJobManagedDataIdentifierSelector,
} from './classification-job';
import type { TagRecord } from './tag';

type Optional<Value> = Value | null | undefined;

export interface NewTagCondition {
  readonly key?: Optional<string>;
  readonly value?: Optional<string>;
}

export interface NewBucketCriterion {
  readonly simpleCriterion?: Optional<{
    readonly key: ClassificationJobBucketCriterionKey;
    readonly comparator: ClassificationJobComparator;
    readonly values: readonly string[];
  }>;
  readonly tagCriterion?: Optional<{
    readonly comparator: ClassificationJobComparator;
    readonly tagValues: readonly NewTagCondition[];
  }>;
}

export interface NewBucketCriteria {
  readonly includes?: Optional<readonly NewBucketCriterion[]>;
  readonly excludes?: Optional<readonly NewBucketCriterion[]>;
}

export interface NewObjectScopeTerm {
  readonly simpleScopeTerm?: Optional<{
    readonly key: ClassificationJobObjectTermKey;
    readonly comparator: ClassificationJobComparator;
    readonly values: readonly string[];
  }>;
  readonly tagScopeTerm?: Optional<{
    readonly comparator: ClassificationJobComparator;
    readonly tagValues: readonly NewTagCondition[];
  }>;
}

export interface NewObjectScoping {
  readonly includes?: Optional<readonly NewObjectScopeTerm[]>;
  readonly excludes?: Optional<readonly NewObjectScopeTerm[]>;
}

export interface NewJobSchedule {
  readonly daily?: Optional<boolean>;
  readonly weekly?: Optional<{ readonly dayOfWeek: ClassificationJobDayOfWeek }>;
  readonly monthly?: Optional<{ readonly dayOfMonth: number }>;
}

export interface NewClassificationJob {
  readonly name: string;
  readonly description?: Optional<string>;
  readonly jobType: ClassificationJobType;
  readonly initialRun?: Optional<boolean>;
  readonly scheduleFrequency?: Optional<NewJobSchedule>;
  readonly buckets: {
    readonly bucketDefinitions?: Optional<readonly ClassificationJobBucketDefinitionRecord[]>;
    readonly bucketCriteria?: Optional<NewBucketCriteria>;
  };
  readonly scoping?: Optional<NewObjectScoping>;
  readonly samplingPercentage?: Optional<number>;
  readonly managedDataIdentifierSelector?: Optional<ClassificationJobManagedDataIdentifierSelector>;
  readonly managedDataIdentifierIds?: Optional<readonly string[]>;
  readonly customDataIdentifierIds?: Optional<readonly string[]>;
  readonly allowListIds?: Optional<readonly string[]>;
  readonly tags?: Optional<readonly TagRecord[]>;
}
