// Requested changes in the queue: those with an unknown outcome and those without one, from the audit trail.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeId } from '../../src/domain/ids';
import type { AuditIntent, AuditOutcome } from '../../src/domain/records/audit-entry';
import { attentionThresholds, readAttention, walkAttention } from '../support/attention';
import { intentOf, outcomeOf } from '../support/audit-records';
import { openLog, type OpenAuditLog } from '../support/audit-stores';
import { endWithFile } from '../support/cleanup';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { startTestGateway, type TestGateway } from '../support/gateway';
import { HOME, PARTNER, SEVERAL_TARGETS } from '../support/several-targets';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
const NOW = Math.floor(Date.now() / 1_000) * 1_000;
const ago = (minutes: number) => new Date(NOW - minutes * MINUTE_MS);
const textOf = (minutes: number) => ago(minutes).toISOString().slice(0, 16).replace('T', ' ');

const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
endWithFile(() => {
  rmSync(folder, { recursive: true });
});

const CASE = encodeId({ kind: 'SecurityCase', target: HOME.name, caseId: '0123456789' });
const GONE = encodeId({ kind: 'SecurityCase', target: HOME.name, caseId: '9999999999' });
const CLOSED_TARGET = encodeId({ kind: 'SecurityCase', target: 'closed', caseId: '0123456789' });

let emulator: TestEmulator;
beforeAll(async () => {
  emulator = await startTestEmulator({ sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 } });
  const set = { title: 'case', caseStatus: 'Closed', resolverType: 'Self' };
  const place = { service: 'security-ir', resource: 'case', account: HOME.account, region: HOME.region };
  await emulator.control('POST', '/put', { ...place, id: '0123456789', set });
});
beforeEach(() => emulator.control('DELETE', '/calls'));
afterAll(() => emulator.close());

const operations = async () => (await emulator.calls()).map(({ operation }) => operation);

let files = 0;

/** A gateway whose audit trail has these changes. */
async function startWith(
  write: (log: OpenAuditLog) => Promise<void>,
  overrides: Parameters<typeof startTestGateway>[1] = {},
): Promise<TestGateway> {
  files += 1;
  const store = { databaseUrl: undefined, databaseFile: join(folder, `${files}.sqlite`) };
  const log = await openLog(store);
  await write(log);
  await log.close();
  return startTestGateway(emulator.url, { targets: SEVERAL_TARGETS, ...store, ...overrides });
}

const intent = (changeId: string, minutes: number, more: Partial<AuditIntent> = {}) =>
  intentOf(changeId, {
    createdAt: ago(minutes),
    resourceType: 'SecurityCase',
    target: HOME.name,
    resourceId: CASE,
    ...more,
  });

async function ended(
  log: OpenAuditLog,
  changeId: string,
  minutes: number,
  outcome: AuditOutcome['outcome'],
  more: Partial<AuditIntent> = {},
): Promise<void> {
  await log.begin(intent(changeId, minutes, more));
  await log.end(outcomeOf(changeId, { createdAt: ago(minutes - 1), outcome }));
}

