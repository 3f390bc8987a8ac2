/** Amazon WorkMail (workmail, API version 2017-10-01). */
import type { ServiceDefinition } from '../kernel/service';
import { ENTITY_OPERATIONS } from './entity-operations';
import { ERROR_STATUSES, WORKMAIL_ERRORS } from './errors';
import { EXPORT_JOB_OPERATIONS } from './export-job-operations';
import { ORGANIZATION_OPERATIONS } from './organization-operations';
import { putWorkMail } from './put';
import { seedWorkMail } from './seed';
import { entityDescription, exportJobDescription, organizationDescription, userDescription } from './shapes';
import type { WorkMailState } from './state';

export const WORKMAIL: ServiceDefinition<WorkMailState> = {
  name: 'workmail',
  protocol: 'awsJson1_1',
  targetPrefix: 'WorkMailService',
  errors: WORKMAIL_ERRORS,
  errorStatuses: ERROR_STATUSES,
  operations: [...ORGANIZATION_OPERATIONS, ...ENTITY_OPERATIONS, ...EXPORT_JOB_OPERATIONS],
  seed: seedWorkMail,
  applyDueChanges: (state, now) => {
    for (const organization of state.organizations.values()) organization.exportJobs.applyDueChanges(now);
  },
  admit: () => undefined,
  put: putWorkMail,
  dump: ({ organizations }, now) => ({
    organizations: Array.from(organizations.values(), (organization) => ({
      ...organizationDescription(organization),
      users: Array.from(organization.users.values(), userDescription),
      exportJobs: Array.from(organization.exportJobs.values(), (job) => ({
        JobId: job.jobId,
        ...exportJobDescription(job, now),
      })),
    })),
    resources: Array.from(organizations.values()).flatMap(({ organizationId, resources }) =>
      Array.from(resources.values(), (resource) => ({
        OrganizationId: organizationId,
        ...entityDescription(resource),
        Email: resource.email,
      })),
    ),
  }),
};
