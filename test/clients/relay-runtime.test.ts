// Relay 21 with the environment of docs/clients.md, and operations that Relay's compiler compiles.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import compiler from 'relay-compiler';
import {
  commitMutation,
  createOperationDescriptor,
  fetchQuery,
  Environment,
  getRequest,
  RecordSource,
  Store,
  type ConcreteRequest,
  type OperationDescriptor,
  type Variables,
} from 'relay-runtime';
import { readConfig } from '../../src/config/config';
import { describeWith } from '../support/describe-with';
import { startTestGateway } from '../support/gateway';
import {
  FAILED_PAGE,
  FIRST_JOB,
  HOME_IS_DOWN,
  HOME_IS_UNREADABLE,
  HOME_JOBS,
  NO_DETAILS,
  PARTNER_JOBS,
  putFirstJob,
  recover,
  RETRIED_PAGES,
  shown,
  TOKEN,
  useJobs,
} from './jobs';
import type { ChangeBothData, DescriptionsData, JobsData, PauseData } from './operations';
import { configOf, receivedDuring } from './page';
import { openTemporaryProject } from './temporary-project';

interface PageModule {
  readonly createRelay: (url: string, token: () => string) => Environment;
}

const CONFIG = configOf('relay.config.json');
const isAvailable = compiler !== null && existsSync(compiler);
const { createRelay } = jest.requireActual<PageModule>('./fixtures/page/relay');
const jobs = useJobs();
const connect = (url = jobs.gateway.url, token = 'none') => createRelay(url, () => token);

const project = isAvailable ? openTemporaryProject('page', 'relay.config.json', CONFIG) : undefined;

beforeAll(() => {
  const result = project?.run(compiler ?? '', 'relay.config.json');
  expect([result?.status, result?.status === 0 ? '' : result?.output]).toEqual([0, '']);
});
afterAll(() => project?.remove());

const operation = (name: string, from = project) =>
  getRequest(
    jest.requireActual<{ default: ConcreteRequest }>(`${from?.generated ?? ''}/operations${name}.graphql.ts`)
      .default,
  );

const lookUp = (environment: Environment, request: OperationDescriptor) =>
  environment.lookup(request.fragment).data as unknown;

/** The data of the store after the response is written into it. */
async function read(environment: Environment, name: string, variables: Variables): Promise<unknown> {
  await fetchQuery(environment, operation(name), variables).toPromise();
  return lookUp(environment, createOperationDescriptor(operation(name), variables));
}

async function readPage(environment: Environment, first: number, after?: string | null) {
  return ((await read(environment, 'ListQuery', { first, after })) as JobsData).classificationJobs;
}

const mutate = <Data>(environment: Environment, name: string, input: object) =>
  new Promise<Data>((resolve, reject) => {
    commitMutation(environment, {
      mutation: operation(name),
      variables: { input },
      onCompleted: (data) => {
        resolve(data as Data);
      },
      onError: reject,
    });
  });

/** The first job in the store, if the store has everything that a query of it selects. */
function firstJobIn(environment: Environment): unknown {
  const request = createOperationDescriptor(operation('ResourceQuery'), { id: FIRST_JOB });
  return environment.check(request).status === 'available' ? lookUp(environment, request) : undefined;
}

const BOTH = {
  items: [
    { id: FIRST_JOB, action: 'PAUSE' },
    { id: FIRST_JOB, action: 'PAUSE' },
  ],
};
const outcomesIn = ({ changeStatuses }: ChangeBothData) =>
  changeStatuses?.results.map(({ outcome }) => outcome);

