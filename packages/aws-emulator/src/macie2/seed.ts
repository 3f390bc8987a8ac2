/** The initial data of Macie for one account and region. */
import { DAY, SECOND } from '../kernel/clock';
import { Collection, NEVER_CHANGES } from '../kernel/collection';
import type { Kernel } from '../kernel/operation';
import { Random } from '../kernel/random';
import type { Scope } from '../kernel/scope';
import { JOB_PROGRESS } from './progress';
import { seedJobs } from './seed-jobs';
import { seedMembers } from './seed-members';
import type { ClassificationJob, MacieState, Member } from './state';

const NON_MEMBERS = 5;

export function seedMacie(scope: Scope, { seed, sizes, clock }: Kernel): MacieState {
  const origin = clock.start - (clock.start % SECOND);
  const random = new Random(seed, scope.account, 'strangers');
  const members = seedMembers(seed, scope, sizes.members, origin);
  const accounts = {
    members: members.map((member) => member.accountId),
    nonMembers: Array.from({ length: NON_MEMBERS }, () => random.digits(12)),
  };

  const state: MacieState = {
    session: {
      createdAt: origin - 800 * DAY,
      updatedAt: origin - 200 * DAY,
      status: 'ENABLED',
      findingPublishingFrequency: 'FIFTEEN_MINUTES',
      serviceRole: `arn:aws:iam::${scope.account}:role/aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie`,
    },
    jobs: new Collection<ClassificationJob>(JOB_PROGRESS),
    members: new Collection<Member>(NEVER_CHANGES),
    createdByToken: new Map(),
  };
  for (const member of members) state.members.put(member.accountId, member);
  for (const [jobId, job] of seedJobs(seed, scope, accounts, sizes.jobs, origin)) state.jobs.put(jobId, job);
  return state;
}
