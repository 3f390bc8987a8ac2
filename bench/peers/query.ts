/** The query that all servers answer, and the load. */

/** The numbers of rows that the benchmark asks for. */
export const PAGE_SIZES = [1, 25, 200] as const;

/** The number of clients, each of which sends the next request after a response. */
export const CLIENTS = 8;

/** Twelve fields of a job, all of them from ListClassificationJobs. */
export const JOBS_QUERY = `query Jobs($first: Int!) {
  classificationJobs(first: $first) {
    nodes {
      id
      jobId
      name
      status
      awsStatus
      jobType
      awsJobType
      createdAt
      target { name }
      lastRunErrorStatus { code }
      userPausedDetails { pausedAt expiresAt }
      bucketDefinitions { accountId buckets }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

export function requestBody(rows: number): string {
  return JSON.stringify({ query: JOBS_QUERY, operationName: 'Jobs', variables: { first: rows } });
}
