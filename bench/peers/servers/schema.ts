/** The schema of the GraphQL peers, and its resolvers. */
import { GraphQLDateTime } from 'graphql-scalars';
import { edgesOf, jobsPage, type JobsPage, type PageArgs } from './jobs';

export const TYPE_DEFINITIONS = `
  scalar DateTime

  type Query {
    classificationJobs(first: Int! = 20, after: String): ClassificationJobConnection!
  }

  type ClassificationJobConnection {
    edges: [ClassificationJobEdge!]!
    nodes: [ClassificationJob!]!
    pageInfo: PageInfo!
  }

  type ClassificationJobEdge {
    cursor: String!
    node: ClassificationJob!
  }

  type PageInfo {
    hasNextPage: Boolean!
    endCursor: String
  }

  type ClassificationJob {
    id: ID!
    jobId: String!
    name: String
    status: ClassificationJobStatus!
    awsStatus: String
    jobType: ClassificationJobType
    awsJobType: String
    createdAt: DateTime
    target: Target!
    lastRunErrorStatus: LastRunErrorStatus
    userPausedDetails: UserPausedDetails
    bucketDefinitions: [BucketDefinition!]
  }

  type Target {
    name: String!
  }

  type LastRunErrorStatus {
    code: LastRunErrorStatusCode
  }

  type UserPausedDetails {
    pausedAt: DateTime
    expiresAt: DateTime
  }

  type BucketDefinition {
    accountId: String!
    buckets: [String!]!
  }

  enum ClassificationJobStatus {
    CANCELLED
    COMPLETE
    IDLE
    PAUSED
    RUNNING
    USER_PAUSED
  }

  enum ClassificationJobType {
    ONE_TIME
    SCHEDULED
  }

  enum LastRunErrorStatusCode {
    ERROR
    NONE
  }
`;

export const RESOLVERS = {
  DateTime: GraphQLDateTime,
  Query: { classificationJobs: (_root: unknown, args: PageArgs) => jobsPage(args) },
  ClassificationJobConnection: { edges: (page: JobsPage) => edgesOf(page) },
};
