/** The seeded classification jobs of an account: every status of each job type. */
import { DAY, HOUR, MINUTE } from '../kernel/clock';
import { Random, unusedId } from '../kernel/random';
import type { Scope } from '../kernel/scope';
import { PAUSE_LIFETIME_MS } from './rules';
import { dayOfWeek } from './schedule';
import { jobScope, type SeedAccounts } from './seed-job-scope';
import { DATA_SETS, ENVIRONMENTS, JOB_PURPOSES, MANAGED_IDENTIFIERS, TEAMS } from './seed-names';
import type { ClassificationJob, JobRun, JobScheduleFrequency, UserPause } from './state';

type Kind = readonly [jobType: 'ONE_TIME' | 'SCHEDULED', jobStatus: string];

const EVERY_KIND: readonly Kind[] = [
  ['ONE_TIME', 'RUNNING'],
  ['SCHEDULED', 'IDLE'],
  ['ONE_TIME', 'COMPLETE'],
  ['SCHEDULED', 'USER_PAUSED'],
  ['ONE_TIME', 'CANCELLED'],
  ['SCHEDULED', 'PAUSED'],
  ['SCHEDULED', 'RUNNING'],
  ['ONE_TIME', 'USER_PAUSED'],
  ['SCHEDULED', 'CANCELLED'],
  ['ONE_TIME', 'PAUSED'],
];

const COMMON_KINDS: readonly [Kind, ...Kind[]] = [
  ['ONE_TIME', 'COMPLETE'],
  ['ONE_TIME', 'COMPLETE'],
  ['ONE_TIME', 'COMPLETE'],
  ['SCHEDULED', 'IDLE'],
  ['SCHEDULED', 'IDLE'],
  ['ONE_TIME', 'RUNNING'],
  ['SCHEDULED', 'RUNNING'],
  ['ONE_TIME', 'CANCELLED'],
  ['SCHEDULED', 'USER_PAUSED'],
];

/** @param origin the time to which seeded times are relative, in milliseconds since the epoch */
export function seedJobs(
  seed: string,
  scope: Scope,
  accounts: SeedAccounts,
  size: number,
  origin: number,
): Map<string, ClassificationJob> {
  const random = new Random(seed, scope.account, scope.region, 'jobs');
  const jobs = new Map<string, ClassificationJob>();
  for (let index = 0; index < size; index += 1) {
    const jobId = unusedId(jobs, () => random.hex(32));
    const kind = EVERY_KIND[index] ?? random.pick(COMMON_KINDS);
    jobs.set(jobId, seedJob(jobId, index, kind, scope, accounts, random, origin));
  }
  return jobs;
}

function seedJob(
  jobId: string,
  index: number,
  [jobType, jobStatus]: Kind,
  scope: Scope,
  accounts: SeedAccounts,
  random: Random,
  origin: number,
): ClassificationJob {
  const dataSet = random.pick(DATA_SETS);
  const name = `${random.pick(JOB_PURPOSES)}-${dataSet}`;
  const times =
    jobType === 'SCHEDULED' ? scheduledTimes(random, origin) : oneTimeTimes(jobStatus, random, origin);
  const run = seedRun(jobType, jobStatus, random, origin - times.lastRunTime, origin);
  return {
    jobId,
    jobArn: `arn:aws:macie2:${scope.region}:${scope.account}:classification-job/${jobId}`,
    createdAt: times.createdAt,
    name: index < EVERY_KIND.length * DATA_SETS.length && random.chance(0.5) ? name : `${name}-${index}`,
    jobType,
    jobStatus,
    clientToken: random.uuid(),
    description: random.chance(0.7)
      ? `Looks for sensitive data in ${dataSet.replaceAll('-', ' ')}.`
      : undefined,
    initialRun: jobType === 'SCHEDULED' && random.chance(0.5),
    samplingPercentage: random.pick([100, 100, 100, 50, 10]),
    allowListIds: random.chance(0.1) ? [random.hex(10)] : [],
    ...identifiers(random),
    s3JobDefinition: jobScope(index, dataSet, scope, accounts, random),
    scheduleFrequency: times.scheduleFrequency,
    tags: { Team: random.pick(TEAMS), Environment: random.pick(ENVIRONMENTS) },
    lastRunErrorCode: random.chance(0.1) ? 'ERROR' : 'NONE',
    lastRunTime: times.lastRunTime,
    numberOfRuns: times.numberOfRuns,
    run,
    nextRunAfter: origin,
    quotaResetsAt: jobStatus === 'PAUSED' ? nextMonthAfter(origin + DAY) : undefined,
    userPaused: jobStatus === 'USER_PAUSED' ? seedPause(run, times.lastRunTime, random, origin) : undefined,
  };
}

