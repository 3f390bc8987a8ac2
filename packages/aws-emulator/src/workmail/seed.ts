/** The initial data of WorkMail for one account and region: two organizations in each region that has WorkMail. */
import { DAY, SECOND } from '../kernel/clock';
import { Collection, NEVER_CHANGES } from '../kernel/collection';
import type { Kernel } from '../kernel/operation';
import { Random } from '../kernel/random';
import type { Scope } from '../kernel/scope';
import { EXPORT_PROGRESS } from './progress';
import { seedExports } from './seed-exports';
import { seedResources } from './seed-resources';
import { seedUsers } from './seed-users';
import type { MailboxExportJob, Organization, WorkMailState } from './state';

const WORKMAIL_REGIONS = ['us-east-1', 'us-west-2', 'eu-west-1'];

const ALIASES = ['corp', 'subsidiary'] as const;

export function seedWorkMail(scope: Scope, kernel: Kernel): WorkMailState {
  const organizations = new Collection<Organization>(NEVER_CHANGES);
  if (WORKMAIL_REGIONS.includes(scope.region)) {
    for (const [index, alias] of ALIASES.entries()) {
      const organization = seedOrganization(index, alias, scope, kernel);
      organizations.put(organization.organizationId, organization);
    }
  }
  return { organizations };
}

/** Each organization has half of the export jobs. */
function seedOrganization(
  index: number,
  alias: (typeof ALIASES)[number],
  scope: Scope,
  { seed, sizes, clock }: Kernel,
): Organization {
  const origin = clock.start - (clock.start % SECOND);
  const random = new Random(seed, scope.account, scope.region, 'workmail', alias);
  const fullAlias = `${alias}-${random.hex(6)}`;
  const organization = newOrganization(`m-${random.hex(32)}`, fullAlias, scope);
  const users = seedUsers(random, organization.defaultMailDomain, origin);
  const exportJobs = new Collection<MailboxExportJob>(EXPORT_PROGRESS);
  const resources = seedResources(random, organization.defaultMailDomain);
  const size = Math.floor((sizes.exportJobs + ALIASES.length - 1 - index) / ALIASES.length);
  const jobs = seedExports(random, scope, fullAlias, { users, resources }, size, origin);
  for (const [jobId, job] of jobs) exportJobs.put(jobId, job);
  return {
    ...organization,
    directoryId: `d-${random.hex(10)}`,
    completedDate: origin - random.int(300, 900) * DAY,
    users,
    resources,
    exportJobs,
  };
}

/** An Active organization without users. */
export function newOrganization(
  organizationId: string,
  alias: string,
  { account, region }: Scope,
): Organization {
  return {
    organizationId,
    arn: `arn:aws:workmail:${region}:${account}:organization/${organizationId}`,
    alias,
    state: 'Active',
    directoryId: `d-${organizationId.slice(2, 12)}`,
    directoryType: 'VpcDirectory',
    defaultMailDomain: `${alias}.awsapps.com`,
    completedDate: undefined,
    errorMessage: undefined,
    interoperabilityEnabled: false,
    users: new Map(),
    resources: new Map(),
    exportJobs: new Collection<MailboxExportJob>(EXPORT_PROGRESS),
    startedByToken: new Map(),
  };
}
