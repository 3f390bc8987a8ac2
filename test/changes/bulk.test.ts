// Many status changes in one request: order, failures, limits, and a client that disconnects.
import { request } from 'node:http';
import { encodeId } from '../../src/domain/ids';
import {
  CASE,
  EXPORT_JOB,
  jobGlobalId,
  MEMBER,
  putCase,
  putExportJob,
  putMember,
} from '../support/resources';
import { useHarness } from '../support/harness';

const harness = useHarness();

const idOf = (index: number) => String(index).padStart(32, '0');
const jobs = (count: number) => Array.from({ length: count }, (_, index) => index);

async function putJobs(count: number, jobStatus = 'RUNNING'): Promise<void> {
  for (const index of jobs(count)) {
    await harness.put('macie2', 'job', idOf(index), { name: 'job', jobType: 'ONE_TIME', jobStatus });
  }
}

interface Result {
  readonly resourceId: string;
  readonly outcome: string;
  readonly userErrors: readonly {
    readonly code: string;
    readonly path: readonly string[] | null;
    readonly reason?: string;
  }[];
}

const QUERY = `mutation ($input: ChangeStatusesInput!) {
  changeStatuses(input: $input) {
    results { resourceId outcome userErrors { code path ... on NotSentError { reason } } }
    userErrors { code path message }
  }
}`;

async function change(input: object): Promise<{ results: Result[]; userErrors: unknown[] }> {
  const { data, errors } = await harness.gateway.send(QUERY, { input });
  expect(errors).toBeUndefined();
  return data?.changeStatuses as { results: Result[]; userErrors: unknown[] };
}

const pauses = (count: number) =>
  jobs(count).map((index) => ({ id: jobGlobalId(idOf(index)), action: 'PAUSE' }));
const outcomes = (results: readonly Result[]) => results.map((result) => result.outcome);

test('applies 100 changes in one request, and returns the results in the order of the items', async () => {
  await putJobs(100);
  const items = pauses(100);
  const { results, userErrors } = await change({ items });
  expect(userErrors).toEqual([]);
  expect(results.map(({ resourceId }) => resourceId)).toEqual(items.map(({ id }) => id));
  expect(new Set(outcomes(results))).toEqual(new Set(['APPLIED']));
  expect(await harness.updates()).toHaveLength(100);
});

test.each([0, 101])('rejects a request with %d items', async (count) => {
  expect(await change({ items: pauses(count) })).toEqual({
    results: [],
    userErrors: [
      {
        code: 'INVALID_INPUT',
        path: ['input', 'items'],
        message: `items has ${count} entries; 1 to 100 are allowed.`,
      },
    ],
  });
  expect(await harness.operations()).toEqual([]);
});

test('a failed item has its own error and does not affect the other items', async () => {
  await putJobs(2);
  await putMember(harness, 'Enabled');
  const gone = encodeId({ kind: 'SecurityCase', target: 'default', caseId: '9999999999' });
  const elsewhere = encodeId({ kind: 'SecurityCase', target: 'nowhere', caseId: '9999999999' });
  const { results } = await change({
    items: [
      ...pauses(2),
      { id: 'nonsense', action: 'PAUSE' },
      { id: MEMBER, action: 'PAUSE' },
      { id: gone, action: 'UPDATE_STATUS' },
      { id: gone, action: 'CLOSE' },
      { id: elsewhere, action: 'CLOSE' },
      { id: MEMBER, action: 'SUSPEND' },
      { id: MEMBER, action: 'DISASSOCIATE', expectedStatus: 'PAUSED' },
    ],
  });
  expect(outcomes(results)).toEqual([
    'APPLIED',
    'APPLIED',
    'REFUSED',
    'REFUSED',
    'REFUSED',
    'REFUSED',
    'REFUSED',
    'REFUSED',
    'REFUSED',
  ]);
  expect(
    results.map(({ userErrors }) => userErrors.map(({ code, path }) => [code, path?.join('.')])),
  ).toEqual([
    [],
    [],
    [['INVALID_INPUT', 'input.items.2.id']],
    [['INVALID_INPUT', 'input.items.3.action']],
    [['INVALID_INPUT', 'input.items.4.status']],
    [['NOT_FOUND', 'input.items.5.id']],
    [['INVALID_INPUT', 'input.items.6.id']],
    [['ACKNOWLEDGEMENT_REQUIRED', 'input.items.7.acknowledge']],
    [['STATUS_MISMATCH', 'input.items.8.expectedStatus']],
  ]);
  expect(await harness.updates()).toHaveLength(2);
});

