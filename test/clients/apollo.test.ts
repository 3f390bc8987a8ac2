// Apollo Client 4 with the cache and the links of docs/clients.md.
import {
  CombinedGraphQLErrors,
  gql,
  ServerError,
  type ApolloClient,
  type TypedDocumentNode,
} from '@apollo/client';
import type { PossibleTypesMap } from '@apollo/client/cache';
import { startTestGateway, testConfig } from '../support/gateway';
import {
  FAILED_PAGE,
  FIRST_JOB,
  HOME_IS_DOWN,
  HOME_IS_UNREADABLE,
  HOME_JOBS,
  HOME_LIST,
  NO_DETAILS,
  PARTNER_JOBS,
  putFirstJob,
  recover,
  RETRIED_PAGES,
  readSchemaTypes,
  shown,
  TOKEN,
  useJobs,
} from './jobs';
import {
  CHANGE_BOTH,
  DESCRIPTIONS,
  JOBS,
  NODES,
  PAUSE,
  RESOURCE,
  type ChangeBothData,
  type DescriptionsData,
  type JobsData,
  type JobsVariables,
  type NodesData,
  type PauseData,
} from './operations';
import { receivedDuring } from './page';

interface PageModule {
  readonly createApollo: (uri: string, possibleTypes: PossibleTypesMap, token: () => string) => ApolloClient;
}

const { createApollo } = jest.requireActual<PageModule>('./fixtures/page/apollo');

const jobs = useJobs();
const schemaTypes = readSchemaTypes();
const connect = (uri = jobs.gateway.url, token = 'none') =>
  createApollo(uri, schemaTypes.possibleTypes, () => token);

const query: TypedDocumentNode<JobsData, JobsVariables> = gql(JOBS);
const pause: TypedDocumentNode<PauseData> = gql(PAUSE);
const descriptions: TypedDocumentNode<DescriptionsData> = gql(DESCRIPTIONS);
const changeBoth: TypedDocumentNode<ChangeBothData> = gql(CHANGE_BOTH);

const optimisticPause = (status: string) => ({
  pauseClassificationJob: {
    __typename: 'ClassificationJobPayload',
    outcome: 'APPLIED',
    userErrors: [],
    classificationJob: { __typename: 'ClassificationJob', id: FIRST_JOB, status, statusLabel: 'Pausing' },
  },
});

const codesIn = (error: unknown) =>
  CombinedGraphQLErrors.is(error) ? error.errors.map(({ extensions }) => extensions?.code) : error;

/** The cached list after a page is read into it. */
async function readPage(client: ApolloClient, first: number, after?: string | null) {
  await client.query({ query, variables: { first, after }, fetchPolicy: 'network-only' });
  return client.readQuery({ query, variables: { first } })?.classificationJobs;
}

const statusInList = (client: ApolloClient) =>
  client.readQuery({ query, variables: { first: 4 } })?.classificationJobs?.edges[0]?.node.status;

test('merges pages, and reads a failed source again from retryCursor', async () => {
  await jobs.harness.lay(HOME_IS_DOWN);
  const client = connect();
  const first = await readPage(client, 4);
  expect(shown(first)).toEqual(FAILED_PAGE);
  await recover(jobs.harness);
  expect(shown(await readPage(client, 4, first?.completeness.retryCursor))).toEqual(RETRIED_PAGES);
});

test('keeps a list incomplete when only the first page lacks rows', async () => {
  await jobs.harness.lay(HOME_IS_UNREADABLE);
  const client = connect();
  const first = await readPage(client, 1);
  const second = await readPage(client, 1, first?.pageInfo.endCursor);
  const third = await readPage(client, 1, second?.pageInfo.endCursor);
  for (const list of [first, second, third]) {
    expect(shown(list)).toMatchObject({
      complete: false,
      canRetry: false,
      sources: ['home UNREADABLE_ROWS', 'partner OK'],
    });
  }
  expect(shown(third)).toMatchObject({ ids: PARTNER_JOBS, hasNextPage: false });
  await recover(jobs.harness);
  expect(shown(await readPage(client, 1))).toMatchObject({ ids: HOME_JOBS.slice(0, 1), complete: true });
});

test('matches fragments on interfaces, and finds the row of a list by id', async () => {
  const client = connect();
  await readPage(client, 4);
  const { data } = await client.query({ query: gql(RESOURCE), variables: { id: FIRST_JOB } });
  expect(data).toMatchObject({ node: { statusLabel: 'Running', isTerminal: false } });
});

