// Hand-written conversion of boto3's responses to the shapes of the schema, the independent oracle of boto3.test.ts.

export type Row = Readonly<Record<string, unknown>>;

const rows = (value: unknown) => (value ?? []) as readonly Row[];
const rowOrNull = (value: unknown) => (value ?? null) as Row | null;

/** Members with unchanged names; null for members that AWS omits. */
function pick(row: Row, ...names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
}

/** Members with a lower-case first letter: WorkMail's begin with a capital. */
function lowered(row: Row, ...names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    names.map((name) => [`${name.charAt(0).toLowerCase()}${name.slice(1)}`, row[name] ?? null]),
  );
}

/** Members with other names in the schema: the fields by member. */
function renamed(row: Row, fields: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([member, field]) => [field, row[member] ?? null]));
}

/** Enum members with their value in the schema and, beside it, the word of AWS. */
function enums(row: Row, ...names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    names.flatMap((name) => [
      [name, enumValue(row[name])],
      [`aws${name.charAt(0).toUpperCase()}${name.slice(1)}`, row[name] ?? null],
    ]),
  );
}

function tags(value: unknown): unknown {
  const pairs = Object.entries((value ?? {}) as Record<string, string>).sort(([a], [b]) => (a < b ? -1 : 1));
  return pairs.map(([key, each]) => ({ key, value: each }));
}

const ENUM_VALUES: Readonly<Record<string, string>> = {
  'Detection and Analysis': 'DETECTION_AND_ANALYSIS',
  'Containment, Eradication and Recovery': 'CONTAINMENT_ERADICATION_AND_RECOVERY',
  'Post-incident Activities': 'POST_INCIDENT_ACTIVITIES',
  'Ready to Close': 'READY_TO_CLOSE',
  'Security Incident': 'SECURITY_INCIDENT',
  'Investigation Completed': 'INVESTIGATION_COMPLETED',
  'Not Resolved': 'NOT_RESOLVED',
  'False Positive': 'FALSE_POSITIVE',
  EmailVerificationInProgress: 'EMAIL_VERIFICATION_IN_PROGRESS',
  EmailVerificationFailed: 'EMAIL_VERIFICATION_FAILED',
  RegionDisabled: 'REGION_DISABLED',
  AccountSuspended: 'ACCOUNT_SUSPENDED',
  InProgress: 'IN_PROGRESS',
};

/** The schema's enum value for an AWS value; single words only change to upper case. */
function enumValue(value: unknown): string | null {
  return typeof value === 'string' ? (ENUM_VALUES[value] ?? value.toUpperCase()) : null;
}

function criterion({ simpleCriterion, tagCriterion }: Row): Row {
  const [simple, tag] = [rowOrNull(simpleCriterion), rowOrNull(tagCriterion)];
  return {
    simpleCriterion: simple && { ...enums(simple, 'key', 'comparator'), ...pick(simple, 'values') },
    tagCriterion: tag && { ...enums(tag, 'comparator'), tagValues: conditions(tag.tagValues) },
  };
}

function term({ simpleScopeTerm, tagScopeTerm }: Row): Row {
  const [simple, tag] = [rowOrNull(simpleScopeTerm), rowOrNull(tagScopeTerm)];
  return {
    simpleScopeTerm: simple && { ...enums(simple, 'key', 'comparator'), ...pick(simple, 'values') },
    tagScopeTerm: tag && {
      ...enums(tag, 'comparator', 'target'),
      ...pick(tag, 'key'),
      tagValues: conditions(tag.tagValues),
    },
  };
}

const conditions = (value: unknown) => rows(value).map((row) => pick(row, 'key', 'value'));

/** AWS wraps the lists of a block in `and`. */
function blocks(value: unknown, convert: (row: Row) => Row): unknown {
  const block = rowOrNull(value);
  const list = (side: unknown) => {
    const wrapped = rowOrNull(side);
    return wrapped && rows(wrapped.and).map(convert);
  };
  return block && { includes: list(block.includes), excludes: list(block.excludes) };
}

function schedule(value: unknown): unknown {
  const frequency = rowOrNull(value);
  if (frequency === null) return null;
  const { weeklySchedule, monthlySchedule } = frequency;
  return {
    interval: 'dailySchedule' in frequency ? 'DAILY' : weeklySchedule === undefined ? 'MONTHLY' : 'WEEKLY',
    ...enums(rowOrNull(weeklySchedule) ?? {}, 'dayOfWeek'),
    dayOfMonth: rowOrNull(monthlySchedule)?.dayOfMonth ?? null,
  };
}

export function classificationJob(job: Row): Row {
  const { bucketCriteria, bucketDefinitions, scoping } = job.s3JobDefinition as Row;
  const paused = rowOrNull(job.userPausedDetails);
  const lastRun = rowOrNull(job.lastRunErrorStatus);
  return {
    ...pick(job, 'jobId', 'name', 'createdAt', 'description', 'clientToken', 'initialRun'),
    ...pick(job, 'samplingPercentage'),
    ...renamed(job, { lastRunTime: 'lastRunAt' }),
    ...enums(job, 'jobType', 'managedDataIdentifierSelector'),
    ...pick(job, 'managedDataIdentifierIds', 'customDataIdentifierIds', 'allowListIds', 'statistics'),
    lastRunErrorStatus: lastRun && enums(lastRun, 'code'),
    arn: job.jobArn,
    status: job.jobStatus,
    awsStatus: job.jobStatus,
    userPausedDetails:
      paused &&
      renamed(paused, {
        jobPausedAt: 'pausedAt',
        jobExpiresAt: 'expiresAt',
        jobImminentExpirationHealthEventArn: 'imminentExpirationHealthEventArn',
      }),
    bucketDefinitions: bucketDefinitions ?? null,
    bucketCriteria: blocks(bucketCriteria, criterion),
    scoping: blocks(scoping, term),
    scheduleFrequency: schedule(job.scheduleFrequency),
    tags: tags(job.tags),
  };
}

