// Operations that every client of docs/clients.md executes, and the types of their data.

export interface Job {
  readonly id: string;
  readonly status: string;
  readonly statusLabel: string;
  readonly isTerminal: boolean;
}

export interface JobList {
  readonly edges: readonly { readonly node: Job }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly completeness: {
    readonly complete: boolean;
    readonly retryCursor: string | null;
    readonly fieldErrors: number;
    readonly sources: readonly { readonly status: string; readonly target: { readonly name: string } }[];
  };
  readonly totalCount: { readonly value: number; readonly exact: boolean } | null;
}

export interface JobsData {
  readonly classificationJobs: JobList | null;
}

export interface JobsVariables {
  readonly first: number;
  readonly after?: string | null | undefined;
}

const BADGE = `
  fragment Badge on Resource {
    id
    statusLabel
    isTerminal
  }
`;

export const JOBS = `
  query Jobs($first: Int!, $after: String) {
    classificationJobs(first: $first, after: $after) {
      edges {
        node {
          status
          ...Badge
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      completeness {
        complete
        retryCursor
        fieldErrors
        sources {
          status
          target {
            id
            name
          }
        }
      }
      totalCount {
        value
        exact
      }
    }
  }
  ${BADGE}
`;

/** A field of every row comes from DescribeClassificationJob. */
export const DESCRIPTIONS = `
  query Descriptions {
    classificationJobs(first: 2) {
      edges {
        node {
          id
          status
          description
        }
      }
      completeness {
        complete
        fieldErrors
      }
    }
  }
`;

export interface DescriptionsData {
  readonly classificationJobs: {
    readonly edges: readonly {
      readonly node: Pick<Job, 'id' | 'status'> & { readonly description: string | null };
    }[];
    readonly completeness: { readonly complete: boolean; readonly fieldErrors: number };
  };
}

export const RESOURCE = `
  query Resource($id: ID!) {
    node(id: $id) {
      __typename
      ...Badge
    }
  }
  ${BADGE}
`;

export interface PausePayload {
  readonly outcome: string;
  readonly userErrors: readonly {
    readonly code: string;
    readonly allowed?: readonly { readonly to: string }[];
  }[];
  readonly classificationJob: Pick<Job, 'id' | 'status' | 'statusLabel'> | null;
}

export interface PauseData {
  readonly pauseClassificationJob: PausePayload | null;
}

export const PAUSE = `
  mutation Pause($input: PauseClassificationJobInput!) {
    pauseClassificationJob(input: $input) {
      ...Result
      classificationJob {
        id
        status
        statusLabel
      }
    }
  }

  fragment Result on MutationPayload {
    outcome
    userErrors {
      code
      ... on InvalidTransitionError {
        allowed {
          to
        }
      }
    }
  }
`;

export interface ChangeBothData {
  readonly changeStatuses: {
    readonly results: readonly {
      readonly resourceId: string;
      readonly outcome: string;
      readonly resource: Pick<Job, 'id' | 'statusLabel'> | null;
    }[];
  } | null;
}

export const CHANGE_BOTH = `
  mutation ChangeBoth($input: ChangeStatusesInput!) {
    changeStatuses(input: $input) {
      results {
        resourceId
        outcome
        resource {
          id
          statusLabel
        }
      }
    }
  }
`;

/** Operations without fragments on interfaces. */
export const PLAIN = `
  query Plain($first: Int!) {
    classificationJobs(first: $first) {
      edges {
        node {
          id
          status
        }
      }
      completeness {
        complete
      }
    }
  }
`;

export const PLAIN_PAUSE = `
  mutation PlainPause($input: PauseClassificationJobInput!) {
    pauseClassificationJob(input: $input) {
      outcome
      userErrors {
        code
      }
      classificationJob {
        id
        status
      }
    }
  }
`;

export interface NodesData {
  readonly classificationJobs: {
    readonly nodes: readonly { readonly id: string }[];
    readonly pageInfo: { readonly endCursor: string | null };
  } | null;
}

export const NODES = `
  query Nodes($first: Int!, $after: String) {
    classificationJobs(first: $first, after: $after) {
      nodes {
        id
      }
      pageInfo {
        endCursor
      }
    }
  }
`;
