// Properties of the queue through the gateway: random resources, histories, changes, thresholds and filters; the emulator's state is the oracle.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import pino from 'pino';
import { SqlAuditLog } from '../../src/audit/sql-audit-log';
import { encodeId } from '../../src/domain/ids';
import type { AttentionPage } from '../support/attention';
import { intentOf, outcomeOf } from '../support/audit-records';
import { readState, startTestEmulator, type TestEmulator } from '../support/emulator';
import { runs } from '../support/fc-settings';
import { startTestGateway, testConfig, type TestGateway } from '../support/gateway';
import { TestHistory } from '../support/history';
import { SEVERAL_TARGETS } from '../support/several-targets';
import { isWanted, itemsIn, itemsOfChanges, unwatchedTargets, type ExpectedItem } from './expected-items';
import { HOUR_MS, queuePlan, REASONS, TARGET_NAMES, type QueuePlan } from './plans';

const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
let emulator: TestEmulator;

beforeAll(async () => {
  emulator = await startTestEmulator({ sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 } });
});
afterAll(async () => {
  await emulator.close();
  rmSync(folder, { recursive: true });
});

const digits = (index: number, length: number) => String(index).padStart(length, '0');
const ORGANIZATIONS = [0, 1, 2].map((index) => `m-${digits(index, 32)}`);

/** The resources of the plan. Their ids end with their index. */
async function putResources(plan: QueuePlan, now: number): Promise<void> {
  await emulator.control('POST', '/reset', { now: new Date(now).toISOString() });
  await emulator.control('POST', '/clock', { frozen: true });
  const ago = (hours: number) => new Date(now - hours * HOUR_MS).toISOString();
  const put = async (name: string, service: string, resource: string, id: string, set: object, more = {}) => {
    const { account, region } = SEVERAL_TARGETS.find((each) => each.name === name) ?? {};
    await emulator.control('POST', '/put', { service, resource, id, set, account, region, ...more });
  };
  for (const target of TARGET_NAMES)
    for (const id of ORGANIZATIONS) await put(target, 'workmail', 'organization', id, { Alias: id });
  for (const [
    index,
    { target, status, errorCode, createdAgo, pausedAgo, expiresIn },
  ] of plan.jobs.entries()) {
    await put(target, 'macie2', 'job', digits(index, 32), {
      name: `job ${index}`,
      jobType: 'ONE_TIME',
      jobStatus: status,
      createdAt: ago(createdAgo),
      lastRunErrorStatus: errorCode && { code: errorCode },
      userPausedDetails: {
        jobPausedAt: ago(pausedAgo),
        jobExpiresAt: expiresIn === undefined ? undefined : ago(-expiresIn),
      },
    });
  }
  for (const [index, { target, status, invitedAgo, updatedAgo }] of plan.members.entries()) {
    await put(target, 'macie2', 'member', digits(index + 1, 12), {
      relationshipStatus: status,
      invitedAt: invitedAgo === undefined ? undefined : ago(invitedAgo),
      updatedAt: ago(updatedAgo),
    });
  }
  for (const [index, job] of plan.exportJobs.entries()) {
    const set = {
      EntityId: 'S-1-1-11-1111111111',
      State: job.status,
      StartTime: ago(job.startedAgo),
      EndTime: ago(job.endedAgo),
      EstimatedProgress: job.progress,
    };
    const organizationId = ORGANIZATIONS[job.organization];
    await put(job.target, 'workmail', 'exportJob', digits(index, 8), set, { organizationId });
  }
  for (const [index, securityCase] of plan.cases.entries()) {
    const { target, status, resolverType, pendingAction, createdAgo, updatedAgo } = securityCase;
    await put(target, 'security-ir', 'case', digits(index, 10), {
      title: `case ${index}`,
      caseStatus: status,
      resolverType,
      pendingAction,
      createdDate: ago(createdAgo),
      lastUpdatedDate: ago(updatedAgo),
    });
  }
}

/** What the history and the audit trail of the gateway know. */
async function writeDatabase(databaseFile: string, plan: QueuePlan, now: number): Promise<void> {
  const history = await TestHistory.open(databaseFile);
  const ago = (hours: number) => new Date(now - hours * HOUR_MS);
  const kind = 'MailboxExportJob';
  for (const [index, target] of TARGET_NAMES.entries()) {
    const hours = plan.watchedFor[index];
    if (hours === undefined) continue;
    await history.look({ target, kind }, ago(hours));
    await history.look({ target, kind }, ago(0));
  }
  for (const [index, { target, organization, progress, events }] of plan.exportJobs.entries()) {
    const organizationId = ORGANIZATIONS[organization] ?? '';
    const resourceId = encodeId({ kind, target, organizationId, jobId: digits(index, 8) });
    for (const event of events) {
      const after = String(event.progress ?? progress);
      const changes = [{ field: 'estimatedProgress', before: 'before', after, redacted: false }];
      await history.append({ kind, target, resourceId, observedAt: ago(event.ago), changes });
    }
  }
  const audit = new SqlAuditLog(history.database, pino({ level: 'silent' }));
  for (const [index, { target, kind: resourceType, outcome, ago: hours }] of plan.changes.entries()) {
    const changeId = `change-${index}`;
    await audit.begin(intentOf(changeId, { createdAt: ago(hours), resourceType, target }));
    if (outcome !== undefined) await audit.end(outcomeOf(changeId, { createdAt: ago(hours), outcome }));
  }
  await history.close();
}

