// The verdict on a change that AWS accepted, by the status that the gateway reads afterwards: the requested, another or the previous one.
import { CASE, EXPORT_JOB, JOB, putCase, putExportJob, putJob } from '../support/resources';
import { testInOwnHarness, type Harness } from '../support/harness';
import { CANCEL_EXPORT, CLOSE_CASE, PAUSE, RESUME, type SampleChange } from '../support/sample-changes';
import { change, invalidTransition, outcomeUnknown } from '../support/verdicts';

/** Sends a change, and runs `meanwhile` after AWS accepted the change and before the gateway reads the resource. */
async function changeBeforeVerification(
  harness: Harness,
  sample: SampleChange,
  meanwhile: () => Promise<void>,
) {
  const reads = { service: sample.service.signingName, operation: sample.read };
  await harness.lay({ ...reads, latencyMs: 0, count: 1 }, { ...reads, hold: true, count: 1 });
  const response = sample.request(harness);
  await harness.faultsLeft(0);
  await meanwhile();
  await harness.release();
  return response;
}

describe('cancelling an export job, which WorkMail always accepts', () => {
  testInOwnHarness('is REFUSED when the export job has completed meanwhile', async (harness) => {
    await putExportJob(harness, 'RUNNING');
    await harness.lay({ service: 'workmail', operation: 'CancelMailboxExportJob', hold: true, count: 1 });
    const cancel = CANCEL_EXPORT.request(harness);
    await harness.faultsLeft(0);
    await putExportJob(harness, 'COMPLETED');
    await harness.release();

    expect(await cancel).toMatchObject({
      resource: { id: EXPORT_JOB, status: 'COMPLETED' },
      ...change('RUNNING', 'CANCELLED', 'REFUSED', ['IRREVERSIBLE', 'MAY_COMPLETE_ANYWAY']),
      userErrors: [invalidTransition('COMPLETED', 'CANCELLED', [])],
    });
    expect(
      (await harness.emulator.calls()).map(({ operation, status }) => [operation, status]),
    ).toContainEqual(['CancelMailboxExportJob', 200]);
    expect(await harness.updates()).toHaveLength(1);
  });

  testInOwnHarness('is UNKNOWN when the export job is almost complete and stays RUNNING', async (harness) => {
    await putExportJob(harness, 'RUNNING', { EstimatedProgress: 97 });
    expect(await CANCEL_EXPORT.request(harness)).toMatchObject({
      resource: { id: EXPORT_JOB, status: 'RUNNING' },
      ...change('RUNNING', 'CANCELLED', 'UNKNOWN', ['IRREVERSIBLE', 'MAY_COMPLETE_ANYWAY']),
      userErrors: [outcomeUnknown('RUNNING')],
    });
    expect(await harness.updates()).toHaveLength(1);
  });
});

describe('a change that AWS accepted', () => {
  testInOwnHarness('is APPLIED when the job becomes IDLE instead of RUNNING', async (harness) => {
    await putJob(harness, 'IDLE', { jobType: 'SCHEDULED' });
    await PAUSE.request(harness);
    await harness.forgetCalls();
    expect(await RESUME.request(harness)).toMatchObject({
      resource: { id: JOB, status: 'IDLE' },
      ...change('USER_PAUSED', 'RUNNING', 'APPLIED', ['MAY_LAND_IN_IDLE']),
      userErrors: [],
    });
    expect(await harness.operations()).toEqual([
      'DescribeClassificationJob',
      'UpdateClassificationJob',
      'DescribeClassificationJob',
    ]);
  });

  testInOwnHarness('is RECONCILED when the job becomes IDLE and the response is lost', async (harness) => {
    await putJob(harness, 'IDLE', { jobType: 'SCHEDULED' });
    await PAUSE.request(harness);
    await harness.lay({ service: 'macie2', operation: 'UpdateClassificationJob', lostResponse: 'after' });
    expect(await RESUME.request(harness)).toMatchObject({
      resource: { id: JOB, status: 'IDLE' },
      ...change('USER_PAUSED', 'RUNNING', 'RECONCILED', ['MAY_LAND_IN_IDLE']),
      userErrors: [],
    });
  });

  testInOwnHarness(
    'is APPLIED when the resource has changed again since, and returns its current status',
    async (harness) => {
      await putJob(harness, 'RUNNING');
      expect(
        await changeBeforeVerification(harness, PAUSE, () => putJob(harness, 'CANCELLED')),
      ).toMatchObject({
        resource: { id: JOB, status: 'CANCELLED' },
        ...change('RUNNING', 'USER_PAUSED', 'APPLIED', ['EXPIRES_AFTER_30_DAYS']),
        userErrors: [],
      });
    },
  );

  testInOwnHarness('is APPLIED when AWS returns the new status only on a later read', async (harness) => {
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
      ...change('READY_TO_CLOSE', 'CLOSED', 'APPLIED', ['IRREVERSIBLE']),
      userErrors: [],
    });
    expect(await harness.operations()).toEqual(['GetCase', 'CloseCase', 'GetCase', 'GetCase']);
  });

  testInOwnHarness('is UNKNOWN when the resource still has its previous status', async (harness) => {
    await putJob(harness, 'RUNNING');
    // The response of UpdateClassificationJob is empty, unlike the responses that change a case.
    expect(await changeBeforeVerification(harness, PAUSE, () => putJob(harness, 'RUNNING'))).toMatchObject({
      resource: { id: JOB, status: 'RUNNING' },
      ...change('RUNNING', 'USER_PAUSED', 'UNKNOWN', ['EXPIRES_AFTER_30_DAYS']),
      userErrors: [outcomeUnknown('RUNNING')],
    });
    expect(await harness.updates()).toHaveLength(1);
  });
});
