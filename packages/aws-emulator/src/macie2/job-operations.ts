/** The operations on classification jobs. */
import { operation, type Call, type Output } from '../kernel/operation';
import { ascending, descending, paginate } from '../kernel/paginate';
import { notFound, rejectedChange, validation } from './errors';
import { jobFilter } from './job-filter';
import { checkNewJob, CREATE_JOB_INPUT, newJob, type CreateJobInput } from './new-job';
import { changeJob, isRequestableJobStatus, isTerminalJob, jobAccepts } from './rules';
import { jobDescription, jobSummary } from './shapes';
import type { ClassificationJob, MacieState } from './state';
import { checkTagCount } from './tag-operations';
import { JOB_ID_INPUT, LIST_JOBS_INPUT, UPDATE_JOB_INPUT, type ListJobsInput } from './validation';

type MacieCall = Call<MacieState>;

const DEFAULT_PAGE_SIZE = 25;

function listClassificationJobs(input: ListJobsInput, call: MacieCall): Output {
  const { filterCriteria, sortCriteria = { attributeName: 'createdAt', orderBy: 'DESC' } } = input;
  const { attributeName = 'createdAt', orderBy = 'ASC' } = sortCriteria;
  const compare = orderBy === 'ASC' ? ascending : descending;
  const orderKey = (job: ClassificationJob): (string | number)[] => [job[attributeName], job.jobId];
  const { jobs } = call.state;

  const ordered = (): readonly ClassificationJob[] =>
    jobs.sorted(
      `${attributeName} ${orderBy}`,
      attributeName === 'jobStatus' ? 'until-status-changes' : 'until-replaced',
      (a, b) => compare(orderKey(a), orderKey(b)),
    );
  const filtered = (filter: NonNullable<typeof filterCriteria>): readonly ClassificationJob[] =>
    jobs.view(`${attributeName} ${orderBy} ${JSON.stringify(filter)}`, 'until-status-changes', () =>
      ordered().filter(jobFilter(filter)),
    );

  const page = paginate(call, {
    rows: filterCriteria === undefined ? ordered() : filtered(filterCriteria),
    orderKey,
    compare,
    boundTo: [filterCriteria, sortCriteria],
    nextToken: input.nextToken,
    pageSize: input.maxResults ?? DEFAULT_PAGE_SIZE,
  });
  return { items: page.rows.map((job) => jobSummary(job, call.now)), nextToken: page.nextToken };
}

function describeClassificationJob({ jobId }: { jobId: string }, call: MacieCall): Output {
  return jobDescription(jobOf(call, jobId), call.now, call.kernel.behaviors.current);
}

/** Returns the existing job for a clientToken that created a job before. */
function createClassificationJob(input: CreateJobInput, call: MacieCall): Output {
  const { jobs, createdByToken } = call.state;
  const existing = jobs.get(createdByToken.get(input.clientToken) ?? '');
  if (existing !== undefined) return { jobArn: existing.jobArn, jobId: existing.jobId };
  checkNewJob(input);
  checkTagCount(input.tags);
  const job = newJob(input, call.scope, call.now);
  jobs.put(job.jobId, job);
  createdByToken.set(input.clientToken, job.jobId);
  return { jobArn: job.jobArn, jobId: job.jobId };
}

function updateClassificationJob(input: { jobId: string; jobStatus: string }, call: MacieCall): Output {
  const { jobId, jobStatus: requested } = input;
  const job = jobOf(call, jobId);
  if (!isRequestableJobStatus(requested)) {
    throw validation(
      `The job status ${requested} can't be requested: use CANCELLED, RUNNING or USER_PAUSED.`,
    );
  }
  if (jobAccepts(job, requested)) {
    changeJob(job, requested, call.now);
    call.state.jobs.changed(jobId);
    return {};
  }
  if (job.jobStatus === 'CANCELLED') throw validation(`cannot update cancelled job for job ${jobId}`);
  const unchanged = job.jobStatus === requested && !isTerminalJob(job);
  if (unchanged && call.kernel.behaviors.current.acceptSameStatus) return {};
  throw rejectedChange(call, `The status of the job can't be changed from ${job.jobStatus} to ${requested}.`);
}

function jobOf(call: MacieCall, jobId: string): ClassificationJob {
  const job = call.state.jobs.get(jobId);
  if (job === undefined) throw notFound();
  return job;
}

export const JOB_OPERATIONS = [
  operation(
    'CreateClassificationJob',
    { method: 'POST', path: '/jobs', status: 200 },
    CREATE_JOB_INPUT,
    createClassificationJob,
  ),
  operation(
    'ListClassificationJobs',
    { method: 'POST', path: '/jobs/list', status: 200 },
    LIST_JOBS_INPUT,
    listClassificationJobs,
  ),
  operation(
    'DescribeClassificationJob',
    { method: 'GET', path: '/jobs/{jobId}', status: 200 },
    JOB_ID_INPUT,
    describeClassificationJob,
  ),
  operation(
    'UpdateClassificationJob',
    { method: 'PATCH', path: '/jobs/{jobId}', status: 200 },
    UPDATE_JOB_INPUT,
    updateClassificationJob,
  ),
];
