/** What creates, edits and comments cases, and what becomes of it. */
import { Field, GraphQLISODateTime, InputType, Int } from 'type-graphql';
import type { EngagementType } from '../src/domain/records/security-case';
import type {
  ListChanges,
  NewCaseAttachment,
  NewInvestigationFeedback,
  NewSecurityCase,
  NewThreatActorIp,
  NewWatcher,
  SecurityCaseUpdate,
} from '../src/domain/records/security-case-changes';
import type {
  CaseMetadataEntryRecord,
  InvestigationUsefulness,
} from '../src/domain/records/security-case-parts';
import type { ResolverType } from '../src/domain/transitions/security-case';
import { EngagementTypeEnum, InvestigationUsefulnessEnum, ResolverTypeEnum } from './security-case-enums';
import { CreationInput, ResourceMutationInput } from './shared/mutation';
import { nullable } from './shared/nullable';
import { TagInput } from './shared/tag';

@InputType({ description: 'Somebody to tell about a case by e-mail.' })
export class WatcherInput implements NewWatcher {
  @Field(() => String, { description: 'The e-mail address, 6 to 254 characters.' })
  readonly email!: string;

  @Field(() => String, nullable('The name, up to 50 characters.'))
  readonly name?: string | null;

  @Field(() => String, nullable('The job title, up to 50 characters.'))
  readonly jobTitle?: string | null;
}

@InputType({ description: 'An address that an attack came from.' })
export class ThreatActorIpInput implements NewThreatActorIp {
  @Field(() => String, {
    description: 'The IPv4 address, or the IPv6 address in upper case and without abbreviation.',
  })
  readonly ipAddress!: string;

  @Field(() => String, nullable('The user agent that was seen with it, up to 500 characters.'))
  readonly userAgent?: string | null;
}

@InputType({ description: 'A piece of information about a case.' })
export class CaseMetadataEntryInput implements CaseMetadataEntryRecord {
  @Field(() => String, { description: 'Names the piece of information, up to 500 characters.' })
  readonly key!: string;

  @Field(() => String, { description: 'The piece of information, up to 2,000 characters.' })
  readonly value!: string;
}

@InputType({ description: 'A new case.' })
export class CreateSecurityCaseInput extends CreationInput implements NewSecurityCase {
  @Field(() => ResolverTypeEnum, { description: 'Who resolves the case.' })
  readonly resolverType!: ResolverType;

  @Field(() => String, { description: 'The title, up to 300 characters.' })
  readonly title!: string;

  @Field(() => String, { description: 'The description, up to 8,000 characters.' })
  readonly description!: string;

  @Field(() => EngagementTypeEnum, { description: 'What the case is about.' })
  readonly engagementType!: EngagementType;

  @Field(() => GraphQLISODateTime, { description: 'When the incident is reported to have started.' })
  readonly reportedIncidentStartDate!: Date;

  @Field(() => [String], {
    description: 'The ids of the accounts that the incident affects, up to 200; may be empty.',
  })
  readonly impactedAccounts!: readonly string[];

  @Field(() => [WatcherInput], {
    description: 'Who is told about the case by e-mail, up to 30; may be empty.',
  })
  readonly watchers!: readonly WatcherInput[];

  @Field(() => [ThreatActorIpInput], nullable('The addresses that the attack came from, up to 200.'))
  readonly threatActorIpAddresses?: readonly ThreatActorIpInput[] | null;

  @Field(() => [String], nullable('The AWS services that the incident affects, up to 600.'))
  readonly impactedServices?: readonly string[] | null;

  @Field(() => [String], nullable('The AWS regions that the incident affects, up to 50.'))
  readonly impactedAwsRegions?: readonly string[] | null;

  @Field(() => [TagInput], nullable('The tags of the case, up to 200.'))
  readonly tags?: readonly TagInput[] | null;
}

@InputType({ description: 'Watchers to add to a case and to remove from it.' })
export class WatcherChangesInput implements ListChanges<NewWatcher> {
  @Field(() => [WatcherInput], nullable('To add.'))
  readonly add?: readonly WatcherInput[] | null;

  @Field(() => [WatcherInput], nullable('To remove.'))
  readonly remove?: readonly WatcherInput[] | null;
}

