// Compiled queries behind Apollo Server: each use of a query gets the same response, with completeness, error codes and usage.
import { startTestEmulator, type TestEmulator } from '../../support/emulator';
import { startTestGateway, type TestGateway } from '../../support/gateway';

let emulator: TestEmulator;
let gateway: TestGateway;

beforeAll(async () => {
  emulator = await startTestEmulator({ sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 } });
  gateway = await startTestGateway(emulator.url, { executor: 'compiled' });
});
afterAll(async () => {
  await gateway.close();
  await emulator.close();
});

interface Response {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly path?: readonly unknown[];
    readonly extensions: { readonly code: string };
  }[];
  readonly extensions?: {
    readonly aws: { readonly operations: readonly { operation: string; calls: number }[] };
  };
}

async function send(query: string, variables: object = {}): Promise<Response> {
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-include-aws-usage': 'true' },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Response;
}

const USES = [1, 2, 3];

const rows = Array.from({ length: 30 }, (_, index) => ({
  jobId: String(index).padStart(32, '0'),
  name: index === 29 ? 5 : `job ${index}`,
  jobStatus: 'RUNNING',
  jobType: 'ONE_TIME',
  createdAt: index === 1 ? 'yesterday' : '2026-11-01T00:00:00Z',
}));

test('unreadable fields count in the completeness of every use', async () => {
  const body = JSON.stringify({ items: rows });
  await emulator.control('POST', '/faults', {
    service: 'macie2',
    operation: 'ListClassificationJobs',
    answer: { body },
  });
  const query =
    '{ classificationJobs(first: 30) { nodes { name createdAt } completeness { complete fieldErrors } } }';
  const nodes = rows.map(({ name }, index) => ({
    name: index === 29 ? null : name,
    createdAt: index === 1 ? null : '2026-11-01T00:00:00.000Z',
  }));
  for (const use of USES) {
    const { data, errors, extensions } = await send(query);
    expect([use, data]).toEqual([
      use,
      { classificationJobs: { nodes, completeness: { complete: false, fieldErrors: 2 } } },
    ]);
    expect(errors?.map(({ path, extensions: { code } }) => [path?.join('.'), code]).sort()).toEqual([
      ['classificationJobs.nodes.1.createdAt', 'UNREADABLE_FIELD'],
      ['classificationJobs.nodes.29.name', 'UNREADABLE_FIELD'],
    ]);
    expect(extensions?.aws.operations.map(({ operation, calls }) => [operation, calls])).toEqual([
      ['ListClassificationJobs', 1],
    ]);
  }
});

test('invalid variables have the same errors at every use, and call nothing', async () => {
  const query = 'query ($id: AwsAccountId!) { macieMember(accountId: $id) { id } }';
  await emulator.control('DELETE', '/calls');
  const first = await send(query, { id: 'odd' });
  for (const response of [first, await send(query, { id: 'odd' }), await send(query, { id: 'odd' })]) {
    expect(response).toEqual(first);
    expect(response.errors?.map(({ extensions: { code } }) => code)).toEqual(['BAD_USER_INPUT']);
    expect(response).not.toHaveProperty('data');
  }
  expect(await emulator.calls()).toEqual([]);
});
