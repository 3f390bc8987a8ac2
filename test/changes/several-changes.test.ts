// Several changes: the mutations of one document run in order, and changes of one resource by many clients run one at a time.
import { setTimeout as delay } from 'node:timers/promises';
import {
  PauseClassificationJobDocument,
  PauseResumeCancelDocument,
  PauseSuspendCloseDocument,
} from '../generated/graphql';
import { CASE, JOB, JOB_ID, jobGlobalId, jobStatusInAws, MEMBER, putJob } from '../support/resources';
import { useHarness } from '../support/harness';
import { jobIds } from '../support/replicas';
import { CLOSE_CASE, PAUSE, SUSPEND } from '../support/sample-changes';
import { awsRejected, change, invalidTransition, notFound } from '../support/verdicts';

const harness = useHarness();

/** The sockets for changes of one service in one target. */
const SOCKETS = 16;

const times = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('the mutations of one document', () => {
  test('run in order, each on the result of the previous one', async () => {
    await putJob(harness, 'RUNNING');
    const input = { id: JOB };
    const data = await harness.gateway.read(PauseResumeCancelDocument, {
      pause: input,
      resume: input,
      cancel: input,
    });
    expect(data).toEqual({
      pauseClassificationJob: {
        classificationJob: { id: JOB, status: 'USER_PAUSED' },
        ...change('RUNNING', 'USER_PAUSED', 'APPLIED', ['EXPIRES_AFTER_30_DAYS']),
        userErrors: [],
      },
      resumeClassificationJob: {
        classificationJob: { id: JOB, status: 'RUNNING' },
        ...change('USER_PAUSED', 'RUNNING', 'APPLIED', ['MAY_LAND_IN_IDLE']),
        userErrors: [],
      },
      cancelClassificationJob: {
        classificationJob: { id: JOB, status: 'CANCELLED' },
        ...change('RUNNING', 'CANCELLED', 'APPLIED', ['IRREVERSIBLE']),
        userErrors: [],
      },
    });
    expect((await harness.updates()).map(({ parameters }) => parameters.jobStatus)).toEqual([
      'USER_PAUSED',
      'RUNNING',
      'CANCELLED',
    ]);
  });

  test('have separate verdicts: a rejected mutation does not affect the others', async () => {
    await putJob(harness, 'RUNNING');
    const input = { id: JOB };
    const data = await harness.gateway.read(PauseResumeCancelDocument, {
      pause: { ...input, dryRun: true },
      resume: input,
      cancel: input,
    });
    expect(data).toMatchObject({
      pauseClassificationJob: { outcome: 'DRY_RUN', userErrors: [] },
      resumeClassificationJob: {
        outcome: 'REFUSED',
        userErrors: [invalidTransition('RUNNING', 'RUNNING', ['USER_PAUSED', 'CANCELLED'])],
      },
      cancelClassificationJob: { outcome: 'APPLIED', userErrors: [] },
    });
    expect(await harness.operations()).toEqual([
      'DescribeClassificationJob',
      'DescribeClassificationJob',
      'DescribeClassificationJob',
      'UpdateClassificationJob',
      'DescribeClassificationJob',
    ]);
  });

  test('run independently when AWS rejects one and does not have the resource of another', async () => {
    await PAUSE.put(harness);
    await SUSPEND.put(harness);
    await harness.lay({
      service: 'macie2',
      operation: 'UpdateClassificationJob',
      error: { type: 'ThrottlingException' },
    });
    const data = await harness.gateway.read(PauseSuspendCloseDocument, {
      pause: { id: JOB },
      suspend: { id: MEMBER, acknowledge: ['CANCELS_ALL_JOBS_OF_ACCOUNT'] },
      close: { id: CASE },
    });
    expect(data).toMatchObject({
      pauseClassificationJob: {
        outcome: 'REFUSED',
        userErrors: [
          awsRejected({
            service: 'MACIE',
            operation: 'UpdateClassificationJob',
            awsCode: 'ThrottlingException',
            requestId: expect.any(String),
          }),
        ],
      },
      suspendMacieMember: { outcome: 'APPLIED', userErrors: [] },
      closeSecurityCase: { change: null, userErrors: [notFound()] },
    });
  });

  test('run independently when the resource of one cannot be read', async () => {
    await Promise.all([PAUSE.put(harness), SUSPEND.put(harness), CLOSE_CASE.put(harness)]);
    const reads = { service: 'macie2', operation: 'DescribeClassificationJob' };
    await harness.lay(
      { ...reads, latencyMs: 0, count: 1 },
      { ...reads, error: { type: 'AccessDeniedException' } },
    );
    const { data, errors } = await harness.gateway.execute(PauseSuspendCloseDocument, {
      pause: { id: JOB },
      suspend: { id: MEMBER, acknowledge: ['CANCELS_ALL_JOBS_OF_ACCOUNT'] },
      close: { id: CASE },
    });
    expect(errors?.map(({ path }) => path)).toEqual([['pauseClassificationJob', 'classificationJob']]);
    expect(data).toMatchObject({
      pauseClassificationJob: { classificationJob: null, outcome: 'APPLIED' },
      suspendMacieMember: { macieMember: { status: 'PAUSED' }, outcome: 'APPLIED' },
      closeSecurityCase: { securityCase: { status: 'CLOSED' }, outcome: 'APPLIED' },
    });
  });
});

