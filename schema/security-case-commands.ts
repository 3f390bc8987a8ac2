/** Inputs of the commands on cases. */
import { Field, InputType, Int } from 'type-graphql';
import { DateTime } from './shared/date-time';
import type { SecurityCaseEngagementType } from '../src/domain/records/security-case';
import type {
  ListChanges,
  NewCaseAttachment,
  NewInvestigationFeedback,
  NewSecurityCase,
  NewThreatActorIp,
  NewWatcher,
  SecurityCaseUpdate,
} from '../src/domain/records/security-case-commands';
import type {
  SecurityCaseMetadataEntryRecord,
  SecurityCaseInvestigationUsefulness,
} from '../src/domain/records/security-case-parts';
import type { SecurityCaseResolverType } from '../src/domain/transitions/security-case';
import {
  SecurityCaseEngagementTypeEnum,
  SecurityCaseInvestigationUsefulnessEnum,
  SecurityCaseResolverTypeEnum,
} from './security-case-enums';
import { CreationInput, ResourceMutationInput } from './shared/mutation';
import { nullable } from './shared/nullable';
import { AwsAccountId } from './shared/scalars';
import { TagInput } from './shared/tag';

@InputType({ description: 'A person who receives email notifications about a case.' })
export class SecurityCaseWatcherInput implements NewWatcher {
  @Field(() => String, { description: 'The email address of the watcher, 6 to 254 characters.' })
  readonly email!: string;

  @Field(() => String, nullable('The name of the watcher, up to 50 characters.'))
  readonly name?: string | null;

  @Field(() => String, nullable('The job title of the watcher, up to 50 characters.'))
  readonly jobTitle?: string | null;
}

@InputType({ description: 'An IP address of a threat actor.' })
export class SecurityCaseThreatActorIpInput implements NewThreatActorIp {
  @Field(() => String, {
    description: 'The IPv4 address, or the IPv6 address in upper case and without the abbreviation ::.',
  })
  readonly ipAddress!: string;

  @Field(() => String, nullable('The user agent seen with the address, up to 500 characters.'))
  readonly userAgent?: string | null;
}

@InputType({ description: 'A metadata entry of a case.' })
export class SecurityCaseMetadataEntryInput implements SecurityCaseMetadataEntryRecord {
  @Field(() => String, { description: 'The key of the entry, up to 500 characters.' })
  readonly key!: string;

  @Field(() => String, { description: 'The value of the entry, up to 2,000 characters.' })
  readonly value!: string;
}

@InputType({ description: 'The settings of a new case.' })
export class CreateSecurityCaseInput extends CreationInput implements NewSecurityCase {
  @Field(() => SecurityCaseResolverTypeEnum, {
    description: 'The party that resolves the case: AWS or the customer.',
  })
  readonly resolverType!: SecurityCaseResolverType;

  @Field(() => String, { description: 'The title of the case, up to 300 characters.' })
  readonly title!: string;

  @Field(() => String, { description: 'The description of the case, up to 8,000 characters.' })
  readonly description!: string;

  @Field(() => SecurityCaseEngagementTypeEnum, { description: 'The engagement type of the case.' })
  readonly engagementType!: SecurityCaseEngagementType;

  @Field(() => DateTime, {
    description: 'The reported start time of the incident (reportedIncidentStartDate).',
  })
  readonly reportedIncidentStartedAt!: Date;

  @Field(() => [AwsAccountId], {
    description: 'The ids of the impacted accounts, up to 200; may be empty.',
  })
  readonly impactedAccounts!: readonly string[];

  @Field(() => [SecurityCaseWatcherInput], {
    description: 'The people who receive email notifications about the case, up to 30; may be empty.',
  })
  readonly watchers!: readonly SecurityCaseWatcherInput[];

  @Field(() => [SecurityCaseThreatActorIpInput], nullable('The IP addresses of threat actors, up to 200.'))
  readonly threatActorIpAddresses?: readonly SecurityCaseThreatActorIpInput[] | null;

  @Field(() => [String], nullable('The impacted AWS services, up to 600.'))
  readonly impactedServices?: readonly string[] | null;

  @Field(() => [String], nullable('The impacted AWS regions, up to 50.'))
  readonly impactedAwsRegions?: readonly string[] | null;

  @Field(() => [TagInput], nullable('The tags of the case, up to 200.'))
  readonly tags?: readonly TagInput[] | null;
}

@InputType({ description: 'The watchers to add to a case and to remove from it.' })
export class SecurityCaseWatcherChangesInput implements ListChanges<NewWatcher> {
  @Field(() => [SecurityCaseWatcherInput], nullable('The watchers to add (watchersToAdd).'))
  readonly add?: readonly SecurityCaseWatcherInput[] | null;

  @Field(() => [SecurityCaseWatcherInput], nullable('The watchers to remove (watchersToDelete).'))
  readonly remove?: readonly SecurityCaseWatcherInput[] | null;
}

@InputType({ description: 'The threat actor IP addresses to add to a case and to remove from it.' })
export class SecurityCaseThreatActorIpChangesInput implements ListChanges<NewThreatActorIp> {
  @Field(
    () => [SecurityCaseThreatActorIpInput],
    nullable('The addresses to add (threatActorIpAddressesToAdd).'),
  )
  readonly add?: readonly SecurityCaseThreatActorIpInput[] | null;

