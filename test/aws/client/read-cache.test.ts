// The read cache in memory: cached operations, maximum age, callers, and invalidation by changes.
import { createAdapters } from '../../../src/aws/adapters/all';
import { AwsClients } from '../../../src/aws/client/clients';
import { MemoryCacheStore } from '../../../src/aws/client/memory-cache-store';
import { ReadCache } from '../../../src/aws/client/read-cache';
import { AwsUsage } from '../../../src/aws/client/usage';
import { Targets } from '../../../src/domain/targets';
import { callContext, principal } from '../../support/call-context';
import { SEVERAL_TARGETS, HOME, useSeveralTargets } from '../../support/several-targets';

const CACHED_OPERATIONS = new Map([
  ['ListCases', 60],
  ['GetCase', 60],
  ['ListClassificationJobs', 60],
  ['DescribeClassificationJob', 60],
]);
const setup = useSeveralTargets({}, { targets: [HOME], readCacheSeconds: CACHED_OPERATIONS });

beforeEach(async () => {
  await setup.clearFaults();
  await setup.forgetCalls();
});

interface Response {
  readonly data: {
    readonly securityCases: {
      readonly nodes: readonly { readonly id: string; readonly status: string }[];
      readonly completeness: {
        readonly asOf: string;
        readonly sources: readonly { readonly asOf: string }[];
      };
    };
  };
  readonly extensions: {
    readonly aws: { readonly calls: number; readonly cached: number; readonly oldest?: string };
  };
}

async function send(first: number, cacheControl = 'max-age=3600') {
  const response = await fetch(setup.gateway.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-include-aws-usage': 'true',
      'cache-control': cacheControl,
    },
    body: JSON.stringify({
      query: `{ securityCases(first: ${first}) {
        nodes { id status description } completeness { asOf sources { asOf } }
      } }`,
    }),
  });
  return { age: response.headers.get('age'), ...((await response.json()) as Response) };
}

test('a response with unreadable values is not cached', async () => {
  const items = [{ caseId: '1234567890', caseStatus: 'Closed', title: 5 }];
  const answer = { body: JSON.stringify({ items }) };
  await setup.lay({ service: 'security-ir', operation: 'ListCases', answer });
  for (let count = 1; count <= 2; count += 1) {
    const response = await fetch(setup.gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'cache-control': 'max-age=3600' },
      body: JSON.stringify({
        query: '{ securityCases(first: 5) { nodes { title } completeness { fieldErrors } } }',
      }),
    });
    expect(await response.json()).toMatchObject({
      data: { securityCases: { nodes: [{ title: null }], completeness: { fieldErrors: 1 } } },
    });
    expect(await setup.callCounts()).toEqual({ ListCases: count });
  }
});

test('a cached response costs no call and reports its age', async () => {
  const before = new Date().toISOString();
  const first = await send(3);
  expect(first.age).toBeNull();
  expect(first.extensions.aws).toMatchObject({ calls: 4, cached: 0 });
  const { asOf } = first.data.securityCases.completeness;
  expect(asOf >= before && asOf <= new Date().toISOString()).toBe(true);
  expect(await setup.callCounts()).toEqual({ ListCases: 1, GetCase: 3 });

  await setup.forgetCalls();
  const second = await send(3);
  expect(second.data).toEqual(first.data);
  expect(second.age).toMatch(/^\d+$/);
  expect(second.extensions.aws).toMatchObject({ calls: 0, cached: 4, oldest: asOf });
  expect(second.data.securityCases.completeness.sources).toEqual([{ asOf }]);
  expect(await setup.callCounts()).toEqual({});
});

test('a request with no-cache reads from AWS and updates the cache', async () => {
  const cached = await send(4);
  await setup.forgetCalls();
  const renewed = await send(4, 'no-cache');
  expect(await setup.callCounts()).toEqual({ ListCases: 1, GetCase: 4 });
  expect(renewed.age).toBeNull();
  const [older, newer] = [cached, renewed].map(({ data }) => data.securityCases.completeness.asOf);
  expect(Date.parse(newer ?? '')).toBeGreaterThan(Date.parse(older ?? ''));
});

