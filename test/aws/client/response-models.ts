// The responses of the gateway's operations, written by hand from the AWS models: an oracle for the response decoder.

/** `int` has 32 bits. `iso` is a time in ISO 8601, `unix` a time in seconds. */
export type Kind = 'text' | 'flag' | 'int' | 'double' | 'iso' | 'unix' | List | TextMap | Structure;

export interface List {
  readonly items: Kind;
}

export interface TextMap {
  readonly values: 'text';
}

export interface Structure {
  readonly members: Readonly<Record<string, Kind>>;
  /** The member without which the structure cannot be used. */
  readonly essential?: string;
}

export interface ResponseModel extends Structure {
  /** The member with the rows of a list. */
  readonly rows?: string;
  /** Members whose value must be readable, if there is one. */
  readonly required?: readonly string[];
}

const list = (items: Kind): List => ({ items });
const structure = (members: Structure['members'], essential?: string): Structure =>
  essential === undefined ? { members } : { members, essential };
const tags: TextMap = { values: 'text' };

const texts = <Name extends string>(...names: Name[]) =>
  Object.fromEntries(names.map((name) => [name, 'text'])) as Record<Name, 'text'>;
const times = <Name extends string>(kind: 'iso' | 'unix', ...names: Name[]) =>
  Object.fromEntries(names.map((name) => [name, kind])) as Record<Name, 'iso' | 'unix'>;

const page = (
  rows: string,
  row: Structure,
  token: string,
  more: Structure['members'] = {},
): ResponseModel => ({
  members: { [rows]: list(row), [token]: 'text', ...more },
  rows,
  required: [rows, token],
});
const change = (id: string, ...more: string[]): ResponseModel => ({
  members: texts(id, ...more),
  essential: id,
  required: [id],
});
const NO_MEMBERS: ResponseModel = { members: {} };

const pair = structure(texts('key', 'value'));
const jobCriteria = structure({
  and: list(
    structure({
      simpleCriterion: structure({ ...texts('comparator', 'key'), values: list('text') }),
      tagCriterion: structure({ comparator: 'text', tagValues: list(pair) }),
    }),
  ),
});
const bucketCriteria = structure({ excludes: jobCriteria, includes: jobCriteria });
const bucketDefinitions = list(structure({ accountId: 'text', buckets: list('text') }));
const scopeTerms = structure({
  and: list(
    structure({
      simpleScopeTerm: structure({ ...texts('comparator', 'key'), values: list('text') }),
      tagScopeTerm: structure({ ...texts('comparator', 'key', 'target'), tagValues: list(pair) }),
    }),
  ),
});
const lastRunErrorStatus = structure(texts('code'));
const userPausedDetails = structure({
  ...times('iso', 'jobExpiresAt', 'jobPausedAt'),
  jobImminentExpirationHealthEventArn: 'text',
});

const jobSummary = structure(
  {
    ...texts('jobId', 'jobStatus', 'jobType', 'name'),
    bucketCriteria,
    bucketDefinitions,
    createdAt: 'iso',
    lastRunErrorStatus,
    userPausedDetails,
  },
  'jobId',
);
const job: ResponseModel = {
  members: {
    ...texts('clientToken', 'description', 'jobArn', 'jobId', 'jobStatus', 'jobType'),
    ...texts('managedDataIdentifierSelector', 'name'),
    ...times('iso', 'createdAt', 'lastRunTime'),
    allowListIds: list('text'),
    customDataIdentifierIds: list('text'),
    managedDataIdentifierIds: list('text'),
    initialRun: 'flag',
    samplingPercentage: 'int',
    lastRunErrorStatus,
    s3JobDefinition: structure({
      bucketCriteria,
      bucketDefinitions,
      scoping: structure({ excludes: scopeTerms, includes: scopeTerms }),
    }),
    scheduleFrequency: structure({
      dailySchedule: structure({}),
      monthlySchedule: structure({ dayOfMonth: 'int' }),
      weeklySchedule: structure({ dayOfWeek: 'text' }),
    }),
    statistics: structure({ approximateNumberOfObjectsToProcess: 'double', numberOfRuns: 'double' }),
    tags,
    userPausedDetails,
  },
  essential: 'jobStatus',
};
const memberFields = {
  ...texts('accountId', 'administratorAccountId', 'arn', 'email', 'masterAccountId', 'relationshipStatus'),
  ...times('iso', 'invitedAt', 'updatedAt'),
  tags,
};

const organization = structure(
  texts('OrganizationId', 'Alias', 'DefaultMailDomain', 'ErrorMessage', 'State'),
  'OrganizationId',
);
const exportFields = {
  ...texts('EntityId', 'Description', 'S3BucketName', 'S3Path', 'State'),
  ...times('unix', 'StartTime', 'EndTime'),
  EstimatedProgress: 'int',
} as const;
const user: ResponseModel = {
  members: {
    ...texts('UserId', 'Name', 'Email', 'DisplayName', 'State', 'UserRole', 'FirstName', 'LastName'),
    ...texts('Initials', 'Telephone', 'Street', 'JobTitle', 'City', 'Company', 'ZipCode', 'Department'),
    ...texts('Country', 'Office', 'IdentityProviderUserId', 'IdentityProviderIdentityStoreId'),
    ...times('unix', 'EnabledDate', 'DisabledDate', 'MailboxProvisionedDate', 'MailboxDeprovisionedDate'),
    HiddenFromGlobalAddressList: 'flag',
  },
};

