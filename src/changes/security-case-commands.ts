/** Creating, editing and commenting cases, attaching files, and telling AWS whether an investigation helped. */
import type { SecurityCaseAdapter, SecurityCaseRef } from '../aws/adapters/security-case';
import type { SecurityCasePartsAdapter } from '../aws/adapters/security-case-parts';
import type { CallContext } from '../aws/client/call-context';
import { decodeIdOf } from '../domain/ids';
import {
  attachmentLimits,
  commentCreationLimits,
  commentUpdateLimits,
  investigationFeedbackLimits,
} from '../input-rules/security-case-parts';
import { caseCreationLimits, caseUpdateLimits } from '../input-rules/security-case';
import type {
  NewCaseAttachment,
  NewInvestigationFeedback,
  NewSecurityCase,
  SecurityCaseUpdate,
} from '../domain/records/security-case-changes';
import type { CreationInput, ResourceInput, SubmissionResult, Submitter } from './command-runner';

/** The case is named by its id, and nothing has to be known of it beforehand. */
const CASE = {
  find: (id: string): SecurityCaseRef => decodeIdOf('SecurityCase', id),
  look: (ref: SecurityCaseRef) => Promise.resolve(ref),
};

/** What a change of a case brought besides the case. */
export interface CaseSubmission<Value> {
  readonly ref: SecurityCaseRef;
  readonly value: Value;
}

export class SecurityCaseSubmissions {
  constructor(
    private readonly cases: SecurityCaseAdapter,
    private readonly parts: SecurityCasePartsAdapter,
    private readonly submitter: Submitter,
  ) {}

  /** CreateCase. */
  create(
    input: CreationInput & NewSecurityCase,
    call: CallContext,
  ): Promise<SubmissionResult<SecurityCaseRef>> {
    return this.submitter.create(
      {
        mutation: 'createSecurityCase',
        kind: 'SecurityCase',
        operation: 'CreateCase',
        input,
        limits: caseCreationLimits,
        send: (target, clientToken, sending) => this.cases.create(target, input, clientToken, sending),
      },
      call,
    );
  }

  /** UpdateCase. */
  update(
    input: ResourceInput & SecurityCaseUpdate,
    call: CallContext,
  ): Promise<SubmissionResult<CaseSubmission<undefined>>> {
    return this.submitter.change(
      {
        mutation: 'updateSecurityCase',
        operation: 'UpdateCase',
        ...CASE,
        input,
        limits: caseUpdateLimits,
        send: async (ref, _clientToken, sending) => {
          await this.cases.update(ref, input, sending);
          return { ref, value: undefined };
        },
      },
      call,
    );
  }

  /** CreateCaseComment: the id of the comment. */
  createComment(
    input: ResourceInput & { readonly body: string },
    call: CallContext,
  ): Promise<SubmissionResult<CaseSubmission<string | undefined>>> {
    return this.submitter.change(
      {
        mutation: 'createSecurityCaseComment',
        operation: 'CreateCaseComment',
        ...CASE,
        input,
        limits: commentCreationLimits,
        send: async (ref, clientToken, sending) => ({
          ref,
          value: await this.parts.createComment(ref, input.body, clientToken, sending),
        }),
      },
      call,
    );
  }

  /** UpdateCaseComment: the id of the comment. */
  updateComment(
    input: ResourceInput & { readonly commentId: string; readonly body: string },
    call: CallContext,
  ): Promise<SubmissionResult<CaseSubmission<string>>> {
    const { commentId, body } = input;
    return this.submitter.change(
      {
        mutation: 'updateSecurityCaseComment',
        operation: 'UpdateCaseComment',
        ...CASE,
        input,
        limits: commentUpdateLimits,
        send: async (ref, _clientToken, sending) => {
          await this.parts.updateComment(ref, commentId, body, sending);
          return { ref, value: commentId };
        },
      },
      call,
    );
  }

  /** GetCaseAttachmentUploadUrl: the URL, a secret. */
  createAttachmentUploadUrl(
    input: ResourceInput & NewCaseAttachment,
    call: CallContext,
  ): Promise<SubmissionResult<CaseSubmission<string | undefined>>> {
    return this.submitter.change(
      {
        mutation: 'createSecurityCaseAttachmentUploadUrl',
        operation: 'GetCaseAttachmentUploadUrl',
        ...CASE,
        input,
        limits: attachmentLimits,
        send: async (ref, clientToken, sending) => ({
          ref,
          value: await this.parts.attachmentUploadUrl(ref, input, clientToken, sending),
        }),
      },
      call,
    );
  }

  /** SendFeedback. */
  sendInvestigationFeedback(
    input: ResourceInput & NewInvestigationFeedback,
    call: CallContext,
  ): Promise<SubmissionResult<CaseSubmission<undefined>>> {
    return this.submitter.change(
      {
        mutation: 'sendSecurityCaseInvestigationFeedback',
        operation: 'SendFeedback',
        ...CASE,
        input,
        limits: investigationFeedbackLimits,
        send: async (ref, _clientToken, sending) => {
          await this.parts.sendFeedback(ref, input, sending);
          return { ref, value: undefined };
        },
      },
      call,
    );
  }
}
