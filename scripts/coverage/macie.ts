// The places of Macie's members in the schema.
import {
  ANSWER_TOKEN,
  enumsIn,
  PAGE_SIZE,
  REQUEST_TOKEN,
  renamedIn,
  sameIn,
  type MemberPlaces,
  type ServicePlaces,
} from './places';

const JOB_ID = ['ClassificationJob.id', 'ClassificationJob.jobId', 'Query.classificationJob(jobId:)'];

const MEMBER_ID = ['MacieMember.id', 'MacieMember.accountId', 'Query.macieMember(accountId:)'];

const MEMBER = {
  ...sameIn(
    'MacieMember',
    'accountId',
    'administratorAccountId',
    'arn',
    'email',
    'invitedAt',
    'masterAccountId',
    'tags',
    'updatedAt',
  ),
  relationshipStatus: ['MacieMember.status', 'MacieMember.awsStatus'],
};

const JOB_SUMMARY = {
  ...sameIn('ClassificationJob', 'createdAt', 'jobId', 'lastRunErrorStatus', 'name', 'userPausedDetails'),
  ...enumsIn('ClassificationJob', 'jobType'),
  jobStatus: ['ClassificationJob.status', 'ClassificationJob.awsStatus'],
};

const IN_AND_OUT = (type: string, ...members: string[]) =>
  Object.fromEntries(members.map((member) => [member, [`${type}.${member}`, `${type}Input.${member}`]]));

/** Enum members of a type and its input. */
const ENUMS_IN_AND_OUT = (type: string, ...members: string[]): MemberPlaces =>
  Object.fromEntries(
    Object.entries(enumsIn(type, ...members)).map(([member, places]) => [
      member,
      [...(places as readonly string[]), `${type}Input.${member}`],
    ]),
  );

