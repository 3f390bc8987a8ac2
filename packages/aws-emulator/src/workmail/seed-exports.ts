/** The seeded mailbox export jobs of an organization: all four states, all started within the last six days. */
import { DAY, HOUR, MINUTE } from '../kernel/clock';
import { unusedId, type Random } from '../kernel/random';
import type { Scope } from '../kernel/scope';
import { exportPath } from './rules';
import { entityId } from './shapes';
import type { MailboxExportJob, Organization, Resource, User } from './state';

const EVERY_STATE = ['RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED'] as const;

type ExportState = (typeof EVERY_STATE)[number];

const COMMON_STATES: readonly [ExportState, ...ExportState[]] = [
  'COMPLETED',
  'COMPLETED',
  'COMPLETED',
  'RUNNING',
  'FAILED',
  'CANCELLED',
];

const PURPOSES = [
  'Legal hold',
  'Offboarding archive',
  'Phishing investigation',
  'Subject access request',
] as const;

const FAILURES = [
  'Access denied while writing to the S3 bucket.',
  'The KMS key is disabled.',
  'The role could not be assumed.',
] as const;

export function seedExports(
  random: Random,
  { account, region }: Scope,
  alias: string,
  entities: Pick<Organization, 'users' | 'resources'>,
  size: number,
  origin: number,
): Map<string, MailboxExportJob> {
  const jobs = new Map<string, MailboxExportJob>();
  const kmsKeyArn = `arn:aws:kms:${region}:${account}:key/${random.uuid()}`;
  for (let index = 0; index < size; index += 1) {
    const jobId = unusedId(jobs, () => random.uuid());
    const owner = jobOwner(index, entities, random);
    const s3Prefix = `exports/${owner.name}`;
    const purpose = random.pick(PURPOSES);
    jobs.set(jobId, {
      jobId,
      entityId: entityId(owner),
      description: random.chance(0.8) ? `${purpose}: ${owner.name}` : undefined,
      roleArn: `arn:aws:iam::${account}:role/workmail-mailbox-export`,
      kmsKeyArn,
      s3BucketName: `${alias}-mailbox-exports`,
      s3Prefix,
      s3Path: exportPath(s3Prefix, jobId),
      ...seedStateAndTimes(EVERY_STATE[index] ?? random.pick(COMMON_STATES), random, origin),
    });
  }
  return jobs;
}

const JOB_OF_RESOURCE = 4;
const JOB_OF_DELETED_USER = 5;

/**
 * The mailbox owner of a job: once a resource, once a deleted user, otherwise a user with a mailbox and a profile.
 */
function jobOwner(
  index: number,
  { users, resources }: Pick<Organization, 'users' | 'resources'>,
  random: Random,
): User | Resource {
  const owners: (User | Resource)[] =
    index === JOB_OF_RESOURCE
      ? [...resources.values()]
      : [...users.values()].filter(({ state, userRole }) =>
          index === JOB_OF_DELETED_USER ? state === 'DELETED' : state !== 'DELETED' && userRole === 'USER',
        );
  const [first, ...others] = owners;
  if (first === undefined) throw new Error('The seed has no mailbox owner for an export job.');
  return random.pick([first, ...others]);
}

/** A running job has at least eight more hours, so that it does not end during a test. */
function seedStateAndTimes(
  state: ExportState,
  random: Random,
  origin: number,
): Pick<MailboxExportJob, 'state' | 'errorInfo' | 'startTime' | 'endTime' | 'progress'> {
  const failure = random.pick(FAILURES);
  if (state === 'RUNNING') {
    const startTime = origin - random.int(10, 300) * MINUTE;
    const endsAt = origin + random.int(8, 24) * HOUR;
    const laterFailure = random.chance(0.2) ? failure : undefined;
    const progress = { percent: 0, asOf: startTime, endsAt, failure: laterFailure };
    return { state, errorInfo: undefined, startTime, endTime: undefined, progress };
  }
  const durationMs = random.int(40, 600) * MINUTE;
  const startTime = origin - random.int(1, 5) * DAY - random.int(0, 600) * MINUTE;
  const share = state === 'COMPLETED' ? 1 : 0.1 + 0.8 * random.next();
  return {
    state,
    errorInfo: state === 'FAILED' ? failure : undefined,
    startTime,
    endTime: startTime + Math.floor((share * durationMs) / MINUTE) * MINUTE,
    progress: { percent: 0, asOf: startTime, endsAt: startTime + durationMs, failure: undefined },
  };
}