@InputType({ description: 'Addresses to add to a case and to remove from it.' })
export class ThreatActorIpChangesInput implements ListChanges<NewThreatActorIp> {
  @Field(() => [ThreatActorIpInput], nullable('To add.'))
  readonly add?: readonly ThreatActorIpInput[] | null;

  @Field(() => [ThreatActorIpInput], nullable('To remove.'))
  readonly remove?: readonly ThreatActorIpInput[] | null;
}

@InputType({ description: 'Entries to add to a list of a case and to remove from it.' })
export class StringListChangesInput implements ListChanges<string> {
  @Field(() => [String], nullable('To add.'))
  readonly add?: readonly string[] | null;

  @Field(() => [String], nullable('To remove.'))
  readonly remove?: readonly string[] | null;
}

@InputType({ description: 'Which case to edit, and how; what is left out stays as it is.' })
export class UpdateSecurityCaseInput extends ResourceMutationInput implements SecurityCaseUpdate {
  @Field(() => String, nullable('The new title, up to 300 characters.'))
  readonly title?: string | null;

  @Field(() => String, nullable('The new description, up to 8,000 characters.'))
  readonly description?: string | null;

  @Field(() => EngagementTypeEnum, nullable('What the case is about from now on.'))
  readonly engagementType?: EngagementType | null;

  @Field(() => GraphQLISODateTime, nullable('When the incident is reported to have started.'))
  readonly reportedIncidentStartDate?: Date | null;

  @Field(() => GraphQLISODateTime, nullable('When the incident really started.'))
  readonly actualIncidentStartDate?: Date | null;

  @Field(() => WatcherChangesInput, nullable('Who is told about the case by e-mail.'))
  readonly watchers?: WatcherChangesInput | null;

  @Field(() => ThreatActorIpChangesInput, nullable('The addresses that the attack came from.'))
  readonly threatActorIpAddresses?: ThreatActorIpChangesInput | null;

  @Field(() => StringListChangesInput, nullable('The AWS services that the incident affects.'))
  readonly impactedServices?: StringListChangesInput | null;

  @Field(() => StringListChangesInput, nullable('The AWS regions that the incident affects.'))
  readonly impactedAwsRegions?: StringListChangesInput | null;

  @Field(() => StringListChangesInput, nullable('The ids of the accounts that the incident affects.'))
  readonly impactedAccounts?: StringListChangesInput | null;

  @Field(() => [CaseMetadataEntryInput], nullable('The metadata of the case, up to 30 entries.'))
  readonly metadata?: readonly CaseMetadataEntryInput[] | null;
}

@InputType({ description: 'Which case to comment, and with what.' })
export class CreateSecurityCaseCommentInput extends ResourceMutationInput {
  @Field(() => String, { description: 'The text, up to 12,000 characters.' })
  readonly body!: string;
}

@InputType({ description: 'Which comment of which case to change, and into what.' })
export class UpdateSecurityCaseCommentInput extends ResourceMutationInput {
  @Field(() => String, { description: 'The id of the comment: six digits.' })
  readonly commentId!: string;

  @Field(() => String, { description: 'The new text, up to 12,000 characters.' })
  readonly body!: string;
}

@InputType({ description: 'Which case to attach a file to, and which file.' })
export class CreateSecurityCaseAttachmentUploadUrlInput
  extends ResourceMutationInput
  implements NewCaseAttachment
{
  @Field(() => String, {
    description: 'The name of the file, up to 255 letters, digits, dots, hyphens and underscores.',
  })
  readonly fileName!: string;

  @Field(() => Int, { description: 'The size of the file in bytes, up to 100 MiB.' })
  readonly contentLength!: number;
}

@InputType({ description: 'Which investigation of which case helped, or did not.' })
export class SendSecurityCaseInvestigationFeedbackInput
  extends ResourceMutationInput
  implements NewInvestigationFeedback
{
  @Field(() => String, { description: 'The id of the investigation.' })
  readonly investigationId!: string;

  @Field(() => InvestigationUsefulnessEnum, { description: 'Whether it helped.' })
  readonly usefulness!: InvestigationUsefulness;

  @Field(() => String, nullable('Why, up to 1,000 characters.'))
  readonly comment?: string | null;
}
