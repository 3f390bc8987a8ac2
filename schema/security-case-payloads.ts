/** Payloads of the commands on cases. */
import { Field, ObjectType } from 'type-graphql';
import type { HttpHeaderRecord } from '../src/domain/attachment-upload';
import type { RefOf } from '../src/domain/resources';
import { SecurityCase } from './security-case';
import { MutationPayload } from './shared/mutation';

@ObjectType({ implements: MutationPayload })
abstract class CasePayload extends MutationPayload {
  @Field(() => SecurityCase, {
    nullable: true,
    description: 'The case, read from AWS after the mutation; null unless the outcome is APPLIED (GetCase).',
  })
  readonly securityCase: SecurityCase | undefined;
}

@ObjectType({ description: 'The result of createSecurityCase.' })
export class CreateSecurityCasePayload extends CasePayload {}

@ObjectType({ description: 'The result of updateSecurityCase.' })
export class UpdateSecurityCasePayload extends CasePayload {}

@ObjectType({ implements: MutationPayload })
abstract class CommentPayload extends CasePayload {
  /** Undefined unless the outcome is APPLIED. */
  readonly caseRef: RefOf<'SecurityCase'> | undefined;

  @Field(() => String, {
    nullable: true,
    description: 'The id of the comment; null unless the outcome is APPLIED.',
  })
  readonly commentId: string | undefined;
}

@ObjectType({ description: 'The result of createSecurityCaseComment.' })
export class CreateSecurityCaseCommentPayload extends CommentPayload {}

@ObjectType({ description: 'The result of updateSecurityCaseComment.' })
export class UpdateSecurityCaseCommentPayload extends CommentPayload {}

@ObjectType({ description: 'A header of an HTTP request.' })
export class HttpHeader implements HttpHeaderRecord {
  @Field(() => String, { description: 'The name of the header.' })
  readonly name!: string;

  @Field(() => String, { description: 'The value of the header.' })
  readonly value!: string;
}

@ObjectType({ description: 'The result of createSecurityCaseAttachmentUploadUrl.' })
export class CreateSecurityCaseAttachmentUploadUrlPayload extends CasePayload {
  @Field(() => String, {
    nullable: true,
    description:
      'The presigned URL that accepts a PUT of exactly contentLength bytes, a secret that expires; null unless the outcome is APPLIED (attachmentPresignedUrl).',
  })
  readonly uploadUrl: string | undefined;

  @Field(() => [HttpHeader], {
    nullable: true,
    description:
      "Send all of these headers with the PUT. Browsers set Content-Length themselves and ignore this value. AWS's samples send these headers; AWS does not document them. Null when uploadUrl is null.",
  })
  readonly uploadHeaders: readonly HttpHeader[] | undefined;
}

@ObjectType({ description: 'The result of sendSecurityCaseInvestigationFeedback.' })
export class SendSecurityCaseInvestigationFeedbackPayload extends CasePayload {}
