// The loaders of one request: they share reads, reuse listed rows, and stop at the deadline of the request.
import { attentionThresholds } from '../support/attention';
import { createAdapters } from '../../src/aws/adapters/all';
import { AwsClients } from '../../src/aws/client/clients';
import { InFlightRequests } from '../../src/aws/client/in-flight-requests';
import { Loaders } from '../../src/loaders/all';
import { SharedPasses } from '../../src/loaders/shared-passes';
import { Cursors } from '../../src/paging/cursors';
import { Snapshots } from '../../src/paging/snapshots';
import { Targets } from '../../src/domain/targets';
import { openLog, type OpenAuditLog } from '../support/audit-stores';
import { callContext } from '../support/call-context';
import { SEVERAL_TARGETS, HOME, PARTNER, useSeveralTargets, WEST } from '../support/several-targets';

const setup = useSeveralTargets();

const targets = new Targets(SEVERAL_TARGETS);
let clients: AwsClients;
let audit: OpenAuditLog;

beforeAll(async () => {
  audit = await openLog({ databaseUrl: undefined, databaseFile: ':memory:' });
  clients = new AwsClients(targets, { mode: 'emulator', endpoint: setup.emulator.url });
});

afterAll(async () => {
  clients.destroy();
  await audit.close();
});

beforeEach(async () => {
  await setup.clearFaults();
  await setup.forgetCalls();
});

/** The loaders of a new request; its reads end when the signal aborts. */
function newRequest(signal?: AbortSignal): Loaders {
  const call = callContext(signal && { signal });
  return new Loaders(createAdapters(clients), {
    targets,
    cursors: new Cursors(undefined),
    snapshots: new Snapshots(),
    passes: new SharedPasses(new InFlightRequests()),
    audit,
    emulated: true,
    history: undefined,
    attention: attentionThresholds(),
    call,
  });
}

const home = ['home'];

test('a loader does not look up a member that ListMembers returned', async () => {
  const { MacieMember } = newRequest();
  const { nodes } = await MacieMember.connection({
    first: 50,
    targets: home,
    filter: { onlyAssociated: false },
  });
  expect(nodes).toHaveLength(30);
  const [listed] = nodes;
  const { accountId = '' } = listed ?? {};
  const found = await MacieMember.items.find({ kind: 'MacieMember', target: 'home', accountId });
  expect(found).toMatchObject({ accountId, awsStatus: listed?.awsStatus });
  expect(await listed?.detail()).toMatchObject({ accountId });
  expect(await setup.callCounts()).toEqual({ ListMembers: 2 });
});

test('a loader looks up the same account in another target separately', async () => {
  const { MacieMember } = newRequest();
  const { nodes } = await MacieMember.connection({
    first: 1,
    targets: home,
    filter: { onlyAssociated: false },
  });
  const { accountId = '' } = nodes[0] ?? {};
  const ref = { kind: 'MacieMember', target: 'partner', accountId } as const;
  expect(await MacieMember.items.find(ref)).toBeUndefined();
  expect(await setup.callCounts()).toEqual({ ListMembers: 1, GetMember: 1 });
});

test('a loader describes a listed job once, when a detail is requested', async () => {
  const { ClassificationJob } = newRequest();
  const { nodes } = await ClassificationJob.connection({ first: 3, targets: home });
  expect(await setup.callCounts()).toEqual({ ListClassificationJobs: 1 });
  const [job] = nodes;
  const details = await Promise.all([job?.detail(), job?.detail()]);
  const ref = { kind: 'ClassificationJob', target: 'home', jobId: job?.jobId ?? '' } as const;
  const found = await ClassificationJob.items.find(ref);
  expect(details[0]).toBe(details[1]);
  expect(await found?.detail()).toBe(details[0]);
  expect(found?.arn).toContain(ref.jobId);
  expect(await setup.callCounts()).toEqual({ ListClassificationJobs: 1, DescribeClassificationJob: 1 });
});

test('a loader returns the resource that a change read back', async () => {
  const { SecurityCase } = newRequest();
  const { nodes } = await SecurityCase.connection({ first: 1, targets: home });
  const before = await nodes[0]?.detail();
  if (before === undefined) throw new Error('There is no case.');
  SecurityCase.items.remember({ ...before, status: 'CLOSED', awsStatus: 'Closed' });
  const after = await SecurityCase.items.find(before);
  expect(after).toMatchObject({ caseId: before.caseId, status: 'CLOSED' });
  expect(await setup.callCounts()).toEqual({ ListCases: 1, GetCase: 1 });
});

test('the detail of a resource deleted since it was listed rejects as not found', async () => {
  const { SecurityCase } = newRequest();
  const deleted = { kind: 'SecurityCase', target: 'home', caseId: '0000000000' } as const;
  const { nodes } = await SecurityCase.connection({ first: 1, targets: home });
  const [listed] = nodes;
  if (listed === undefined) throw new Error('There is no case.');
  const row = SecurityCase.items.present({ ...listed, ...deleted });
  await expect(row.detail()).rejects.toMatchObject({
    code: 'AWS_NOT_FOUND',
    details: { service: 'security-ir', operation: 'GetCase', target: 'home' },
  });
});

