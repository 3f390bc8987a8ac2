// The fields that every payload of a mutation has: outcome, operation, IAM action and idempotency key.
import { useHarness } from '../support/harness';
import {
  CASE,
  EXPORT_JOB,
  JOB,
  MEMBER,
  putCase,
  putExportJob,
  putJob,
  putMember,
} from '../support/resources';

const harness = useHarness();

async function send(mutation: string, type: string, input: object): Promise<unknown> {
  const { data, errors } = await harness.gateway.send(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { ...common } }
     fragment common on MutationPayload { outcome operation iamAction idempotencyKey }`,
    { input },
  );
  expect(errors).toBeUndefined();
  return data?.[mutation];
}

const UPDATE = { operation: 'UpdateClassificationJob', iamAction: 'macie2:UpdateClassificationJob' };

test('one fragment selects the common fields of a status change, a command and a bulk request', async () => {
  await Promise.all([putJob(harness, 'RUNNING'), putCase(harness, 'Submitted')]);
  const key = { idempotencyKey: 'payloads' };
  expect(await send('pauseClassificationJob', 'PauseClassificationJobInput', { id: JOB, ...key })).toEqual({
    outcome: 'APPLIED',
    ...UPDATE,
    ...key,
  });
  const comment = { id: CASE, body: 'Hello', idempotencyKey: 'comment' };
  expect(await send('createSecurityCaseComment', 'CreateSecurityCaseCommentInput', comment)).toEqual({
    outcome: 'APPLIED',
    operation: 'CreateCaseComment',
    iamAction: 'security-ir:CreateCaseComment',
    idempotencyKey: 'comment',
  });
  const items = [{ id: JOB, action: 'CANCEL' }];
  expect(await send('changeStatuses', 'ChangeStatusesInput', { items, idempotencyKey: 'bulk' })).toEqual({
    outcome: 'APPLIED',
    ...UPDATE,
    idempotencyKey: 'bulk',
  });
});

test('a payload has no idempotency key when the gateway sent nothing or the input has none', async () => {
  await putJob(harness, 'COMPLETE');
  const pause = (input: object) =>
    send('pauseClassificationJob', 'PauseClassificationJobInput', { id: JOB, ...input });
  const refused = { outcome: 'REFUSED', ...UPDATE, idempotencyKey: null };
  expect(await pause({ idempotencyKey: 'refused' })).toEqual(refused);
  expect(await pause({ id: 'nonsense', idempotencyKey: 'nonsense' })).toEqual(refused);
  await putJob(harness, 'RUNNING');
  expect(await pause({ dryRun: true, idempotencyKey: 'dry' })).toEqual({ ...refused, outcome: 'DRY_RUN' });
  expect(await pause({})).toEqual({ ...refused, outcome: 'APPLIED' });
});

test('the outcome of changeStatuses is the worst one, and its operation is that of all items', async () => {
  await Promise.all([
    putJob(harness, 'RUNNING'),
    putExportJob(harness, 'RUNNING'),
    putMember(harness, 'Enabled'),
  ]);
  const change = (items: readonly object[], more: object = {}) =>
    send('changeStatuses', 'ChangeStatusesInput', { items, ...more });
  const none = { operation: null, iamAction: null, idempotencyKey: null };
  const pause = { id: JOB, action: 'PAUSE' };
  const cancel = { id: EXPORT_JOB, action: 'CANCEL' };
  expect(await change([])).toEqual({ outcome: 'REFUSED', ...none });
  expect(await change([pause, cancel], { dryRun: true })).toEqual({ outcome: 'DRY_RUN', ...none });
  expect(await change([pause, { id: MEMBER, action: 'SUSPEND' }])).toEqual({ outcome: 'REFUSED', ...none });
  const lost = { operation: 'CancelMailboxExportJob', lostResponse: 'before', count: 1 };
  await harness.lay({ service: 'workmail', ...lost });
  expect(await change([pause, cancel])).toEqual({ outcome: 'UNKNOWN', ...none });
});
