// The loaders of one request: what is read once, what is not read at all, and the end of the request's time.
import pino from 'pino';
import type { AuditLog } from '../../src/audit/audit-log';
import { openAuditLog } from '../../src/audit/open';
import { createAdapters } from '../../src/aws/adapters/all';
import { AwsClients } from '../../src/aws/client/clients';
import { createLoaders, type Loaders } from '../../src/loaders/all';
import { MemberCounts } from '../../src/loaders/member-finder';
import { Cursors } from '../../src/paging/cursors';
import { Targets } from '../../src/domain/targets';
import { callContext } from '../support/call-context';
import { SEVERAL_TARGETS, HOME, PARTNER, useSeveralTargets, WEST } from '../support/several-targets';

const setup = useSeveralTargets();

const targets = new Targets(SEVERAL_TARGETS);
let clients: AwsClients;
let audit: AuditLog;

beforeAll(async () => {
  audit = await openAuditLog(
    { auditDatabaseUrl: undefined, auditFile: ':memory:' },
    pino({ level: 'silent' }),
  );
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
  return createLoaders(createAdapters(clients), {
    targets,
    cursors: new Cursors(undefined),
    memberCounts: new MemberCounts(),
    audit,
    call,
  });
}

const home = ['home'];

test('a member that ListMembers has shown is not asked for again', async () => {
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

test('the same account in another target is another member', async () => {
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

test('a listed job is described when its detail is asked for, and once', async () => {
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

test('what a change read back is the newest there is', async () => {
  const { SecurityCase } = newRequest();
  const { nodes } = await SecurityCase.connection({ first: 1, targets: home });
  const before = await nodes[0]?.detail();
  if (before === undefined) throw new Error('There is no case.');
  SecurityCase.items.remember({ ...before, status: 'CLOSED', awsStatus: 'Closed' });
  const after = await SecurityCase.items.find(before);
  expect(after).toMatchObject({ caseId: before.caseId, status: 'CLOSED' });
  expect(await setup.callCounts()).toEqual({ ListCases: 1, GetCase: 1 });
});

test('a resource that went away behind the list fails as not found', async () => {
  const { SecurityCase } = newRequest();
  const gone = { kind: 'SecurityCase', target: 'home', caseId: '0000000000' } as const;
  const { nodes } = await SecurityCase.connection({ first: 1, targets: home });
  const [listed] = nodes;
  if (listed === undefined) throw new Error('There is no case.');
  const row = SecurityCase.items.present({ ...listed, ...gone });
  await expect(row.detail()).rejects.toMatchObject({
    code: 'AWS_NOT_FOUND',
    details: { service: 'security-ir', operation: 'GetCase', target: 'home' },
  });
});

test('one failure does not sink its neighbours, and is not tried again in the same request', async () => {
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

test('a request does not see what one before it has read', async () => {
  await newRequest().SecurityCase.connection({ first: 5, targets: home });
  await newRequest().SecurityCase.connection({ first: 5, targets: home });
  expect(await setup.callCounts()).toEqual({ ListCases: 2 });
});

test('at most sixteen reads of a service in a target are under way at once', async () => {
  await setup.lay({ service: 'macie2', operation: 'DescribeClassificationJob', latencyMs: 100 });
  const { ClassificationJob } = newRequest();
  const { nodes } = await ClassificationJob.connection({ first: 40, targets: home });
  const started = Date.now();
  await Promise.all(nodes.map((node) => node.detail()));
  // Forty in three rounds of up to sixteen.
  expect(Date.now() - started).toBeGreaterThanOrEqual(300);
});

test('a target that is silent until the end of the request has timed out', async () => {
  await setup.lay({ service: 'security-ir', operation: '*', region: WEST.region, hang: true });
  const { SecurityCase } = newRequest(AbortSignal.timeout(1_000));
  const { nodes, completeness } = await SecurityCase.connection({ first: 200 });
  expect(nodes).toHaveLength(60);
  expect(new Set(nodes.map(({ target }) => target))).toEqual(new Set([HOME.name, PARTNER.name]));
  expect(completeness.complete).toBe(false);
  expect(completeness.sources.map(({ target, state }) => [target, state])).toEqual([
    ['home', 'OK'],
    ['partner', 'OK'],
    ['west', 'TIMED_OUT'],
  ]);
});

test('reads that still waited for their turn then have timed out as well', async () => {
  const { ClassificationJob } = newRequest(AbortSignal.timeout(800));
  const { nodes } = await ClassificationJob.connection({ first: 40, targets: home });
  await setup.lay({ service: 'macie2', operation: 'DescribeClassificationJob', hang: true });
  const results = await Promise.allSettled(nodes.map((node) => node.detail()));
  const codes = results.map((result) =>
    result.status === 'rejected' ? (result.reason as { code?: string }).code : 'none',
  );
  expect(codes).toEqual(Array.from({ length: 40 }, () => 'AWS_TIMEOUT'));
});

test('a read waits for the turn of others no longer than its own request lasts', async () => {
  await setup.lay({ service: 'macie2', operation: 'DescribeClassificationJob', hang: true });
  const slow = newRequest(AbortSignal.timeout(1_200)).ClassificationJob;
  const { nodes } = await slow.connection({ first: 20, targets: home });
  const taken = Promise.allSettled(nodes.map((node) => node.detail()));
  const quick = newRequest(AbortSignal.timeout(200)).ClassificationJob;
  const ref = { kind: 'ClassificationJob', target: 'home', jobId: nodes[0]?.jobId ?? '' } as const;
  const asked = Date.now();
  await expect(quick.items.find(ref)).rejects.toMatchObject({ code: 'AWS_TIMEOUT' });
  expect(Date.now() - asked).toBeLessThan(1_000);
  await taken;
});

test('a read gets its turn though those in front of it gave theirs up', async () => {
  // As many as can be under way hang; all the others would be answered.
  await setup.lay({ service: 'macie2', operation: 'DescribeClassificationJob', count: 16, hang: true });
  const over = newRequest(AbortSignal.timeout(500)).ClassificationJob;
  const { nodes } = await over.connection({ first: 40, targets: home });
  const given = Promise.allSettled(nodes.map((node) => node.detail()));
  await setup.callsReach(17);
  const ref = { kind: 'ClassificationJob', target: 'home', jobId: nodes[0]?.jobId ?? '' } as const;
  expect(await newRequest().ClassificationJob.items.find(ref)).toMatchObject(ref);
  await given;
});

test('of more reads than may wait, those beyond are refused as too many', async () => {
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
  // Sixteen are under way and two thousand may wait.
  expect(counts).toEqual({ AWS_TIMEOUT: 2_016, OVERLOADED: 4 });
});
