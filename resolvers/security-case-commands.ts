/** Resolvers of the commands on cases: create, edit, comment, attach files and send feedback on investigations. */
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import {
  CreateSecurityCaseAttachmentUploadUrlInput,
  CreateSecurityCaseCommentInput,
  CreateSecurityCaseInput,
  SendSecurityCaseInvestigationFeedbackInput,
  UpdateSecurityCaseCommentInput,
  UpdateSecurityCaseInput,
} from '../schema/security-case-commands';
import {
  CreateSecurityCaseAttachmentUploadUrlPayload,
  CreateSecurityCaseCommentPayload,
  CreateSecurityCasePayload,
  SendSecurityCaseInvestigationFeedbackPayload,
  UpdateSecurityCaseCommentPayload,
  UpdateSecurityCasePayload,
} from '../schema/security-case-payloads';
import { Needs } from '../schema/shared/access';
import { INPUT_ARGUMENT } from '../schema/shared/arguments';
import { attachmentUploadHeaders } from '../src/domain/attachment-upload';
import type { CaseCommandValue } from '../src/changes/security-case-commands';
import type { CommandResult } from '../src/changes/command-runner';
import type { Context } from '../src/graphql/context';
import type { Loaders } from '../src/loaders/all';
import { toCommandPayload } from './command-payload';

@Resolver()
export class SecurityCaseCommandsResolver {
  @Needs('security-ir:write')
  @Mutation(() => CreateSecurityCasePayload, {
    nullable: true,
    description: 'Creates a case (CreateCase).',
  })
  async createSecurityCase(
    @Arg('input', () => CreateSecurityCaseInput, INPUT_ARGUMENT) input: CreateSecurityCaseInput,
    @Ctx() { commands, loaders, call }: Context,
  ) {
    const result = await commands.SecurityCase.create(input, call);
    return {
      ...toCommandPayload(result, loaders),
      get securityCase() {
        return result.value && loaders.SecurityCase.items.find(result.value);
      },
    };
  }

  @Needs('security-ir:write')
  @Mutation(() => UpdateSecurityCasePayload, {
    nullable: true,
    description: 'Edits a case (UpdateCase).',
  })
  async updateSecurityCase(
    @Arg('input', () => UpdateSecurityCaseInput, INPUT_ARGUMENT) input: UpdateSecurityCaseInput,
    @Ctx() { commands, loaders, call }: Context,
  ) {
    const result = await commands.SecurityCase.update(input, call);
    return toPayload(result, loaders);
  }

  @Needs('security-ir:write')
  @Mutation(() => CreateSecurityCaseCommentPayload, {
    nullable: true,
    description: 'Adds a comment to a case (CreateCaseComment).',
  })
  async createSecurityCaseComment(
    @Arg('input', () => CreateSecurityCaseCommentInput, INPUT_ARGUMENT) input: CreateSecurityCaseCommentInput,
    @Ctx() { commands, loaders, call }: Context,
  ) {
    const result = await commands.SecurityCase.createComment(input, call);
    return toPayload(result, loaders, toComment(result));
  }

  @Needs('security-ir:write')
  @Mutation(() => UpdateSecurityCaseCommentPayload, {
    nullable: true,
    description: 'Changes a comment on a case (UpdateCaseComment).',
  })
  async updateSecurityCaseComment(
    @Arg('input', () => UpdateSecurityCaseCommentInput, INPUT_ARGUMENT) input: UpdateSecurityCaseCommentInput,
    @Ctx() { commands, loaders, call }: Context,
  ) {
    const result = await commands.SecurityCase.updateComment(input, call);
    return toPayload(result, loaders, toComment(result));
  }

  @Needs('security-ir:write')
  @Mutation(() => CreateSecurityCaseAttachmentUploadUrlPayload, {
    nullable: true,
    description:
      'Creates a presigned URL for the upload of a file, which AWS then attaches to the case (GetCaseAttachmentUploadUrl).',
  })
  async createSecurityCaseAttachmentUploadUrl(
    @Arg('input', () => CreateSecurityCaseAttachmentUploadUrlInput, INPUT_ARGUMENT)
    input: CreateSecurityCaseAttachmentUploadUrlInput,
    @Ctx() { commands, loaders, call }: Context,
  ) {
    const result = await commands.SecurityCase.createAttachmentUploadUrl(input, call);
    const uploadUrl = result.value?.value;
    const uploadHeaders = uploadUrl === undefined ? undefined : attachmentUploadHeaders(input.contentLength);
    return toPayload(result, loaders, { uploadUrl, uploadHeaders });
  }

  @Needs('security-ir:write')
  @Mutation(() => SendSecurityCaseInvestigationFeedbackPayload, {
    nullable: true,
    description: 'Sends AWS the feedback on an investigation of a case (SendFeedback).',
  })
  async sendSecurityCaseInvestigationFeedback(
    @Arg('input', () => SendSecurityCaseInvestigationFeedbackInput, INPUT_ARGUMENT)
    input: SendSecurityCaseInvestigationFeedbackInput,
    @Ctx() { commands, loaders, call }: Context,
  ) {
    const result = await commands.SecurityCase.sendInvestigationFeedback(input, call);
    return toPayload(result, loaders);
  }
}

function toPayload(result: CommandResult<CaseCommandValue<unknown>>, loaders: Loaders, fields?: object) {
  return {
    ...toCommandPayload(result, loaders),
    ...fields,
    get securityCase() {
      return result.value && loaders.SecurityCase.items.find(result.value.ref);
    },
  };
}

function toComment({ value }: CommandResult<CaseCommandValue<string | undefined>>) {
  return { caseRef: value?.ref, commentId: value?.value };
}
