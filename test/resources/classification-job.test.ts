// Classification jobs: every field has the value of Macie, and the calls that the fields cost.
import { encodeId } from '../../src/domain/ids';
import { readState, type StateRow } from '../support/emulator';
import {
  ClassificationJobDetailsDocument,
  ClassificationJobsDocument,
  FindClassificationJobDocument,
  OneJobManyWaysDocument,
  SameConnectionsTwiceDocument,
  type ClassificationJobsQuery,
} from '../generated/graphql';
import { HOME, useSeveralTargets } from '../support/several-targets';

const setup = useSeveralTargets({ jobs: 120 }, { targets: [HOME] });

beforeEach(() => setup.forgetCalls());

const idOf = (jobId: string) => encodeId({ kind: 'ClassificationJob', target: 'home', jobId });

/** The jobs of Macie as DescribeClassificationJob returns them, by jobId. */
async function storedJobs(): Promise<Map<string, StateRow>> {
  const { macie2 } = await readState(setup.emulator);
  return new Map(macie2.jobs.map((job) => [String(job.jobId), job]));
}

/** The actions that may be requested, by status. */
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  RUNNING: ['PAUSE', 'CANCEL'],
  IDLE: ['PAUSE', 'CANCEL'],
  PAUSED: ['PAUSE', 'CANCEL'],
  USER_PAUSED: ['RESUME', 'CANCEL'],
  COMPLETE: [],
  CANCELLED: [],
};

const LABELS: Readonly<Record<string, string>> = {
  RUNNING: 'Running',
  IDLE: 'Waiting for the next run',
  PAUSED: 'Paused by Macie',
  USER_PAUSED: 'Paused by a user',
  COMPLETE: 'Complete',
  CANCELLED: 'Canceled',
};

function summary(job: StateRow) {
  const paused = job.userPausedDetails as StateRow | undefined;
  return {
    id: idOf(String(job.jobId)),
    target: { name: 'home' },
    jobId: job.jobId,
    name: job.name,
    status: job.jobStatus,
    awsStatus: job.jobStatus,
    statusLabel: LABELS[String(job.jobStatus)],
    isTerminal: ['COMPLETE', 'CANCELLED'].includes(String(job.jobStatus)),
    consoleUrl: `https://console.aws.amazon.com/macie/home?region=us-east-1#jobs?itemId=${String(job.jobId)}`,
    jobType: job.jobType,
    awsJobType: job.jobType,
    createdAt: job.createdAt,
    expiresAt: paused?.jobExpiresAt ?? null,
    lastRunErrorStatus: job.lastRunErrorStatus && {
      ...(job.lastRunErrorStatus as StateRow),
      awsCode: (job.lastRunErrorStatus as StateRow).code,
    },
    userPausedDetails: paused
      ? {
          pausedAt: paused.jobPausedAt,
          expiresAt: paused.jobExpiresAt ?? null,
          imminentExpirationHealthEventArn: paused.jobImminentExpirationHealthEventArn ?? null,
        }
      : null,
    actions: ACTIONS[String(job.jobStatus)],
  };
}

function detail(job: StateRow) {
  return {
    ...summary(job),
    arn: job.jobArn,
    description: job.description ?? null,
    clientToken: job.clientToken,
    initialRun: job.initialRun,
    lastRunAt: job.lastRunTime ?? null,
    samplingPercentage: job.samplingPercentage,
    managedDataIdentifierSelector: job.managedDataIdentifierSelector,
    awsManagedDataIdentifierSelector: job.managedDataIdentifierSelector,
    managedDataIdentifierIds: job.managedDataIdentifierIds,
    customDataIdentifierIds: job.customDataIdentifierIds,
    allowListIds: job.allowListIds,
    statistics: job.statistics,
  };
}

/** A node with only the actions of its transitions. */
function withActions<Node extends { availableTransitions: { action: string }[] }>(node: Node) {
  const { availableTransitions, ...fields } = node;
  return { ...fields, actions: availableTransitions.map(({ action }) => action) };
}

test('every field of every listed job has the value of Macie', async () => {
  const stored = await storedJobs();
  const nodes: NonNullable<ClassificationJobsQuery['classificationJobs']>['nodes'] = [];
  let after: string | null | undefined;
  for (let more = true; more;) {
    const page = await setup.gateway.read(ClassificationJobsDocument, { first: 50, after: after ?? null });
    nodes.push(...(page.classificationJobs?.nodes ?? []));
    after = page.classificationJobs?.pageInfo.endCursor;
    more = page.classificationJobs?.pageInfo.hasNextPage ?? false;
  }

  expect(nodes).toHaveLength(120);
  expect(new Set(nodes.map(({ status }) => status))).toEqual(new Set(Object.keys(ACTIONS)));
  expect(new Set(nodes.map(({ jobType }) => jobType))).toEqual(new Set(['ONE_TIME', 'SCHEDULED']));
  for (const node of nodes) {
    expect(withActions(node)).toEqual(summary(stored.get(node.jobId) ?? {}));
  }
  expect(await setup.callCounts()).toEqual({ ListClassificationJobs: 3 });
});

