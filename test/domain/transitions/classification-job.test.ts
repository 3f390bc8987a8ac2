// Transitions of classification jobs: every status with every request, and the available transitions of each status.
import {
  CancelClassificationJobDocument,
  FindClassificationJobDocument,
  PauseClassificationJobDocument,
  ResumeClassificationJobDocument,
} from '../../generated/graphql';
import { readMatrix } from '../../support/matrix';
import { JOB, JOB_ID, jobStatusInAws, putJob } from '../../support/resources';
import { useHarness } from '../../support/harness';
import { change, inShort, invalidTransition } from '../../support/verdicts';

const harness = useHarness();
const input = { id: JOB };

const MUTATIONS = {
  pause: async () =>
    (await harness.gateway.read(PauseClassificationJobDocument, { input })).pauseClassificationJob,
  resume: async () =>
    (await harness.gateway.read(ResumeClassificationJobDocument, { input })).resumeClassificationJob,
  cancel: async () =>
    (await harness.gateway.read(CancelClassificationJobDocument, { input })).cancelClassificationJob,
};

const REQUESTED = { pause: 'USER_PAUSED', resume: 'RUNNING', cancel: 'CANCELLED' };

/** The status in AWS after the request; a dash where the gateway refuses it. */
const ONE_TIME = readMatrix(`
                pause         resume    cancel
  RUNNING       USER_PAUSED   -         CANCELLED
  PAUSED        USER_PAUSED   -         CANCELLED
  USER_PAUSED   -             RUNNING   CANCELLED
  COMPLETE      -             -         -
  CANCELLED     -             -         -
  ARCHIVING     -             -         -
`);
const SCHEDULED = readMatrix(`
                pause         resume    cancel
  RUNNING       USER_PAUSED   -         CANCELLED
  IDLE          USER_PAUSED   -         CANCELLED
  PAUSED        USER_PAUSED   -         CANCELLED
  USER_PAUSED   -             RUNNING   CANCELLED
  CANCELLED     -             -         -
  ARCHIVING     -             -         -
`);

/** By status in AWS: its name in the schema, and the statuses that a refusal lists as allowed. */
const STATUSES: Record<string, { name: string; allowed: string[] }> = {
  RUNNING: { name: 'RUNNING', allowed: ['USER_PAUSED', 'CANCELLED'] },
  IDLE: { name: 'IDLE', allowed: ['USER_PAUSED', 'CANCELLED'] },
  PAUSED: { name: 'PAUSED', allowed: ['USER_PAUSED', 'CANCELLED'] },
  USER_PAUSED: { name: 'USER_PAUSED', allowed: ['RUNNING', 'CANCELLED'] },
  COMPLETE: { name: 'COMPLETE', allowed: [] },
  CANCELLED: { name: 'CANCELLED', allowed: [] },
  ARCHIVING: { name: 'UNRECOGNIZED', allowed: [] },
};

const CONSEQUENCES: Record<string, string[]> = {
  'pause RUNNING': ['EXPIRES_AFTER_30_DAYS'],
  'pause IDLE': [],
  'pause PAUSED': [],
  'resume USER_PAUSED': ['MAY_LAND_IN_IDLE'],
  'cancel RUNNING': ['IRREVERSIBLE'],
  'cancel IDLE': ['IRREVERSIBLE'],
  'cancel PAUSED': ['IRREVERSIBLE'],
  'cancel USER_PAUSED': ['IRREVERSIBLE'],
};

const PAIRS = [
  ...ONE_TIME.map((cell) => ({ jobType: 'ONE_TIME', ...cell })),
  ...SCHEDULED.map((cell) => ({ jobType: 'SCHEDULED', ...cell })),
].map(({ jobType, row, column, value }) => ({
  jobType,
  awsStatus: row,
  status: STATUSES[row]?.name ?? '',
  allowed: STATUSES[row]?.allowed ?? [],
  action: column as keyof typeof MUTATIONS,
  requested: REQUESTED[column as keyof typeof REQUESTED],
  after: value,
  consequences: CONSEQUENCES[`${column} ${row}`] ?? [],
}));

test.each(PAIRS.filter(({ after }) => after === '-'))(
  'refuses to $action a $jobType job that is $awsStatus',
  async ({ jobType, awsStatus, status, action, requested, allowed }) => {
    await putJob(harness, awsStatus, { jobType });

    expect(await MUTATIONS[action]()).toEqual({
      classificationJob: { id: JOB, status },
      ...change(status, requested, 'REFUSED'),
      userErrors: [invalidTransition(status, requested, allowed)],
    });
    expect(await harness.operations()).toEqual(['DescribeClassificationJob']);
    expect(await jobStatusInAws(harness)).toBe(awsStatus);
  },
);

test.each(PAIRS.filter(({ after }) => after !== '-'))(
  '$action changes a $jobType job from $awsStatus to $after',
  async ({ jobType, awsStatus, status, action, requested, after, consequences }) => {
    await putJob(harness, awsStatus, { jobType });

    expect(await MUTATIONS[action]()).toEqual({
      classificationJob: { id: JOB, status: after },
      ...change(status, requested, 'APPLIED', consequences),
      userErrors: [],
    });
    expect(await harness.operations()).toEqual([
      'DescribeClassificationJob',
      'UpdateClassificationJob',
      'DescribeClassificationJob',
    ]);
    expect(await harness.updates()).toEqual([
      { operation: 'UpdateClassificationJob', parameters: { jobId: JOB_ID, jobStatus: requested } },
    ]);
    expect(await jobStatusInAws(harness)).toBe(after);
  },
);

test('a refusal names the statuses that may be requested', async () => {
  await putJob(harness, 'USER_PAUSED');
  const payload = await MUTATIONS.pause();
  expect(payload?.userErrors.map(({ message }) => message)).toEqual([
    'A resource that is USER_PAUSED cannot change to USER_PAUSED: only RUNNING, CANCELLED can be requested.',
  ]);
});

const PAUSE = ['PAUSE', 'USER_PAUSED', 'pauseClassificationJob'] as const;
const RESUME = ['RESUME', 'RUNNING', 'resumeClassificationJob', 'MAY_LAND_IN_IDLE'] as const;
const CANCEL = ['CANCEL', 'CANCELLED', 'cancelClassificationJob', 'IRREVERSIBLE'] as const;

test.each([
  { awsStatus: 'RUNNING', transitions: [[...PAUSE, 'EXPIRES_AFTER_30_DAYS'], CANCEL] },
  { awsStatus: 'IDLE', transitions: [PAUSE, CANCEL] },
  { awsStatus: 'PAUSED', transitions: [PAUSE, CANCEL] },
  { awsStatus: 'USER_PAUSED', transitions: [RESUME, CANCEL] },
  { awsStatus: 'COMPLETE', transitions: [] },
  { awsStatus: 'CANCELLED', transitions: [] },
  { awsStatus: 'ARCHIVING', transitions: [] },
])(
  'availableTransitions of a job that is $awsStatus lists its transitions',
  async ({ awsStatus, transitions }) => {
    await putJob(harness, awsStatus);
    const { classificationJob } = await harness.gateway.read(FindClassificationJobDocument, {
      jobId: JOB_ID,
    });
    expect(classificationJob).toMatchObject({ id: JOB, status: STATUSES[awsStatus]?.name, awsStatus });
    expect(inShort(classificationJob?.availableTransitions)).toEqual(transitions);
  },
);