const caseSummary = structure(
  {
    ...texts('caseId', 'title', 'caseArn', 'engagementType', 'caseStatus', 'resolverType', 'pendingAction'),
    ...times('unix', 'lastUpdatedDate', 'createdDate', 'closedDate'),
  },
  'caseId',
);
const attachment = structure(
  { ...texts('attachmentId', 'fileName', 'attachmentStatus', 'creator'), createdDate: 'unix' },
  'attachmentId',
);
const securityCase: ResponseModel = {
  members: {
    ...texts('title', 'caseArn', 'description', 'caseStatus', 'engagementType', 'pendingAction'),
    ...texts('closureCode', 'resolverType'),
    ...times('unix', 'reportedIncidentStartDate', 'actualIncidentStartDate', 'createdDate'),
    ...times('unix', 'lastUpdatedDate', 'closedDate'),
    impactedAwsRegions: list(structure(texts('region'))),
    threatActorIpAddresses: list(structure(texts('ipAddress', 'userAgent'))),
    impactedAccounts: list('text'),
    impactedServices: list('text'),
    watchers: list(structure(texts('email', 'name', 'jobTitle'))),
    caseAttachments: list(attachment),
    caseMetadata: list(pair),
  },
  essential: 'caseStatus',
};
const comment = structure(
  {
    ...texts('commentId', 'creator', 'lastUpdatedBy', 'body'),
    ...times('unix', 'createdDate', 'lastUpdatedDate'),
  },
  'commentId',
);
const caseEdit = structure({ ...texts('principal', 'action', 'message'), eventTimestamp: 'unix' });
const investigation = structure(
  {
    ...texts('investigationId', 'actionType', 'title', 'content', 'status'),
    lastUpdated: 'unix',
    feedback: structure({ ...texts('usefulness', 'comment'), submittedAt: 'unix' }),
  },
  'investigationId',
);

/** By service and operation. */
export const RESPONSE_MODELS: Readonly<Record<string, ResponseModel>> = {
  'macie2 ListClassificationJobs': page('items', jobSummary, 'nextToken'),
  'macie2 DescribeClassificationJob': job,
  'macie2 CreateClassificationJob': change('jobId', 'jobArn'),
  'macie2 UpdateClassificationJob': NO_MEMBERS,
  'macie2 ListMembers': page('members', structure(memberFields, 'accountId'), 'nextToken'),
  'macie2 GetMember': { members: memberFields, essential: 'relationshipStatus' },
  'macie2 CreateMember': { members: texts('arn') },
  'macie2 UpdateMemberSession': NO_MEMBERS,
  'macie2 DisassociateMember': NO_MEMBERS,
  'macie2 DeleteMember': NO_MEMBERS,
  'macie2 ListTagsForResource': { members: { tags } },
  'macie2 TagResource': NO_MEMBERS,
  'macie2 UntagResource': NO_MEMBERS,
  'workmail ListOrganizations': page('OrganizationSummaries', organization, 'NextToken'),
  'workmail ListMailboxExportJobs': page(
    'Jobs',
    structure({ ...exportFields, JobId: 'text' }, 'JobId'),
    'NextToken',
  ),
  'workmail DescribeMailboxExportJob': {
    members: { ...exportFields, ...texts('RoleArn', 'KmsKeyArn', 'S3Prefix', 'ErrorInfo') },
    essential: 'State',
  },
  'workmail StartMailboxExportJob': change('JobId'),
  'workmail CancelMailboxExportJob': NO_MEMBERS,
  'workmail DescribeOrganization': {
    members: {
      ...texts('OrganizationId', 'Alias', 'State', 'DirectoryId', 'DirectoryType', 'DefaultMailDomain'),
      ...texts('ErrorMessage', 'ARN', 'MigrationAdmin'),
      CompletedDate: 'unix',
      InteroperabilityEnabled: 'flag',
    },
  },
  'workmail DescribeUser': user,
  'workmail DescribeEntity': { members: texts('EntityId', 'Name', 'Type') },
  'security-ir ListCases': page('items', caseSummary, 'nextToken', { total: 'int' }),
  'security-ir GetCase': securityCase,
  'security-ir CreateCase': change('caseId'),
  'security-ir UpdateCase': NO_MEMBERS,
  'security-ir UpdateCaseStatus': { members: texts('caseStatus') },
  'security-ir CloseCase': { members: { caseStatus: 'text', closedDate: 'unix' } },
  'security-ir UpdateResolverType': { members: texts('caseId', 'caseStatus', 'resolverType') },
  'security-ir ListComments': page('items', comment, 'nextToken', { total: 'int' }),
  'security-ir ListCaseEdits': page('items', caseEdit, 'nextToken', { total: 'int' }),
  'security-ir ListInvestigations': page('investigationActions', investigation, 'nextToken'),
  'security-ir GetCaseAttachmentDownloadUrl': { members: texts('attachmentPresignedUrl') },
  'security-ir GetCaseAttachmentUploadUrl': { members: texts('attachmentPresignedUrl') },
  'security-ir CreateCaseComment': { members: texts('commentId') },
  'security-ir UpdateCaseComment': { members: texts('commentId', 'body') },
  'security-ir SendFeedback': NO_MEMBERS,
  'security-ir ListTagsForResource': { members: { tags } },
  'security-ir TagResource': NO_MEMBERS,
  'security-ir UntagResource': NO_MEMBERS,
};
