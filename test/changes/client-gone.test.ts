// A client that goes away before its answer: a change that is not sent yet is dropped, one that is sent is seen through.
import { request } from 'node:http';
import { PauseClassificationJobDocument } from '../generated/graphql';
import { JOB, jobStatusInAws, putJob } from '../support/resources';
import { useHarness } from '../support/harness';
import { PAUSE } from '../support/sample-changes';

const harness = useHarness();

/** Requests a pause, goes away once the faults have met their calls, and waits until the gateway is done with it. */
async function pauseAndGoAway(): Promise<void> {
  const client = request(harness.gateway.url, {
    method: 'POST',
    agent: false,
    headers: { 'content-type': 'application/json' },
  });
  const closed = new Promise<void>((resolve) => client.once('close', resolve));
  client.on('error', () => undefined);
  const variables = { input: { id: JOB } };
  client.end(JSON.stringify({ query: PauseClassificationJobDocument.toString(), variables }));
  await harness.faultsLeft(0);
  client.destroy();
  await closed;
  await harness.release();
  // Waits in line behind the pause.
  await PAUSE.request(harness, { dryRun: true });
}

test('while the status is read: nothing is sent', async () => {
  await putJob(harness, 'RUNNING');
  await harness.lay({ service: 'macie2', operation: 'DescribeClassificationJob', hang: true, count: 1 });
  await pauseAndGoAway();
  expect(await harness.updates()).toEqual([]);
  expect(await jobStatusInAws(harness)).toBe('RUNNING');
});

test('while AWS works on the change: it is applied, and looked at', async () => {
  await putJob(harness, 'RUNNING');
  await harness.lay({ service: 'macie2', operation: 'UpdateClassificationJob', hold: true, count: 1 });
  await pauseAndGoAway();
  expect(await harness.operations()).toEqual([
    'DescribeClassificationJob',
    'UpdateClassificationJob',
    'DescribeClassificationJob',
    'DescribeClassificationJob',
  ]);
  expect(await harness.updates()).toHaveLength(1);
  expect(await jobStatusInAws(harness)).toBe('USER_PAUSED');
});