describeWith(
  isAvailable,
  'clients/relay-runtime',
  `a relay-compiler for ${process.platform} ${process.arch}`,
)('with the environment of docs/clients.md', () => {
  test('merges pages, and loads the next page from retryCursor', async () => {
    await jobs.harness.lay(HOME_IS_DOWN);
    const environment = connect();
    const first = await readPage(environment, 4);
    expect(shown(first)).toEqual({ ...FAILED_PAGE, hasNextPage: true });
    await recover(jobs.harness);
    // loadNext of usePaginationFragment sends pageInfo.endCursor of the store.
    expect(shown(await readPage(environment, 4, first?.pageInfo.endCursor))).toEqual(RETRIED_PAGES);
  });

  test('keeps a list incomplete when only the first page lacks rows', async () => {
    await jobs.harness.lay(HOME_IS_UNREADABLE);
    const environment = connect();
    const first = await readPage(environment, 1);
    const second = await readPage(environment, 1, first?.pageInfo.endCursor);
    const third = await readPage(environment, 1, second?.pageInfo.endCursor);
    for (const list of [first, second, third]) {
      expect(shown(list)).toMatchObject({
        complete: false,
        canRetry: false,
        sources: ['home UNREADABLE_ROWS', 'partner OK'],
      });
    }
    expect(shown(third)).toMatchObject({ ids: PARTNER_JOBS, hasNextPage: false });
    await recover(jobs.harness);
    expect(shown(await readPage(environment, 1))).toMatchObject({
      ids: HOME_JOBS.slice(0, 1),
      complete: true,
    });
  });

  test('finds a row of a list by id, and updates it from the payload of a mutation', async () => {
    const environment = connect();
    await readPage(environment, 4);
    expect(firstJobIn(environment)).toEqual({ node: { statusLabel: 'Running', isTerminal: false } });
    const input = { id: FIRST_JOB, expectedStatus: 'RUNNING' };
    const applied = await mutate<PauseData>(environment, 'PauseMutation', input);
    expect(applied.pauseClassificationJob).toMatchObject({ outcome: 'APPLIED', userErrors: [] });
    expect(firstJobIn(environment)).toMatchObject({ node: { statusLabel: 'Paused by a user' } });
    await putFirstJob(jobs.harness, 'CANCELLED');
    await jobs.harness.forgetCalls();
    const refused = await mutate<PauseData>(environment, 'PauseMutation', input);
    expect(refused.pauseClassificationJob).toMatchObject({
      outcome: 'REFUSED',
      userErrors: [{ code: 'STATUS_MISMATCH' }],
    });
    expect(firstJobIn(environment)).toMatchObject({ node: { statusLabel: 'Canceled' } });
    expect(await jobs.harness.updates()).toEqual([]);
  });

  test('keeps the results of two changes apart from each other, and from their resource', async () => {
    const environment = connect();
    await readPage(environment, 4);
    const data = await mutate<ChangeBothData>(environment, 'ChangeBothMutation', BOTH);
    expect(outcomesIn(data)).toEqual(['APPLIED', 'REFUSED']);
    expect(environment.getStore().getSource().get(FIRST_JOB)).toMatchObject({
      __typename: 'ClassificationJob',
    });
  });

  test('by default, drops the rows of retryCursor', async () => {
    const warnings = jest.spyOn(console, 'error').mockReturnValue();
    const network = connect().getNetwork();
    const environment = new Environment({ network, store: new Store(new RecordSource()) });
    await jobs.harness.lay(HOME_IS_DOWN);
    const first = await readPage(environment, 4);
    await recover(jobs.harness);
    const second = shown(await readPage(environment, 4, first?.completeness.retryCursor));
    expect(second?.ids).toEqual(PARTNER_JOBS);
    warnings.mockRestore();
  });

  test('shows the data beside the errors of fields, without the errors', async () => {
    await jobs.harness.lay(NO_DETAILS);
    const data = (await read(connect(), 'DescriptionsQuery', {})) as DescriptionsData;
    expect(data.classificationJobs.edges.map(({ node }) => [node.status, node.description])).toEqual([
      ['RUNNING', null],
      ['RUNNING', null],
    ]);
    expect(data.classificationJobs.completeness).toEqual({ complete: false, fieldErrors: 2 });
  });

  test('executes trusted documents by their ids', async () => {
    const persisted = openTemporaryProject('page', 'relay.config.json', {
      ...CONFIG,
      persistConfig: { file: './persisted-documents.json', algorithm: 'SHA256' },
    });
    const file = join(persisted.generated, '../persisted-documents.json');
    writeFileSync(file, '{}');
    const { status, output } = persisted.run(compiler ?? '', 'relay.config.json');
    expect([status, status === 0 ? '' : output]).toEqual([0, '']);
    const { queryLimits } = readConfig({ TRUSTED_DOCUMENTS: file, INTROSPECTION: 'false' });
    const gateway = await startTestGateway(jobs.harness.emulator.url, { queryLimits });
    const environment = createRelay(gateway.url, () => 'none');
    const query = operation('DescriptionsQuery', persisted);
    const data = (await fetchQuery(environment, query, {}).toPromise()) as DescriptionsData | undefined;
    expect(data?.classificationJobs.edges.map(({ node }) => node.status)).toEqual(['RUNNING', 'RUNNING']);
    await gateway.close();
    persisted.remove();
  });

  test('sends the token, and throws when the gateway returns no data', async () => {
    const [request] = await receivedDuring(async () => {
      const list = await readPage(connect(jobs.guarded.url, TOKEN), 1);
      expect(list?.edges).toHaveLength(1);
    });
    expect(request).toMatchObject({ method: 'POST', headers: { authorization: `Bearer ${TOKEN}` } });
    await expect(readPage(connect(jobs.guarded.url, 'expired'), 1)).rejects.toMatchObject({
      source: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
    });
  });
});