test('the gateway reads again when cached data is older than max-age', async () => {
  await send(5);
  await setup.forgetCalls();
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  await send(5, 'max-age=1');
  expect(await setup.callCounts()).toEqual({ ListCases: 1, GetCase: 5 });
});

test('another page size is another entry of the cache', async () => {
  await send(6);
  await setup.forgetCalls();
  await send(7);
  expect(await setup.callCounts()).toEqual({ ListCases: 1, GetCase: 1 });
});

test('a change invalidates the entries of its service only', async () => {
  const jobs = '{ classificationJobs(first: 3) { nodes { id } } }';
  await setup.gateway.send(jobs);
  const { data } = await send(25);
  const open = data.securityCases.nodes.find(({ status }) => status !== 'CLOSED');
  const closing = `mutation { closeSecurityCase(input: { id: "${open?.id ?? ''}" }) { outcome } }`;
  expect(await setup.gateway.send(closing)).toEqual({
    data: { closeSecurityCase: { outcome: 'APPLIED' } },
  });
  await setup.forgetCalls();
  const after = await send(25);
  expect(after.data.securityCases.nodes.find(({ id }) => id === open?.id)?.status).toBe('CLOSED');
  expect(await setup.callCounts()).toEqual({ ListCases: 1, GetCase: 25 });
  await setup.forgetCalls();
  await setup.gateway.send(jobs);
  expect(await setup.callCounts()).toEqual({});
});

test('a change reads from AWS and not from the cache', async () => {
  const { data } = await setup.gateway.send(
    '{ classificationJobs(first: 1, filter: { statuses: [RUNNING] }) { nodes { id jobId description } } }',
  );
  const { nodes } = data?.classificationJobs as { nodes: { id: string; jobId: string }[] };
  const [job] = nodes;
  // Another client of AWS cancels the job.
  await setup.emulator.control('POST', '/put', {
    service: 'macie2',
    resource: 'job',
    id: job?.jobId,
    set: { jobStatus: 'CANCELLED' },
  });
  const pause = `mutation { pauseClassificationJob(input: { id: "${job?.id ?? ''}" }) { outcome change { from } } }`;
  expect(await setup.gateway.send(pause)).toEqual({
    data: { pauseClassificationJob: { outcome: 'REFUSED', change: { from: 'CANCELLED' } } },
  });
});

test('the cache does not store a failure', async () => {
  const error = { type: 'AccessDeniedException' };
  await setup.lay({ service: 'security-ir', operation: 'ListCases', count: 1, error });
  const failed = await send(8);
  expect(failed.data.securityCases.nodes).toEqual([]);
  const recovered = await send(8);
  expect(recovered.data.securityCases.nodes).toHaveLength(8);
});

test('the cache does not store a read that a change overtook', async () => {
  const store = new MemoryCacheStore();
  const lookUp = await store.lookUp('scope', 'key', 60);
  await store.drop('scope');
  lookUp.store({ output: 'before', asOf: new Date() });
  expect((await store.lookUp('scope', 'key', 60)).found).toBeUndefined();
});

test('callers do not share cached responses', async () => {
  const cache = new ReadCache(new MemoryCacheStore(), CACHED_OPERATIONS);
  const clients = new AwsClients(
    new Targets(SEVERAL_TARGETS),
    { mode: 'emulator', endpoint: setup.emulator.url },
    { cache },
  );
  const { SecurityCase } = createAdapters(clients);
  const usage = new AwsUsage();
  const read = (caller: string) =>
    SecurityCase.list(
      'home',
      { token: undefined, size: 9 },
      callContext({ principal: principal(caller), usage }),
    );
  await read('ann');
  await read('ann');
  await read('bob');
  expect(usage.report()).toMatchObject({ calls: 2, cached: 1 });
  clients.destroy();
});