test('every detail field of every job has the value of Macie, for one DescribeClassificationJob each', async () => {
  const stored = await storedJobs();
  const { classificationJobs } = await setup.gateway.read(ClassificationJobDetailsDocument, { first: 200 });
  expect(classificationJobs?.nodes).toHaveLength(120);
  for (const node of classificationJobs?.nodes ?? []) {
    expect(withActions(node)).toEqual(detail(stored.get(node.jobId) ?? {}));
  }
  expect(await setup.callCounts()).toEqual({ ListClassificationJobs: 1, DescribeClassificationJob: 120 });
});

test('a look-up returns the same fields for one call', async () => {
  const [job = {}] = [...(await storedJobs()).values()];
  const jobId = String(job.jobId);
  const { classificationJob } = await setup.gateway.read(FindClassificationJobDocument, { jobId });
  expect(classificationJob && withActions(classificationJob)).toEqual(detail(job));
  expect(await setup.callCounts()).toEqual({ DescribeClassificationJob: 1 });
});

test('the first 100 jobs with list fields cost one call', async () => {
  const page = await setup.gateway.read(ClassificationJobsDocument, { first: 100 });
  expect(page.classificationJobs?.nodes).toHaveLength(100);
  expect(await setup.callCounts()).toEqual({ ListClassificationJobs: 1 });
});

test('a job requested in five places of a query costs one DescribeClassificationJob', async () => {
  const [jobId = ''] = (await storedJobs()).keys();
  const job = (await storedJobs()).get(jobId);
  const { first, second, third, fourth } = await setup.gateway.read(OneJobManyWaysDocument, {
    id: idOf(jobId),
    jobId,
  });
  expect(first).toEqual({ description: job?.description ?? null });
  expect(second).toEqual({ arn: job?.jobArn, lastRunAt: job?.lastRunTime });
  expect(third).toEqual({ samplingPercentage: job?.samplingPercentage });
  const { numberOfRuns } = job?.statistics as StateRow;
  expect(fourth).toEqual([{ statistics: { numberOfRuns } }, { statistics: { numberOfRuns } }]);
  expect(await setup.callCounts()).toEqual({ DescribeClassificationJob: 1 });
});

test('the same connection under two aliases costs one set of list calls', async () => {
  const data = await setup.gateway.read(SameConnectionsTwiceDocument, { first: 10 });
  expect(data.jobs?.nodes).toHaveLength(10);
  expect(data.sameJobs).toEqual(data.jobs);
  expect(data.sameMembers).toEqual(data.members);
  expect(data.sameExports).toEqual(data.exports);
  expect(data.sameCases).toEqual(data.cases);
  expect(await setup.callCounts()).toEqual({
    ListClassificationJobs: 1,
    ListMembers: 1,
    ListOrganizations: 1,
    ListMailboxExportJobs: 1,
    ListCases: 1,
  });
});

test('the next request calls Macie again', async () => {
  const [jobId = ''] = (await storedJobs()).keys();
  await setup.gateway.read(FindClassificationJobDocument, { jobId });
  await setup.gateway.read(FindClassificationJobDocument, { jobId });
  expect(await setup.callCounts()).toEqual({ DescribeClassificationJob: 2 });
});

test('a job unknown to Macie is null, without an error', async () => {
  const response = await setup.gateway.execute(FindClassificationJobDocument, { jobId: '0'.repeat(32) });
  expect(response).toEqual({ data: { classificationJob: null } });
});

test('rejects an id that would change the request path, without a call', async () => {
  for (const jobId of ['', '..', 'a/b', '../members', 'a?b', 'a%2Fb', 'a'.repeat(65)]) {
    const { data, errors } = await setup.gateway.execute(FindClassificationJobDocument, { jobId });
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  }
  expect(await setup.operations()).toEqual([]);
});

test('values that AWS added later are UNRECOGNIZED with the text of AWS, and allow no transition', async () => {
  const jobId = 'f'.repeat(32);
  await setup.emulator.control('POST', '/put', {
    service: 'macie2',
    resource: 'job',
    id: jobId,
    set: {
      name: 'from the future',
      jobStatus: 'ARCHIVING',
      jobType: 'CONTINUOUS',
      lastRunErrorStatus: { code: 'PARTIAL' },
    },
  });
  const { classificationJobs } = await setup.gateway.read(ClassificationJobsDocument, { first: 1 });
  const { classificationJob } = await setup.gateway.read(FindClassificationJobDocument, { jobId });
  for (const job of [classificationJobs?.nodes[0], classificationJob]) {
    expect(job).toMatchObject({
      jobId,
      name: 'from the future',
      status: 'UNRECOGNIZED',
      awsStatus: 'ARCHIVING',
      statusLabel: 'Unrecognized',
      isTerminal: false,
      jobType: 'UNRECOGNIZED',
      awsJobType: 'CONTINUOUS',
      lastRunErrorStatus: { code: 'UNRECOGNIZED', awsCode: 'PARTIAL' },
      userPausedDetails: null,
      availableTransitions: [],
    });
  }
});
