/** The types of WorkMail organizations and users. */
import { Field, ObjectType } from 'type-graphql';
import { DateTime } from './shared/date-time';
import type {
  WorkMailUserStatus,
  WorkMailOrganizationRecord,
  WorkMailUserRecord,
  WorkMailUserRole,
} from '../src/domain/records/workmail-directory';
import { Needs } from './shared/access';
import { enumType, UNRECOGNIZED } from './shared/enum-type';
import { Node } from './shared/node';
import { nullable } from './shared/nullable';
import { WorkMailOrganizationId } from './shared/scalars';

@Needs('workmail:read')
@ObjectType({ implements: Node, description: 'A WorkMail organization (DescribeOrganization).' })
export class WorkMailOrganization extends Node implements WorkMailOrganizationRecord {
  readonly kind!: 'WorkMailOrganization';
  readonly target!: string;

  @Field(() => WorkMailOrganizationId, { description: 'The id of the organization.' })
  readonly organizationId!: string;

  @Field(() => String, nullable('The alias of the organization.'))
  readonly alias: string | undefined;

  @Field(() => String, nullable('The status of the organization as AWS spells it (State), such as Active.'))
  readonly awsStatus: string | undefined;

  @Field(() => String, nullable('The id of the directory of the organization.'))
  readonly directoryId: string | undefined;

  @Field(() => String, nullable('The type of the directory as AWS spells it.'))
  readonly directoryType: string | undefined;

  @Field(() => String, nullable('The default mail domain of new users.'))
  readonly defaultMailDomain: string | undefined;

  @Field(() => DateTime, nullable('The time when the organization became usable (CompletedDate).'))
  readonly completedAt: Date | undefined;

  @Field(() => String, nullable('The AWS error message about the organization.'))
  readonly errorMessage: string | undefined;

  @Field(() => String, nullable('The ARN of the organization.'))
  readonly arn: string | undefined;

  @Field(() => String, nullable('The id of the user who is the migration administrator.'))
  readonly migrationAdmin: string | undefined;

  @Field(() => Boolean, nullable('True when interoperability with Microsoft Exchange is enabled.'))
  readonly interoperabilityEnabled: boolean | undefined;
}

export const WorkMailUserStatusEnum = enumType<WorkMailUserStatus>(
  'WorkMailUserStatus',
  'The status of a WorkMail user (State of DescribeUser).',
  {
    ENABLED: 'The user has a mailbox.',
    DISABLED: 'The user has no mailbox.',
    DELETED: 'The user was deleted.',
    UNRECOGNIZED,
  },
);

export const WorkMailUserRoleEnum = enumType<WorkMailUserRole>(
  'WorkMailUserRole',
  'The role of a user in an organization (UserRole of DescribeUser).',
  {
    USER: 'The user is a person.',
    RESOURCE: 'The user is a resource: a room or a piece of equipment.',
    SYSTEM_USER: 'The user is a system user that WorkMail created.',
    REMOTE_USER: 'The mailbox of the user is hosted outside of WorkMail.',
    UNRECOGNIZED,
  },
);

@Needs('workmail:read')
@ObjectType({ implements: Node, description: 'A user of a WorkMail organization (DescribeUser).' })
export class WorkMailUser extends Node implements WorkMailUserRecord {
  readonly kind!: 'WorkMailUser';
  readonly target!: string;
  readonly organizationId!: string;

  @Field(() => String, { description: 'The id of the user.' })
  readonly userId!: string;

  @Field(() => String, nullable('The sign-in name of the user.'))
  readonly name: string | undefined;

  @Field(() => String, nullable('The primary email address of the user.'))
  readonly email: string | undefined;

  @Field(() => String, nullable('The display name of the user.'))
  readonly displayName: string | undefined;

  @Field(() => WorkMailUserStatusEnum, nullable('The status of the user (State).'))
  readonly status: WorkMailUserStatus | undefined;

  @Field(() => String, nullable('The status as AWS spells it (State).'))
  readonly awsStatus: string | undefined;

  @Field(() => WorkMailUserRoleEnum, nullable('The role of the user in the organization.'))
  readonly userRole: WorkMailUserRole | undefined;

  @Field(() => String, nullable('The role as AWS spells it (UserRole).'))
  readonly awsUserRole: string | undefined;

  @Field(() => DateTime, nullable('The time when the user was last enabled for WorkMail (EnabledDate).'))
  readonly enabledAt: Date | undefined;

  @Field(() => DateTime, nullable('The time when the user was last disabled for WorkMail (DisabledDate).'))
  readonly disabledAt: Date | undefined;

  @Field(() => DateTime, nullable('The time when the mailbox was provisioned (MailboxProvisionedDate).'))
  readonly mailboxProvisionedAt: Date | undefined;

  @Field(() => DateTime, nullable('The time when the mailbox was deprovisioned (MailboxDeprovisionedDate).'))
  readonly mailboxDeprovisionedAt: Date | undefined;

  @Field(() => String, nullable('The first name of the user.'))
  readonly firstName: string | undefined;

  @Field(() => String, nullable('The last name of the user.'))
  readonly lastName: string | undefined;

  @Field(() => String, nullable('The initials of the user.'))
  readonly initials: string | undefined;

  @Field(() => Boolean, nullable('True when the user is hidden from the global address list.'))
  readonly hiddenFromGlobalAddressList: boolean | undefined;

  @Field(() => String, nullable('The telephone number of the user.'))
  readonly telephone: string | undefined;

  @Field(() => String, nullable("The street of the user's address."))
  readonly street: string | undefined;

  @Field(() => String, nullable("The postal code of the user's address."))
  readonly zipCode: string | undefined;

  @Field(() => String, nullable("The city of the user's address."))
  readonly city: string | undefined;

  @Field(() => String, nullable("The country of the user's address."))
  readonly country: string | undefined;

  @Field(() => String, nullable('The company of the user.'))
  readonly company: string | undefined;

  @Field(() => String, nullable('The department of the user.'))
  readonly department: string | undefined;

  @Field(() => String, nullable('The job title of the user.'))
  readonly jobTitle: string | undefined;

  @Field(() => String, nullable('The office of the user.'))
  readonly office: string | undefined;

  @Field(() => String, nullable('The id of the user in the identity provider.'))
  readonly identityProviderUserId: string | undefined;

  @Field(() => String, nullable('The id of the identity store in the identity provider.'))
  readonly identityProviderIdentityStoreId: string | undefined;
}