test('updates the list from the payload of a mutation, also of a refused one', async () => {
  const client = connect();
  await readPage(client, 4);
  const send = (optimistic?: string) =>
    client.mutate({
      mutation: pause,
      variables: { input: { id: FIRST_JOB, expectedStatus: 'RUNNING' } },
      ...(optimistic !== undefined && { optimisticResponse: optimisticPause(optimistic) }),
    });
  const { data } = await send();
  expect(data?.pauseClassificationJob).toMatchObject({ outcome: 'APPLIED', userErrors: [] });
  expect(statusInList(client)).toBe('USER_PAUSED');
  await putFirstJob(jobs.harness, 'CANCELLED');
  await jobs.harness.forgetCalls();
  const refused = send('USER_PAUSED');
  expect(statusInList(client)).toBe('USER_PAUSED');
  expect((await refused).data?.pauseClassificationJob).toMatchObject({
    outcome: 'REFUSED',
    userErrors: [{ code: 'STATUS_MISMATCH' }],
  });
  expect(statusInList(client)).toBe('CANCELLED');
  expect(await jobs.harness.updates()).toEqual([]);
});

test('keeps the results of two changes of one resource apart', async () => {
  const client = connect();
  const items = [
    { id: FIRST_JOB, action: 'PAUSE' },
    { id: FIRST_JOB, action: 'PAUSE' },
  ];
  const { data } = await client.mutate({ mutation: changeBoth, variables: { input: { items } } });
  expect(data?.changeStatuses?.results.map(({ outcome }) => outcome)).toEqual(['APPLIED', 'REFUSED']);
  expect(Object.keys(client.extract() as object).filter((key) => key.startsWith('Change'))).toEqual([]);
});

test('returns the data beside the errors of fields', async () => {
  await jobs.harness.lay(NO_DETAILS);
  const { data, error } = await connect().query({ query: descriptions });
  expect(data?.classificationJobs.edges.map(({ node }) => [node.status, node.description])).toEqual([
    ['RUNNING', null],
    ['RUNNING', null],
  ]);
  expect(data?.classificationJobs.completeness).toMatchObject({ complete: false, fieldErrors: 2 });
  expect(codesIn(error)).toEqual(['AWS_ACCESS_DENIED', 'AWS_ACCESS_DENIED']);
});

test('sends the token, and receives a rejected one as a GraphQL error', async () => {
  const variables = { first: 1 };
  const [request] = await receivedDuring(async () => {
    const { data } = await connect(jobs.guarded.url, TOKEN).query({ query, variables });
    expect(data?.classificationJobs?.edges).toHaveLength(1);
  });
  expect(request?.headers).toMatchObject({
    authorization: `Bearer ${TOKEN}`,
    'apollographql-client-name': 'console',
  });
  const { error } = await connect(jobs.guarded.url, 'expired').query({ query, variables });
  expect(codesIn(error)).toEqual(['UNAUTHENTICATED']);
});

test('receives an exceeded rate limit as a GraphQL error, with the seconds to wait', async () => {
  const { queryLimits } = testConfig();
  const limited = await startTestGateway(jobs.harness.emulator.url, {
    queryLimits: { ...queryLimits, pointsPerMinute: 1 },
  });
  const { error } = await connect(limited.url).query({ query, variables: { first: 1 } });
  await limited.close();
  expect(error).toMatchObject({
    errors: [{ extensions: { code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) as number } }],
  });
});

test('receives the rejection of load shedding as a server error, which RetryLink sees', async () => {
  const overloaded = await startTestGateway(jobs.harness.emulator.url, {
    http: { ...testConfig().http, maxConcurrentRequests: 0 },
  });
  const { error } = await connect(overloaded.url).query({ query, variables: { first: 1 } });
  await overloaded.close();
  expect([ServerError.is(error), codesIn(error)]).toEqual([true, error]);
});

test('keeps only the last page of nodes', async () => {
  const nodes: TypedDocumentNode<NodesData, JobsVariables> = gql(NODES);
  const client = connect();
  const read = async (after?: string | null) =>
    (await client.query({ query: nodes, variables: { first: 2, after }, fetchPolicy: 'network-only' })).data
      ?.classificationJobs;
  const first = await read();
  await read(first?.pageInfo.endCursor);
  const merged = client.readQuery({ query: nodes, variables: { first: 2 } })?.classificationJobs;
  expect(merged?.nodes.map(({ id }) => id)).toEqual([HOME_JOBS[2], PARTNER_JOBS[0]]);
});

test('aborts a request by a signal', async () => {
  const controller = new AbortController();
  await jobs.harness.lay({ ...HOME_LIST, count: 1, hold: true });
  const fetchOptions = { signal: controller.signal };
  const reading = connect().query({ query, variables: { first: 6 }, context: { fetchOptions } });
  await jobs.harness.faultsLeft(0);
  controller.abort();
  expect((await reading).error?.name).toBe('AbortError');
  await jobs.harness.release();
});
