/** The example operations, in the order of their tabs. */
import overview from '../../examples/overview.graphql';
import attention from '../../examples/attention.graphql';
import statistics from '../../examples/statistics.graphql';
import search from '../../examples/search.graphql';
import account from '../../examples/account.graphql';
import openCases from '../../examples/open-cases.graphql';
import runningJobs from '../../examples/running-jobs.graphql';
import expiringJobs from '../../examples/expiring-jobs.graphql';
import suspendedMembers from '../../examples/suspended-members.graphql';
import runningExports from '../../examples/running-exports.graphql';
import liveChanges from '../../examples/live-changes.graphql';
import pauseJob from '../../examples/pause-job.graphql';

interface Example {
  readonly query: string;
  /** The variables as JSON text. */
  readonly variables?: string;
}

/** @param jobId the id of a RUNNING job; undefined when it is unknown. */
export function examplesFor(jobId: string | undefined): readonly Example[] {
  const variables = { id: jobId ?? '<id of a RUNNING job>' };
  return [
    { query: overview },
    { query: attention },
    { query: statistics },
    { query: search },
    { query: account },
    { query: openCases },
    { query: runningJobs },
    { query: expiringJobs },
    { query: suspendedMembers },
    { query: runningExports },
    { query: liveChanges },
    { query: pauseJob, variables: JSON.stringify(variables, undefined, 2) },
  ];
}