test('a failed read does not affect other reads, and is not retried in the same request', async () => {
  const { SecurityCase } = newRequest();
  const { nodes } = await SecurityCase.connection({ first: 4, targets: home });
  const error = { type: 'AccessDeniedException' };
  await setup.lay({ service: 'security-ir', operation: 'GetCase', count: 1, error });
  const results = await Promise.allSettled(nodes.map((node) => node.detail()));
  expect(results.map(({ status }) => status).sort()).toEqual([
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'rejected',
  ]);
  const failed = nodes[results.findIndex(({ status }) => status === 'rejected')];
  await expect(failed?.detail()).rejects.toMatchObject({ code: 'AWS_ACCESS_DENIED' });
  expect(await setup.callCounts()).toEqual({ ListCases: 1, GetCase: 4 });
});

test('a request does not reuse reads of an earlier request', async () => {
  await newRequest().SecurityCase.connection({ first: 5, targets: home });
  await newRequest().SecurityCase.connection({ first: 5, targets: home });
  expect(await setup.callCounts()).toEqual({ ListCases: 2 });
});

test('at most sixteen reads of a service in a target run at once', async () => {
  await setup.lay({ service: 'macie2', operation: 'DescribeClassificationJob', latencyMs: 100 });
  const { ClassificationJob } = newRequest();
  const { nodes } = await ClassificationJob.connection({ first: 40, targets: home });
  const started = Date.now();
  await Promise.all(nodes.map((node) => node.detail()));
  // Forty reads take three rounds of up to sixteen.
  expect(Date.now() - started).toBeGreaterThanOrEqual(300);
});

test('a target that does not respond before the deadline is TIMED_OUT', async () => {
  await setup.lay({ service: 'security-ir', operation: '*', region: WEST.region, hang: true });
  const { SecurityCase } = newRequest(AbortSignal.timeout(1_000));
  const { nodes, completeness } = await SecurityCase.connection({ first: 200 });
  expect(nodes).toHaveLength(60);
  expect(new Set(nodes.map(({ target }) => target))).toEqual(new Set([HOME.name, PARTNER.name]));
  expect(completeness.complete).toBe(false);
  expect(completeness.sources.map(({ target, status }) => [target, status])).toEqual([
    ['home', 'OK'],
    ['partner', 'OK'],
    ['west', 'TIMED_OUT'],
  ]);
});

test('reads that are still queued at the deadline reject as timed out', async () => {
  const { ClassificationJob } = newRequest(AbortSignal.timeout(800));
  const { nodes } = await ClassificationJob.connection({ first: 40, targets: home });
  await setup.lay({ service: 'macie2', operation: 'DescribeClassificationJob', hang: true });
  const results = await Promise.allSettled(nodes.map((node) => node.detail()));
  const codes = results.map((result) =>
    result.status === 'rejected' ? (result.reason as { code?: string }).code : 'none',
  );
  expect(codes).toEqual(Array.from({ length: 40 }, () => 'AWS_TIMEOUT'));
});

test('a queued read waits no longer than the deadline of its request', async () => {
  await setup.lay({ service: 'macie2', operation: 'DescribeClassificationJob', hang: true });
  const slow = newRequest(AbortSignal.timeout(1_200)).ClassificationJob;
  const { nodes } = await slow.connection({ first: 20, targets: home });
  const slowReads = Promise.allSettled(nodes.map((node) => node.detail()));
  const quick = newRequest(AbortSignal.timeout(200)).ClassificationJob;
  const ref = { kind: 'ClassificationJob', target: 'home', jobId: nodes[0]?.jobId ?? '' } as const;
  const start = Date.now();
  await expect(quick.items.find(ref)).rejects.toMatchObject({ code: 'AWS_TIMEOUT' });
  expect(Date.now() - start).toBeLessThan(1_000);
  await slowReads;
});

test('a queued read runs after earlier reads in the queue were aborted', async () => {
  // The first sixteen calls hang, which is the concurrency limit. AWS responds to all later calls.
  await setup.lay({ service: 'macie2', operation: 'DescribeClassificationJob', count: 16, hang: true });
  const abortController = new AbortController();
  const aborted = newRequest(abortController.signal).ClassificationJob;
  const { nodes } = await aborted.connection({ first: 40, targets: home });
  const abortedReads = Promise.allSettled(nodes.map((node) => node.detail()));
  await setup.callsReach(17);
  abortController.abort();
  const ref = { kind: 'ClassificationJob', target: 'home', jobId: nodes[0]?.jobId ?? '' } as const;
  expect(await newRequest().ClassificationJob.items.find(ref)).toMatchObject(ref);
  await abortedReads;
});

test('reads beyond the capacity of the queue reject as OVERLOADED', async () => {
  await setup.lay({ service: 'security-ir', operation: 'GetCase', hang: true });
  const { SecurityCase } = newRequest(AbortSignal.timeout(500));
  const caseIds = Array.from({ length: 2_020 }, (_, index) => String(1_000_000_000 + index));
  const results = await Promise.allSettled(
    caseIds.map((caseId) => SecurityCase.items.find({ kind: 'SecurityCase', target: 'home', caseId })),
  );
  const counts: Record<string, number> = {};
  for (const result of results) {
    const code = result.status === 'rejected' ? String((result.reason as { code?: string }).code) : 'none';
    counts[code] = (counts[code] ?? 0) + 1;
  }
  // Sixteen reads run and two thousand are queued.
  expect(counts).toEqual({ AWS_TIMEOUT: 2_016, OVERLOADED: 4 });
});