test.each([
  [
    'expectedStatus',
    { id: jobGlobalId(idOf(0)), action: 'PAUSE', expectedStatus: 'RUNING' },
    'RUNNING, IDLE, PAUSED, USER_PAUSED, COMPLETE, CANCELLED, UNRECOGNIZED',
  ],
  [
    'expectedStatus',
    { id: EXPORT_JOB, action: 'CANCEL', expectedStatus: 'PAUSED' },
    'RUNNING, COMPLETED, FAILED, CANCELLED, UNRECOGNIZED',
  ],
  [
    'expectedStatus',
    { id: CASE, action: 'UPDATE_RESOLVER_TYPE', expectedStatus: 'SUBMITTED' },
    'SELF, AWS, UNRECOGNIZED',
  ],
  [
    'status',
    { id: CASE, action: 'UPDATE_STATUS', status: 'CONTAINMENT' },
    'SUBMITTED, ACKNOWLEDGED, DETECTION_AND_ANALYSIS, CONTAINMENT_ERADICATION_AND_RECOVERY, POST_INCIDENT_ACTIVITIES, READY_TO_CLOSE',
  ],
  [
    'status',
    { id: CASE, action: 'UPDATE_STATUS', status: 'CLOSED' },
    'SUBMITTED, ACKNOWLEDGED, DETECTION_AND_ANALYSIS, CONTAINMENT_ERADICATION_AND_RECOVERY, POST_INCIDENT_ACTIVITIES, READY_TO_CLOSE',
  ],
])('a misspelt or impossible %s is an invalid input: %j', async (field, item, allowed) => {
  await Promise.all([putJobs(1), putExportJob(harness, 'RUNNING'), putCase(harness, 'Submitted')]);
  const { data } = await harness.gateway.send(
    `mutation ($input: ChangeStatusesInput!) {
      changeStatuses(input: $input) { results { outcome userErrors { code path message } } }
    }`,
    { input: { items: [item] } },
  );
  expect(data?.changeStatuses).toEqual({
    results: [
      {
        outcome: 'REFUSED',
        userErrors: [
          {
            code: 'INVALID_INPUT',
            path: ['input', 'items', '0', field],
            message: `${field} must be one of ${allowed}.`,
          },
        ],
      },
    ],
  });
  expect(await harness.operations()).toEqual([]);
});

test('the errors of AWS and of the transition table point at the item, with the changes that its status allows', async () => {
  await Promise.all([putJobs(2), putCase(harness, 'Submitted')]);
  const error = { type: 'ThrottlingException' };
  await harness.lay({ service: 'macie2', operation: 'UpdateClassificationJob', count: 1, error });
  const lost = { service: 'workmail', operation: 'CancelMailboxExportJob', lostResponse: 'before', count: 1 };
  await putExportJob(harness, 'RUNNING');
  await harness.lay(lost);
  const { data } = await harness.gateway.send(
    `mutation ($input: ChangeStatusesInput!) { changeStatuses(input: $input) { results { userErrors {
      code path
      ... on InvalidTransitionError { allowed { action to mutation consequences { code } } }
    } } } }`,
    {
      input: {
        items: [
          { id: jobGlobalId(idOf(0)), action: 'PAUSE' },
          { id: jobGlobalId(idOf(1)), action: 'RESUME' },
          { id: CASE, action: 'UPDATE_STATUS', status: 'READY_TO_CLOSE' },
          { id: EXPORT_JOB, action: 'CANCEL' },
        ],
      },
    },
  );
  const close = {
    action: 'CLOSE',
    to: 'CLOSED',
    mutation: 'closeSecurityCase',
    consequences: [{ code: 'IRREVERSIBLE' }],
  };
  const detect = {
    action: 'UPDATE_STATUS',
    to: 'DETECTION_AND_ANALYSIS',
    mutation: 'updateSecurityCaseStatus',
    consequences: [],
  };
  const pause = {
    action: 'PAUSE',
    to: 'USER_PAUSED',
    mutation: 'pauseClassificationJob',
    consequences: [{ code: 'EXPIRES_AFTER_30_DAYS' }],
  };
  const cancel = {
    action: 'CANCEL',
    to: 'CANCELLED',
    mutation: 'cancelClassificationJob',
    consequences: [{ code: 'IRREVERSIBLE' }],
  };
  expect(data).toEqual({
    changeStatuses: {
      results: [
        { userErrors: [{ code: 'AWS_REJECTED', path: ['input', 'items', '0'] }] },
        {
          userErrors: [
            {
              code: 'INVALID_TRANSITION',
              path: ['input', 'items', '1', 'action'],
              allowed: [pause, cancel],
            },
          ],
        },
        {
          userErrors: [
            {
              code: 'INVALID_TRANSITION',
              path: ['input', 'items', '2', 'status'],
              allowed: [detect, close],
            },
          ],
        },
        { userErrors: [{ code: 'OUTCOME_UNKNOWN', path: ['input', 'items', '3'] }] },
      ],
    },
  });
});

