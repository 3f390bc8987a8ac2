// A client that disconnects before the response: the gateway drops an unsent change, and verifies a change that it has sent.
import { request } from 'node:http';
import { PauseClassificationJobDocument } from '../generated/graphql';
import { JOB, jobStatusInAws, putJob } from '../support/resources';
import { useHarness } from '../support/harness';
import { PAUSE } from '../support/sample-changes';

const harness = useHarness();

/** Requests a pause, disconnects once every fault has met its call, and waits until the gateway has finished the change. */
async function pauseAndDisconnect(): Promise<void> {
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
  // This change waits in the queue behind the pause.
  await PAUSE.request(harness, { dryRun: true });
}

test('sends nothing when the client disconnects while the gateway reads the status', async () => {
  await putJob(harness, 'RUNNING');
  await harness.lay({ service: 'macie2', operation: 'DescribeClassificationJob', hang: true, count: 1 });
  await pauseAndDisconnect();
  expect(await harness.updates()).toEqual([]);
  expect(await jobStatusInAws(harness)).toBe('RUNNING');
});

test('applies and verifies a change when the client disconnects after it was sent', async () => {
  await putJob(harness, 'RUNNING');
  await harness.lay({ service: 'macie2', operation: 'UpdateClassificationJob', hold: true, count: 1 });
  await pauseAndDisconnect();
  expect(await harness.operations()).toEqual([
    'DescribeClassificationJob',
    'UpdateClassificationJob',
    'DescribeClassificationJob',
    'DescribeClassificationJob',
  ]);
  expect(await harness.updates()).toHaveLength(1);
  expect(await jobStatusInAws(harness)).toBe('USER_PAUSED');
});
