// Transitions of mailbox export jobs: a cancellation in every state, and the available transitions of each state.
import { CancelMailboxExportJobDocument, FindMailboxExportJobDocument } from '../../generated/graphql';
import {
  EXPORT_JOB,
  EXPORT_JOB_ID,
  exportStateInAws,
  ORGANIZATION_ID,
  putExportJob,
} from '../../support/resources';
import { useHarness } from '../../support/harness';
import { change, inShort, invalidTransition } from '../../support/verdicts';

const harness = useHarness();

async function cancel() {
  const input = { id: EXPORT_JOB };
  return (await harness.gateway.read(CancelMailboxExportJobDocument, { input })).cancelMailboxExportJob;
}

test.each([
  { awsState: 'COMPLETED', status: 'COMPLETED' },
  { awsState: 'FAILED', status: 'FAILED' },
  { awsState: 'CANCELLED', status: 'CANCELLED' },
  { awsState: 'ARCHIVED', status: 'UNRECOGNIZED' },
])('refuses to cancel an export that is $awsState', async ({ awsState, status }) => {
  await putExportJob(harness, awsState);

  expect(await cancel()).toEqual({
    mailboxExportJob: { id: EXPORT_JOB, status },
    ...change(status, 'CANCELLED', 'REFUSED'),
    userErrors: [invalidTransition(status, 'CANCELLED', [])],
  });
  expect(await harness.operations()).toEqual(['DescribeMailboxExportJob']);
  expect(await exportStateInAws(harness)).toBe(awsState);
});

test('cancel changes an export from RUNNING to CANCELLED', async () => {
  await putExportJob(harness, 'RUNNING');

  expect(await cancel()).toEqual({
    mailboxExportJob: { id: EXPORT_JOB, status: 'CANCELLED' },
    ...change('RUNNING', 'CANCELLED', 'APPLIED', ['IRREVERSIBLE', 'MAY_COMPLETE_ANYWAY']),
    userErrors: [],
  });
  expect(await harness.operations()).toEqual([
    'DescribeMailboxExportJob',
    'CancelMailboxExportJob',
    'DescribeMailboxExportJob',
  ]);
  const ClientToken = expect.stringMatching(/^[\w-]{43}$/) as unknown;
  expect(await harness.updates()).toEqual([
    {
      operation: 'CancelMailboxExportJob',
      parameters: { OrganizationId: ORGANIZATION_ID, JobId: EXPORT_JOB_ID, ClientToken },
    },
  ]);
  expect(await exportStateInAws(harness)).toBe('CANCELLED');
});

test('a refusal says that no change can be requested', async () => {
  await putExportJob(harness, 'FAILED');
  expect((await cancel())?.userErrors.map(({ message }) => message)).toEqual([
    'A resource that is FAILED cannot change to CANCELLED: no change can be requested.',
  ]);
});

const CANCEL = ['CANCEL', 'CANCELLED', 'cancelMailboxExportJob', 'IRREVERSIBLE', 'MAY_COMPLETE_ANYWAY'];

test.each([
  { awsState: 'RUNNING', status: 'RUNNING', transitions: [CANCEL] },
  { awsState: 'COMPLETED', status: 'COMPLETED', transitions: [] },
  { awsState: 'FAILED', status: 'FAILED', transitions: [] },
  { awsState: 'CANCELLED', status: 'CANCELLED', transitions: [] },
  { awsState: 'ARCHIVED', status: 'UNRECOGNIZED', transitions: [] },
])(
  'availableTransitions of an export that is $awsState lists its transitions',
  async ({ awsState, status, transitions }) => {
    await putExportJob(harness, awsState);
    const { mailboxExportJob } = await harness.gateway.read(FindMailboxExportJobDocument, {
      organizationId: ORGANIZATION_ID,
      jobId: EXPORT_JOB_ID,
    });
    expect(mailboxExportJob).toMatchObject({ id: EXPORT_JOB, status, awsStatus: awsState });
    expect(inShort(mailboxExportJob?.availableTransitions)).toEqual(transitions);
  },
);