export function macieMember(member: Row): Row {
  return {
    ...pick(member, 'accountId', 'administratorAccountId', 'masterAccountId', 'arn', 'email'),
    ...pick(member, 'invitedAt', 'updatedAt'),
    status: enumValue(member.relationshipStatus),
    awsStatus: member.relationshipStatus,
    tags: tags(member.tags),
  };
}

export function mailboxExportJob(job: Row): Row {
  const organization = job.organization as Row;
  const owner = rowOrNull(job.owner);
  return {
    ...lowered(job, 'JobId', 'EntityId', 'Description', 'S3BucketName', 'S3Path', 'EstimatedProgress'),
    ...lowered(job, 'RoleArn', 'KmsKeyArn', 'S3Prefix', 'ErrorInfo'),
    ...renamed(job, { StartTime: 'startedAt', EndTime: 'endedAt' }),
    status: enumValue(job.State),
    awsStatus: job.State,
    organizationId: organization.OrganizationId,
    organization: {
      ...lowered(organization, 'OrganizationId', 'Alias', 'DirectoryId', 'DirectoryType'),
      ...lowered(organization, 'DefaultMailDomain', 'ErrorMessage', 'MigrationAdmin'),
      ...renamed(organization, { CompletedDate: 'completedAt', State: 'awsStatus' }),
      ...lowered(organization, 'InteroperabilityEnabled'),
      arn: organization.ARN,
    },
    owner: owner && {
      ...lowered(owner, 'UserId', 'Name', 'Email', 'DisplayName', 'FirstName'),
      ...renamed(owner, {
        EnabledDate: 'enabledAt',
        DisabledDate: 'disabledAt',
        MailboxProvisionedDate: 'mailboxProvisionedAt',
        MailboxDeprovisionedDate: 'mailboxDeprovisionedAt',
      }),
      status: enumValue(owner.State),
      awsStatus: owner.State ?? null,
      userRole: enumValue(owner.UserRole),
      awsUserRole: owner.UserRole ?? null,
      ...lowered(owner, 'LastName', 'Initials', 'HiddenFromGlobalAddressList', 'Telephone', 'Street'),
      ...lowered(owner, 'ZipCode', 'City', 'Country', 'Company', 'Department', 'JobTitle', 'Office'),
      ...lowered(owner, 'IdentityProviderUserId', 'IdentityProviderIdentityStoreId'),
    },
  };
}

function investigation(action: Row): Row {
  const feedback = rowOrNull(action.feedback);
  return {
    ...pick(action, 'investigationId', 'title', 'content'),
    ...renamed(action, { lastUpdated: 'updatedAt' }),
    ...enums(action, 'actionType', 'status'),
    feedback: feedback && { ...enums(feedback, 'usefulness'), ...pick(feedback, 'comment', 'submittedAt') },
  };
}

export function securityCase(row: Row): Row {
  return {
    ...pick(row, 'caseId', 'title', 'description', 'impactedAccounts', 'impactedServices'),
    ...renamed(row, {
      createdDate: 'createdAt',
      lastUpdatedDate: 'updatedAt',
      closedDate: 'closedAt',
      reportedIncidentStartDate: 'reportedIncidentStartedAt',
      actualIncidentStartDate: 'actualIncidentStartedAt',
    }),
    arn: row.caseArn,
    status: enumValue(row.caseStatus),
    awsStatus: row.caseStatus,
    ...enums(row, 'resolverType', 'engagementType', 'pendingAction', 'closureCode'),
    impactedAwsRegions: rows(row.impactedAwsRegions).map(({ region }) => region),
    watchers: rows(row.watchers).map((each) => pick(each, 'email', 'name', 'jobTitle')),
    threatActorIpAddresses: rows(row.threatActorIpAddresses).map((each) =>
      pick(each, 'ipAddress', 'userAgent'),
    ),
    metadata: row.caseMetadata ?? null,
    attachments: rows(row.caseAttachments).map((each) => ({
      ...pick(each, 'attachmentId', 'fileName', 'creator'),
      ...renamed(each, { createdDate: 'createdAt' }),
      status: enumValue(each.attachmentStatus),
      awsStatus: each.attachmentStatus,
    })),
    comments: rows(row.comments).map((each) => ({
      ...pick(each, 'commentId', 'body', 'creator'),
      ...renamed(each, {
        createdDate: 'createdAt',
        lastUpdatedBy: 'updatedBy',
        lastUpdatedDate: 'updatedAt',
      }),
    })),
    edits: rows(row.edits).map((each) => ({
      ...pick(each, 'principal', 'action', 'message'),
      ...renamed(each, { eventTimestamp: 'createdAt' }),
    })),
    investigations: rows(row.investigations).map(investigation),
    tags: tags(row.tags),
  };
}
