/** Commands on cases: create, edit, comment, attach files and send feedback on investigations. */
import type { SecurityCaseAdapter, SecurityCaseRef } from '../aws/adapters/security-case';
import type { SecurityCasePartsAdapter } from '../aws/adapters/security-case-parts';
import { SECURITY_CASE_OPERATIONS } from '../aws/adapters/security-case-operations';
import { SECURITY_CASE_PARTS_OPERATIONS } from '../aws/adapters/security-case-parts-operations';
import type { CallContext } from '../aws/client/call-context';
import { decodeIdOf } from '../domain/ids';
import {
  attachmentRules,
  commentCreationRules,
  commentUpdateRules,
  investigationFeedbackRules,
} from '../input-rules/security-case-parts';
import { caseCreationRules, caseUpdateRules } from '../input-rules/security-case';
import type {
  NewCaseAttachment,
  NewInvestigationFeedback,
  NewSecurityCase,
  SecurityCaseUpdate,
} from '../domain/records/security-case-commands';
import type { CreationInput, ResourceInput, CommandResult, CommandRunner } from './command-runner';

/** The common members of the commands on a case, which need no read before sending. */
const CASE = {
  find: (id: string): SecurityCaseRef => decodeIdOf('SecurityCase', id),
  prepare: (ref: SecurityCaseRef) => Promise.resolve(ref),
};

/** AWS reports a missing case and a missing part of a case with the same error. */
const CASE_OR_PART = { missingField: () => undefined };

/** The value of a command on a case: the case, and the data that AWS returned. */
export interface CaseCommandValue<Value> {
  readonly ref: SecurityCaseRef;
  readonly value: Value;
}

export class SecurityCaseCommands {
  constructor(
    private readonly cases: SecurityCaseAdapter,
    private readonly parts: SecurityCasePartsAdapter,
    private readonly runner: CommandRunner,
  ) {}

  /** CreateCase. */
  create(input: CreationInput & NewSecurityCase, call: CallContext): Promise<CommandResult<SecurityCaseRef>> {
    return this.runner.create(
      {
        mutation: 'createSecurityCase',
        kind: 'SecurityCase',
        operation: SECURITY_CASE_OPERATIONS.CreateCase,
        input,
        rules: caseCreationRules,
        send: (target, clientToken, sendCall) => this.cases.create(target, input, clientToken, sendCall),
      },
      call,
    );
  }

  /** UpdateCase. */
  update(
    input: ResourceInput & SecurityCaseUpdate,
    call: CallContext,
  ): Promise<CommandResult<CaseCommandValue<undefined>>> {
    return this.runner.change(
      {
        mutation: 'updateSecurityCase',
        operations: { SecurityCase: SECURITY_CASE_OPERATIONS.UpdateCase },
        ...CASE,
        input,
        rules: caseUpdateRules,
        send: async (ref, _clientToken, sendCall) => {
          await this.cases.update(ref, input, sendCall);
          return { ref, value: undefined };
        },
      },
      call,
    );
  }

  /** CreateCaseComment; the value is the id of the comment. */
  createComment(
    input: ResourceInput & { readonly body: string },
    call: CallContext,
  ): Promise<CommandResult<CaseCommandValue<string | undefined>>> {
    return this.runner.change(
      {
        mutation: 'createSecurityCaseComment',
        operations: { SecurityCase: SECURITY_CASE_PARTS_OPERATIONS.CreateCaseComment },
        ...CASE,
        input,
        rules: commentCreationRules,
        send: async (ref, clientToken, sendCall) => ({
          ref,
          value: await this.parts.createComment(ref, input.body, clientToken, sendCall),
        }),
      },
      call,
    );
  }

  /** UpdateCaseComment; the value is the id of the comment. */
  updateComment(
    input: ResourceInput & { readonly commentId: string; readonly body: string },
    call: CallContext,
  ): Promise<CommandResult<CaseCommandValue<string>>> {
    const { commentId, body } = input;
    return this.runner.change(
      {
        mutation: 'updateSecurityCaseComment',
        operations: { SecurityCase: SECURITY_CASE_PARTS_OPERATIONS.UpdateCaseComment },
        ...CASE,
        input,
        rules: commentUpdateRules,
        ...CASE_OR_PART,
        send: async (ref, _clientToken, sendCall) => {
          await this.parts.updateComment(ref, commentId, body, sendCall);
          return { ref, value: commentId };
        },
      },
      call,
    );
  }

  /** GetCaseAttachmentUploadUrl; the value is the presigned URL, a secret. */
  createAttachmentUploadUrl(
    input: ResourceInput & NewCaseAttachment,
    call: CallContext,
  ): Promise<CommandResult<CaseCommandValue<string | undefined>>> {
    return this.runner.change(
      {
        mutation: 'createSecurityCaseAttachmentUploadUrl',
        operations: { SecurityCase: SECURITY_CASE_PARTS_OPERATIONS.GetCaseAttachmentUploadUrl },
        ...CASE,
        input,
        rules: attachmentRules,
        send: async (ref, clientToken, sendCall) => ({
          ref,
          value: await this.parts.attachmentUploadUrl(ref, input, clientToken, sendCall),
        }),
      },
      call,
    );
  }

  /** SendFeedback. */
  sendInvestigationFeedback(
    input: ResourceInput & NewInvestigationFeedback,
    call: CallContext,
  ): Promise<CommandResult<CaseCommandValue<undefined>>> {
    return this.runner.change(
      {
        mutation: 'sendSecurityCaseInvestigationFeedback',
        operations: { SecurityCase: SECURITY_CASE_PARTS_OPERATIONS.SendFeedback },
        ...CASE,
        input,
        rules: investigationFeedbackRules,
        ...CASE_OR_PART,
        send: async (ref, _clientToken, sendCall) => {
          await this.parts.sendFeedback(ref, input, sendCall);
          return { ref, value: undefined };
        },
      },
      call,
    );
  }
}
