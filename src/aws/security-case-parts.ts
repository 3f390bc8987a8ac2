/** What belongs to a case: ListComments, ListCaseEdits, ListInvestigations, and the operations on comments, investigations and attachments. */
import {
  CreateCaseCommentCommand,
  GetCaseAttachmentDownloadUrlCommand,
  GetCaseAttachmentUploadUrlCommand,
  ListCaseEditsCommand,
  ListCommentsCommand,
  ListInvestigationsCommand,
  SendFeedbackCommand,
  UpdateCaseCommentCommand,
  type InvestigationAction,
} from '@aws-sdk/client-security-ir';
import type { AwsPage, PageRequest } from '../records/page';
import type { NewCaseAttachment, NewInvestigationFeedback } from '../records/security-case-changes';
import type {
  SecurityCaseCommentRecord,
  SecurityCaseEditRecord,
  SecurityCaseInvestigationRecord,
} from '../records/security-case-parts';
import type { AwsClients } from './clients';
import { recognized } from './enum-map';
import type { SecurityCaseRef } from './security-case';
import { investigationActionTypes, investigationStatuses, usefulnessRatings } from './security-case-enums';

export class SecurityCasePartsAdapter {
  constructor(private readonly clients: AwsClients) {}

  /** ListComments. */
  async comments(
    { target, caseId }: SecurityCaseRef,
    page: PageRequest,
    signal: AbortSignal,
  ): Promise<AwsPage<SecurityCaseCommentRecord>> {
    const input = { caseId, nextToken: page.token, maxResults: page.size };
    const { items, nextToken } = await this.clients
      .securityIr(target)
      .read('ListComments', signal, (client, options) =>
        client.send(new ListCommentsCommand(input), options),
      );
    const rows = (items ?? []).map((comment) => ({
      commentId: comment.commentId ?? '',
      body: comment.body,
      creator: comment.creator,
      createdDate: comment.createdDate,
      lastUpdatedBy: comment.lastUpdatedBy,
      lastUpdatedDate: comment.lastUpdatedDate,
    }));
    return { rows, nextToken };
  }

  /** ListCaseEdits. */
  async edits(
    { target, caseId }: SecurityCaseRef,
    page: PageRequest,
    signal: AbortSignal,
  ): Promise<AwsPage<SecurityCaseEditRecord>> {
    const input = { caseId, nextToken: page.token, maxResults: page.size };
    const { items, nextToken } = await this.clients
      .securityIr(target)
      .read('ListCaseEdits', signal, (client, options) =>
        client.send(new ListCaseEditsCommand(input), options),
      );
    const rows = (items ?? []).map(({ eventTimestamp, principal, action, message }) => ({
      eventTimestamp,
      principal,
      action,
      message,
    }));
    return { rows, nextToken };
  }

  /** ListInvestigations. */
  async investigations(
    { target, caseId }: SecurityCaseRef,
    page: PageRequest,
    signal: AbortSignal,
  ): Promise<AwsPage<SecurityCaseInvestigationRecord>> {
    const input = { caseId, nextToken: page.token, maxResults: page.size };
    const { investigationActions, nextToken } = await this.clients
      .securityIr(target)
      .read('ListInvestigations', signal, (client, options) =>
        client.send(new ListInvestigationsCommand(input), options),
      );
    return { rows: (investigationActions ?? []).map(toInvestigation), nextToken };
  }

  /** GetCaseAttachmentDownloadUrl: a secret that expires. */
  async attachmentDownloadUrl(
    { target, caseId }: SecurityCaseRef,
    attachmentId: string,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const output = await this.clients
      .securityIr(target)
      .read('GetCaseAttachmentDownloadUrl', signal, (client, options) =>
        client.send(new GetCaseAttachmentDownloadUrlCommand({ caseId, attachmentId }), options),
      );
    return output.attachmentPresignedUrl;
  }

  /** GetCaseAttachmentUploadUrl: a secret that expires, to which the file is PUT. Throws AwsError. */
  async attachmentUploadUrl(
    { target, caseId }: SecurityCaseRef,
    { fileName, contentLength }: NewCaseAttachment,
    clientToken: string,
  ): Promise<string | undefined> {
    const input = { caseId, fileName, contentLength, clientToken };
    const output = await this.clients
      .securityIr(target)
      .write('GetCaseAttachmentUploadUrl', (client, options) =>
        client.send(new GetCaseAttachmentUploadUrlCommand(input), options),
      );
    return output.attachmentPresignedUrl;
  }

  /** CreateCaseComment: the id of the comment. Throws AwsError. */
  async createComment(
    { target, caseId }: SecurityCaseRef,
    body: string,
    clientToken: string,
  ): Promise<string | undefined> {
    const input = { caseId, body, clientToken };
    const output = await this.clients
      .securityIr(target)
      .write('CreateCaseComment', (client, options) =>
        client.send(new CreateCaseCommentCommand(input), options),
      );
    return output.commentId;
  }

  /** UpdateCaseComment. Throws AwsError. */
  async updateComment({ target, caseId }: SecurityCaseRef, commentId: string, body: string): Promise<void> {
    const input = { caseId, commentId, body };
    await this.clients
      .securityIr(target)
      .write('UpdateCaseComment', (client, options) =>
        client.send(new UpdateCaseCommentCommand(input), options),
      );
  }

  /** SendFeedback. Throws AwsError. */
  async sendFeedback(
    { target, caseId }: SecurityCaseRef,
    { investigationId, usefulness, comment }: NewInvestigationFeedback,
  ): Promise<void> {
    const input = {
      caseId,
      resultId: investigationId,
      usefulness: recognized(usefulness),
      comment: comment ?? undefined,
    };
    await this.clients
      .securityIr(target)
      .write('SendFeedback', (client, options) => client.send(new SendFeedbackCommand(input), options));
  }
}

function toInvestigation(action: InvestigationAction): SecurityCaseInvestigationRecord {
  const { feedback } = action;
  return {
    investigationId: action.investigationId ?? '',
    actionType: investigationActionTypes.fromAws(action.actionType),
    title: action.title,
    content: action.content,
    status: investigationStatuses.fromAws(action.status),
    awsStatus: action.status,
    lastUpdated: action.lastUpdated,
    feedback: feedback && {
      usefulness: usefulnessRatings.fromAws(feedback.usefulness),
      comment: feedback.comment,
      submittedAt: feedback.submittedAt,
    },
  };
}
