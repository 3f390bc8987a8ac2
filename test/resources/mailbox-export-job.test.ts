// Mailbox export jobs: every field has the value of WorkMail, organization by organization, and the calls it costs.
import { encodeId } from '../../src/domain/ids';
import { readState, type StateRow } from '../support/emulator';
import {
  FindMailboxExportJobDocument,
  MailboxExportJobDetailsDocument,
  MailboxExportJobsDocument,
  type MailboxExportJobSummaryFragment,
} from '../generated/graphql';
import { HOME, PARTNER, useSeveralTargets } from '../support/several-targets';
import { startTestGateway } from '../support/gateway';

const setup = useSeveralTargets({ exportJobs: 40 }, { targets: [HOME] });

/** An organization that no account has. */
const UNKNOWN_ORGANIZATION = `m-${'0'.repeat(32)}`;

beforeEach(() => setup.forgetCalls());

/** Seconds since the epoch as the schema returns them. */
const time = (seconds: unknown) =>
  typeof seconds === 'number' ? new Date(seconds * 1000).toISOString() : null;

interface Stored extends StateRow {
  readonly OrganizationId: string;
  readonly JobId: string;
}

/** The jobs by organization, the latest first in each, as WorkMail lists them. */
async function storedJobs(account = HOME.account): Promise<Stored[]> {
  const { workmail } = await readState(setup.emulator, account);
  const jobs = workmail.organizations.flatMap(({ OrganizationId, exportJobs }) =>
    exportJobs.map((job) => ({
      ...job,
      OrganizationId: String(OrganizationId),
      JobId: String(job.JobId),
    })),
  );
  const later = (a: StateRow, b: StateRow) => {
    const [first, second] = [Number(a.StartTime), Number(b.StartTime)];
    return first === second ? (String(a.JobId) < String(b.JobId) ? 1 : -1) : second - first;
  };
  return jobs.sort((a, b) =>
    a.OrganizationId === b.OrganizationId ? later(a, b) : a.OrganizationId < b.OrganizationId ? -1 : 1,
  );
}

function summary(job: Stored) {
  const { OrganizationId: organizationId, JobId: jobId } = job;
  return {
    id: encodeId({ kind: 'MailboxExportJob', target: 'home', organizationId, jobId }),
    target: { name: 'home' },
    organizationId,
    jobId,
    entityId: job.EntityId,
    description: job.Description ?? null,
    s3BucketName: job.S3BucketName,
    s3Path: job.S3Path,
    estimatedProgress: job.EstimatedProgress,
    status: job.State,
    awsStatus: job.State,
    startedAt: time(job.StartTime),
    endedAt: time(job.EndTime),
    durationSeconds: job.EndTime == null ? null : Math.floor(Number(job.EndTime) - Number(job.StartTime)),
    actions: job.State === 'RUNNING' ? ['CANCEL'] : [],
  };
}

function detail(job: Stored) {
  return {
    ...summary(job),
    roleArn: job.RoleArn,
    kmsKeyArn: job.KmsKeyArn,
    s3Prefix: job.S3Prefix,
    errorInfo: job.ErrorInfo ?? null,
  };
}

function withActions<Node extends { availableTransitions: { action: string }[] }>(node: Node) {
  const { availableTransitions, ...fields } = node;
  return { ...fields, actions: availableTransitions.map(({ action }) => action) };
}

async function listed(organizationId?: string): Promise<MailboxExportJobSummaryFragment[]> {
  const { mailboxExportJobs } = await setup.gateway.read(MailboxExportJobsDocument, {
    first: 200,
    organizationId: organizationId ?? null,
  });
  expect(mailboxExportJobs?.completeness.complete).toBe(true);
  return mailboxExportJobs?.nodes ?? [];
}

const put = (resource: string, id: string, set: object, more: object = {}) =>
  setup.emulator.control('POST', '/put', { service: 'workmail', resource, id, set, ...more });

test('every field of every listed job of both organizations has the value of WorkMail', async () => {
  const stored = await storedJobs();
  const nodes = await listed();
  expect(nodes.map(withActions)).toEqual(stored.map(summary));
  expect(nodes).toHaveLength(40);
  expect(new Set(nodes.map(({ organizationId }) => organizationId)).size).toBe(2);
  expect(new Set(nodes.map(({ status }) => status))).toEqual(
    new Set(['RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED']),
  );
  expect(await setup.callCounts()).toEqual({ ListOrganizations: 1, ListMailboxExportJobs: 2 });
});

test('every detail field of every job has the value of WorkMail, for one DescribeMailboxExportJob each', async () => {
  const stored = await storedJobs();
  const { mailboxExportJobs } = await setup.gateway.read(MailboxExportJobDetailsDocument, { first: 200 });
  const nodes = mailboxExportJobs?.nodes ?? [];
  expect(nodes.map(withActions)).toEqual(stored.map(detail));
  expect(nodes.some(({ errorInfo }) => errorInfo !== null)).toBe(true);
  expect(await setup.callCounts()).toEqual({
    ListOrganizations: 1,
    ListMailboxExportJobs: 2,
    DescribeMailboxExportJob: 40,
  });
});

test('a look-up returns the same fields for one call, also the id that DescribeMailboxExportJob omits', async () => {
  for (const job of (await storedJobs()).slice(17, 23)) {
    await setup.forgetCalls();
    const { mailboxExportJob } = await setup.gateway.read(FindMailboxExportJobDocument, {
      organizationId: job.OrganizationId,
      jobId: job.JobId,
    });
    expect(mailboxExportJob && withActions(mailboxExportJob)).toEqual(detail(job));
    expect(await setup.callCounts()).toEqual({ DescribeMailboxExportJob: 1 });
  }
});

