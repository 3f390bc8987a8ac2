/** The adapter of the parts of a case: the operations on comments, edits, investigations and attachments. */
import { createHash } from 'node:crypto';
import {
  CreateCaseCommentCommand,
  GetCaseAttachmentDownloadUrlCommand,
  GetCaseAttachmentUploadUrlCommand,
  ListCaseEditsCommand,
  ListCommentsCommand,
  ListInvestigationsCommand,
  SendFeedbackCommand,
  UpdateCaseCommentCommand,
  type CaseEditItem,
  type InvestigationAction,
} from '@aws-sdk/client-security-ir';
import type { AwsPage, PageRequest } from '../../domain/records/page';
import type {
  NewCaseAttachment,
  NewInvestigationFeedback,
} from '../../domain/records/security-case-commands';
import type {
  SecurityCaseCommentRecord,
  SecurityCaseEditRecord,
  SecurityCaseInvestigationRecord,
} from '../../domain/records/security-case-parts';
import { readable } from '../../domain/records/unreadable';
import type { CallContext } from '../client/call-context';
import type { AwsClients } from '../client/clients';
import { SECURITY_CASE_PARTS_OPERATIONS as OPERATIONS } from './security-case-parts-operations';
import { recognized } from './enum-map';
import { pageOf } from './page-of';
import type { SecurityCaseRef } from './security-case';
import { investigationActionTypes, investigationStatuses, usefulnessRatings } from './security-case-enums';
import { unreadableFields } from './unreadable-fields';

/** The fields by members of CaseComment (ListComments). */
const COMMENT_FIELDS = { createdDate: 'createdAt', lastUpdatedBy: 'updatedBy', lastUpdatedDate: 'updatedAt' };

/** The fields by members of InvestigationAction. */
const INVESTIGATION_FIELDS = {
  status: ['status', 'awsStatus'],
  actionType: ['actionType', 'awsActionType'],
  lastUpdated: 'updatedAt',
};

export class SecurityCasePartsAdapter {
  constructor(private readonly clients: AwsClients) {}

  /** ListComments. */
  async comments(
    { target, caseId }: SecurityCaseRef,
    page: PageRequest,
    call: CallContext,
  ): Promise<AwsPage<SecurityCaseCommentRecord>> {
    const input = { caseId, nextToken: page.token, maxResults: page.size };
    const output = await this.clients
      .port('security-ir', target)
      .read(OPERATIONS.ListComments, new ListCommentsCommand(input), call);
    const rows = (output.items ?? []).map((comment) => ({
      kind: 'SecurityCaseComment' as const,
      target,
      caseId,
      commentId: comment.commentId ?? '',
      body: comment.body,
      creator: comment.creator,
      createdAt: comment.createdDate,
      updatedBy: comment.lastUpdatedBy,
      updatedAt: comment.lastUpdatedDate,
      ...unreadableFields(COMMENT_FIELDS, comment),
    }));
    return pageOf(output, rows, output.nextToken);
  }

  /** ListCaseEdits. */
  async edits(
    { target, caseId }: SecurityCaseRef,
    page: PageRequest,
    call: CallContext,
  ): Promise<AwsPage<SecurityCaseEditRecord>> {
    const input = { caseId, nextToken: page.token, maxResults: page.size };
    const output = await this.clients
      .port('security-ir', target)
      .read(OPERATIONS.ListCaseEdits, new ListCaseEditsCommand(input), call);
    const rows = (output.items ?? []).map((edit) => toEdit(target, caseId, edit));
    return pageOf(output, rows, output.nextToken);
  }

  /** ListInvestigations. */
  async investigations(
    { target, caseId }: SecurityCaseRef,
    page: PageRequest,
    call: CallContext,
  ): Promise<AwsPage<SecurityCaseInvestigationRecord>> {
    const input = { caseId, nextToken: page.token, maxResults: page.size };
    const output = await this.clients
      .port('security-ir', target)
      .read(OPERATIONS.ListInvestigations, new ListInvestigationsCommand(input), call);
    const rows = (output.investigationActions ?? []).map((action) => toInvestigation(target, caseId, action));
    return pageOf(output, rows, output.nextToken);
  }