interface SeedTimes {
  readonly createdAt: number;
  readonly lastRunTime: number;
  readonly numberOfRuns: number;
  readonly scheduleFrequency: JobScheduleFrequency | undefined;
}

function oneTimeTimes(jobStatus: string, random: Random, origin: number): SeedTimes {
  const daysAgo = jobStatus === 'RUNNING' || jobStatus === 'PAUSED' ? 0 : random.int(3, 300);
  const createdAt = origin - daysAgo * DAY - random.int(60, 1_200) * MINUTE;
  return { createdAt, lastRunTime: createdAt, numberOfRuns: 1, scheduleFrequency: undefined };
}

/** The last run is recent, so that the next run is at least half a day away. */
function scheduledTimes(random: Random, origin: number): SeedTimes {
  const runsBefore = random.int(3, 20);
  const frequency = random.pick(['daily', 'weekly', 'monthly']);
  if (frequency === 'daily') {
    const lastRunTime = origin - random.int(150, 690) * MINUTE;
    return {
      createdAt: lastRunTime - runsBefore * DAY,
      lastRunTime,
      numberOfRuns: runsBefore,
      scheduleFrequency: { dailySchedule: {} },
    };
  }
  const lastRunTime =
    origin - random.int(1, frequency === 'weekly' ? 6 : 20) * DAY + random.int(0, 600) * MINUTE;
  const period = frequency === 'weekly' ? 7 * DAY : 30 * DAY;
  return {
    createdAt: lastRunTime - runsBefore * period,
    lastRunTime,
    numberOfRuns: runsBefore,
    scheduleFrequency:
      frequency === 'weekly'
        ? { weeklySchedule: { dayOfWeek: dayOfWeek(lastRunTime) } }
        : { monthlySchedule: { dayOfMonth: new Date(lastRunTime).getUTCDate() } },
  };
}

/** A current run has at least six more hours, so that it does not end during a test. */
function seedRun(
  jobType: Kind[0],
  jobStatus: string,
  random: Random,
  elapsed: number,
  origin: number,
): JobRun | undefined {
  const pausedBetweenRuns = jobType === 'SCHEDULED' && jobStatus === 'USER_PAUSED' && random.chance(0.4);
  if (!['RUNNING', 'PAUSED', 'USER_PAUSED'].includes(jobStatus) || pausedBetweenRuns) return undefined;
  const remainingMs = random.int(6, 48) * HOUR;
  return {
    objects: random.int(2_000, 900_000),
    totalMs: remainingMs + Math.min(elapsed, DAY),
    remainingMs,
    asOf: origin,
  };
}

function seedPause(run: JobRun | undefined, lastRunTime: number, random: Random, origin: number): UserPause {
  const latest = Math.min(origin - lastRunTime, PAUSE_LIFETIME_MS - 2 * DAY);
  const pausedAt = origin - random.int(1, Math.floor(latest / MINUTE)) * MINUTE;
  return { pausedAt, expiresAt: run === undefined ? undefined : pausedAt + PAUSE_LIFETIME_MS };
}

function nextMonthAfter(time: number): number {
  const date = new Date(time);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}

function identifiers(
  random: Random,
): Pick<
  ClassificationJob,
  'managedDataIdentifierSelector' | 'managedDataIdentifierIds' | 'customDataIdentifierIds'
> {
  const managedDataIdentifierSelector = random.pick([
    'RECOMMENDED',
    'RECOMMENDED',
    'ALL',
    'INCLUDE',
    'EXCLUDE',
    'NONE',
  ]);
  const takesIds = managedDataIdentifierSelector === 'INCLUDE' || managedDataIdentifierSelector === 'EXCLUDE';
  const needsCustom = managedDataIdentifierSelector === 'NONE';
  return {
    managedDataIdentifierSelector,
    managedDataIdentifierIds: takesIds ? random.some(MANAGED_IDENTIFIERS, 1, 3) : [],
    customDataIdentifierIds: needsCustom || random.chance(0.2) ? [random.uuid()] : [],
  };
}
