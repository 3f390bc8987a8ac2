// The audit trail in GraphQL: pages, filters and cursors over records written before the gateway starts.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditEntry } from '../../src/domain/records/audit-entry';
import {
  AuditTrailDocument,
  AuditTrailOfResourceDocument,
  type AuditTrailOfResourceQueryVariables,
  type AuditTrailQuery,
} from '../generated/graphql';
import { intentOf, mixedLot, START, write } from '../support/audit-records';
import { openLog } from '../support/audit-stores';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { examplesOf, readDocument } from '../support/markdown';
import { startTestGateway, type TestGateway } from '../support/gateway';

const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
const store = { databaseUrl: undefined, databaseFile: join(folder, 'audit.sqlite') };

const RECORDS = mixedLot(40);
const NEWEST_FIRST = [...RECORDS].reverse();

let emulator: TestEmulator;
let gateway: TestGateway;
/** One resource of each kind in the order of their audit records, and a resource without records. */
let resources: string[];
let unrecorded: string;

type Page = NonNullable<AuditTrailQuery['connection']>;

/** The first two resources of every kind. */
async function twoOfEach(): Promise<string[][]> {
  const plain = await startTestGateway(emulator.url);
  const { data } = await plain.send(`{
    classificationJobs(first: 2) { nodes { id } }
    macieMembers(first: 2) { nodes { id } }
    mailboxExportJobs(first: 2) { nodes { id } }
    securityCases(first: 2) { nodes { id } }
  }`);
  await plain.close();
  const connections = Object.values(data ?? {}) as { nodes: { id: string }[] }[];
  return connections.map(({ nodes }) => nodes.map(({ id }) => id));
}

beforeAll(async () => {
  emulator = await startTestEmulator();
  const found = await twoOfEach();
  resources = found.map(([first]) => first ?? '');
  unrecorded = found[0]?.[1] ?? '';
  const log = await openLog(store);
  for (const entry of RECORDS) await write(log, entry);
  for (const [index, resourceId] of resources.entries()) {
    for (const round of [1, 2, 3]) {
      await log.begin(intentOf(`${index}-${round}`, { resourceId, createdAt: new Date(0) }));
    }
  }
  await log.close();
  gateway = await startTestGateway(emulator.url, store);
});

afterAll(async () => {
  await gateway.close();
  await emulator.close();
  rmSync(folder, { recursive: true });
});

const SINCE = { createdAt: { gte: new Date(START) } };

async function pageOf(variables: object): Promise<Page> {
  const { data, errors } = await gateway.send(AuditTrailDocument.toString(), variables);
  if (data?.connection == null) throw new Error(`The gateway returned no page: ${JSON.stringify(errors)}`);
  return data.connection as Page;
}

const idsOf = (page: Page) => page.nodes.map(({ changeId }) => changeId);
const idsOfRecords = (holds: (entry: Omit<AuditEntry, 'position'>) => boolean) =>
  NEWEST_FIRST.filter(holds).map(({ changeId }) => changeId);

async function errorCodeOf(variables: object): Promise<unknown> {
  const { data, errors } = await gateway.send(AuditTrailDocument.toString(), variables);
  expect(data).toEqual({ connection: null });
  return errors?.[0]?.extensions.code;
}

test('an entry contains every recorded value, and null for every other field', async () => {
  const { edges } = await pageOf({ first: 1, filter: { ...SINCE, outcomes: ['RECONCILED'] } });
  const expected = NEWEST_FIRST.find(({ outcome }) => outcome === 'RECONCILED');
  expect(edges[0]?.node).toEqual({
    changeId: expected?.changeId,
    createdAt: expected?.createdAt.toISOString(),
    actor: expected?.actor,
    sourceAddress: null,
    mutation: expected?.mutation,
    resourceType: null,
    resourceId: expected?.resourceId,
    target: null,
    input: [{ name: 'index', value: String(expected?.input.index) }],
    statusBefore: null,
    idempotencyKey: null,
    outcome: 'RECONCILED',
    errorCodes: [],
    statusAfter: null,
    awsOperation: null,
    awsRequestId: null,
    endedAt: expected?.endedAt?.toISOString(),
    replayOf: null,
  });
});