describe('a trail with changes of every kind', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startWith(async (log) => {
      await ended(log, 'too-old', 7 * DAY_MINUTES + 1, 'UNKNOWN');
      await log.begin(intent('too-old-unfinished', 7 * DAY_MINUTES + 1));
      await ended(log, 'old', 7 * DAY_MINUTES - 5, 'UNKNOWN');
      for (const outcome of ['APPLIED', 'RECONCILED', 'REFUSED', 'DRY_RUN'] as const)
        await ended(log, outcome, 60, outcome);
      await ended(log, 'unknown', 50, 'UNKNOWN', { actor: 'bob', mutation: 'closeSecurityCase' });
      await log.begin(intent('unfinished', 40, { actor: 'eve', mutation: 'tagResource' }));
      await ended(log, 'gone', 30, 'UNKNOWN', { resourceId: GONE });
      const creation = {
        resourceType: 'ClassificationJob',
        resourceId: undefined,
        target: PARTNER.name,
      } as const;
      await log.begin(intent('creation', 20, { ...creation, mutation: 'createClassificationJob' }));
      await log.begin(intent('closed-target', 15, { target: 'closed', resourceId: CLOSED_TARGET }));
      await log.begin(intent('no-target', 14, { target: undefined, resourceId: undefined }));
      await log.begin(intent('no-kind', 13, { resourceType: undefined, resourceId: undefined }));
      await log.begin(intent('just-behind', 6));
      // The gateway may still be making this change.
      await log.begin(intent('under-way', 3));
    });
  });
  afterAll(() => gateway.close());

  const DOCUMENT = `query ($filter: AttentionFilter) { attention(first: 200, filter: $filter) {
    nodes { reason since dueAt isUrgent summary auditEntry { changeId actor mutation outcome }
      resource { __typename id } availableTransitions { mutation } }
    totalCount { value exact } completeness { complete sources { status } } unavailableReasons { code } } }`;

  interface Node {
    readonly auditEntry: { readonly changeId: string };
    readonly [field: string]: unknown;
  }

  const CHANGES = { reasons: ['CHANGE_OUTCOME_UNKNOWN', 'CHANGE_UNFINISHED'] };

  async function nodesOf(filter: object): Promise<readonly Node[]> {
    const { data, errors } = await gateway.send(DOCUMENT, { filter });
    expect(errors).toBeUndefined();
    return (data?.attention as { nodes: Node[] }).nodes;
  }
  const idsOf = async (filter: object) =>
    (await nodesOf(filter)).map(({ auditEntry }) => auditEntry.changeId);

  test('the items are the changes of the last days without a known outcome, oldest first', async () => {
    expect(await idsOf(CHANGES)).toEqual([
      'old',
      'unknown',
      'unfinished',
      'gone',
      'creation',
      'closed-target',
      'no-target',
      'just-behind',
    ]);
  });

  test('an item has its reason, its time, a summary and its entry', async () => {
    const nodes = await nodesOf(CHANGES);
    expect(nodes[1]).toEqual({
      reason: 'CHANGE_OUTCOME_UNKNOWN',
      since: ago(50).toISOString(),
      dueAt: null,
      isUrgent: false,
      summary: `It is not known whether AWS applied closeSecurityCase, which bob requested at ${textOf(50)} UTC.`,
      auditEntry: { changeId: 'unknown', actor: 'bob', mutation: 'closeSecurityCase', outcome: 'UNKNOWN' },
      resource: { __typename: 'SecurityCase', id: CASE },
      availableTransitions: expect.any(Array) as unknown,
    });
    expect(nodes[2]).toMatchObject({
      reason: 'CHANGE_UNFINISHED',
      since: ago(40).toISOString(),
      summary: `The audit trail has no outcome of tagResource, which eve requested at ${textOf(40)} UTC.`,
      auditEntry: { changeId: 'unfinished', actor: 'eve', mutation: 'tagResource', outcome: null },
    });
  });

  test.each([
    ['creation', 'a creation without a resource'],
    ['gone', 'a resource that AWS does not have any more'],
    ['closed-target', 'a resource of a target that the gateway does not have any more'],
    ['no-target', 'neither a target nor a resource'],
  ])('the item %s of %s has no resource and no transitions', async (changeId) => {
    const node = (await nodesOf(CHANGES)).find(({ auditEntry }) => auditEntry.changeId === changeId);
    expect(node).toMatchObject({ resource: null, availableTransitions: [] });
  });

  test('the resources of changes are read once each, and only when they are selected', async () => {
    await nodesOf(CHANGES);
    expect(await operations()).toEqual(['GetCase', 'GetCase']);
    await emulator.control('DELETE', '/calls');
    await readAttention(gateway, { filter: CHANGES });
    expect(await operations()).toEqual([]);
  });

  test('a resource that AWS does not return now costs its field, with an error', async () => {
    const fault = { service: 'security-ir', operation: 'GetCase', error: { type: 'AccessDeniedException' } };
    await emulator.control('POST', '/faults', fault);
    const { data, errors } = await gateway.send(
      '{ attention(filter: { reasons: [CHANGE_OUTCOME_UNKNOWN] }) { nodes { summary resource { id } } } }',
    );
    await emulator.control('DELETE', '/faults');
    expect((data?.attention as { nodes: unknown[] }).nodes).toMatchObject(
      Array.from({ length: 3 }, () => ({ resource: null })),
    );
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['AWS_ACCESS_DENIED']));
  });

  test('a filter selects changes by reason, kind and target', async () => {
    expect(await idsOf({ reasons: ['CHANGE_OUTCOME_UNKNOWN'] })).toEqual(['old', 'unknown', 'gone']);
    expect(await idsOf({ ...CHANGES, kinds: ['CLASSIFICATION_JOB'] })).toEqual(['creation']);
    expect(await idsOf({ ...CHANGES, targets: ['partner'] })).toEqual(['creation']);
    expect(await idsOf({ ...CHANGES, targets: ['home'], kinds: ['MACIE_MEMBER'] })).toEqual([]);
    expect(await idsOf({ ...CHANGES, dueBefore: ago(-DAY_MINUTES).toISOString() })).toEqual([]);
  });

  test('changes are counted and walked as other items, and read no AWS list', async () => {
    const pages = await walkAttention(gateway, { first: 3, filter: CHANGES });
    expect(pages.map(({ nodes }) => nodes.length)).toEqual([3, 3, 2]);
    for (const page of pages) {
      expect(page).toMatchObject({
        totalCount: { value: 8, exact: true },
        completeness: { complete: true, sources: [] },
        unavailableReasons: [],
      });
    }
    expect(await operations()).toEqual([]);
  });

  test('the thresholds are settings', async () => {
    const attention = attentionThresholds({ changesMs: 45 * MINUTE_MS, unfinishedChangeMs: 25 * MINUTE_MS });
    const other = await startWith(
      async (log) => {
        await ended(log, 'a', 46, 'UNKNOWN');
        await ended(log, 'b', 44, 'UNKNOWN');
        await log.begin(intent('c', 26));
        await log.begin(intent('d', 24));
      },
      { attention },
    );
    const { nodes } = await readAttention(other, { filter: CHANGES });
    expect(nodes.map(({ since }) => since)).toEqual([ago(44).toISOString(), ago(26).toISOString()]);
    await other.close();
  });
});

