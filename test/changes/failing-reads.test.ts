// Reads that fail: before a change nothing is sent; after it the verdict stands and only the resource is missing.
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

/** Faults at the read before the change, or at all but that one. */
const layAtCheck = (harness: Harness, { service, read }: SampleChange, effect: object) =>
  harness.lay({ service: service.signingName, operation: read, ...effect });
const layAtLooks = (harness: Harness, { service, read }: SampleChange, effect: object) => {
  const reads = { service: service.signingName, operation: read };
  return harness.lay({ ...reads, latencyMs: 0, count: 1 }, { ...reads, ...effect });
};

const UNAVAILABLE = 'could not be reached or failed to respond';

describe('the read before a change', () => {
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
    testInOwnHarness(`${what}: nothing is sent`, async (harness) => {
      for (const sample of ONE_OF_EACH) {
        await sample.put(harness);
        await layAtCheck(harness, sample, effect);
      }
      const answers = await Promise.all(ONE_OF_EACH.map((sample) => sample.request(harness)));

      expect(answers).toMatchObject(
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

  testInOwnHarness('fails for a moment, and the change goes on', async (harness) => {
    await putJob(harness, 'RUNNING');
    await layAtCheck(harness, PAUSE, { lostResponse: 'after', count: 1 });
    expect(await PAUSE.request(harness)).toMatchObject({ change: { outcome: 'APPLIED' } });
    expect(await harness.updates()).toHaveLength(1);
  });

  testInOwnHarness('finds a service that is not enabled', async (harness) => {
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

  test('finds nothing that listens', async () => {
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

describe('the read after a change', () => {
  const DENIED = { error: { type: 'AccessDeniedException' } };

  testInOwnHarness(
    'fails: what AWS accepted is APPLIED, and the resource is missing with an error of its own',
    async (harness) => {
      const samples = [PAUSE, SUSPEND, CLOSE_CASE];
      for (const sample of samples) {
        await sample.put(harness);
        await layAtLooks(harness, sample, DENIED);
      }
      const answers = await Promise.all(samples.map((sample) => sample.request(harness)));

      expect(answers).toMatchObject(
        samples.map(({ service, read, mutation, field, from, to, consequences }) => ({
          resource: null,
          change: change(from, to, 'APPLIED', consequences),
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
    'fails: the cancellation of an export, which only a look proves, is UNKNOWN',
    async (harness) => {
      await CANCEL_EXPORT.put(harness);
      await layAtLooks(harness, CANCEL_EXPORT, DENIED);
      expect(await CANCEL_EXPORT.request(harness)).toMatchObject({
        resource: null,
        change: { outcome: 'UNKNOWN' },
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

  testInOwnHarness('fails: what AWS refused is REFUSED all the same', async (harness) => {
    await putJob(harness, 'RUNNING');
    await layAtLooks(harness, PAUSE, DENIED);
    await harness.lay({
      service: 'macie2',
      operation: 'UpdateClassificationJob',
      error: { type: 'ConflictException' },
    });
    expect(await PAUSE.request(harness)).toMatchObject({
      resource: null,
      change: { outcome: 'REFUSED' },
      userErrors: [{ __typename: 'AwsRejectedError', awsCode: 'ConflictException' }],
      errors: [{ path: ['pauseClassificationJob', 'classificationJob'] }],
    });
  });

  testInOwnHarness('fails for a moment: the next look shows the resource', async (harness) => {
    await putJob(harness, 'RUNNING');
    await layAtLooks(harness, PAUSE, { ...DENIED, count: 1 });
    expect(await PAUSE.request(harness)).toMatchObject({
      resource: { status: 'USER_PAUSED' },
      change: { outcome: 'APPLIED' },
      userErrors: [],
      errors: [],
    });
    expect(await harness.operations()).toEqual([
      'DescribeClassificationJob',
      'UpdateClassificationJob',
      'DescribeClassificationJob',
      'DescribeClassificationJob',
    ]);
  });
});