describe('many clients', () => {
  test('change more resources at once than there are sockets to AWS: the others wait, and all are changed', async () => {
    const ids = jobIds(40);
    for (const jobId of ids) await putJob(harness, 'RUNNING', { jobId });
    const update = { service: 'macie2', operation: 'UpdateClassificationJob' };
    await harness.lay({ ...update, hold: true, count: SOCKETS });
    const responses = ids.map((jobId) =>
      harness.gateway.read(PauseClassificationJobDocument, { input: { id: jobGlobalId(jobId) } }),
    );
    await harness.faultsLeft(0);
    await delay(300);
    expect(await harness.updates()).toHaveLength(0);
    await harness.release();
    const outcomes = (await Promise.all(responses)).map((data) => data.pauseClassificationJob?.outcome);
    expect(outcomes).toEqual(ids.map(() => 'APPLIED'));
    expect(await harness.updates()).toHaveLength(40);
  });

  test('change one resource one at a time: the gateway sends one of 20 pauses', async () => {
    await putJob(harness, 'RUNNING');
    await harness.lay({ service: 'macie2', operation: 'UpdateClassificationJob', latencyMs: 20 });
    const responses = await Promise.all(times(20).map(() => PAUSE.request(harness)));

    const changes = responses.map(({ outcome, change: made }) => ({ outcome, change: made }));
    expect(changes.filter((each) => each.outcome === 'APPLIED')).toHaveLength(1);
    expect(changes.filter((each) => each.outcome === 'REFUSED')).toEqual(
      times(19).map(() => change('USER_PAUSED', 'USER_PAUSED', 'REFUSED')),
    );
    expect(await harness.updates()).toEqual([
      {
        operation: 'UpdateClassificationJob',
        parameters: { jobId: JOB_ID, jobStatus: 'USER_PAUSED' },
      },
    ]);
    const operations = await harness.operations();
    expect(operations.slice(0, 3)).toEqual([
      'DescribeClassificationJob',
      'UpdateClassificationJob',
      'DescribeClassificationJob',
    ]);
    expect(operations).toHaveLength(3 + 19);
  });

  test('do not wait for changes of other resources', async () => {
    const jobIds = ['slow', 'quick'] as const;
    const [slow, quick] = [jobGlobalId('slow'), jobGlobalId('quick')];
    for (const jobId of jobIds) await putJob(harness, 'RUNNING', { jobId });
    await harness.lay({ service: 'macie2', operation: 'UpdateClassificationJob', hold: true, count: 1 });
    const order: string[] = [];
    const first = PAUSE.request(harness, { id: slow }).then(() => order.push('slow'));
    await harness.faultsLeft(0);
    await PAUSE.request(harness, { id: quick }).then(() => order.push('quick'));
    await harness.release();
    await first;
    expect(order).toEqual(['quick', 'slow']);
    expect(await Promise.all(jobIds.map((jobId) => jobStatusInAws(harness, jobId)))).toEqual([
      'USER_PAUSED',
      'USER_PAUSED',
    ]);
  });
});
