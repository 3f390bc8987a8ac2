// Rejections by AWS of a change that the gateway allowed: REFUSED with AWS's code and request id, sent exactly once.
import { JOB, putJob } from '../support/resources';
import { useHarness } from '../support/harness';
import { CANCEL_EXPORT, PAUSE, SAMPLE_CHANGES } from '../support/sample-changes';
import { awsRejected, change, invalidTransition } from '../support/verdicts';

const harness = useHarness();

const REJECTED = 'rejected the request';

/** WorkMail returns all of these with status 400. Its model has no throttling errors. */
const ERRORS = [
  { type: 'ConflictException', words: REJECTED },
  { type: 'ValidationException', words: REJECTED },
  { type: 'InvalidParameterException', words: REJECTED },
  { type: 'ServiceQuotaExceededException', words: REJECTED },
  { type: 'AccessDeniedException', words: 'denied the gateway access' },
  { type: 'UnrecognizedClientException', words: 'denied the gateway access' },
  { type: 'ThrottlingException', words: 'is throttling the gateway' },
  { type: 'TooManyRequestsException', status: 429, words: 'is throttling the gateway' },
  { type: 'ResourceNotFoundException', words: 'no longer has the resource' },
];

describe.each(SAMPLE_CHANGES)('$mutation', (sample) => {
  const { id, service, from, to, fromText, read, update, consequences } = sample;

  test.each(ERRORS)('is REFUSED when AWS returns $type', async ({ words, ...error }) => {
    await sample.put(harness);
    await harness.lay({ service: service.signingName, operation: update, error });

    const response = await sample.request(harness);
    const calls = await harness.emulator.calls();
    expect(response).toMatchObject({
      resource: { id, status: from },
      ...change(from, to, 'REFUSED', consequences),
      userErrors: [
        awsRejected({
          message: `${service.title} ${words} in target default. Nothing was changed.`,
          service: service.name,
          operation: update,
          awsCode: error.type,
          requestId: calls[1]?.requestId,
        }),
      ],
      errors: [],
    });
    expect(calls.map(({ operation }) => operation)).toEqual([read, update, read]);
    expect(await sample.statusInAws(harness)).toBe(fromText);
  });
});

test('says which organization is not active when WorkMail refuses a cancellation for that reason', async () => {
  await CANCEL_EXPORT.put(harness);
  await harness.lay({
    service: 'workmail',
    operation: 'CancelMailboxExportJob',
    error: { type: 'OrganizationStateException' },
  });
  expect(await CANCEL_EXPORT.request(harness)).toMatchObject({
    outcome: 'REFUSED',
    userErrors: [
      {
        code: 'AWS_REJECTED',
        awsCode: 'OrganizationStateException',
        message:
          'The WorkMail organization m-0123456789abcdef0123456789abcdef is not active in target default, and WorkMail serves its data only while it is active. Nothing was changed.',
      },
    ],
  });
});

test('does not send a throttled change again, even if AWS returns Retry-After', async () => {
  await putJob(harness, 'RUNNING');
  await harness.lay({
    service: 'macie2',
    operation: 'UpdateClassificationJob',
    error: { type: 'ThrottlingException', retryAfterSeconds: 1 },
    count: 1,
  });
  expect(await PAUSE.request(harness)).toMatchObject({ outcome: 'REFUSED' });
  expect(await harness.updates()).toHaveLength(1);
});

test.each([
  [
    { type: 'ThrottlingException', retryAfterSeconds: 7 },
    { retryable: true, retryAfterSeconds: 7 },
  ],
  [{ type: 'ConflictException' }, { retryable: false, retryAfterSeconds: null }],
])('for %j the response says whether and when the client can retry', async (error, advice) => {
  await putJob(harness, 'RUNNING');
  await harness.lay({ service: 'macie2', operation: 'UpdateClassificationJob', error, count: 1 });
  const mutation = `mutation ($id: ID!) {
    pauseClassificationJob(input: { id: $id }) {
      userErrors { ... on AwsRejectedError { retryable retryAfterSeconds } }
    }
  }`;
  expect((await harness.gateway.send(mutation, { id: JOB })).data).toEqual({
    pauseClassificationJob: { userErrors: [advice] },
  });
});

/** Sends a pause, and runs `meanwhile` after the check of the status and before AWS executes the pause. */
async function pauseWhile(meanwhile: () => Promise<void>) {
  await putJob(harness, 'RUNNING');
  await harness.lay({ service: 'macie2', operation: 'UpdateClassificationJob', hold: true, count: 1 });
  const pause = PAUSE.request(harness);
  await harness.faultsLeft(0);
  await meanwhile();
  await harness.release();
  return pause;
}

// The emulator rejects an update of a canceled job with a ValidationException, as AWS does.
test.each([
  ['COMPLETE', 'ConflictException'],
  ['COMPLETE', 'ValidationException'],
  ['CANCELLED', 'ConflictException'],
])(
  'a change is an invalid transition when the job became %s after the check (setting: %s)',
  async (status, rejectedStatusChangeError) => {
    await harness.emulator.control('POST', '/settings', { rejectedStatusChangeError });
    expect(await pauseWhile(() => putJob(harness, status))).toMatchObject({
      resource: { status },
      ...change('RUNNING', 'USER_PAUSED', 'REFUSED', ['EXPIRES_AFTER_30_DAYS']),
      userErrors: [invalidTransition(status, 'USER_PAUSED', [])],
    });
    expect(await harness.updates()).toHaveLength(1);
  },
);
