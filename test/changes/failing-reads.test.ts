// Failed reads: if the read before a change fails, the gateway sends nothing. If a read after it fails, only the resource is missing.
import { startTestEmulator } from '../support/emulator';
import { startTestGateway } from '../support/gateway';
import { putJob } from '../support/resources';
import { testInOwnHarness, type Harness } from '../support/harness';
import {
  CANCEL_EXPORT,
  CLOSE_CASE,
  ENABLE,
  PAUSE,
  SUSPEND,
  type SampleChange,
} from '../support/sample-changes';
import { awsRejected, change, outcomeUnknown } from '../support/verdicts';

const ONE_OF_EACH = [PAUSE, SUSPEND, CANCEL_EXPORT, CLOSE_CASE];

const someText = expect.any(String) as unknown;

/** Adds a fault to the read before the change. */
const failReadBefore = (harness: Harness, { service, read }: SampleChange, effect: object) =>
  harness.lay({ service: service.signingName, operation: read, ...effect });
/** Adds a fault to every read after the change. */
const failReadsAfter = (harness: Harness, { service, read }: SampleChange, effect: object) => {
  const reads = { service: service.signingName, operation: read };
  return harness.lay({ ...reads, latencyMs: 0, count: 1 }, { ...reads, ...effect });
};

const UNAVAILABLE = 'could not be reached or failed to respond';

describe('before a change the gateway', () => {
  for (const { what, effect, reads, words, awsCode, requestId } of [
    {
      what: 'is denied',
      effect: { error: { type: 'AccessDeniedException' } },
      reads: 1,
      words: 'denied the gateway access',
      awsCode: 'AccessDeniedException',
      requestId: someText,
    },
    {
      what: 'is rejected',
      effect: { error: { type: 'ValidationException' } },
      reads: 1,
      words: 'rejected the request',
      awsCode: 'ValidationException',
      requestId: someText,
    },
    {
      what: 'fails',
      effect: { error: { type: 'InternalServerException', status: 500 } },
      reads: 3,
      words: UNAVAILABLE,
      awsCode: 'InternalServerException',
      requestId: someText,
    },
    {
      what: 'is throttled',
      effect: { error: { type: 'ThrottlingException' } },
      reads: 3,
      words: 'is throttling the gateway',
      awsCode: 'ThrottlingException',
      requestId: someText,
    },
    {
      what: 'is lost',
      effect: { lostResponse: 'before' },
      reads: 3,
      words: UNAVAILABLE,
      awsCode: null,
      requestId: null,
    },
  ]) {
    testInOwnHarness(`sends nothing when the read ${what}`, async (harness) => {
      for (const sample of ONE_OF_EACH) {
        await sample.put(harness);
        await failReadBefore(harness, sample, effect);
      }
      const responses = await Promise.all(ONE_OF_EACH.map((sample) => sample.request(harness)));

      expect(responses).toMatchObject(
        ONE_OF_EACH.map(({ service, read }) => ({
          resource: null,
          change: null,
          userErrors: [
            awsRejected({
              message: `${service.title} ${words} in target default. Nothing was changed.`,
              service: service.name,
              operation: read,
              awsCode,
              requestId,
            }),
          ],
          errors: [],
        })),
      );
      expect(await harness.updates()).toEqual([]);
      const operations = await harness.operations();
      for (const { read, fromText, statusInAws } of ONE_OF_EACH) {
        expect(operations.filter((each) => each === read)).toHaveLength(reads);
        expect(await statusInAws(harness)).toBe(fromText);
      }
    });
  }

  testInOwnHarness('sends the change when the read fails once and then succeeds', async (harness) => {
    await putJob(harness, 'RUNNING');
    await failReadBefore(harness, PAUSE, { lostResponse: 'after', count: 1 });
    expect(await PAUSE.request(harness)).toMatchObject({ outcome: 'APPLIED' });
    expect(await harness.updates()).toHaveLength(1);
  });

  testInOwnHarness('sends nothing when the service is not enabled', async (harness) => {
    await harness.emulator.control('POST', '/settings', {
      macieEnabled: false,
      securityIncidentResponseActive: false,
    });
    for (const { sample, message } of [
      { sample: ENABLE, message: 'Macie is not enabled in target default. Nothing was changed.' },
      {
        sample: CLOSE_CASE,
        message: 'Security Incident Response is not enabled in target default. Nothing was changed.',
      },
    ]) {
      await sample.put(harness);
      expect(await sample.request(harness)).toMatchObject({ change: null, userErrors: [{ message }] });
    }
    expect(await harness.updates()).toEqual([]);
  });

  test('rejects the change when nothing listens at the endpoint of AWS', async () => {
    const emulator = await startTestEmulator();
    const gateway = await startTestGateway(emulator.url);
    await emulator.close();
    try {
      expect(await PAUSE.request({ gateway })).toMatchObject({
        resource: null,
        change: null,
        userErrors: [
          awsRejected({
            message: `Macie ${UNAVAILABLE} in target default. Nothing was changed.`,
            service: 'MACIE',
            operation: 'DescribeClassificationJob',
            awsCode: null,
            requestId: null,
          }),
        ],
      });
    } finally {
      await gateway.close();
    }
  });
});

