/** The cells of the list of classification jobs. */
import { ConsoleLink, NameCell } from '../../lists/resource-columns';
import type { Cells } from '../../lists/resource-table';
import { StatusBadge } from '../../components/status-badge';
import { Missing, Time } from '../../components/time';
import type { jobsPage_list$data } from './__generated__/jobsPage_list.graphql';
import { JOB_TONES, JOB_TYPES } from './job-labels';
import type { JOBS_VIEW } from './jobs-view';

export type JobRow = NonNullable<jobsPage_list$data['classificationJobs']>['edges'][number]['node'];

export const nameOf = ({ name, jobId }: JobRow) => name ?? jobId;

export const JOB_CELLS: Cells<JobRow, keyof typeof JOBS_VIEW.columns> = {
  name: ({ id, name, jobId }) => <NameCell type="ClassificationJob" id={id} name={name} fallback={jobId} />,
  status: ({ status, statusLabel, awsStatus }) => (
    <StatusBadge label={statusLabel} tone={JOB_TONES[status]} awsStatus={awsStatus} />
  ),
  type: ({ jobType }) => (jobType == null ? <Missing /> : JOB_TYPES[jobType]),
  lastRun: ({ lastRunErrorStatus }) => <LastRun code={lastRunErrorStatus?.code} />,
  created: ({ createdAt }) => <Time value={createdAt} />,
  expires: ({ expiresAt }) => <Time value={expiresAt} />,
  target: ({ target }) => target.name,
  jobId: ({ jobId }) => <code>{jobId}</code>,
  console: ({ consoleUrl, name, jobId }) => <ConsoleLink url={consoleUrl} name={name ?? jobId} />,
};

function LastRun({ code }: { readonly code: string | null | undefined }) {
  if (code === 'ERROR') return <StatusBadge label="Had errors" tone="problem" />;
  return code === 'NONE' ? 'No errors' : <Missing />;
}
