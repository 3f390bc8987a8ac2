// Guards of a change: the gateway compares the current status in AWS with the transition table and with expectedStatus.
import { ClassificationJobsDocument, PauseAndSelectDetailDocument } from '../generated/graphql';
import { JOB, putJob } from '../support/resources';
import { useHarness } from '../support/harness';
import { CANCEL, PAUSE, SAMPLE_CHANGES } from '../support/sample-changes';
import { change, inShort, invalidTransition, statusMismatch } from '../support/verdicts';

const harness = useHarness();

describe.each(SAMPLE_CHANGES)('$mutation with expectedStatus', (sample) => {
  const { id, from, to, fromText, toText, consequences } = sample;

  test('is applied when the resource has that status', async () => {
    await sample.put(harness);
    expect(await sample.request(harness, { expected: 'from' })).toMatchObject({
      resource: { id, status: to },
      ...change(from, to, 'APPLIED', consequences),
      userErrors: [],
    });
    expect(await harness.operations()).toEqual([sample.read, sample.update, sample.read]);
    expect(await sample.statusInAws(harness)).toBe(toText);
  });

  test('is rejected when the resource has another status, although the change is allowed', async () => {
    await sample.put(harness);
    expect(await sample.request(harness, { expected: 'to' })).toMatchObject({
      resource: { id, status: from },
      ...change(from, to, 'REFUSED'),
      userErrors: [statusMismatch(to, from)],
    });
    expect(await harness.operations()).toEqual([sample.read]);
    expect(await sample.statusInAws(harness)).toBe(fromText);
  });
});

test('reports an unexpected status rather than an invalid transition', async () => {
  await putJob(harness, 'COMPLETE');
  const { userErrors } = await PAUSE.request(harness, { expected: 'from' });
  expect(userErrors).toEqual([statusMismatch('RUNNING', 'COMPLETE')]);
  expect(userErrors[0]?.message).toBe(
    'The status is COMPLETE, not the expected RUNNING; nothing was changed.',
  );
});

describe.each(SAMPLE_CHANGES)('$mutation as a dry run', (sample) => {
  const { id, from, to, fromText, consequences } = sample;

  test('reports the expected change and sends nothing', async () => {
    await sample.put(harness);
    expect(await sample.request(harness, { dryRun: true })).toMatchObject({
      resource: { id, status: from },
      ...change(from, to, 'DRY_RUN', consequences),
      userErrors: [],
      errors: [],
    });
    expect(await harness.operations()).toEqual([sample.read]);
    expect(await sample.statusInAws(harness)).toBe(fromText);
  });
});

test('rejects a dry run for the same reasons as the change', async () => {
  await putJob(harness, 'CANCELLED');
  expect(await PAUSE.request(harness, { dryRun: true })).toMatchObject({
    ...change('CANCELLED', 'USER_PAUSED', 'REFUSED'),
    userErrors: [invalidTransition('CANCELLED', 'USER_PAUSED', [])],
  });
  await putJob(harness, 'IDLE', { jobType: 'SCHEDULED' });
  expect(await PAUSE.request(harness, { dryRun: true, expected: 'from' })).toMatchObject({
    ...change('IDLE', 'USER_PAUSED', 'REFUSED'),
    userErrors: [statusMismatch('RUNNING', 'IDLE')],
  });
  expect(await harness.updates()).toEqual([]);
});

describe('the gateway reads the status for every change', () => {
  test('when it has changed outside the gateway since a list showed it', async () => {
    await putJob(harness, 'RUNNING');
    const { classificationJobs } = await harness.gateway.read(ClassificationJobsDocument);
    expect(classificationJobs?.nodes).toMatchObject([{ id: JOB, status: 'RUNNING' }]);
    await putJob(harness, 'COMPLETE');

    expect(await PAUSE.request(harness)).toMatchObject({
      resource: { id: JOB, status: 'COMPLETE' },
      ...change('COMPLETE', 'USER_PAUSED', 'REFUSED'),
      userErrors: [invalidTransition('COMPLETE', 'USER_PAUSED', [])],
    });
    expect(await harness.updates()).toEqual([]);
  });

  test('when it has changed outside the gateway since an earlier change', async () => {
    await putJob(harness, 'RUNNING');
    await PAUSE.request(harness);
    await putJob(harness, 'PAUSED');
    expect(await CANCEL.request(harness)).toMatchObject({
      ...change('PAUSED', 'CANCELLED', 'APPLIED', ['IRREVERSIBLE']),
    });
  });
});

test('the payload contains the resource and its details after the change, without a further call', async () => {
  await putJob(harness, 'RUNNING');
  const { pauseClassificationJob } = await harness.gateway.read(PauseAndSelectDetailDocument, {
    input: { id: JOB },
  });
  const job = pauseClassificationJob?.classificationJob;
  expect(job).toMatchObject({
    status: 'USER_PAUSED',
    awsStatus: 'USER_PAUSED',
    samplingPercentage: 100,
    statistics: { approximateNumberOfObjectsToProcess: 10_000, numberOfRuns: 0 },
  });
  expect(job?.userPausedDetails?.expiresAt).toMatch(/^\d{4}-\d\d-\d\dT/);
  expect(inShort(job?.availableTransitions)).toEqual([
    ['RESUME', 'RUNNING', 'resumeClassificationJob', 'MAY_LAND_IN_IDLE'],
    ['CANCEL', 'CANCELLED', 'cancelClassificationJob', 'IRREVERSIBLE'],
  ]);
  expect(await harness.operations()).toEqual([
    'DescribeClassificationJob',
    'UpdateClassificationJob',
    'DescribeClassificationJob',
  ]);
});
