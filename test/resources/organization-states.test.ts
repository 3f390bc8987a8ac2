// WorkMail organizations that are not active: skipped when they can have no export jobs, otherwise named with their state.
import { encodeId } from '../../src/domain/ids';
import { useHarness } from '../support/harness';

const harness = useHarness();

const organization = (digit: number) => `m-${String(digit).repeat(32)}`;
const job = (digit: number) => `00000000-1111-2222-3333-${String(digit).repeat(12)}`;
const globalId = (digit: number) =>
  encodeId({
    kind: 'MailboxExportJob',
    target: 'default',
    organizationId: organization(digit),
    jobId: job(digit),
  });

/** An organization with one running job. */
async function put(digit: number, State: string): Promise<void> {
  await harness.put('workmail', 'organization', organization(digit), { Alias: `tests-${digit}`, State });
  const set = { EntityId: 'S-1-1-11-1', State: 'RUNNING' };
  await harness.put('workmail', 'exportJob', job(digit), set, { organizationId: organization(digit) });
}

const LIST =
  '{ mailboxExportJobs(first: 50) { nodes { jobId } completeness { complete sources { status message } } } }';

async function list() {
  const { data, errors } = await harness.gateway.send(LIST);
  expect(errors).toBeUndefined();
  return data?.mailboxExportJobs;
}

async function listedOrganizations(): Promise<unknown[]> {
  const calls = await harness.emulator.calls();
  return calls
    .filter(({ operation }) => operation === 'ListMailboxExportJobs')
    .map(({ parameters }) => (parameters as { OrganizationId: string }).OrganizationId);
}

const sentence = (digit: number, condition: string) =>
  `The WorkMail organization ${organization(digit)} ${condition} in target default, and WorkMail serves its data only while it is active.`;

const COMPLETE = { complete: true, sources: [{ status: 'OK', message: null }] };

test.each(['Requested', 'CREATING', 'Failed', 'failed', 'Deleted'])(
  'skips an organization in the state %s without a call',
  async (state) => {
    await put(1, 'Active');
    await put(2, state);
    await harness.forgetCalls();
    expect(await list()).toEqual({ nodes: [{ jobId: job(1) }], completeness: COMPLETE });
    expect(await listedOrganizations()).not.toContain(organization(2));
  },
);

test.each(['Inactive', 'INACTIVE', 'Deleting', 'Impaired'])(
  'names an organization in the state %s, and returns the jobs of the others',
  async (state) => {
    await put(1, state);
    await put(2, 'Active');
    expect(await list()).toEqual({
      nodes: [{ jobId: job(2) }],
      completeness: {
        complete: false,
        sources: [{ status: 'UNAVAILABLE', message: sentence(1, `is in the state ${state}`) }],
      },
    });
    expect(await listedOrganizations()).toContain(organization(1));
  },
);

test('names every organization that WorkMail refuses', async () => {
  await put(1, 'Inactive');
  await put(2, 'Deleting');
  expect(await list()).toMatchObject({
    completeness: {
      sources: [
        { message: `${sentence(1, 'is in the state Inactive')} ${sentence(2, 'is in the state Deleting')}` },
      ],
    },
  });
});

test('does not repeat a state that is not a word', async () => {
  await put(1, 'arn:aws:iam::111122223333:role/x');
  expect(await list()).toMatchObject({
    completeness: { sources: [{ message: sentence(1, 'is not active') }] },
  });
});

test('an organization that is deleted after it was listed has no jobs', async () => {
  await put(1, 'Active');
  await put(2, 'Active');
  const error = { type: 'OrganizationNotFoundException', status: 400 };
  // Of the two seeded organizations and these two, the first one that is read is organization 1.
  await harness.lay({ service: 'workmail', operation: 'ListMailboxExportJobs', count: 1, error });
  expect(await list()).toEqual({ nodes: [{ jobId: job(2) }], completeness: COMPLETE });
});

test('a list of one organization says that it is not active', async () => {
  await put(1, 'Inactive');
  const query = `{ mailboxExportJobs(organizationId: "${organization(1)}") { nodes { jobId } completeness { complete sources { message } } } }`;
  const { data } = await harness.gateway.send(query);
  expect(data?.mailboxExportJobs).toEqual({
    nodes: [],
    completeness: { complete: false, sources: [{ message: sentence(1, 'is not active') }] },
  });
});

test('a look-up of one job says that its organization is not active', async () => {
  await put(1, 'Inactive');
  const query = `{ node(id: "${globalId(1)}") { ... on MailboxExportJob { status } } }`;
  const { data, errors } = await harness.gateway.send(query);
  expect(data).toEqual({ node: null });
  expect(errors).toMatchObject([
    { message: sentence(1, 'is not active'), extensions: { code: 'AWS_REJECTED', retryable: false } },
  ]);
});

test('a cancellation says that the organization is not active, and sends nothing', async () => {
  await put(1, 'Deleting');
  const { data } = await harness.gateway.send(
    `mutation { cancelMailboxExportJob(input: { id: "${globalId(1)}" }) { outcome userErrors { code message } } }`,
  );
  expect(data?.cancelMailboxExportJob).toMatchObject({
    userErrors: [{ message: expect.stringContaining(sentence(1, 'is not active')) as string }],
  });
  expect(await harness.updates()).toEqual([]);
});
