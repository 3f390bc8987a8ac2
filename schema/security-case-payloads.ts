/** What becomes of the mutations of cases that are not status changes. */
import { Field, ObjectType } from 'type-graphql';
import { SecurityCase } from './security-case';
import { MutationPayload } from './shared/mutation';

@ObjectType()
abstract class CasePayload extends MutationPayload {
  @Field(() => SecurityCase, {
    nullable: true,
    description: 'The case as read from AWS afterwards; null unless the outcome is APPLIED (GetCase).',
  })
  readonly securityCase: SecurityCase | undefined;
}

@ObjectType({ description: 'What became of creating a case.' })
export class CreateSecurityCasePayload extends CasePayload {}

@ObjectType({ description: 'What became of editing a case.' })
export class UpdateSecurityCasePayload extends CasePayload {}

@ObjectType({ description: 'What became of commenting a case.' })
export class CreateSecurityCaseCommentPayload extends CasePayload {
  @Field(() => String, {
    nullable: true,
    description: 'The id of the new comment; null unless the outcome is APPLIED.',
  })
  readonly commentId: string | undefined;
}

@ObjectType({ description: 'What became of changing a comment.' })
export class UpdateSecurityCaseCommentPayload extends CasePayload {
  @Field(() => String, {
    nullable: true,
    description: 'The id of the comment; null unless the outcome is APPLIED.',
  })
  readonly commentId: string | undefined;
}

@ObjectType({ description: 'What became of asking for an upload URL.' })
export class CreateSecurityCaseAttachmentUploadUrlPayload extends CasePayload {
  @Field(() => String, {
    nullable: true,
    description:
      'Where to PUT exactly contentLength bytes: a secret that expires. Null unless the outcome is APPLIED.',
  })
  readonly uploadUrl: string | undefined;
}

@ObjectType({ description: 'What became of telling AWS of an investigation.' })
export class SendSecurityCaseInvestigationFeedbackPayload extends CasePayload {}
