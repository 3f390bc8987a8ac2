// The read cache in the process: what is kept, for how long, for whom, and what a change drops.
import { createAdapters } from '../../../src/aws/adapters/all';
import { AwsClients } from '../../../src/aws/client/clients';
import { MemoryCacheStore } from '../../../src/aws/client/memory-cache-store';
import { ReadCache } from '../../../src/aws/client/read-cache';
import { AwsUsage } from '../../../src/aws/client/usage';
import { Targets } from '../../../src/domain/targets';
import { callContext, principal } from '../../support/call-context';
import { SEVERAL_TARGETS, HOME, useSeveralTargets } from '../../support/several-targets';

const KEPT = new Map([
  ['ListCases', 60],
  ['GetCase', 60],
  ['ListClassificationJobs', 60],
  ['DescribeClassificationJob', 60],
]);
const setup = useSeveralTargets({}, { targets: [HOME], readCacheSeconds: KEPT });

beforeEach(async () => {
  await setup.clearFaults();
  await setup.forgetCalls();
});

interface Answer {
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

async function ask(first: number, cacheControl = 'max-age=3600') {
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
  return { age: response.headers.get('age'), ...((await response.json()) as Answer) };
}

test('an answer that is kept costs no call, and tells its age', async () => {
  const before = new Date().toISOString();
  const first = await ask(3);
  expect(first.age).toBeNull();
  expect(first.extensions.aws).toMatchObject({ calls: 4, cached: 0 });
  const { asOf } = first.data.securityCases.completeness;
  expect(asOf >= before && asOf <= new Date().toISOString()).toBe(true);
  expect(await setup.callCounts()).toEqual({ ListCases: 1, GetCase: 3 });

  await setup.forgetCalls();
  const second = await ask(3);
  expect(second.data).toEqual(first.data);
  expect(second.age).toMatch(/^\d+$/);
  expect(second.extensions.aws).toMatchObject({ calls: 0, cached: 4, oldest: asOf });
  expect(second.data.securityCases.completeness.sources).toEqual([{ asOf }]);
  expect(await setup.callCounts()).toEqual({});
});

test('who wants it fresh gets it fresh, and renews what is kept', async () => {
  const kept = await ask(4);
  await setup.forgetCalls();
  const renewed = await ask(4, 'no-cache');
  expect(await setup.callCounts()).toEqual({ ListCases: 1, GetCase: 4 });
  expect(renewed.age).toBeNull();
  const [older, newer] = [kept, renewed].map(({ data }) => data.securityCases.completeness.asOf);
  expect(Date.parse(newer ?? '')).toBeGreaterThan(Date.parse(older ?? ''));
});

test('an answer that is older than the client may do with is asked for anew', async () => {
  await ask(5);
  await setup.forgetCalls();
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  await ask(5, 'max-age=1');
  expect(await setup.callCounts()).toEqual({ ListCases: 1, GetCase: 5 });
});

test('another page, filter or target is another answer', async () => {
  await ask(6);
  await setup.forgetCalls();
  await ask(7);
  expect(await setup.callCounts()).toEqual({ ListCases: 1, GetCase: 1 });
});

test('a change drops what is kept of its service, and nothing else', async () => {
  const jobs = '{ classificationJobs(first: 3) { nodes { id } } }';
  await setup.gateway.send(jobs);
  const { data } = await ask(25);
  const open = data.securityCases.nodes.find(({ status }) => status !== 'CLOSED');
  const closing = `mutation { closeSecurityCase(input: { id: "${open?.id ?? ''}" }) { change { outcome } } }`;
  expect(await setup.gateway.send(closing)).toEqual({
    data: { closeSecurityCase: { change: { outcome: 'APPLIED' } } },
  });
  await setup.forgetCalls();
  const after = await ask(25);
  expect(after.data.securityCases.nodes.find(({ id }) => id === open?.id)?.status).toBe('CLOSED');
  expect(await setup.callCounts()).toEqual({ ListCases: 1, GetCase: 25 });
  await setup.forgetCalls();
  await setup.gateway.send(jobs);
  expect(await setup.callCounts()).toEqual({});
});

test('a change reads afresh, whatever is kept', async () => {
  const { data } = await setup.gateway.send(
    '{ classificationJobs(first: 1, filter: { statuses: [RUNNING] }) { nodes { id jobId description } } }',
  );
  const { nodes } = data?.classificationJobs as { nodes: { id: string; jobId: string }[] };
  const [job] = nodes;
  // Somebody else cancels it, past the gateway.
  await setup.emulator.control('POST', '/put', {
    service: 'macie2',
    resource: 'job',
    id: job?.jobId,
    set: { jobStatus: 'CANCELLED' },
  });
  const pause = `mutation { pauseClassificationJob(input: { id: "${job?.id ?? ''}" }) { change { from outcome } } }`;
  expect(await setup.gateway.send(pause)).toEqual({
    data: { pauseClassificationJob: { change: { from: 'CANCELLED', outcome: 'REFUSED' } } },
  });
});

test('a failure is not kept', async () => {
  const error = { type: 'AccessDeniedException' };
  await setup.lay({ service: 'security-ir', operation: 'ListCases', count: 1, error });
  const failed = await ask(8);
  expect(failed.data.securityCases.nodes).toEqual([]);
  const mended = await ask(8);
  expect(mended.data.securityCases.nodes).toHaveLength(8);
});

test('what was read while a change was under way is not kept', async () => {
  const store = new MemoryCacheStore();
  const look = await store.lookUp('scope', 'key', 60);
  await store.drop('scope');
  look.store({ output: 'before', asOf: new Date() });
  expect((await store.lookUp('scope', 'key', 60)).found).toBeUndefined();
});

test('callers have answers of their own', async () => {
  const cache = new ReadCache(new MemoryCacheStore(), KEPT);
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