test('applies the changes of one resource in the order of the items', async () => {
  await putJobs(1);
  const id = jobGlobalId(idOf(0));
  const items = ['PAUSE', 'RESUME', 'PAUSE', 'CANCEL', 'RESUME'].map((action) => ({ id, action }));
  const { results } = await change({ items });
  expect(outcomes(results)).toEqual(['APPLIED', 'APPLIED', 'APPLIED', 'APPLIED', 'REFUSED']);
});

test('with stopOnFailure, starts no item after the first failure', async () => {
  await putJobs(6);
  await harness.put('macie2', 'job', idOf(2), { jobStatus: 'COMPLETE' });
  const { results } = await change({ items: pauses(6), stopOnFailure: true });
  expect(outcomes(results)).toEqual(['APPLIED', 'APPLIED', 'REFUSED', 'REFUSED', 'REFUSED', 'REFUSED']);
  expect(results.slice(3).map(({ userErrors }) => userErrors)).toEqual(
    ['3', '4', '5'].map((item) => [{ code: 'NOT_SENT', path: ['input', 'items', item], reason: null }]),
  );
  expect(await harness.updates()).toHaveLength(2);
});

test('without stopOnFailure, applies the other items after a failure', async () => {
  await putJobs(6);
  await harness.put('macie2', 'job', idOf(2), { jobStatus: 'COMPLETE' });
  const { results } = await change({ items: pauses(6) });
  expect(outcomes(results).filter((outcome) => outcome === 'APPLIED')).toHaveLength(5);
});

test('runs at most four changes of a service at once, and services do not wait for each other', async () => {
  await putJobs(12);
  await putExportJob(harness, 'RUNNING');
  await harness.lay({ service: 'macie2', operation: 'DescribeClassificationJob', hold: true, count: 4 });
  const changed = change({ items: [...pauses(12), { id: EXPORT_JOB, action: 'CANCEL' }] });
  await harness.faultsLeft(0);
  while (!(await harness.operations()).includes('CancelMailboxExportJob'));
  await harness.release();
  const { results } = await changed;
  expect(outcomes(results).filter((outcome) => outcome === 'APPLIED')).toHaveLength(13);
  const calls = await harness.operations();
  // The gateway cancelled the export job while it was still reading the first jobs.
  expect(calls.indexOf('CancelMailboxExportJob')).toBeLessThan(calls.indexOf('UpdateClassificationJob'));
  expect(
    calls
      .slice(0, calls.indexOf('UpdateClassificationJob'))
      .filter((call) => call === 'DescribeClassificationJob'),
  ).toHaveLength(4);
});

test('a repeated idempotency key returns the same results and sends nothing', async () => {
  await putJobs(5);
  const input = { items: pauses(5), idempotencyKey: 'bulk-1' };
  const first = await change(input);
  expect(await change(input)).toEqual(first);
  expect(await harness.updates()).toHaveLength(5);
});

test('applies all changes although the client disconnects', async () => {
  await putJobs(20);
  await harness.lay({ service: 'macie2', operation: 'DescribeClassificationJob', latencyMs: 50 });
  const client = request(harness.gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    agent: false,
  });
  client.on('error', () => undefined);
  client.end(JSON.stringify({ query: QUERY, variables: { input: { items: pauses(20) } } }));
  while ((await harness.operations()).length < 2);
  client.destroy();
  while ((await harness.updates()).length < 20);
  // The audit trail contains the outcomes that the client did not receive.
  const trail =
    '{ auditTrail(first: 50, filter: { outcomes: [APPLIED], mutations: ["changeStatuses"] }) { nodes { changeId } } }';
  let entries: unknown[] = [];
  while (entries.length < 20) {
    const { data } = await harness.gateway.send(trail);
    entries = (data?.auditTrail as { nodes: unknown[] }).nodes;
  }
  expect(await harness.updates()).toHaveLength(20);
});
