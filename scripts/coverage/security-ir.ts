// The places of Security Incident Response's members in the schema.
import {
  ANSWER_TOKEN,
  enumsIn,
  nowhere,
  PAGE_SIZE,
  REQUEST_TOKEN,
  renamedIn,
  sameIn,
  type Places,
  type ServicePlaces,
} from './places';

const CASE_ID = ['SecurityCase.id', 'SecurityCase.caseId', 'Query.securityCase(caseId:)'];

const TOTAL = nowhere('AWS does not say whether it counts what a page holds or all there is.');

const PAGE = { nextToken: REQUEST_TOKEN, maxResults: PAGE_SIZE };

const SUMMARY = {
  ...sameIn('SecurityCase', 'title'),
  ...enumsIn('SecurityCase', 'engagementType', 'pendingAction', 'resolverType'),
  ...renamedIn('SecurityCase', {
    createdDate: 'createdAt',
    lastUpdatedDate: 'updatedAt',
    closedDate: 'closedAt',
  }),
  caseArn: ['SecurityCase.arn'],
  caseStatus: ['SecurityCase.status', 'SecurityCase.awsStatus'],
};

const added = (list: string): Places => [`UpdateSecurityCaseInput.${list}`];

export const SECURITY_IR: ServicePlaces = {
  operations: {
    ListCases: {
      input: PAGE,
      output: { items: ['SecurityCaseConnection.nodes'], nextToken: ANSWER_TOKEN, total: TOTAL },
    },
    GetCase: {
      input: { caseId: CASE_ID },
      output: {
        ...SUMMARY,
        ...sameIn(
          'SecurityCase',
          'description',
          'impactedAwsRegions',
          'threatActorIpAddresses',
          'watchers',
          'impactedServices',
        ),
        ...enumsIn('SecurityCase', 'closureCode'),
        ...renamedIn('SecurityCase', {
          reportedIncidentStartDate: 'reportedIncidentStartedAt',
          actualIncidentStartDate: 'actualIncidentStartedAt',
        }),
        impactedAccounts: ['SecurityCase.impactedAccounts', 'SecurityCase.impactedMembers'],
        caseAttachments: ['SecurityCase.attachments'],
        caseMetadata: ['SecurityCase.metadata'],
      },
    },
    CreateCase: {
      input: {
        ...sameIn(
          'CreateSecurityCaseInput',
          'resolverType',
          'title',
          'description',
          'engagementType',
          'impactedAccounts',
          'watchers',
          'threatActorIpAddresses',
          'impactedServices',
          'impactedAwsRegions',
          'tags',
        ),
        ...renamedIn('CreateSecurityCaseInput', { reportedIncidentStartDate: 'reportedIncidentStartedAt' }),
        clientToken: ['CreateSecurityCaseInput.idempotencyKey'],
      },
      output: { caseId: ['CreateSecurityCasePayload.securityCase', 'SecurityCase.caseId'] },
    },
    UpdateCase: {
      input: {
        ...sameIn('UpdateSecurityCaseInput', 'title', 'description', 'engagementType'),
        ...renamedIn('UpdateSecurityCaseInput', {
          reportedIncidentStartDate: 'reportedIncidentStartedAt',
          actualIncidentStartDate: 'actualIncidentStartedAt',
        }),
        caseId: ['UpdateSecurityCaseInput.id'],
        watchersToAdd: added('watchers'),
        watchersToDelete: added('watchers'),
        threatActorIpAddressesToAdd: added('threatActorIpAddresses'),
        threatActorIpAddressesToDelete: added('threatActorIpAddresses'),
        impactedServicesToAdd: added('impactedServices'),
        impactedServicesToDelete: added('impactedServices'),
        impactedAwsRegionsToAdd: added('impactedAwsRegions'),
        impactedAwsRegionsToDelete: added('impactedAwsRegions'),
        impactedAccountsToAdd: added('impactedAccounts'),
        impactedAccountsToDelete: added('impactedAccounts'),
        caseMetadata: ['UpdateSecurityCaseInput.metadata'],
      },
      output: {},
    },
    UpdateCaseStatus: {
      input: {
        caseId: ['UpdateSecurityCaseStatusInput.id'],
        caseStatus: ['UpdateSecurityCaseStatusInput.status'],
      },
      output: { caseStatus: ['SecurityCase.status'] },
    },
    CloseCase: {
      input: { caseId: ['CloseSecurityCaseInput.id'] },
      output: { caseStatus: ['SecurityCase.status'], closedDate: ['SecurityCase.closedAt'] },
    },
    UpdateResolverType: {
      input: {
        caseId: ['UpdateSecurityCaseResolverTypeInput.id'],
        resolverType: ['UpdateSecurityCaseResolverTypeInput.resolverType'],
      },
      output: {
        caseId: ['SecurityCase.caseId'],
        caseStatus: ['SecurityCase.status'],
        resolverType: ['SecurityCase.resolverType'],
      },
    },
    ListComments: {
      input: { ...PAGE, caseId: ['SecurityCase.comments'] },
      output: { items: ['SecurityCaseCommentConnection.nodes'], nextToken: ANSWER_TOKEN, total: TOTAL },
    },
    CreateCaseComment: {
      input: {
        caseId: ['CreateSecurityCaseCommentInput.id'],
        clientToken: ['CreateSecurityCaseCommentInput.idempotencyKey'],
        body: ['CreateSecurityCaseCommentInput.body'],
      },
      output: { commentId: ['CreateSecurityCaseCommentPayload.commentId'] },
    },
    UpdateCaseComment: {
      input: {
        caseId: ['UpdateSecurityCaseCommentInput.id'],
        commentId: ['UpdateSecurityCaseCommentInput.commentId'],
        body: ['UpdateSecurityCaseCommentInput.body'],
      },
      output: {
        commentId: ['UpdateSecurityCaseCommentPayload.commentId'],
        body: ['SecurityCaseComment.body'],
      },
    },
    ListCaseEdits: {
      input: { ...PAGE, caseId: ['SecurityCase.edits'] },
      output: { items: ['SecurityCaseEditConnection.nodes'], nextToken: ANSWER_TOKEN, total: TOTAL },
    },
    ListInvestigations: {
      input: { ...PAGE, caseId: ['SecurityCase.investigations'] },
      output: {
        investigationActions: ['SecurityCaseInvestigationConnection.nodes'],
        nextToken: ANSWER_TOKEN,
      },
    },
    SendFeedback: {
      input: {
        caseId: ['SendSecurityCaseInvestigationFeedbackInput.id'],
        resultId: ['SendSecurityCaseInvestigationFeedbackInput.investigationId'],
        ...sameIn('SendSecurityCaseInvestigationFeedbackInput', 'usefulness', 'comment'),
      },
      output: {},
    },
    GetCaseAttachmentUploadUrl: {
      input: {
        caseId: ['CreateSecurityCaseAttachmentUploadUrlInput.id'],
        clientToken: ['CreateSecurityCaseAttachmentUploadUrlInput.idempotencyKey'],
        ...sameIn('CreateSecurityCaseAttachmentUploadUrlInput', 'fileName', 'contentLength'),
      },
      output: { attachmentPresignedUrl: ['CreateSecurityCaseAttachmentUploadUrlPayload.uploadUrl'] },
    },
    GetCaseAttachmentDownloadUrl: {
      input: { caseId: ['SecurityCase.attachments'], attachmentId: ['SecurityCaseAttachment.attachmentId'] },
      output: { attachmentPresignedUrl: ['SecurityCaseAttachment.downloadUrl'] },
    },
    ListTagsForResource: {
      input: { resourceArn: ['SecurityCase.arn'] },
      output: { tags: ['SecurityCase.tags'] },
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
    CaseAttachmentAttributes: {
      ...sameIn('SecurityCaseAttachment', 'attachmentId', 'fileName', 'creator'),
      ...renamedIn('SecurityCaseAttachment', { createdDate: 'createdAt' }),
      attachmentStatus: ['SecurityCaseAttachment.status', 'SecurityCaseAttachment.awsStatus'],
    },
    CaseEditItem: {
      ...sameIn('SecurityCaseEdit', 'principal', 'action', 'message'),
      ...renamedIn('SecurityCaseEdit', { eventTimestamp: 'createdAt' }),
    },
    CaseMetadataEntry: {
      key: ['SecurityCaseMetadataEntry.key', 'SecurityCaseMetadataEntryInput.key'],
      value: ['SecurityCaseMetadataEntry.value', 'SecurityCaseMetadataEntryInput.value'],
    },
    ImpactedAwsRegion: { region: ['SecurityCase.impactedAwsRegions'] },
    InvestigationAction: {
      ...sameIn('SecurityCaseInvestigation', 'investigationId', 'title', 'content'),
      ...enumsIn('SecurityCaseInvestigation', 'actionType'),
      ...sameIn('SecurityCaseInvestigation', 'feedback'),
      ...renamedIn('SecurityCaseInvestigation', { lastUpdated: 'updatedAt' }),
      status: ['SecurityCaseInvestigation.status', 'SecurityCaseInvestigation.awsStatus'],
    },
    InvestigationFeedback: {
      ...enumsIn('SecurityCaseInvestigationFeedback', 'usefulness'),
      ...sameIn('SecurityCaseInvestigationFeedback', 'comment', 'submittedAt'),
    },
    ListCasesItem: { ...SUMMARY, caseId: ['SecurityCase.caseId'] },
    ListCommentsItem: {
      ...sameIn('SecurityCaseComment', 'commentId', 'creator', 'body'),
      ...renamedIn('SecurityCaseComment', {
        createdDate: 'createdAt',
        lastUpdatedDate: 'updatedAt',
        lastUpdatedBy: 'updatedBy',
      }),
    },
    ThreatActorIp: {
      ipAddress: ['SecurityCaseThreatActorIp.ipAddress', 'SecurityCaseThreatActorIpInput.ipAddress'],
      userAgent: ['SecurityCaseThreatActorIp.userAgent', 'SecurityCaseThreatActorIpInput.userAgent'],
    },
    Watcher: {
      email: ['SecurityCaseWatcher.email', 'SecurityCaseWatcherInput.email'],
      name: ['SecurityCaseWatcher.name', 'SecurityCaseWatcherInput.name'],
      jobTitle: ['SecurityCaseWatcher.jobTitle', 'SecurityCaseWatcherInput.jobTitle'],
    },
  },
};
