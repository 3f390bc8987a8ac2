/** The example operations, in the order of their tabs. */
import overview from '../examples/overview.graphql';
import openCases from '../examples/open-cases.graphql';
import runningJobs from '../examples/running-jobs.graphql';
import expiringJobs from '../examples/expiring-jobs.graphql';
import suspendedMembers from '../examples/suspended-members.graphql';
import runningExports from '../examples/running-exports.graphql';
import pauseJob from '../examples/pause-job.graphql';

interface Example {
  readonly query: string;
  /** The variables as JSON text. */
  readonly variables?: string;
}

export const EXAMPLES: readonly Example[] = [
  { query: overview },
  { query: openCases },
  { query: runningJobs },
  { query: expiringJobs },
  { query: suspendedMembers },
  { query: runningExports },
  { query: pauseJob, variables: '{ "id": "<id of a RUNNING job>" }' },
];
