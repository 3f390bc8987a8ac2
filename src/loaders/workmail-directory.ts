/** The loaders of WorkMail organizations and mailbox owners, each read at most once per request. */
import type { OrganizationRef, WorkMailDirectoryAdapter } from '../aws/adapters/workmail-directory';
import type { WorkMailOrganizationRecord, WorkMailUserRecord } from '../domain/records/workmail-directory';
import type { LoaderAccess } from './loader-access';
import { createRequestLoader } from './request-loader';

interface UserKey extends OrganizationRef {
  readonly userId: string;
}

interface AddressKey extends OrganizationRef {
  readonly email: string;
}

export class WorkMailDirectoryLoaders {
  private readonly organizations;
  private readonly users;
  private readonly entityIds;

  constructor(adapter: WorkMailDirectoryAdapter, { memory, call }: LoaderAccess) {
    this.organizations = createRequestLoader(memory, ({ target, organizationId }: OrganizationRef) =>
      adapter.organization({ target, organizationId }, call),
    );
    this.users = createRequestLoader(memory, ({ userId, ...organization }: UserKey) =>
      adapter.user(organization, userId, call),
    );
    this.entityIds = createRequestLoader(memory, ({ email, ...organization }: AddressKey) =>
      adapter.entityId(organization, email, call),
    );
  }

  /** Returns undefined when WorkMail has no such organization. */
  organization({ target, organizationId }: OrganizationRef): Promise<WorkMailOrganizationRecord | undefined> {
    return this.organizations.load({ target, organizationId });
  }

  /** Returns undefined for the mailbox of a resource, and for a user that WorkMail no longer has. */
  async owner(
    { target, organizationId }: OrganizationRef,
    entityId: string | undefined,
  ): Promise<WorkMailUserRecord | undefined> {
    // DescribeUser does not find resources. Their ids begin with r-.
    if (entityId === undefined || entityId.startsWith('r-')) return undefined;
    return this.user({ target, organizationId, userId: entityId });
  }

  /** Returns undefined when the organization has no such user. */
  user({ target, organizationId, userId }: UserKey): Promise<WorkMailUserRecord | undefined> {
    return this.users.load({ target, organizationId, userId });
  }

  /** Returns the entity id of the mailbox owner with this address; undefined when the organization has none. */
  entityId({ target, organizationId }: OrganizationRef, email: string): Promise<string | undefined> {
    return this.entityIds.load({ target, organizationId, email });
  }
}
