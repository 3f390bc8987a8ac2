/** WorkMail organizations, and the users whose mailboxes are exported. */
import { Field, GraphQLISODateTime, ObjectType } from 'type-graphql';
import type {
  WorkMailEntityState,
  WorkMailOrganizationRecord,
  WorkMailUserRecord,
  WorkMailUserRole,
} from '../src/domain/records/workmail-directory';
import { Needs } from './shared/access';
import { enumType, UNRECOGNIZED } from './shared/enum-type';
import { nullable } from './shared/nullable';
import { WorkMailOrganizationId } from './shared/scalars';

@Needs('workmail:read')
@ObjectType({ description: 'A WorkMail organization (DescribeOrganization).' })
export class WorkMailOrganization implements WorkMailOrganizationRecord {
  @Field(() => String, { description: 'The name of the target that the organization was read from.' })
  readonly target!: string;

  @Field(() => WorkMailOrganizationId, { description: 'The id of the organization.' })
  readonly organizationId!: string;

  @Field(() => String, nullable('The alias of the organization.'))
  readonly alias: string | undefined;

  @Field(() => String, nullable('The state of the organization, in words of AWS, as Active.'))
  readonly state: string | undefined;

  @Field(() => String, nullable('The id of the directory that holds its users.'))
  readonly directoryId: string | undefined;

  @Field(() => String, nullable('The type of that directory, in words of AWS.'))
  readonly directoryType: string | undefined;

  @Field(() => String, nullable('The mail domain of new users.'))
  readonly defaultMailDomain: string | undefined;

  @Field(() => GraphQLISODateTime, nullable('When the organization became usable.'))
  readonly completedDate: Date | undefined;

  @Field(() => String, nullable('What went wrong with the organization, in words of AWS.'))
  readonly errorMessage: string | undefined;

  @Field(() => String, nullable('The ARN of the organization.'))
  readonly arn: string | undefined;

  @Field(() => String, nullable('The id of the user who may migrate mailboxes.'))
  readonly migrationAdmin: string | undefined;

  @Field(() => Boolean, nullable('Whether it works together with Microsoft Exchange.'))
  readonly interoperabilityEnabled: boolean | undefined;
}

export const WorkMailEntityStateEnum = enumType<WorkMailEntityState>(
  'WorkMailEntityState',
  'Whether a user has a mailbox.',
  {
    ENABLED: 'The user has a mailbox.',
    DISABLED: 'The user has no mailbox, or no longer.',
    DELETED: 'The user was deleted.',
    UNRECOGNIZED,
  },
);

export const WorkMailUserRoleEnum = enumType<WorkMailUserRole>(
  'WorkMailUserRole',
  'What a user is to an organization.',
  {
    USER: 'A person.',
    RESOURCE: 'A room or a piece of equipment.',
    SYSTEM_USER: 'A user that WorkMail made for itself.',
    REMOTE_USER: 'A user whose mailbox is elsewhere.',
    UNRECOGNIZED,
  },
);

@Needs('workmail:read')
@ObjectType({ description: 'A user of a WorkMail organization (DescribeUser).' })
export class WorkMailUser implements WorkMailUserRecord {
  @Field(() => String, { description: 'The id of the user.' })
  readonly userId!: string;

  @Field(() => String, nullable('The name that the user signs in with.'))
  readonly name: string | undefined;

  @Field(() => String, nullable('The primary e-mail address.'))
  readonly email: string | undefined;

  @Field(() => String, nullable('The name that others see.'))
  readonly displayName: string | undefined;

  @Field(() => WorkMailEntityStateEnum, nullable('Whether the user has a mailbox.'))
  readonly state: WorkMailEntityState | undefined;

  @Field(() => String, nullable("The state in AWS's own spelling."))
  readonly awsState: string | undefined;

  @Field(() => WorkMailUserRoleEnum, nullable('What the user is to the organization.'))
  readonly userRole: WorkMailUserRole | undefined;

  @Field(() => GraphQLISODateTime, nullable('When the user was last given a mailbox.'))
  readonly enabledDate: Date | undefined;

  @Field(() => GraphQLISODateTime, nullable('When the mailbox was last taken from the user.'))
  readonly disabledDate: Date | undefined;

  @Field(() => GraphQLISODateTime, nullable('When the mailbox was set up.'))
  readonly mailboxProvisionedDate: Date | undefined;

  @Field(() => GraphQLISODateTime, nullable('When the mailbox was removed.'))
  readonly mailboxDeprovisionedDate: Date | undefined;

  @Field(() => String, nullable('The first name.'))
  readonly firstName: string | undefined;

  @Field(() => String, nullable('The last name.'))
  readonly lastName: string | undefined;

  @Field(() => String, nullable('The initials.'))
  readonly initials: string | undefined;

  @Field(() => Boolean, nullable('Whether the user is left out of the global address list.'))
  readonly hiddenFromGlobalAddressList: boolean | undefined;

  @Field(() => String, nullable('The telephone number.'))
  readonly telephone: string | undefined;

  @Field(() => String, nullable('The street.'))
  readonly street: string | undefined;

  @Field(() => String, nullable('The postal code.'))
  readonly zipCode: string | undefined;

  @Field(() => String, nullable('The city.'))
  readonly city: string | undefined;

  @Field(() => String, nullable('The country.'))
  readonly country: string | undefined;

  @Field(() => String, nullable('The company.'))
  readonly company: string | undefined;

  @Field(() => String, nullable('The department.'))
  readonly department: string | undefined;

  @Field(() => String, nullable('The job title.'))
  readonly jobTitle: string | undefined;

  @Field(() => String, nullable('The office.'))
  readonly office: string | undefined;

  @Field(() => String, nullable('The id of the user at the identity provider.'))
  readonly identityProviderUserId: string | undefined;

  @Field(() => String, nullable("The id of the identity provider's store."))
  readonly identityProviderIdentityStoreId: string | undefined;
}
