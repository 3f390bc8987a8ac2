/** Pages of classification jobs from one SDK client, as all peers return them. */
import { ListClassificationJobsCommand, Macie2Client, type JobSummary } from '@aws-sdk/client-macie2';

/** The name of the gateway's only target, when the environment names a region. */
const TARGET = 'default';

export interface PageArgs {
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** Region, endpoint and credentials come from the environment. The client keeps its connections open. */
const macie = new Macie2Client({});

/** A page of jobs after a cursor: ListClassificationJobs. */
export async function jobsPage({ first, after }: PageArgs) {
  const [token, skipped] = after == null ? [undefined, 0] : positionOf(after);
  const command = new ListClassificationJobsCommand({ maxResults: first, nextToken: token });
  const { items = [], nextToken } = await macie.send(command);
  return {
    token,
    nodes: items.slice(skipped).map(jobNode),
    pageInfo: {
      hasNextPage: nextToken !== undefined,
      endCursor: nextToken === undefined ? null : cursorOf(nextToken, 0),
    },
  };
}

export type JobsPage = Awaited<ReturnType<typeof jobsPage>>;

/** The edges of a page, whose cursors continue after a row of it. */
export function edgesOf({ token, nodes }: JobsPage) {
  return nodes.map((node, index) => ({ node, cursor: cursorOf(token, index + 1) }));
}

function jobNode(job: JobSummary) {
  const paused = job.userPausedDetails;
  return {
    id: globalId(job.jobId),
    jobId: job.jobId,
    name: job.name ?? null,
    status: job.jobStatus,
    awsStatus: job.jobStatus ?? null,
    jobType: job.jobType ?? null,
    awsJobType: job.jobType ?? null,
    createdAt: job.createdAt ?? null,
    target: { name: TARGET },
    lastRunErrorStatus: job.lastRunErrorStatus ? { code: job.lastRunErrorStatus.code ?? null } : null,
    userPausedDetails: paused
      ? { pausedAt: paused.jobPausedAt ?? null, expiresAt: paused.jobExpiresAt ?? null }
      : null,
    bucketDefinitions:
      job.bucketDefinitions?.map(({ accountId, buckets }) => ({ accountId, buckets })) ?? null,
  };
}

function globalId(jobId: string | undefined): string {
  return encode([1, 'ClassificationJob', TARGET, jobId]);
}

function cursorOf(token: string | undefined, skipped: number): string {
  return encode([token ?? null, skipped]);
}

function positionOf(cursor: string): readonly [token: string | undefined, skipped: number] {
  const [token, skipped] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as [
    string | null,
    number,
  ];
  return [token ?? undefined, skipped];
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
