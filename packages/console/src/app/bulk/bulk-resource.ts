/** The resources of a bulk change: those of the list from Relay's store, and all others by their ids. */
import { fetchQuery, graphql } from 'react-relay';
import { getFragment, getSingularSelector, type Environment } from 'relay-runtime';
import { collectFieldErrors } from '../relay/field-errors';
import type {
  bulkResource_resource$data,
  bulkResource_resource$key,
} from './__generated__/bulkResource_resource.graphql';
import type { bulkResourceQuery } from './__generated__/bulkResourceQuery.graphql';

export type BulkRow = { readonly id: string } & bulkResource_resource$key;

export interface BulkResource {
  readonly type: string;
  readonly id: string;
  readonly name: string;
  readonly target: string;
  /** A value of the status enum of its type. */
  readonly status: string;
  readonly statusLabel: string;
  /** Null for everything but a case. */
  readonly resolverType: string | null;
  readonly isTerminal: boolean;
  readonly transitions: bulkResource_resource$data['availableTransitions'];
}

/** The maximum number of ids of one query. */
const IDS_PER_QUERY = 100;

const RESOURCE = graphql`
  fragment bulkResource_resource on Resource {
    __typename
    id
    statusLabel
    isTerminal
    target {
      name
    }
    availableTransitions {
      action
      to
    }
    ... on ClassificationJob {
      jobStatus: status
      jobName: name
      classificationJobId: jobId
    }
    ... on MacieMember {
      memberStatus: status
      accountId
    }
    ... on MailboxExportJob {
      exportStatus: status
      description
      exportJobId: jobId
    }
    ... on SecurityCase {
      caseStatus: status
      resolverType
      title
      caseId
    }
  }
`;

const BY_ID = graphql`
  query bulkResourceQuery($ids: [ID!]!) {
    nodes(ids: $ids) {
      ...bulkResource_resource @alias(as: "resource")
    }
  }
`;

/** Reads a row of a list as it is now. */
export function readRow(environment: Environment, row: BulkRow): BulkResource | undefined {
  return readResource(environment, row);
}

interface FetchedResources {
  /** The resources that AWS has. */
  readonly resources: readonly BulkResource[];
  /** A message for each id that could not be read: AWS may have the resource. */
  readonly failures: readonly string[];
}

/** Asks the gateway for resources. Rejects with GatewayError when none could be read. */
export async function fetchResources(
  environment: Environment,
  ids: readonly string[],
): Promise<FetchedResources> {
  if (ids.length === 0) return { resources: [], failures: [] };
  const { cacheConfig, fieldErrors } = collectFieldErrors();
  const options = { fetchPolicy: 'network-only', networkCacheConfig: cacheConfig } as const;
  const variables = { ids: ids.slice(0, IDS_PER_QUERY) };
  const found = await fetchQuery<bulkResourceQuery>(environment, BY_ID, variables, options).toPromise();
  const nodes = found?.nodes ?? [];
  const resources = nodes.flatMap((node) => {
    const resource = node?.resource && readResource(environment, node.resource);
    return resource == null ? [] : [resource];
  });
  // The path of an error is: nodes, the index, and a field when the resource itself could be read.
  const messages = new Map(fieldErrors().map(({ path, message }) => [path?.[1], message]));
  const failures = nodes.flatMap((node, index) => (node == null ? (messages.get(index) ?? []) : []));
  const others = await fetchResources(environment, ids.slice(IDS_PER_QUERY));
  return {
    resources: [...resources, ...others.resources],
    failures: [...failures, ...others.failures],
  };
}

function readResource(environment: Environment, key: bulkResource_resource$key): BulkResource | undefined {
  const selector = getSingularSelector(getFragment(RESOURCE), key);
  const data = environment.lookup(selector).data as bulkResource_resource$data | null | undefined;
  const status = data?.jobStatus ?? data?.memberStatus ?? data?.exportStatus ?? data?.caseStatus;
  if (data == null || status === undefined) return undefined;
  return {
    type: data.__typename,
    id: data.id,
    name: nameOf(data),
    target: data.target.name,
    status,
    statusLabel: data.statusLabel,
    resolverType: data.resolverType ?? null,
    isTerminal: data.isTerminal,
    transitions: data.availableTransitions,
  };
}

function nameOf(data: bulkResource_resource$data): string {
  const { jobName, title, description, classificationJobId, accountId, exportJobId, caseId, id } = data;
  return jobName ?? title ?? description ?? classificationJobId ?? accountId ?? exportJobId ?? caseId ?? id;
}