describe('when the read after a change fails', () => {
  const DENIED = { error: { type: 'AccessDeniedException' } };

  testInOwnHarness(
    'a change that AWS accepted is APPLIED, and the field of the resource has an error',
    async (harness) => {
      const samples = [PAUSE, SUSPEND, CLOSE_CASE];
      for (const sample of samples) {
        await sample.put(harness);
        await failReadsAfter(harness, sample, DENIED);
      }
      const responses = await Promise.all(samples.map((sample) => sample.request(harness)));

      expect(responses).toMatchObject(
        samples.map(({ service, read, mutation, field, from, to, consequences }) => ({
          resource: null,
          ...change(from, to, 'APPLIED', consequences),
          userErrors: [],
          errors: [
            {
              message: `${service.title} denied the gateway access in target default.`,
              path: [mutation, field],
              extensions: {
                code: 'AWS_ACCESS_DENIED',
                service: service.name,
                operation: read,
                requestId: someText,
                retryable: false,
              },
            },
          ],
        })),
      );
      expect(await harness.updates()).toHaveLength(3);
      for (const { statusInAws, toText } of samples) expect(await statusInAws(harness)).toBe(toText);
    },
  );

  testInOwnHarness(
    'the cancellation of an export job, which only a read can prove, is UNKNOWN',
    async (harness) => {
      await CANCEL_EXPORT.put(harness);
      await failReadsAfter(harness, CANCEL_EXPORT, DENIED);
      expect(await CANCEL_EXPORT.request(harness)).toMatchObject({
        resource: null,
        outcome: 'UNKNOWN',
        userErrors: [outcomeUnknown(null)],
        errors: [
          {
            path: ['cancelMailboxExportJob', 'mailboxExportJob'],
            extensions: {
              code: 'AWS_ACCESS_DENIED',
              service: 'WORKMAIL',
              operation: 'DescribeMailboxExportJob',
            },
          },
        ],
      });
      expect(await harness.updates()).toHaveLength(1);
    },
  );

  testInOwnHarness('a change that AWS rejected is REFUSED', async (harness) => {
    await putJob(harness, 'RUNNING');
    await failReadsAfter(harness, PAUSE, DENIED);
    await harness.lay({
      service: 'macie2',
      operation: 'UpdateClassificationJob',
      error: { type: 'ConflictException' },
    });
    expect(await PAUSE.request(harness)).toMatchObject({
      resource: null,
      outcome: 'REFUSED',
      userErrors: [{ __typename: 'AwsRejectedError', awsCode: 'ConflictException' }],
      errors: [{ path: ['pauseClassificationJob', 'classificationJob'] }],
    });
  });

  testInOwnHarness(
    'the gateway reads again, and returns the resource if that read succeeds',
    async (harness) => {
      await putJob(harness, 'RUNNING');
      await failReadsAfter(harness, PAUSE, { ...DENIED, count: 1 });
      expect(await PAUSE.request(harness)).toMatchObject({
        resource: { status: 'USER_PAUSED' },
        outcome: 'APPLIED',
        userErrors: [],
        errors: [],
      });
      expect(await harness.operations()).toEqual([
        'DescribeClassificationJob',
        'UpdateClassificationJob',
        'DescribeClassificationJob',
        'DescribeClassificationJob',
      ]);
    },
  );
});
