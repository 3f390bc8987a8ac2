// The clients on their default settings: nothing but the URL.
import { setTimeout as delay } from 'node:timers/promises';
import {
  ApolloClient,
  gql as apolloGql,
  HttpLink,
  InMemoryCache,
  type TypedDocumentNode,
} from '@apollo/client';
import { cacheExchange, Client, fetchExchange, gql as urqlGql } from '@urql/core';
import { cacheExchange as graphcache } from '@urql/exchange-graphcache';
import { FIRST_JOB, HOME_JOBS, NO_DETAILS, PARTNER_JOBS, useJobs } from './jobs';
import { DESCRIPTIONS, JOBS, PAUSE, PLAIN, PLAIN_PAUSE, type JobsData, type PauseData } from './operations';
import { receivedDuring } from './page';

interface RequestModule {
  readonly request: <Data>(url: string, document: unknown, variables: object) => Promise<Data>;
}

const { request } = jest.requireActual<RequestModule>('graphql-request');

const jobsIn = (text: string): TypedDocumentNode<JobsData> => apolloGql(text);
const pauseIn = (text: string): TypedDocumentNode<PauseData> => apolloGql(text);

const jobs = useJobs();
const variables = { first: 10 };
const input = { id: FIRST_JOB };

interface DefaultClient {
  readonly name: string;
  /** The method of queries. */
  readonly method: 'GET' | 'POST';
  /** The values of two fields of fragments on interfaces: a label, and the outcome of a mutation. */
  readonly readsInterfaces: readonly [label: string | undefined, outcome: string | undefined];
  /** True if the client returns the data of a response that has errors of fields. */
  readonly keepsData: boolean;
  readonly connect: (url: string) => {
    readonly query: (text: string) => Promise<JobsData | null | undefined>;
    readonly mutate: (text: string) => Promise<PauseData | null | undefined>;
  };
}

function urql(url: string, cache = cacheExchange) {
  const client = new Client({ url, exchanges: [cache, fetchExchange] });
  return {
    query: async (text: string) => (await client.query<JobsData>(urqlGql(text), variables).toPromise()).data,
    mutate: async (text: string) =>
      (await client.mutation<PauseData>(urqlGql(text), { input }).toPromise()).data,
  };
}

const CLIENTS: DefaultClient[] = [
  {
    name: 'Apollo Client',
    method: 'POST',
    readsInterfaces: [undefined, undefined],
    keepsData: false,
    connect: (uri) => {
      const client = new ApolloClient({ link: new HttpLink({ uri }), cache: new InMemoryCache() });
      return {
        query: async (text) => (await client.query({ query: jobsIn(text), variables })).data,
        mutate: async (text) => (await client.mutate({ mutation: pauseIn(text), variables: { input } })).data,
      };
    },
  },
  { name: 'urql', method: 'GET', readsInterfaces: ['Running', 'APPLIED'], keepsData: true, connect: urql },
  {
    name: 'urql with Graphcache',
    method: 'GET',
    readsInterfaces: ['Running', undefined],
    keepsData: true,
    connect: (url) => urql(url, graphcache()),
  },
  {
    name: 'graphql-request',
    method: 'POST',
    readsInterfaces: ['Running', 'APPLIED'],
    keepsData: false,
    connect: (url) => ({
      query: (text) => request<JobsData>(url, text, variables),
      mutate: (text) => request<PauseData>(url, text, { input }),
    }),
  },
];

beforeEach(() => {
  // Graphcache warns about each type without an id.
  jest.spyOn(console, 'warn').mockReturnValue();
});
afterEach(() => {
  jest.restoreAllMocks();
});

test.each(CLIENTS)('$name reads a page by $method, and pauses a job', async ({ method, connect }) => {
  const client = connect(jobs.gateway.url);
  const requests = await receivedDuring(async () => {
    const list = (await client.query(PLAIN))?.classificationJobs;
    expect(list?.edges.map(({ node }) => node.id)).toEqual([...HOME_JOBS, ...PARTNER_JOBS]);
    expect(list?.completeness.complete).toBe(true);
  });
  expect(requests.map((request) => request.method)).toEqual([method]);
  expect((await client.mutate(PLAIN_PAUSE))?.pauseClassificationJob).toMatchObject({
    outcome: 'APPLIED',
    userErrors: [],
    classificationJob: { id: FIRST_JOB, status: 'USER_PAUSED' },
  });
});

test.each(CLIENTS)(
  '$name reads fragments on interfaces: $readsInterfaces',
  async ({ connect, readsInterfaces }) => {
    const client = connect(jobs.gateway.url);
    const list = (await client.query(JOBS))?.classificationJobs;
    const payload = (await client.mutate(PAUSE))?.pauseClassificationJob;
    expect([list?.edges[0]?.node.statusLabel, payload?.outcome]).toEqual(readsInterfaces);
  },
);

test.each(CLIENTS)(
  '$name keeps the data beside the errors of fields: $keepsData',
  async ({ connect, keepsData }) => {
    await jobs.harness.lay(NO_DETAILS);
    const data = await connect(jobs.gateway.url)
      .query(DESCRIPTIONS)
      .catch(() => undefined);
    expect(data?.classificationJobs?.completeness.complete).toBe(keepsData ? false : undefined);
  },
);

test('urql sends a query by POST if its URL would have more than 2,047 characters', async () => {
  const { url } = jobs.gateway;
  const fields = Array.from({ length: 50 }, (_, index) => `targets${index}: targets { id name accountId }`);
  const client = new Client({ url, exchanges: [fetchExchange] });
  const requests = await receivedDuring(async () => {
    const { error } = await client.query(urqlGql(`{ ${fields.join(' ')} }`), {}).toPromise();
    expect(error).toBeUndefined();
  });
  expect(requests).toMatchObject([{ method: 'POST' }]);
});

test('urql reads a query again after a mutation that returns one of its types', async () => {
  const client = new Client({ url: jobs.gateway.url, exchanges: [cacheExchange, fetchExchange] });
  const statuses: (string | undefined)[] = [];
  const subscription = client.query<JobsData>(urqlGql(PLAIN), variables).subscribe(({ data, stale }) => {
    if (!stale) statuses.push(data?.classificationJobs?.edges[0]?.node.status);
  });
  while (statuses.length === 0) await delay(5);
  await client.mutation(urqlGql(PLAIN_PAUSE), { input }).toPromise();
  while (statuses.length === 1) await delay(5);
  subscription.unsubscribe();
  expect(statuses).toEqual(['RUNNING', 'USER_PAUSED']);
});

test('urql sends queries by POST with preferGetMethod: false', async () => {
  const { url } = jobs.gateway;
  const client = new Client({ url, exchanges: [fetchExchange], preferGetMethod: false });
  const requests = await receivedDuring(() => client.query(urqlGql(PLAIN), variables).toPromise());
  expect(requests).toMatchObject([{ method: 'POST' }]);
});

test('graphql-request throws when a field has an error, and the error has the data', async () => {
  await jobs.harness.lay(NO_DETAILS);
  await expect(request(jobs.gateway.url, DESCRIPTIONS, {})).rejects.toMatchObject({
    response: {
      data: { classificationJobs: { completeness: { fieldErrors: 2 } } },
      errors: [{ extensions: { code: 'AWS_ACCESS_DENIED' } }, { extensions: { code: 'AWS_ACCESS_DENIED' } }],
    },
  });
});
