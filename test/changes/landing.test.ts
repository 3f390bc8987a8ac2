// Where a resource is found after AWS accepted a change: at the status requested, at another, or where it was.
import { CASE, EXPORT_JOB, JOB, putCase, putExportJob, putJob } from '../support/resources';
import { testInOwnRig, type Rig } from '../support/harness';
import { CANCEL_EXPORT, CLOSE_CASE, PAUSE, RESUME, type SampleChange } from '../support/sample-changes';
import { change, invalidTransition, outcomeUnknown } from '../support/verdicts';

/** Sends a change and lets `meanwhile` happen after AWS accepted it and before the gateway looks at the resource. */
async function beforeTheLook(rig: Rig, sample: SampleChange, meanwhile: () => Promise<void>) {
  const reads = { service: sample.service.signingName, operation: sample.read };
  await rig.lay({ ...reads, latencyMs: 0, count: 1 }, { ...reads, latencyMs: 300, count: 1 });
  const answer = sample.request(rig);
  await rig.faultsLeft(0);
  await meanwhile();
  return answer;
}

describe('cancelling an export, to which WorkMail answers alike whatever it does', () => {
  testInOwnRig('that has completed meanwhile is REFUSED', async (rig) => {
    await putExportJob(rig, 'RUNNING');
    await rig.lay({ service: 'workmail', operation: 'CancelMailboxExportJob', latencyMs: 300, count: 1 });
    const cancel = CANCEL_EXPORT.request(rig);
    await rig.faultsLeft(0);
    await putExportJob(rig, 'COMPLETED');

    expect(await cancel).toMatchObject({
      resource: { id: EXPORT_JOB, status: 'COMPLETED' },
      change: change('RUNNING', 'CANCELLED', 'REFUSED', ['IRREVERSIBLE', 'MAY_COMPLETE_ANYWAY']),
      userErrors: [invalidTransition('COMPLETED', 'CANCELLED', [])],
    });
    expect((await rig.emulator.calls()).map(({ operation, status }) => [operation, status])).toContainEqual([
      'CancelMailboxExportJob',
      200,
    ]);
    expect(await rig.updates()).toHaveLength(1);
  });

  testInOwnRig('that is too near its end and goes on RUNNING is UNKNOWN', async (rig) => {
    await putExportJob(rig, 'RUNNING', { EstimatedProgress: 97 });
    expect(await CANCEL_EXPORT.request(rig)).toMatchObject({
      resource: { id: EXPORT_JOB, status: 'RUNNING' },
      change: change('RUNNING', 'CANCELLED', 'UNKNOWN', ['IRREVERSIBLE', 'MAY_COMPLETE_ANYWAY']),
      userErrors: [outcomeUnknown('RUNNING')],
    });
    expect(await rig.updates()).toHaveLength(1);
  });
});

describe('a change that AWS accepted', () => {
  testInOwnRig('is APPLIED when it lands in IDLE instead of RUNNING', async (rig) => {
    await putJob(rig, 'IDLE', { jobType: 'SCHEDULED' });
    await PAUSE.request(rig);
    await rig.forgetCalls();
    expect(await RESUME.request(rig)).toMatchObject({
      resource: { id: JOB, status: 'IDLE' },
      change: change('USER_PAUSED', 'RUNNING', 'APPLIED', ['MAY_LAND_IN_IDLE']),
      userErrors: [],
    });
    expect(await rig.operations()).toEqual([
      'DescribeClassificationJob',
      'UpdateClassificationJob',
      'DescribeClassificationJob',
    ]);
  });

  testInOwnRig('is RECONCILED when it lands in IDLE and its answer is lost', async (rig) => {
    await putJob(rig, 'IDLE', { jobType: 'SCHEDULED' });
    await PAUSE.request(rig);
    await rig.lay({ service: 'macie2', operation: 'UpdateClassificationJob', lostResponse: 'after' });
    expect(await RESUME.request(rig)).toMatchObject({
      resource: { id: JOB, status: 'IDLE' },
      change: change('USER_PAUSED', 'RUNNING', 'RECONCILED', ['MAY_LAND_IN_IDLE']),
      userErrors: [],
    });
  });

  testInOwnRig(
    'is APPLIED when the resource has gone on from there, and shows it where it is',
    async (rig) => {
      await putJob(rig, 'RUNNING');
      expect(await beforeTheLook(rig, PAUSE, () => putJob(rig, 'CANCELLED'))).toMatchObject({
        resource: { id: JOB, status: 'CANCELLED' },
        change: change('RUNNING', 'USER_PAUSED', 'APPLIED', ['EXPIRES_AFTER_30_DAYS']),
        userErrors: [],
      });
    },
  );

  testInOwnRig('is APPLIED when AWS shows it a little later', async (rig) => {
    await putCase(rig, 'Ready to Close', 'AWS');
    const reads = { service: 'security-ir', operation: 'GetCase' };
    const slow = { ...reads, latencyMs: 300, count: 1 };
    await rig.lay({ ...reads, latencyMs: 0, count: 1 }, slow, slow);
    const close = CLOSE_CASE.request(rig);
    await rig.faultsLeft(1);
    await putCase(rig, 'Ready to Close', 'AWS');
    await rig.faultsLeft(0);
    await putCase(rig, 'Closed', 'AWS');

    expect(await close).toMatchObject({
      resource: { id: CASE, status: 'CLOSED' },
      change: change('READY_TO_CLOSE', 'CLOSED', 'APPLIED', ['IRREVERSIBLE']),
      userErrors: [],
    });
    expect(await rig.operations()).toEqual(['GetCase', 'CloseCase', 'GetCase', 'GetCase']);
  });

  testInOwnRig('is UNKNOWN when the resource still is where it was', async (rig) => {
    await putCase(rig, 'Ready to Close', 'AWS');
    expect(await beforeTheLook(rig, CLOSE_CASE, () => putCase(rig, 'Ready to Close', 'AWS'))).toMatchObject({
      resource: { id: CASE, status: 'READY_TO_CLOSE' },
      change: change('READY_TO_CLOSE', 'CLOSED', 'UNKNOWN', ['IRREVERSIBLE']),
      userErrors: [outcomeUnknown('READY_TO_CLOSE')],
    });
    expect(await rig.updates()).toHaveLength(1);
  });
});