test('organizationId selects one organization, and the gateway calls no other', async () => {
  const stored = await storedJobs();
  const organizationId = stored.at(-1)?.OrganizationId ?? '';
  const expected = stored.filter((job) => job.OrganizationId === organizationId);
  expect((await listed(organizationId)).map(withActions)).toEqual(expected.map(summary));
  expect(expected).toHaveLength(20);
  expect(await setup.callCounts()).toEqual({ ListMailboxExportJobs: 1 });
});

test('organizationId selects the target that has the organization', async () => {
  const gateway = await startTestGateway(setup.emulator.url, { targets: [HOME, PARTNER] });
  try {
    const [{ OrganizationId: organizationId } = { OrganizationId: '' }] = await storedJobs(PARTNER.account);
    const { mailboxExportJobs } = await gateway.read(MailboxExportJobsDocument, {
      first: 50,
      organizationId,
    });
    expect(mailboxExportJobs?.nodes).toHaveLength(20);
    expect(new Set(mailboxExportJobs?.nodes.map(({ target }) => target.name))).toEqual(new Set(['partner']));
    expect(mailboxExportJobs?.completeness.complete).toBe(true);
  } finally {
    await gateway.close();
  }
});

test('rejects an organization that no target has', async () => {
  const response = await setup.gateway.execute(MailboxExportJobsDocument, {
    organizationId: UNKNOWN_ORGANIZATION,
  });
  expect(response.data).toEqual({ mailboxExportJobs: null });
  expect(response.errors).toMatchObject([
    {
      message: `No target has the organization ${UNKNOWN_ORGANIZATION}.`,
      extensions: { code: 'BAD_USER_INPUT' },
    },
  ]);
});

test('a job or organization unknown to WorkMail is null, without an error', async () => {
  const [job] = await storedJobs();
  const jobId = '00000000-0000-0000-0000-000000000000';
  for (const organizationId of [job?.OrganizationId ?? '', UNKNOWN_ORGANIZATION]) {
    const response = await setup.gateway.execute(FindMailboxExportJobDocument, { organizationId, jobId });
    expect(response).toEqual({ data: { mailboxExportJob: null } });
  }
});

test('rejects malformed ids without a call', async () => {
  const [job] = await storedJobs();
  const { OrganizationId, JobId } = job ?? { OrganizationId: '', JobId: '' };
  for (const [organizationId, jobId] of [
    ['', JobId],
    [OrganizationId.toUpperCase(), JobId],
    [`${OrganizationId}0`, JobId],
    [OrganizationId, ''],
    [OrganizationId, 'a/b'],
    [OrganizationId, 'a'.repeat(64)],
  ]) {
    const response = await setup.gateway.send(FindMailboxExportJobDocument.toString(), {
      organizationId,
      jobId,
    });
    expect(response.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  }
  expect(await setup.operations()).toEqual([]);
});

test('a job older than seven days is not listed, and a look-up still finds it', async () => {
  const [{ OrganizationId: organizationId } = { OrganizationId: '' }] = await storedJobs();
  const { time: now } = (await setup.emulator.control('GET', '/state')) as { time: string };
  const daysAgo = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString();
  for (const [jobId, days] of [
    ['six-days-old', 6.9],
    ['eight-days-old', 8],
  ] as const) {
    const set = { EntityId: 'S-1-1-11-1111111111', State: 'COMPLETED', StartTime: daysAgo(days) };
    await put('exportJob', jobId, set, { organizationId });
  }
  const jobIds = (await listed(organizationId)).map(({ jobId }) => jobId);
  expect(jobIds).toContain('six-days-old');
  expect(jobIds).not.toContain('eight-days-old');
  const { mailboxExportJob } = await setup.gateway.read(FindMailboxExportJobDocument, {
    organizationId,
    jobId: 'eight-days-old',
  });
  expect(mailboxExportJob).toMatchObject({ status: 'COMPLETED', startedAt: daysAgo(8) });
});

test('a state that AWS added later is UNRECOGNIZED with the text of AWS, and allows no transition', async () => {
  const [{ OrganizationId: organizationId } = { OrganizationId: '' }] = await storedJobs();
  const jobId = 'of-tomorrow';
  const set = { EntityId: 'S-1-1-11-1111111111', State: 'QUEUED', EstimatedProgress: 5 };
  await put('exportJob', jobId, set, { organizationId });
  const { mailboxExportJob } = await setup.gateway.read(FindMailboxExportJobDocument, {
    organizationId,
    jobId,
  });
  const nodes = await listed(organizationId);
  for (const job of [mailboxExportJob, nodes.find((node) => node.jobId === jobId)]) {
    expect(job).toMatchObject({
      jobId,
      status: 'UNRECOGNIZED',
      awsStatus: 'QUEUED',
      estimatedProgress: 5,
      availableTransitions: [],
    });
  }
});

test('the gateway does not list the jobs of a deleted organization', async () => {
  await put('organization', UNKNOWN_ORGANIZATION, { Alias: 'gone', State: 'Deleted' });
  await listed();
  const organizationIds = (await setup.emulator.calls()).map(({ parameters }) => parameters.OrganizationId);
  expect(organizationIds).toHaveLength(3);
  expect(organizationIds).not.toContain(UNKNOWN_ORGANIZATION);
});