const QUERY = `query ($first: Int!, $after: String, $filter: AttentionFilter) {
  attention(first: $first, after: $after, filter: $filter) {
    nodes { id reason since dueAt isUrgent resource { id } auditEntry { changeId } }
    pageInfo { endCursor hasNextPage } totalCount { value exact }
    completeness { complete } unavailableReasons { reason code target { name } }
  }
}`;

interface Node {
  readonly id: string;
  readonly reason: string;
  readonly since: string | null;
  readonly dueAt: string | null;
  readonly isUrgent: boolean;
  readonly resource: { readonly id: string } | null;
  readonly auditEntry: { readonly changeId: string } | null;
}

type Page = Omit<AttentionPage, 'nodes'> & { readonly nodes: readonly Node[] };

async function walk(gateway: TestGateway, variables: { first: number; filter: object }): Promise<Page[]> {
  const pages: Page[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { data, errors } = await gateway.send(QUERY, { ...variables, after });
    expect(errors).toBeUndefined();
    const page = data?.attention as Page;
    pages.push(page);
    after = page.pageInfo.endCursor;
    more = page.pageInfo.hasNextPage;
  }
  return pages;
}

const KIND_VALUES = {
  ClassificationJob: 'CLASSIFICATION_JOB',
  MacieMember: 'MACIE_MEMBER',
  MailboxExportJob: 'MAILBOX_EXPORT_JOB',
  SecurityCase: 'SECURITY_CASE',
} as const;

const text = (time: number | undefined) => (time === undefined ? 'never' : new Date(time).toISOString());
const placeOf = ({ dueAt, since }: Pick<Node, 'dueAt' | 'since'>) =>
  `${dueAt ?? 'never'} ${since ?? 'never'}`;
const describeNode = ({ resource, auditEntry, ...node }: Node) =>
  `${placeOf(node)} ${node.reason} ${resource?.id ?? auditEntry?.changeId ?? ''} ${node.isUrgent}`;
const describeExpected = ({ dueAt, since, reason, of, isUrgent }: ExpectedItem) =>
  `${text(dueAt)} ${text(since)} ${reason} ${of} ${isUrgent}`;

async function checkQueue(plan: QueuePlan): Promise<void> {
  const now = Math.floor(Date.now() / 1_000) * 1_000;
  const databaseFile = join(folder, `${randomUUID()}.sqlite`);
  await putResources(plan, now);
  await writeDatabase(databaseFile, plan, now);
  const states = await Promise.all(
    SEVERAL_TARGETS.map(({ account, region }) => readState(emulator, account, region)),
  );
  const all = [
    ...TARGET_NAMES.flatMap((target, index) => {
      const state = states[index];
      return state === undefined ? [] : itemsIn(target, state, plan, now);
    }),
    ...itemsOfChanges(plan, now),
  ];
  const gateway = await startTestGateway(emulator.url, {
    targets: SEVERAL_TARGETS,
    attention: plan.thresholds,
    history: { ...testConfig().history, mode: 'listening' },
    databaseFile,
  });
  for (const { filter, first } of plan.queries) {
    const { dueIn, kinds, ...conditions } = filter;
    const dueBefore = dueIn === undefined ? undefined : new Date(now + dueIn * HOUR_MS).toISOString();
    const pages = await walk(gateway, {
      first,
      filter: { ...conditions, kinds: kinds?.map((kind) => KIND_VALUES[kind]), dueBefore },
    });
    const expected = all.filter((item) => isWanted(item, filter, now));
    const nodes = pages.flatMap((page) => page.nodes);
    for (const { reason } of nodes) seen.add(reason);
    // "never" is behind every time.
    expect(nodes.map(placeOf)).toEqual(nodes.map(placeOf).sort());
    expect(nodes.map(describeNode).sort()).toEqual(expected.map(describeExpected).sort());
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
    const unwatched = unwatchedTargets(plan, filter).map((target) => `EXPORT_STALLED NOT_WATCHED ${target}`);
    for (const page of pages) {
      expect(page.totalCount).toEqual({ value: expected.length, exact: true });
      expect(page.completeness).toEqual({ complete: true });
      expect(page.nodes.length === first || !page.pageInfo.hasNextPage).toBe(true);
      const unavailable = page.unavailableReasons.map(
        ({ reason, code, target }) => `${reason} ${code} ${target?.name ?? ''}`,
      );
      expect(unavailable).toEqual(unwatched);
    }
  }
  await gateway.close();
}

/** The reasons of all items that the gateway returned. */
const seen = new Set<string>();

test('random queues have exactly the items of a brute-force reading, in their order, each once', async () => {
  await fc.assert(fc.asyncProperty(queuePlan, checkQueue), { numRuns: runs(100), endOnFailure: true });
  expect([...seen].sort()).toEqual([...REASONS].sort());
});