export const MACIE: ServicePlaces = {
  operations: {
    ListClassificationJobs: {
      input: {
        filterCriteria: ['Query.classificationJobs(filter:)', 'MacieMember.classificationJobs(filter:)'],
        sortCriteria: ['Query.classificationJobs(orderBy:)', 'MacieMember.classificationJobs(orderBy:)'],
        maxResults: PAGE_SIZE,
        nextToken: REQUEST_TOKEN,
      },
      output: { items: ['ClassificationJobConnection.nodes'], nextToken: ANSWER_TOKEN },
    },
    DescribeClassificationJob: {
      input: { jobId: JOB_ID },
      output: {
        ...JOB_SUMMARY,
        ...sameIn(
          'ClassificationJob',
          'allowListIds',
          'clientToken',
          'customDataIdentifierIds',
          'description',
          'initialRun',
          'managedDataIdentifierIds',
          'samplingPercentage',
          'scheduleFrequency',
          'statistics',
          'tags',
        ),
        ...enumsIn('ClassificationJob', 'managedDataIdentifierSelector'),
        ...renamedIn('ClassificationJob', { lastRunTime: 'lastRunAt' }),
        jobArn: ['ClassificationJob.arn'],
        s3JobDefinition: [
          'ClassificationJob.bucketDefinitions',
          'ClassificationJob.bucketCriteria',
          'ClassificationJob.scoping',
        ],
      },
    },
    CreateClassificationJob: {
      input: {
        ...sameIn(
          'CreateClassificationJobInput',
          'allowListIds',
          'customDataIdentifierIds',
          'description',
          'initialRun',
          'jobType',
          'managedDataIdentifierIds',
          'managedDataIdentifierSelector',
          'name',
          'samplingPercentage',
          'scheduleFrequency',
          'tags',
        ),
        clientToken: ['CreateClassificationJobInput.idempotencyKey'],
        s3JobDefinition: ['CreateClassificationJobInput.buckets', 'CreateClassificationJobInput.scoping'],
      },
      output: {
        jobArn: ['CreateClassificationJobPayload.classificationJob', 'ClassificationJob.arn'],
        jobId: ['CreateClassificationJobPayload.classificationJob', 'ClassificationJob.jobId'],
      },
    },
    UpdateClassificationJob: {
      input: {
        jobId: [
          'PauseClassificationJobInput.id',
          'ResumeClassificationJobInput.id',
          'CancelClassificationJobInput.id',
        ],
        jobStatus: [
          'Mutation.pauseClassificationJob',
          'Mutation.resumeClassificationJob',
          'Mutation.cancelClassificationJob',
        ],
      },
      output: {},
    },
    ListMembers: {
      input: {
        onlyAssociated: ['MacieMemberFilter.onlyAssociated'],
        maxResults: PAGE_SIZE,
        nextToken: REQUEST_TOKEN,
      },
      output: { members: ['MacieMemberConnection.nodes'], nextToken: ANSWER_TOKEN },
    },
    GetMember: { input: { id: MEMBER_ID }, output: MEMBER },
    CreateMember: {
      input: {
        account: ['CreateMacieMemberInput.accountId', 'CreateMacieMemberInput.email'],
        tags: ['CreateMacieMemberInput.tags'],
      },
      output: { arn: ['CreateMacieMemberPayload.macieMember', 'MacieMember.arn'] },
    },
    DisassociateMember: { input: { id: ['DisassociateMacieMemberInput.id'] }, output: {} },
    DeleteMember: { input: { id: ['DeleteMacieMemberInput.id'] }, output: {} },
    UpdateMemberSession: {
      input: {
        id: ['SuspendMacieMemberInput.id', 'EnableMacieMemberInput.id'],
        status: ['Mutation.suspendMacieMember', 'Mutation.enableMacieMember'],
      },
      output: {},
    },
    TagResource: {
      input: { resourceArn: ['TagResourceInput.id'], tags: ['TagResourceInput.tags'] },
      output: {},
    },
    UntagResource: {
      input: { resourceArn: ['UntagResourceInput.id'], tagKeys: ['UntagResourceInput.tagKeys'] },
      output: {},
    },
  },
  structures: {
    AccountDetail: sameIn('CreateMacieMemberInput', 'accountId', 'email'),
    CriteriaBlockForJob: {
      and: [
        'ClassificationJobBucketCriteria.includes',
        'ClassificationJobBucketCriteria.excludes',
        'ClassificationJobBucketCriteriaInput.includes',
        'ClassificationJobBucketCriteriaInput.excludes',
      ],
    },
    CriteriaForJob: IN_AND_OUT('ClassificationJobBucketCriterion', 'simpleCriterion', 'tagCriterion'),
    DailySchedule: {},
    JobScheduleFrequency: {
      dailySchedule: [
        'ClassificationJobScheduleFrequency.interval',
        'ClassificationJobScheduleFrequencyInput.daily',
      ],
      monthlySchedule: [
        'ClassificationJobScheduleFrequency.interval',
        'ClassificationJobScheduleFrequencyInput.monthly',
      ],
      weeklySchedule: [
        'ClassificationJobScheduleFrequency.interval',
        'ClassificationJobScheduleFrequencyInput.weekly',
      ],
    },
    JobScopeTerm: IN_AND_OUT('ClassificationJobObjectTerm', 'simpleScopeTerm', 'tagScopeTerm'),
    JobScopingBlock: {
      and: [
        'ClassificationJobObjectScoping.includes',
        'ClassificationJobObjectScoping.excludes',
        'ClassificationJobObjectScopingInput.includes',
        'ClassificationJobObjectScopingInput.excludes',
      ],
    },
    JobSummary: { ...JOB_SUMMARY, ...sameIn('ClassificationJob', 'bucketCriteria', 'bucketDefinitions') },
    LastRunErrorStatus: enumsIn('ClassificationJobLastRunErrorStatus', 'code'),
    ListJobsFilterCriteria: {
      includes: ['Query.classificationJobs(filter:)'],
      excludes: ['ClassificationJobFilter.not'],
    },
    ListJobsFilterTerm: {
      comparator: [
        'StringFilter.eq',
        'StringFilter.contains',
        'StringFilter.startsWith',
        'DateTimeFilter.gte',
      ],
      key: [
        'ClassificationJobFilter.statuses',
        'ClassificationJobFilter.jobTypes',
        'ClassificationJobFilter.name',
        'ClassificationJobFilter.createdAt',
      ],
      values: ['ClassificationJobFilter.statuses', 'StringFilter.eq', 'DateTimeFilter.eq'],
    },
    ListJobsSortCriteria: {
      attributeName: ['ClassificationJobOrder.field'],
      orderBy: ['ClassificationJobOrder.direction'],
    },
    Member: MEMBER,
    MonthlySchedule: {
      dayOfMonth: [
        'ClassificationJobScheduleFrequency.dayOfMonth',
        'ClassificationJobMonthlyScheduleInput.dayOfMonth',
      ],
    },
    S3BucketCriteriaForJob: IN_AND_OUT('ClassificationJobBucketCriteria', 'excludes', 'includes'),
    S3BucketDefinitionForJob: IN_AND_OUT('ClassificationJobBucketDefinition', 'accountId', 'buckets'),
    S3JobDefinition: {
      bucketCriteria: ['ClassificationJob.bucketCriteria', 'ClassificationJobBucketsInput.bucketCriteria'],
      bucketDefinitions: [
        'ClassificationJob.bucketDefinitions',
        'ClassificationJobBucketsInput.bucketDefinitions',
      ],
      scoping: ['ClassificationJob.scoping', 'CreateClassificationJobInput.scoping'],
    },
    Scoping: IN_AND_OUT('ClassificationJobObjectScoping', 'excludes', 'includes'),
    SimpleCriterionForJob: {
      ...ENUMS_IN_AND_OUT('ClassificationJobBucketSimpleCriterion', 'comparator', 'key'),
      ...IN_AND_OUT('ClassificationJobBucketSimpleCriterion', 'values'),
    },
    SimpleScopeTerm: {
      ...ENUMS_IN_AND_OUT('ClassificationJobObjectSimpleTerm', 'comparator', 'key'),
      ...IN_AND_OUT('ClassificationJobObjectSimpleTerm', 'values'),
    },
    Statistics: sameIn('ClassificationJobStatistics', 'approximateNumberOfObjectsToProcess', 'numberOfRuns'),
    TagCriterionForJob: {
      ...ENUMS_IN_AND_OUT('ClassificationJobBucketTagCriterion', 'comparator'),
      ...IN_AND_OUT('ClassificationJobBucketTagCriterion', 'tagValues'),
    },
    TagCriterionPairForJob: IN_AND_OUT('ClassificationJobTagCondition', 'key', 'value'),
    TagScopeTerm: {
      ...ENUMS_IN_AND_OUT('ClassificationJobObjectTagTerm', 'comparator'),
      ...IN_AND_OUT('ClassificationJobObjectTagTerm', 'tagValues'),
      ...enumsIn('ClassificationJobObjectTagTerm', 'target'),
      key: ['ClassificationJobObjectTagTerm.key'],
    },
    TagValuePair: IN_AND_OUT('ClassificationJobTagCondition', 'key', 'value'),
    UserPausedDetails: renamedIn('ClassificationJobUserPausedDetails', {
      jobExpiresAt: 'expiresAt',
      jobImminentExpirationHealthEventArn: 'imminentExpirationHealthEventArn',
      jobPausedAt: 'pausedAt',
    }),
    WeeklySchedule: {
      dayOfWeek: [
        'ClassificationJobScheduleFrequency.dayOfWeek',
        'ClassificationJobScheduleFrequency.awsDayOfWeek',
        'ClassificationJobWeeklyScheduleInput.dayOfWeek',
      ],
    },
  },
};
