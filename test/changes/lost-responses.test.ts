// Lost and failed responses to a change: the gateway verifies the change with reads, never sends it again, and reports UNKNOWN without proof.
import { CALL_LIMITS } from '../../src/aws/client/call-limits';
import { putJob } from '../support/resources';
import { testInOwnHarness, type Harness } from '../support/harness';
import {
  CANCEL_EXPORT,
  CLOSE_CASE,
  MOVE_CASE,
  PAUSE,
  SAMPLE_CHANGES,
  SUSPEND,
  type SampleChange,
} from '../support/sample-changes';
import { change, outcomeUnknown } from '../support/verdicts';

const failUpdate = (harness: Harness, { service, update }: SampleChange, effect: object) =>
  harness.lay({ service: service.signingName, operation: update, ...effect });

/** One of each kind of resource, so that they can be changed side by side. */
const ONE_OF_EACH = [PAUSE, SUSPEND, CANCEL_EXPORT, MOVE_CASE];

testInOwnHarness(
  'verifies a change when AWS does not respond in time',
  async (harness) => {
    for (const sample of [PAUSE, SUSPEND, CLOSE_CASE]) {
      await sample.put(harness);
      await failUpdate(harness, sample, { hang: true, count: 1 });
    }
    // Both delays are used up once the gateway has checked the status, timed out after 5 seconds and started to verify.
    await harness.lay({ service: 'macie2', operation: 'GetMember', latencyMs: 0, count: 2 });
    const responses = Promise.all([
      PAUSE.request(harness),
      SUSPEND.request(harness),
      CLOSE_CASE.request(harness),
    ]);
    await harness.faultsLeft(0);
    await SUSPEND.put(harness, 'Paused');

    expect(await responses).toMatchObject([
      {
        resource: { status: 'RUNNING' },
        outcome: 'UNKNOWN',
        userErrors: [outcomeUnknown('RUNNING')],
      },
      { resource: { status: 'PAUSED' }, outcome: 'RECONCILED', userErrors: [] },
      {
        resource: { status: 'READY_TO_CLOSE' },
        outcome: 'UNKNOWN',
        userErrors: [outcomeUnknown('READY_TO_CLOSE')],
      },
    ]);
    expect((await harness.updates()).map(({ operation }) => operation).sort()).toEqual([
      'CloseCase',
      'UpdateClassificationJob',
      'UpdateMemberSession',
    ]);
  },
  CALL_LIMITS,
);

for (const sample of SAMPLE_CHANGES) {
  const { id, from, to, toText, mutation, read, update, consequences } = sample;

  testInOwnHarness(`${mutation} is RECONCILED when only its response is lost`, async (harness) => {
    await sample.put(harness);
    await failUpdate(harness, sample, { lostResponse: 'after' });

    expect(await sample.request(harness)).toMatchObject({
      resource: { id, status: to },
      ...change(from, to, 'RECONCILED', consequences),
      userErrors: [],
      errors: [],
    });
    expect(await harness.operations()).toEqual([read, update, read]);
    expect(await sample.statusInAws(harness)).toBe(toText);
  });
}

for (const { title, effect } of [
  { title: 'is lost on its way', effect: { lostResponse: 'before' } },
  { title: 'gets status 500', effect: { error: { type: 'InternalServerException', status: 500 } } },
  { title: 'gets status 503', effect: { error: { type: 'ServiceUnavailable', status: 503 } } },
]) {
  testInOwnHarness(`a change that ${title} is UNKNOWN, with the status read`, async (harness) => {
    for (const sample of ONE_OF_EACH) {
      await sample.put(harness);
      await failUpdate(harness, sample, effect);
    }
    const responses = await Promise.all(ONE_OF_EACH.map((sample) => sample.request(harness)));

    expect(responses).toMatchObject(
      ONE_OF_EACH.map(({ id, from, to, consequences }) => ({
        resource: { id, status: from },
        ...change(from, to, 'UNKNOWN', consequences),
        userErrors: [outcomeUnknown(from)],
        errors: [],
      })),
    );
    const operations = await harness.operations();
    for (const { read, update, statusInAws, fromText } of ONE_OF_EACH) {
      // The check before the change, and three reads after it.
      expect(operations.filter((each) => each === read)).toHaveLength(4);
      expect(operations.filter((each) => each === update)).toHaveLength(1);
      expect(await statusInAws(harness)).toBe(fromText);
    }
  });
}

testInOwnHarness(
  'a change with neither a response nor a read is UNKNOWN, without a status',
  async (harness) => {
    const samples = [PAUSE, CANCEL_EXPORT];
    for (const sample of samples) {
      await sample.put(harness);
      await failUpdate(harness, sample, { lostResponse: 'after' });
      const reads = { service: sample.service.signingName, operation: sample.read };
      await harness.lay(
        { ...reads, latencyMs: 0, count: 1 },
        { ...reads, error: { type: 'AccessDeniedException' } },
      );
    }
    const responses = await Promise.all(samples.map((sample) => sample.request(harness)));

    expect(responses).toMatchObject(
      samples.map(({ from, to, mutation, field, consequences }) => ({
        resource: null,
        ...change(from, to, 'UNKNOWN', consequences),
        userErrors: [outcomeUnknown(null)],
        errors: [{ path: [mutation, field], extensions: { code: 'AWS_ACCESS_DENIED' } }],
      })),
    );
    expect(await harness.updates()).toHaveLength(2);
  },
);

testInOwnHarness(
  'a change without a response is UNKNOWN when another status is read, and reports that status',
  async (harness) => {
    await putJob(harness, 'RUNNING');
    await failUpdate(harness, PAUSE, { hold: true, lostResponse: 'before', count: 1 });
    const pause = PAUSE.request(harness);
    await harness.faultsLeft(0);
    await putJob(harness, 'COMPLETE');
    await harness.release();

    expect(await pause).toMatchObject({
      resource: { status: 'COMPLETE' },
      ...change('RUNNING', 'USER_PAUSED', 'UNKNOWN', ['EXPIRES_AFTER_30_DAYS']),
      userErrors: [outcomeUnknown('COMPLETE')],
    });
  },
);
