/** Paginators: async iterables over the pages of a list operation. */
import { createPaginator } from '@smithy/core';
import type { PaginationConfiguration } from '@smithy/types';

import { SecurityIRClient } from './client';
import {
  ListCaseEditsCommand,
  ListCasesCommand,
  type ListCaseEditsCommandInput,
  type ListCaseEditsCommandOutput,
  type ListCasesCommandInput,
  type ListCasesCommandOutput,
} from './commands/cases';
import {
  ListCommentsCommand,
  type ListCommentsCommandInput,
  type ListCommentsCommandOutput,
} from './commands/comments';
import {
  ListInvestigationsCommand,
  type ListInvestigationsCommandInput,
  type ListInvestigationsCommandOutput,
} from './commands/investigations';
import {
  ListMembershipsCommand,
  type ListMembershipsCommandInput,
  type ListMembershipsCommandOutput,
} from './commands/memberships';

/** The client, the page size, and the token of the first page. */
export interface SecurityIRPaginationConfiguration extends PaginationConfiguration {
  client: SecurityIRClient;
}

const paginate = <Input extends object, Output extends object>(command: new (input: Input) => object) =>
  createPaginator<SecurityIRPaginationConfiguration, Input, Output>(
    SecurityIRClient,
    command,
    'nextToken',
    'nextToken',
    'maxResults',
  );

/** Pages of ListCaseEdits. */
export const paginateListCaseEdits = paginate<ListCaseEditsCommandInput, ListCaseEditsCommandOutput>(
  ListCaseEditsCommand,
);

/** Pages of ListCases. */
export const paginateListCases = paginate<ListCasesCommandInput, ListCasesCommandOutput>(ListCasesCommand);

/** Pages of ListComments. */
export const paginateListComments = paginate<ListCommentsCommandInput, ListCommentsCommandOutput>(
  ListCommentsCommand,
);

/** Pages of ListInvestigations. */
export const paginateListInvestigations = paginate<
  ListInvestigationsCommandInput,
  ListInvestigationsCommandOutput
>(ListInvestigationsCommand);

/** Pages of ListMemberships. */
export const paginateListMemberships = paginate<ListMembershipsCommandInput, ListMembershipsCommandOutput>(
  ListMembershipsCommand,
);
