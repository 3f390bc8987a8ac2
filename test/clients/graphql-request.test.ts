// graphql-request 7 as docs/clients.md configures it, with text and with documents of gql.tada.
import type { GraphQLError } from 'graphql';
import { putMember } from '../support/resources';
import { FIRST_JOB, NO_DETAILS, putFirstJob, TOKEN, useJobs } from './jobs';
import { DESCRIPTIONS, PAUSE, type DescriptionsData } from './operations';
import { receivedDuring } from './page';

interface RequestClient {
  request(document: unknown, variables?: object): Promise<unknown>;
  rawRequest(query: string): Promise<{ data: DescriptionsData; errors?: GraphQLError[] }>;
}

interface PageModule {
  readonly createRequestClient: (url: string, token: () => string) => RequestClient;
}

const { createRequestClient } = jest.requireActual<PageModule>('./fixtures/page/graphql-request');
const { Members } = jest.requireActual<{ Members: unknown }>('./fixtures/tada/members');

const jobs = useJobs();
const connect = (url = jobs.gateway.url, token = 'none') => createRequestClient(url, () => token);

test('returns the data beside the errors of fields', async () => {
  await jobs.harness.lay(NO_DETAILS);
  const { data, errors } = await connect().rawRequest(DESCRIPTIONS);
  expect(data.classificationJobs.completeness).toEqual({ complete: false, fieldErrors: 2 });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual([
    'AWS_ACCESS_DENIED',
    'AWS_ACCESS_DENIED',
  ]);
  expect(await connect().request(DESCRIPTIONS)).toEqual(data);
});

test('returns the user errors of a refused change, which AWS does not receive', async () => {
  await putFirstJob(jobs.harness, 'CANCELLED');
  const data = await connect().request(PAUSE, { input: { id: FIRST_JOB } });
  expect(data).toMatchObject({
    pauseClassificationJob: {
      outcome: 'REFUSED',
      userErrors: [{ code: 'INVALID_TRANSITION', allowed: [] }],
      classificationJob: { id: FIRST_JOB, status: 'CANCELLED' },
    },
  });
  expect(await jobs.harness.updates()).toEqual([]);
});

test('executes a document of gql.tada', async () => {
  await putMember(jobs.harness, 'Enabled');
  expect(await connect().request(Members, { first: 5 })).toMatchObject({
    macieMembers: { nodes: [{ accountId: '444455556666', status: 'ENABLED' }] },
  });
});

test('sends the token, and throws the error of a rejected one', async () => {
  const [request] = await receivedDuring(async () => {
    await connect(jobs.guarded.url, TOKEN).request(DESCRIPTIONS);
  });
  expect(request).toMatchObject({ method: 'POST', headers: { authorization: `Bearer ${TOKEN}` } });
  await expect(connect(jobs.guarded.url, 'expired').request(DESCRIPTIONS)).rejects.toMatchObject({
    response: { status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
  });
});
