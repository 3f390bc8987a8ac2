/** The operations on organizations. */
import type { z } from 'zod';
import { operation, type Call, type Output } from '../kernel/operation';
import { ascending, paginate } from '../kernel/paginate';
import { organizationNotFound, organizationState } from './errors';
import { organizationDescription, organizationSummary } from './shapes';
import type { Organization, WorkMailState } from './state';
import { LIST_ORGANIZATIONS_INPUT, ORGANIZATION_INPUT } from './validation';

export type WorkMailCall = Call<WorkMailState>;

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

/** Returns the organization of a call. Throws OrganizationNotFoundException. */
export function organizationOf(call: WorkMailCall, organizationId: string): Organization {
  const organization = call.state.organizations.get(organizationId);
  if (organization === undefined) throw organizationNotFound(organizationId);
  return organization;
}

/** Like `organizationOf`; also throws OrganizationStateException if the organization is not Active. */
export function activeOrganization(call: WorkMailCall, organizationId: string): Organization {
  const organization = organizationOf(call, organizationId);
  if (organization.state !== 'Active') throw organizationState(organizationId, organization.state);
  return organization;
}

export const ORGANIZATION_OPERATIONS = [
  operation('ListOrganizations', undefined, LIST_ORGANIZATIONS_INPUT, listOrganizations),
  operation('DescribeOrganization', undefined, ORGANIZATION_INPUT, ({ OrganizationId }, call: WorkMailCall) =>
    organizationDescription(organizationOf(call, OrganizationId)),
  ),
];
