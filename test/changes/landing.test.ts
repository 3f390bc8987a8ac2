// Where a resource is found after AWS accepted a change: at the status requested, at another, or where it was.
import { CASE, EXPORT_JOB, JOB, putCase, putExportJob, putJob } from '../support/resources';
import { testInOwnHarness, type Harness } from '../support/harness';
import { CANCEL_EXPORT, CLOSE_CASE, PAUSE, RESUME, type SampleChange } from '../support/sample-changes';
import { change, invalidTransition, outcomeUnknown } from '../support/verdicts';

/** Sends a change and lets `meanwhile` happen after AWS accepted it and before the gateway looks at the resource. */
async function beforeTheLook(harness: Harness, sample: SampleChange, meanwhile: () => Promise<void>) {
  const reads = { service: sample.service.signingName, operation: sample.read };
  await harness.lay({ ...reads, latencyMs: 0, count: 1 }, { ...reads, hold: true, count: 1 });
  const answer = sample.request(harness);
  await harness.faultsLeft(0);
  await meanwhile();
  await harness.release();
  return answer;
}

describe('cancelling an export, to which WorkMail answers alike whatever it does', () => {
  testInOwnHarness('that has completed meanwhile is REFUSED', async (harness) => {
    await putExportJob(harness, 'RUNNING');
    await harness.lay({ service: 'workmail', operation: 'CancelMailboxExportJob', hold: true, count: 1 });
    const cancel = CANCEL_EXPORT.request(harness);
    await harness.faultsLeft(0);
    await putExportJob(harness, 'COMPLETED');
    await harness.release();

    expect(await cancel).toMatchObject({
      resource: { id: EXPORT_JOB, status: 'COMPLETED' },
      change: change('RUNNING', 'CANCELLED', 'REFUSED', ['IRREVERSIBLE', 'MAY_COMPLETE_ANYWAY']),
      userErrors: [invalidTransition('COMPLETED', 'CANCELLED', [])],
    });
    expect(
      (await harness.emulator.calls()).map(({ operation, status }) => [operation, status]),
    ).toContainEqual(['CancelMailboxExportJob', 200]);
    expect(await harness.updates()).toHaveLength(1);
  });

  testInOwnHarness('that is too near its end and goes on RUNNING is UNKNOWN', async (harness) => {
    await putExportJob(harness, 'RUNNING', { EstimatedProgress: 97 });
    expect(await CANCEL_EXPORT.request(harness)).toMatchObject({
      resource: { id: EXPORT_JOB, status: 'RUNNING' },
      change: change('RUNNING', 'CANCELLED', 'UNKNOWN', ['IRREVERSIBLE', 'MAY_COMPLETE_ANYWAY']),
      userErrors: [outcomeUnknown('RUNNING')],
    });
    expect(await harness.updates()).toHaveLength(1);
  });
});

describe('a change that AWS accepted', () => {
  testInOwnHarness('is APPLIED when it lands in IDLE instead of RUNNING', async (harness) => {
    await putJob(harness, 'IDLE', { jobType: 'SCHEDULED' });
    await PAUSE.request(harness);
    await harness.forgetCalls();
    expect(await RESUME.request(harness)).toMatchObject({
      resource: { id: JOB, status: 'IDLE' },
      change: change('USER_PAUSED', 'RUNNING', 'APPLIED', ['MAY_LAND_IN_IDLE']),
      userErrors: [],
    });
    expect(await harness.operations()).toEqual([
      'DescribeClassificationJob',
      'UpdateClassificationJob',
      'DescribeClassificationJob',
    ]);
  });

  testInOwnHarness('is RECONCILED when it lands in IDLE and its answer is lost', async (harness) => {
    await putJob(harness, 'IDLE', { jobType: 'SCHEDULED' });
    await PAUSE.request(harness);
    await harness.lay({ service: 'macie2', operation: 'UpdateClassificationJob', lostResponse: 'after' });
    expect(await RESUME.request(harness)).toMatchObject({
      resource: { id: JOB, status: 'IDLE' },
      change: change('USER_PAUSED', 'RUNNING', 'RECONCILED', ['MAY_LAND_IN_IDLE']),
      userErrors: [],
    });
  });

  testInOwnHarness(
    'is APPLIED when the resource has gone on from there, and shows it where it is',
    async (harness) => {
      await putJob(harness, 'RUNNING');
      expect(await beforeTheLook(harness, PAUSE, () => putJob(harness, 'CANCELLED'))).toMatchObject({
        resource: { id: JOB, status: 'CANCELLED' },
        change: change('RUNNING', 'USER_PAUSED', 'APPLIED', ['EXPIRES_AFTER_30_DAYS']),
        userErrors: [],
      });
    },
  );

  testInOwnHarness('is APPLIED when AWS shows it a little later', async (harness) => {
    await putCase(harness, 'Ready to Close', 'AWS');
    const reads = { service: 'security-ir', operation: 'GetCase' };
    const held = { ...reads, hold: true, count: 1 };
    await harness.lay({ ...reads, latencyMs: 0, count: 1 }, held, held);
    const close = CLOSE_CASE.request(harness);
    await harness.faultsLeft(1);
    await putCase(harness, 'Ready to Close', 'AWS');
    await harness.release();
    await harness.faultsLeft(0);
    await putCase(harness, 'Closed', 'AWS');
    await harness.release();

    expect(await close).toMatchObject({
      resource: { id: CASE, status: 'CLOSED' },
      change: change('READY_TO_CLOSE', 'CLOSED', 'APPLIED', ['IRREVERSIBLE']),
      userErrors: [],
    });
    expect(await harness.operations()).toEqual(['GetCase', 'CloseCase', 'GetCase', 'GetCase']);
  });

  testInOwnHarness('is UNKNOWN when the resource still is where it was', async (harness) => {
    await putCase(harness, 'Ready to Close', 'AWS');
    expect(
      await beforeTheLook(harness, CLOSE_CASE, () => putCase(harness, 'Ready to Close', 'AWS')),
    ).toMatchObject({
      resource: { id: CASE, status: 'READY_TO_CLOSE' },
      change: change('READY_TO_CLOSE', 'CLOSED', 'UNKNOWN', ['IRREVERSIBLE']),
      userErrors: [outcomeUnknown('READY_TO_CLOSE')],
    });
    expect(await harness.updates()).toHaveLength(1);
  });
});