  @Field(
    () => [SecurityCaseThreatActorIpInput],
    nullable('The addresses to remove (threatActorIpAddressesToDelete).'),
  )
  readonly remove?: readonly SecurityCaseThreatActorIpInput[] | null;
}

@InputType({ description: 'The entries to add to a list of a case and to remove from it.' })
export class SecurityCaseListChangesInput implements ListChanges<string> {
  @Field(() => [String], nullable('The entries to add.'))
  readonly add?: readonly string[] | null;

  @Field(() => [String], nullable('The entries to remove.'))
  readonly remove?: readonly string[] | null;
}

@InputType({ description: 'The accounts to add to the impacted accounts of a case and to remove from them.' })
export class SecurityCaseAccountChangesInput implements ListChanges<string> {
  @Field(() => [AwsAccountId], nullable('The ids of the accounts to add (impactedAccountsToAdd).'))
  readonly add?: readonly string[] | null;

  @Field(() => [AwsAccountId], nullable('The ids of the accounts to remove (impactedAccountsToDelete).'))
  readonly remove?: readonly string[] | null;
}

@InputType({ description: 'The case to edit and its new values; omitted fields keep their values.' })
export class UpdateSecurityCaseInput extends ResourceMutationInput implements SecurityCaseUpdate {
  @Field(() => String, nullable('The new title of the case, up to 300 characters.'))
  readonly title?: string | null;

  @Field(() => String, nullable('The new description of the case, up to 8,000 characters.'))
  readonly description?: string | null;

  @Field(() => SecurityCaseEngagementTypeEnum, nullable('The new engagement type of the case.'))
  readonly engagementType?: SecurityCaseEngagementType | null;

  @Field(() => DateTime, nullable('The new reported start time of the incident (reportedIncidentStartDate).'))
  readonly reportedIncidentStartedAt?: Date | null;

  @Field(() => DateTime, nullable('The new actual start time of the incident (actualIncidentStartDate).'))
  readonly actualIncidentStartedAt?: Date | null;

  @Field(
    () => SecurityCaseWatcherChangesInput,
    nullable('The changes to the list of watchers (watchersToAdd, watchersToDelete).'),
  )
  readonly watchers?: SecurityCaseWatcherChangesInput | null;

  @Field(
    () => SecurityCaseThreatActorIpChangesInput,
    nullable(
      'The changes to the list of threat actor IP addresses (threatActorIpAddressesToAdd, threatActorIpAddressesToDelete).',
    ),
  )
  readonly threatActorIpAddresses?: SecurityCaseThreatActorIpChangesInput | null;

  @Field(
    () => SecurityCaseListChangesInput,
    nullable(
      'The changes to the list of impacted AWS services (impactedServicesToAdd, impactedServicesToDelete).',
    ),
  )
  readonly impactedServices?: SecurityCaseListChangesInput | null;

  @Field(
    () => SecurityCaseListChangesInput,
    nullable(
      'The changes to the list of impacted AWS regions (impactedAwsRegionsToAdd, impactedAwsRegionsToDelete).',
    ),
  )
  readonly impactedAwsRegions?: SecurityCaseListChangesInput | null;

  @Field(
    () => SecurityCaseAccountChangesInput,
    nullable(
      'The changes to the list of impacted account ids (impactedAccountsToAdd, impactedAccountsToDelete).',
    ),
  )
  readonly impactedAccounts?: SecurityCaseAccountChangesInput | null;

  @Field(
    () => [SecurityCaseMetadataEntryInput],
    nullable('The metadata entries of the case, up to 30 (caseMetadata).'),
  )
  readonly metadata?: readonly SecurityCaseMetadataEntryInput[] | null;
}

@InputType({ description: 'The case to comment on and the text of the comment.' })
export class CreateSecurityCaseCommentInput extends ResourceMutationInput {
  @Field(() => String, { description: 'The text of the comment, up to 12,000 characters.' })
  readonly body!: string;
}

@InputType({ description: 'The comment to change and its new text.' })
export class UpdateSecurityCaseCommentInput extends ResourceMutationInput {
  @Field(() => String, { description: 'The id of the comment: six digits.' })
  readonly commentId!: string;

  @Field(() => String, { description: 'The new text of the comment, up to 12,000 characters.' })
  readonly body!: string;
}

@InputType({ description: 'The case to attach a file to and the file.' })
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

@InputType({ description: 'The investigation of a case and the feedback on it.' })
export class SendSecurityCaseInvestigationFeedbackInput
  extends ResourceMutationInput
  implements NewInvestigationFeedback
{
  @Field(() => String, { description: 'The id of the investigation (resultId).' })
  readonly investigationId!: string;

  @Field(() => SecurityCaseInvestigationUsefulnessEnum, {
    description: 'The usefulness of the investigation.',
  })
  readonly usefulness!: SecurityCaseInvestigationUsefulness;

  @Field(() => String, nullable('The comment on the rating, up to 1,000 characters.'))
  readonly comment?: string | null;
}
