/** Made-up classification jobs, as ListClassificationJobs of Macie returns them. */

const TEAMS = ['finance', 'payroll', 'research', 'platform', 'marketing', 'legal', 'support', 'analytics'];
const PURPOSES = ['weekly-pii-scan', 'card-data-baseline', 'credentials-audit', 'retention-check'];
const STATUSES = ['RUNNING', 'COMPLETE', 'IDLE', 'USER_PAUSED', 'CANCELLED', 'PAUSED'];

/** One job of eight selects its buckets by criteria. */
const CRITERIA_STEP = 8;

export function cannedJob(index: number) {
  const status = pick(STATUSES, index);
  const team = pick(TEAMS, index);
  return {
    ...(index % CRITERIA_STEP === CRITERIA_STEP - 1 ? criteria(team) : definitions(team, index)),
    createdAt: time(index, 9),
    jobId: (0x5e0c_0000 + index).toString(16).padStart(32, '0'),
    jobStatus: status,
    jobType: index % 3 === 0 ? 'SCHEDULED' : 'ONE_TIME',
    lastRunErrorStatus: { code: index % 10 === 0 ? 'ERROR' : 'NONE' },
    name: `${pick(PURPOSES, index)}-${team}-${index}`,
    ...(status === 'USER_PAUSED' && {
      userPausedDetails: { jobPausedAt: time(index, 10), jobExpiresAt: time(index, 11) },
    }),
  };
}

function definitions(team: string, index: number) {
  const owner = (account: number) => ({
    accountId: String(111_122_223_333 + account),
    buckets: [`${team}-reports-${account}`, `${team}-exports-${account}`],
  });
  return { bucketDefinitions: index % 2 === 0 ? [owner(index)] : [owner(index), owner(index + 1)] };
}

function criteria(team: string) {
  const simpleCriterion = { comparator: 'EQ', key: 'ACCOUNT_ID', values: ['111122223333', '444455556666'] };
  const tagCriterion = { comparator: 'EQ', tagValues: [{ key: 'team', value: team }] };
  return { bucketCriteria: { includes: { and: [{ simpleCriterion }, { tagCriterion }] } } };
}

/** An ISO time of 2026, as Macie writes it. */
function time(index: number, month: number): string {
  return new Date(Date.UTC(2026, month, 1 + (index % 28), index % 24, index % 60, 15, 926)).toISOString();
}

function pick(texts: readonly string[], index: number): string {
  return texts[index % texts.length] ?? '';
}
