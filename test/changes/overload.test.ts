// Overload: the gateway does not send a change that it cannot queue, and never reports a change that it has sent as OVERLOADED.
import { ChangeEngine } from '../../src/changes/change-engine';
import { provenByStatus, type ChangePort } from '../../src/changes/change';
import { OverloadedError } from '../../src/domain/errors';
import type { RefOf } from '../../src/domain/resources';
import {
  MAILBOX_EXPORT_JOB_ACTIONS,
  type MailboxExportJobStatus,
} from '../../src/domain/transitions/mailbox-export-job';
import { changeDependencies } from '../support/change-dependencies';
import { callContext } from '../support/call-context';
import { EXPORT_JOB_ID, ORGANIZATION_ID, putJob } from '../support/resources';
import { useHarness } from '../support/harness';
import { firstOf } from '../support/first-of';
import { PAUSE } from '../support/sample-changes';

const harness = useHarness();

test('accepts 33 of 40 changes of one resource, and rejects the others as OVERLOADED without sending them', async () => {
  await putJob(harness, 'RUNNING');
  // Holds the first change until all changes have arrived.
  await harness.lay({ service: 'macie2', operation: 'DescribeClassificationJob', hold: true, count: 1 });
  const requests = Array.from({ length: 40 }, () => PAUSE.request(harness));
  await firstOf(7, requests);
  await harness.release();
  const responses = await Promise.all(requests);

  const overloaded = responses.filter(({ errors }) => errors.length > 0);
  expect(overloaded.map(({ raw }) => raw)).toEqual(
    Array.from({ length: 7 }, () => ({
      data: { pauseClassificationJob: null },
      errors: [
        {
          message: 'Too many changes of this resource are waiting: try again later.',
          path: ['pauseClassificationJob'],
          locations: expect.any(Array) as unknown,
          extensions: { code: 'OVERLOADED', retryable: true },
        },
      ],
    })),
  );
  const outcomes = responses.flatMap((response) => response.outcome ?? []);
  expect(outcomes.filter((outcome) => outcome === 'APPLIED')).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome === 'REFUSED')).toHaveLength(32);
  expect(await harness.updates()).toHaveLength(1);
});

describe('when the gateway has no capacity or the request has no time left', () => {
  type Ref = RefOf<'MailboxExportJob'>;
  type Job = Ref & { readonly status: MailboxExportJobStatus };

  const ref: Ref = {
    kind: 'MailboxExportJob',
    target: 'default',
    organizationId: ORGANIZATION_ID,
    jobId: EXPORT_JOB_ID,
  };

  async function cancel(acceptanceMeansApplied: boolean, signal = new AbortController().signal) {
    let reads = 0;
    let sent = 0;
    const port: ChangePort<Ref, Job, MailboxExportJobStatus, 'CANCELLED'> = {
      read: () => {
        reads += 1;
        if (reads > 1) throw new OverloadedError('Too many reads are waiting.');
        return Promise.resolve({ ...ref, status: 'RUNNING' });
      },
      status: ({ status }) => status,
      transitions: () => [{ action: 'CANCEL', ...MAILBOX_EXPORT_JOB_ACTIONS.CANCEL, consequences: [] }],
      send: () => {
        sent += 1;
        return Promise.resolve(undefined);
      },
      proves: provenByStatus(({ status }: Job) => status),
      acceptanceMeansApplied,
    };
    const request = {
      ref,
      mutation: 'cancelMailboxExportJob',
      action: 'CANCEL',
      to: 'CANCELLED',
      dryRun: false,
    } as const;
    const engine = new ChangeEngine(port, changeDependencies());
    const result = await engine.apply(request, callContext({ signal }));
    return { ...result, calls: sent };
  }

  test.concurrent('a change whose request ends in the queue is OVERLOADED, not AWS_TIMEOUT', async () => {
    await expect(cancel(true, AbortSignal.abort())).rejects.toThrow(
      new OverloadedError(
        'The change waited too long for earlier changes of the resource, and the gateway did not send it: try again.',
      ),
    );
  });

  test.concurrent(
    'the change is APPLIED if AWS accepted it, although the resource cannot be read',
    async () => {
      expect(await cancel(true)).toMatchObject({
        calls: 1,
        item: undefined,
        readError: { code: 'OVERLOADED' },
        change: { from: 'RUNNING', to: 'CANCELLED', outcome: 'APPLIED' },
        problems: [],
      });
    },
  );

  test.concurrent('the change is UNKNOWN if only a read could prove it', async () => {
    expect(await cancel(false)).toMatchObject({
      calls: 1,
      item: undefined,
      readError: { code: 'OVERLOADED' },
      change: { outcome: 'UNKNOWN' },
      problems: [{ kind: 'OUTCOME_UNKNOWN', observedStatus: undefined }],
    });
  });
});