  /** GetCaseAttachmentDownloadUrl: the presigned URL of a file, a secret that expires. */
  async attachmentDownloadUrl(
    { target, caseId }: SecurityCaseRef,
    attachmentId: string,
    call: CallContext,
  ): Promise<string | undefined> {
    const output = await this.clients
      .port('security-ir', target)
      .read(
        OPERATIONS.GetCaseAttachmentDownloadUrl,
        new GetCaseAttachmentDownloadUrlCommand({ caseId, attachmentId }),
        call,
      );
    return readable(output, 'attachmentPresignedUrl');
  }

  /** GetCaseAttachmentUploadUrl: the presigned URL for the PUT of a file, a secret that expires. Throws AwsError. */
  async attachmentUploadUrl(
    { target, caseId }: SecurityCaseRef,
    { fileName, contentLength }: NewCaseAttachment,
    clientToken: string,
    call: CallContext,
  ): Promise<string | undefined> {
    const input = { caseId, fileName, contentLength, clientToken };
    const output = await this.clients
      .port('security-ir', target)
      .write(OPERATIONS.GetCaseAttachmentUploadUrl, new GetCaseAttachmentUploadUrlCommand(input), call);
    return output.attachmentPresignedUrl;
  }

  /** CreateCaseComment: the id of the comment. Throws AwsError. */
  async createComment(
    { target, caseId }: SecurityCaseRef,
    body: string,
    clientToken: string,
    call: CallContext,
  ): Promise<string | undefined> {
    const input = { caseId, body, clientToken };
    const output = await this.clients
      .port('security-ir', target)
      .write(OPERATIONS.CreateCaseComment, new CreateCaseCommentCommand(input), call);
    return output.commentId;
  }

  /** UpdateCaseComment. Throws AwsError. */
  async updateComment(
    { target, caseId }: SecurityCaseRef,
    commentId: string,
    body: string,
    call: CallContext,
  ): Promise<void> {
    const input = { caseId, commentId, body };
    await this.clients
      .port('security-ir', target)
      .write(OPERATIONS.UpdateCaseComment, new UpdateCaseCommentCommand(input), call);
  }

  /** SendFeedback. Throws AwsError. */
  async sendFeedback(
    { target, caseId }: SecurityCaseRef,
    { investigationId, usefulness, comment }: NewInvestigationFeedback,
    call: CallContext,
  ): Promise<void> {
    const input = {
      caseId,
      resultId: investigationId,
      usefulness: recognized(usefulness),
      comment: comment ?? undefined,
    };
    await this.clients
      .port('security-ir', target)
      .write(OPERATIONS.SendFeedback, new SendFeedbackCommand(input), call);
  }
}

function toEdit(target: string, caseId: string, edit: CaseEditItem): SecurityCaseEditRecord {
  const { eventTimestamp: createdAt, principal, action, message } = edit;
  return {
    kind: 'SecurityCaseEdit',
    target,
    caseId,
    digest: digestOf([createdAt, principal, action, message]),
    createdAt,
    principal,
    action,
    message,
    ...unreadableFields({ eventTimestamp: 'createdAt' }, edit),
  };
}

/** The identity of an edit, which has no id: the digest of all its values. */
function digestOf(values: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('base64url');
}

function toInvestigation(
  target: string,
  caseId: string,
  action: InvestigationAction,
): SecurityCaseInvestigationRecord {
  const { feedback } = action;
  return {
    kind: 'SecurityCaseInvestigation',
    target,
    caseId,
    investigationId: action.investigationId ?? '',
    actionType: investigationActionTypes.fromAws(action.actionType),
    awsActionType: action.actionType,
    title: action.title,
    content: action.content,
    status: investigationStatuses.fromAws(action.status),
    awsStatus: action.status,
    updatedAt: action.lastUpdated,
    feedback: feedback && {
      usefulness: usefulnessRatings.fromAws(feedback.usefulness),
      awsUsefulness: feedback.usefulness,
      comment: feedback.comment,
      submittedAt: feedback.submittedAt,
      ...unreadableFields({ usefulness: ['usefulness', 'awsUsefulness'] }, feedback),
    },
    ...unreadableFields(INVESTIGATION_FIELDS, action),
  };
}