test('only the newest 1,000 changes of a reason are items, and the reason is named', async () => {
  const gateway = await startWith(async (log) => {
    for (let index = 0; index < 1_003; index += 1)
      await log.begin(intent(`change-${index}`, 2_000 - index, { actor: `actor-${index}` }));
    await ended(log, 'unknown', 60, 'UNKNOWN');
  });
  const pages = await walkAttention(gateway, { first: 200 });
  const nodes = pages.flatMap((page) => page.nodes).filter(({ reason }) => reason === 'CHANGE_UNFINISHED');
  expect(nodes).toHaveLength(1_000);
  expect(nodes[0]?.summary).toContain('actor-3 ');
  for (const page of pages) {
    expect(page.completeness.complete).toBe(false);
    expect(page.totalCount).toEqual({ value: 1_001, exact: false });
    expect(page.unavailableReasons.filter(({ reason }) => reason.startsWith('CHANGE'))).toEqual([
      {
        reason: 'CHANGE_UNFINISHED',
        code: 'TOO_MANY_CHANGES',
        target: null,
        message: 'Only the newest 1000 changes are part of the queue: read the others in the audit trail.',
      },
    ]);
  }
  await gateway.close();
});

test('changes with long inputs, of which a page of the trail has few, are all there', async () => {
  const gateway = await startWith(async (log) => {
    for (let index = 0; index < 120; index += 1)
      await log.begin(intent(`change-${index}`, 100, { input: { text: 'x'.repeat(20_000) } }));
  });
  const page = await readAttention(gateway, { filter: { reasons: ['CHANGE_UNFINISHED'] } });
  expect(page).toMatchObject({ totalCount: { value: 120, exact: true }, unavailableReasons: [] });
  await gateway.close();
});