test.each([1, 7, 40, 200])('pages of %i are full, newest first, and reach the last entry', async (first) => {
  const ids: string[] = [];
  let after: string | null | undefined = null;
  for (;;) {
    const page: Page = await pageOf({ first, after, filter: SINCE });
    ids.push(...idsOf(page));
    expect(page.nodes).toHaveLength(Math.min(first, RECORDS.length - ids.length + page.nodes.length));
    expect(page.pageInfo).toMatchObject({
      hasPreviousPage: after !== null,
      startCursor: page.edges[0]?.cursor,
      endCursor: page.edges.at(-1)?.cursor,
    });
    expect(page.completeness).toMatchObject({ complete: true, sources: [] });
    after = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage) break;
  }
  expect(ids).toEqual(idsOfRecords(() => true));
  const beyond = await pageOf({ first, after, filter: SINCE });
  expect(beyond).toMatchObject({ nodes: [], pageInfo: { hasNextPage: false, startCursor: null } });
});

test('a filter returns only matching entries', async () => {
  const filter = { ...SINCE, actor: 'bob', mutations: ['tagResource', 'closeSecurityCase'], ended: true };
  expect(idsOf(await pageOf({ first: 200, filter }))).toEqual(
    idsOfRecords(
      ({ actor, mutation, outcome }) =>
        actor === 'bob' &&
        (mutation === 'tagResource' || mutation === 'closeSecurityCase') &&
        outcome !== undefined,
    ),
  );
  const created = idsOf(await pageOf({ first: 200, filter: { resourceId: 'resource-3' } }));
  expect(created).toEqual(idsOfRecords(({ resourceId }) => resourceId === 'resource-3'));
});

test('accepts a cursor only with the same filter, whatever the order of its fields', async () => {
  const filter = { actor: 'alice', mutations: ['tagResource', 'closeSecurityCase'] };
  const { pageInfo } = await pageOf({ first: 3, filter });
  const after = pageInfo.endCursor;
  const same = { createdAt: null, mutations: ['tagResource', 'closeSecurityCase'], actor: 'alice' };
  expect(idsOf(await pageOf({ first: 5, after, filter: same }))).toHaveLength(5);
  for (const other of [
    null,
    {},
    { actor: 'alice' },
    { ...filter, actor: 'bob' },
    { ...filter, ended: true },
  ]) {
    expect(await errorCodeOf({ first: 3, after, filter: other })).toBe('CURSOR_INVALID');
  }
  const jobs = await gateway.send(
    'query ($after: String) { classificationJobs(after: $after) { nodes { id } } }',
    {
      after,
    },
  );
  expect(jobs.errors?.[0]?.extensions.code).toBe('CURSOR_INVALID');
});

test.each(examplesOf(readDocument('docs/audit.md')))(
  'an example of docs/audit.md returns entries',
  async ({ query }) => {
    const { data, errors } = await gateway.send(query);
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).toContain('auditTrail');
  },
);

test('rejects an invalid page size, an empty filter list and a forged cursor', async () => {
  for (const first of [0, -1, 201]) expect(await errorCodeOf({ first })).toBe('BAD_USER_INPUT');
  expect(await errorCodeOf({ filter: { mutations: [] } })).toBe('BAD_USER_INPUT');
  expect(await errorCodeOf({ after: 'made up' })).toBe('CURSOR_INVALID');
});

async function trailOf(variables: AuditTrailOfResourceQueryVariables) {
  const { node } = await gateway.read(AuditTrailOfResourceDocument, variables);
  return node != null && 'auditTrail' in node ? node : undefined;
}

test('every resource returns pages of only its own entries, and the audit trail makes no AWS call', async () => {
  const types: string[] = [];
  for (const [index, id] of resources.entries()) {
    const node = await trailOf({ id, first: 2 });
    types.push(node?.__typename ?? '');
    expect(node?.auditTrail?.nodes.map(({ changeId }) => changeId)).toEqual([`${index}-3`, `${index}-2`]);
    const after = node?.auditTrail?.pageInfo.endCursor ?? null;
    const rest = await trailOf({ id, first: 2, after });
    expect(rest?.auditTrail).toMatchObject({
      nodes: [{ changeId: `${index}-1` }],
      pageInfo: { hasNextPage: false },
    });
    const other = resources[(index + 1) % resources.length] ?? '';
    const misplaced = await gateway.execute(AuditTrailOfResourceDocument, { id: other, first: 2, after });
    expect(misplaced.errors?.[0]?.extensions.code).toBe('CURSOR_INVALID');
  }
  expect(types).toEqual(['ClassificationJob', 'MacieMember', 'MailboxExportJob', 'SecurityCase']);
  const node = await trailOf({ id: unrecorded });
  expect(node?.auditTrail).toMatchObject({ nodes: [], pageInfo: { hasNextPage: false } });
  await emulator.control('DELETE', '/calls');
  await pageOf({ first: 200 });
  expect(await emulator.calls()).toEqual([]);
});
