/** Amazon Macie (macie2, API version 2020-01-01). */
import { DEFAULT_BEHAVIOR } from '../kernel/behavior';
import type { ServiceDefinition } from '../kernel/service';
import { ERROR_STATUSES, MACIE_ERRORS, notEnabled } from './errors';
import { JOB_OPERATIONS } from './job-operations';
import { MEMBER_OPERATIONS } from './member-operations';
import { putMacie } from './put';
import { seedMacie } from './seed';
import { jobDescription, memberDetail, sessionDetail } from './shapes';
import type { MacieState } from './state';
import { TAG_OPERATIONS } from './tag-operations';

export const MACIE2: ServiceDefinition<MacieState> = {
  name: 'macie2',
  protocol: 'restJson1',
  errors: MACIE_ERRORS,
  errorStatuses: ERROR_STATUSES,
  operations: [...JOB_OPERATIONS, ...MEMBER_OPERATIONS, ...TAG_OPERATIONS],
  seed: seedMacie,
  applyDueChanges: (state, now) => {
    state.jobs.applyDueChanges(now);
  },
  admit: ({ kernel, scope }) => {
    const { behaviors } = kernel;
    if (behaviors.enablement(scope).macieEnabled) return;
    throw notEnabled(behaviors.current.macieNotEnabledStatus);
  },
  put: putMacie,
  dump: ({ session, jobs, members }, now) => ({
    session: sessionDetail(session),
    jobs: Array.from(jobs.values(), (job) => jobDescription(job, now, DEFAULT_BEHAVIOR)),
    members: Array.from(members.values(), memberDetail),
  }),
};
