// urql 6 with Graphcache as docs/clients.md configures it.
import { gql, type Client, type CombinedError, type TypedDocumentNode } from '@urql/core';
import {
  FAILED_PAGE,
  FIRST_JOB,
  HOME_IS_DOWN,
  HOME_IS_UNREADABLE,
  NO_DETAILS,
  PARTNER_JOBS,
  putFirstJob,
  recover,
  RETRIED_PAGES,
  readSchemaTypes,
  shown,
  TOKEN,
  useJobs,
  type SchemaTypes,
} from './jobs';
import {
  CHANGE_BOTH,
  DESCRIPTIONS,
  JOBS,
  PAUSE,
  RESOURCE,
  type ChangeBothData,
  type DescriptionsData,
  type JobsData,
  type JobsVariables,
  type PauseData,
} from './operations';
import { receivedDuring } from './page';

interface PageModule {
  readonly createUrql: (url: string, schemaTypes: Partial<SchemaTypes>, token: () => string) => Client;
}

const { createUrql } = jest.requireActual<PageModule>('./fixtures/page/urql');

const jobs = useJobs();
const schemaTypes = readSchemaTypes();
const connect = (url = jobs.gateway.url, token = 'none') => createUrql(url, schemaTypes, () => token);

const query: TypedDocumentNode<JobsData, JobsVariables> = gql(JOBS);

/** The list as a component sees it after a page is read into the cache. */
async function readPage(client: Client, first: number, after?: string | null) {
  const variables = { first, ...(after != null && { after }) };
  await client.query(query, variables, { requestPolicy: 'network-only' }).toPromise();
  return client.readQuery(query, variables)?.data?.classificationJobs;
}
const statusesInList = (client: Client) =>
  client.readQuery(query, { first: 4 })?.data?.classificationJobs?.edges.map(({ node }) => node.status);

const codesIn = (error: CombinedError | undefined) =>
  error?.graphQLErrors.map(({ extensions }) => extensions.code);

test('merges pages, and reads a failed source again from retryCursor', async () => {
  await jobs.harness.lay(HOME_IS_DOWN);
  const client = connect();
  const first = await readPage(client, 4);
  expect(shown(first)).toEqual(FAILED_PAGE);
  await recover(jobs.harness);
  expect(shown(await readPage(client, 4, first?.completeness.retryCursor))).toEqual(RETRIED_PAGES);
});

test('shows the completeness of the page that was read last', async () => {
  await jobs.harness.lay(HOME_IS_UNREADABLE);
  const client = connect();
  const first = await readPage(client, 2);
  expect(shown(first)).toMatchObject({ complete: false, canRetry: false });
  const second = shown(await readPage(client, 2, first?.pageInfo.endCursor));
  expect(second).toMatchObject({ ids: PARTNER_JOBS, complete: true, sources: ['partner OK'] });
});

test('matches fragments on interfaces, without a warning about the schema or a key', async () => {
  const warnings = jest.spyOn(console, 'warn').mockReturnValue();
  const client = connect();
  await readPage(client, 4);
  const { data } = await client.query<unknown>(gql(RESOURCE), { id: FIRST_JOB }).toPromise();
  expect(data).toMatchObject({ node: { statusLabel: 'Running', isTerminal: false } });
  expect(warnings.mock.calls).toEqual([]);
  warnings.mockRestore();
});

test('updates the list from the payload of a mutation, also of a refused one', async () => {
  const client = connect();
  await readPage(client, 4);
  const send = () =>
    client
      .mutation<PauseData>(gql(PAUSE), { input: { id: FIRST_JOB, expectedStatus: 'RUNNING' } })
      .toPromise();
  expect((await send()).data?.pauseClassificationJob).toMatchObject({ outcome: 'APPLIED', userErrors: [] });
  expect(statusesInList(client)).toEqual(['USER_PAUSED', 'RUNNING', 'RUNNING', 'RUNNING']);
  await putFirstJob(jobs.harness, 'CANCELLED');
  await jobs.harness.forgetCalls();
  expect((await send()).data?.pauseClassificationJob).toMatchObject({
    outcome: 'REFUSED',
    userErrors: [{ code: 'STATUS_MISMATCH' }],
  });
  expect(statusesInList(client)).toEqual(['CANCELLED', 'RUNNING', 'RUNNING', 'RUNNING']);
  expect(await jobs.harness.updates()).toEqual([]);
});

test('keeps the results of two changes of one resource apart', async () => {
  const items = [
    { id: FIRST_JOB, action: 'PAUSE' },
    { id: FIRST_JOB, action: 'PAUSE' },
  ];
  const { data } = await connect()
    .mutation<ChangeBothData>(gql(CHANGE_BOTH), { input: { items } })
    .toPromise();
  expect(data?.changeStatuses?.results.map(({ outcome }) => outcome)).toEqual(['APPLIED', 'REFUSED']);
});

test('returns the data beside the errors of fields', async () => {
  await jobs.harness.lay(NO_DETAILS);
  const { data, error } = await connect().query<DescriptionsData>(gql(DESCRIPTIONS), {}).toPromise();
  expect(data?.classificationJobs.edges.map(({ node }) => [node.status, node.description])).toEqual([
    ['RUNNING', null],
    ['RUNNING', null],
  ]);
  expect(data?.classificationJobs.completeness).toMatchObject({ complete: false, fieldErrors: 2 });
  expect(codesIn(error)).toEqual(['AWS_ACCESS_DENIED', 'AWS_ACCESS_DENIED']);
});

test.each([
  ['with the schema, shows null for', true],
  ['without it, returns no data for', false],
])('%s fields that a cached page of the list lacks', async (_name, hasSchema) => {
  jest.spyOn(console, 'warn').mockReturnValue();
  const { introspection, ...others } = schemaTypes;
  const types = hasSchema ? { ...others, introspection } : others;
  const client = createUrql(jobs.gateway.url, types, () => 'none');
  await readPage(client, 4);
  const { data, error } = await client.query<DescriptionsData>(gql(DESCRIPTIONS), {}).toPromise();
  expect(error).toBeUndefined();
  const shownRows = data?.classificationJobs.edges.map(({ node }) => node.description);
  expect(shownRows).toEqual(hasSchema ? [null, null, null, null] : undefined);
  jest.restoreAllMocks();
});

test('sends the token, by GET if the URL is short, and receives a rejected one as a GraphQL error', async () => {
  const requests = await receivedDuring(async () => {
    const { data } = await connect(jobs.guarded.url, TOKEN).query(query, { first: 1 }).toPromise();
    expect(data?.classificationJobs?.edges).toHaveLength(1);
  });
  expect(requests).toMatchObject([{ method: 'GET', headers: { authorization: `Bearer ${TOKEN}` } }]);
  const { error } = await connect(jobs.guarded.url, 'expired').query(query, { first: 1 }).toPromise();
  expect(codesIn(error)).toEqual(['UNAUTHENTICATED']);
});
