/** The operations on organizations and their users. */
import type { z } from 'zod';
import { operation, type Call, type Output } from '../kernel/operation';
import { ascending, paginate } from '../kernel/paginate';
import { entityNotFound, organizationNotFound, organizationState } from './errors';
import { organizationDescription, organizationSummary, userDescription } from './shapes';
import type { Organization, User, WorkMailState } from './state';
import { DESCRIBE_USER_INPUT, LIST_ORGANIZATIONS_INPUT, ORGANIZATION_INPUT } from './validation';

type WorkMailCall = Call<WorkMailState>;

const DEFAULT_PAGE_SIZE = 100;

function listOrganizations(input: z.infer<typeof LIST_ORGANIZATIONS_INPUT>, call: WorkMailCall): Output {
  const orderKey = (organization: Organization): string[] => [organization.organizationId];
  const { organizations } = call.state;
  const page = paginate(call, {
    rows: organizations.sorted('by id', 'until-replaced', (a, b) => ascending(orderKey(a), orderKey(b))),
    orderKey,
    compare: ascending,
    boundTo: [],
    nextToken: input.NextToken,
    pageSize: input.MaxResults ?? DEFAULT_PAGE_SIZE,
  });
  return { OrganizationSummaries: page.rows.map(organizationSummary), NextToken: page.nextToken };
}

function describeUser(
  { OrganizationId, UserId }: z.infer<typeof DESCRIBE_USER_INPUT>,
  call: WorkMailCall,
): Output {
  return userDescription(userOf(activeOrganization(call, OrganizationId), UserId));
}

/** The organization of a call; throws when there is none. */
export function organizationOf(call: WorkMailCall, organizationId: string): Organization {
  const organization = call.state.organizations.get(organizationId);
  if (organization === undefined) throw organizationNotFound(organizationId);
  return organization;
}

/** The organization of a call; throws unless it is there and Active. */
export function activeOrganization(call: WorkMailCall, organizationId: string): Organization {
  const organization = organizationOf(call, organizationId);
  if (organization.state !== 'Active') throw organizationState(organizationId, organization.state);
  return organization;
}

/** A user by id, name or e-mail address; throws when there is none. */
export function userOf(organization: Organization, key: string): User {
  const wanted = key.toLowerCase();
  const user =
    organization.users.get(key) ??
    [...organization.users.values()].find(
      ({ name, email }) => name.toLowerCase() === wanted || email.toLowerCase() === wanted,
    );
  if (user === undefined) throw entityNotFound(`The entity ${key}`);
  return user;
}

export const ORGANIZATION_OPERATIONS = [
  operation('ListOrganizations', undefined, LIST_ORGANIZATIONS_INPUT, listOrganizations),
  operation('DescribeOrganization', undefined, ORGANIZATION_INPUT, ({ OrganizationId }, call: WorkMailCall) =>
    organizationDescription(organizationOf(call, OrganizationId)),
  ),
  operation('DescribeUser', undefined, DESCRIBE_USER_INPUT, describeUser),
];
