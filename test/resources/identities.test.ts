// Ids of objects that are no resources: unique, and found by node where one AWS call or a store finds the object.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../src/config/config';
import { encodeId } from '../../src/domain/ids';
import { startTestGateway } from '../support/gateway';
import { HOME, PARTNER, useSeveralTargets } from '../support/several-targets';

const setup = useSeveralTargets({ cases: 12, exportJobs: 12 }, { targets: [HOME, PARTNER] });

beforeEach(() => setup.forgetCalls());

type Row = Readonly<Record<string, unknown>>;

async function read(query: string, variables: object = {}): Promise<Row> {
  const { data, errors } = await setup.gateway.send(query, variables);
  expect(errors).toBeUndefined();
  return data ?? {};
}

const find = async (id: unknown, selection = '') =>
  (await read(`query ($id: ID!) { node(id: $id) { __typename id ${selection} } }`, { id })).node;

/** All objects below a row, in lists and in connections, with their ids. */
function withIds(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { id } = value as { id?: unknown };
  return [...(typeof id === 'string' ? [id] : []), ...Object.values(value).flatMap(withIds)];
}

const PARTS = `comments(first: 100) { nodes { id } } edits(first: 100) { nodes { id } }
  investigations(first: 100) { nodes { id } } attachments { id }`;

/** One case, put into both targets with equal parts. */
const CASE = '1111111111';
const TWIN = '2222222222';

beforeAll(async () => {
  const time = 1_700_000_000;
  const edit = { action: 'Case Updated', message: 'The title changed.', eventTimestamp: time };
  const set = {
    title: 'twin',
    caseStatus: 'Submitted',
    resolverType: 'Self',
    comments: [
      { commentId: '000001', body: 'one' },
      { commentId: '000002', body: 'two' },
    ],
    edits: [edit, { ...edit, message: 'The description changed.' }],
    investigations: [
      {
        investigationId: 'inv-0123456789',
        actionType: 'Evidence',
        title: 'a',
        content: 'b',
        status: 'Pending',
      },
    ],
    caseAttachments: [
      {
        attachmentId: '00000000-1111-2222-3333-444444444444',
        fileName: 'a.txt',
        attachmentStatus: 'Verified',
      },
    ],
  };
  for (const account of [HOME.account, PARTNER.account]) {
    for (const id of [CASE, TWIN]) {
      await setup.emulator.control('POST', '/put', {
        service: 'security-ir',
        resource: 'case',
        id,
        account,
        set,
      });
    }
  }
});

test('equal parts of different cases and targets have different ids, which stay the same', async () => {
  const query = `query ($caseId: SecurityCaseId!, $target: String) { securityCase(caseId: $caseId, target: $target) { id ${PARTS} } }`;
  const readAll = async () => {
    const ids: string[] = [];
    for (const target of ['home', 'partner']) {
      for (const caseId of [CASE, TWIN]) ids.push(...withIds(await read(query, { caseId, target })));
    }
    return ids;
  };
  const ids = await readAll();
  expect(ids).toHaveLength(4 * (1 + 2 + 2 + 1 + 1));
  expect(new Set(ids).size).toBe(ids.length);
  expect(await readAll()).toEqual(ids);
});

test('all ids in the seeded data are unique', async () => {
  const { securityCases } = await read(`{ securityCases(first: 20) { nodes { id ${PARTS} } } }`);
  const ids = withIds(securityCases);
  expect(ids.length).toBeGreaterThan(80);
  expect(new Set(ids).size).toBe(ids.length);
});

test('node rejects the ids of comments, edits and investigations without a call', async () => {
  const query = `{ securityCase(caseId: "${CASE}", target: "home") {
    comments { nodes { id } } edits { nodes { id } } investigations { nodes { id } } } }`;
  const { comments, edits, investigations } = (await read(query)).securityCase as Row;
  await setup.forgetCalls();
  for (const [part, kind] of [
    [comments, 'SecurityCaseComment'],
    [edits, 'SecurityCaseEdit'],
    [investigations, 'SecurityCaseInvestigation'],
  ] as const) {
    const [id] = withIds(part);
    const { errors } = await setup.gateway.send('query ($id: ID!) { node(id: $id) { id } }', { id });
    expect(errors).toMatchObject([
      {
        message: `The id identifies an object of the type ${kind}, which node does not find: read it in its case.`,
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  }
  expect(await setup.operations()).toEqual([]);
});

test('node returns null for the id of a target that does not exist', async () => {
  const id = encodeId({ kind: 'Target', target: 'nowhere' });
  expect(
    await setup.gateway.send('query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }', { id }),
  ).toEqual({ data: { node: null, nodes: [null] } });
});

test('mutations reject the id of an object that is no resource, and send nothing', async () => {
  const id = encodeId({ kind: 'Target', target: 'home' });
  const inputs = {
    tagResource: { id, tags: [{ key: 'a', value: 'b' }] },
    changeStatuses: { items: [{ id, action: 'CANCEL' }] },
    cancelClassificationJob: { id },
  };
  const { data } = await setup.gateway.send(
    `mutation ($tag: TagResourceInput!, $change: ChangeStatusesInput!, $cancel: CancelClassificationJobInput!) {
      tagResource(input: $tag) { userErrors { message } }
      changeStatuses(input: $change) { results { userErrors { message } } }
      cancelClassificationJob(input: $cancel) { userErrors { message } } }`,
    { tag: inputs.tagResource, change: inputs.changeStatuses, cancel: inputs.cancelClassificationJob },
  );
  const userErrors = [{ message: 'The id identifies a Target, not a resource.' }];
  expect(data).toEqual({
    tagResource: { userErrors },
    changeStatuses: { results: [{ userErrors }] },
    cancelClassificationJob: {
      userErrors: [{ message: 'The id identifies a Target, not a ClassificationJob.' }],
    },
  });
  expect(await setup.operations()).toEqual([]);
});

test('node finds an attachment for one GetCase, and null without it', async () => {
  const attachmentId = '00000000-1111-2222-3333-444444444444';
  const ref = { kind: 'SecurityCaseAttachment', target: 'home', caseId: CASE, attachmentId } as const;
  const id = encodeId(ref);
  expect(await find(id, '... on SecurityCaseAttachment { fileName statusLabel }')).toEqual({
    __typename: 'SecurityCaseAttachment',
    id,
    fileName: 'a.txt',
    statusLabel: 'Verified',
  });
  expect(await setup.operations()).toEqual(['GetCase']);
  const missing = '99999999-1111-2222-3333-444444444444';
  expect(await find(encodeId({ ...ref, attachmentId: missing }))).toBeNull();
  expect(await find(encodeId({ ...ref, caseId: '9999999999' }))).toBeNull();
});

test('node finds an organization and a user for one call each, and null for unknown ones', async () => {
  const { mailboxExportJobs } = await read(
    '{ mailboxExportJobs(first: 12, targets: ["home"]) { nodes { organizationId organization { id } owner { id userId statusLabel } } } }',
  );
  const job = (
    mailboxExportJobs as { nodes: { organizationId: string; organization: Row; owner: Row | null }[] }
  ).nodes.find(({ owner }) => owner !== null);
  await setup.forgetCalls();
  const { organizationId = '', organization, owner } = job ?? {};
  expect(
    await find(organization?.id, '... on WorkMailOrganization { organizationId target { name } }'),
  ).toEqual({
    __typename: 'WorkMailOrganization',
    id: organization?.id,
    organizationId,
    target: { name: 'home' },
  });
  expect(await find(owner?.id, '... on WorkMailUser { userId statusLabel }')).toEqual({
    __typename: 'WorkMailUser',
    ...owner,
  });
  expect(await setup.operations()).toEqual(['DescribeOrganization', 'DescribeUser']);
  const target = 'home';
  const unknown = `m-${'0'.repeat(32)}`;
  expect(await find(encodeId({ kind: 'WorkMailOrganization', target, organizationId: unknown }))).toBeNull();
  expect(await find(encodeId({ kind: 'WorkMailUser', target, organizationId, userId: 'S-1-1' }))).toBeNull();
});

test('node finds an audit entry without an AWS call; its target is null when the target no longer exists', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
  const databaseFile = join(folder, 'audit.sqlite');
  const open = (targets: Config['targets']) =>
    startTestGateway(setup.emulator.url, { databaseFile, targets });
  const selection = '... on AuditEntry { mutation targetName target { name } }';
  const query = `query ($id: ID!) { node(id: $id) { id ${selection} } }`;

  const before = await open([HOME, PARTNER]);
  const listed = await before.send('{ classificationJobs(first: 1, targets: ["home"]) { nodes { id } } }');
  const [jobId] = withIds(listed.data);
  const input = { id: jobId, dryRun: true };
  await before.send(
    'mutation ($input: CancelClassificationJobInput!) { cancelClassificationJob(input: $input) { outcome } }',
    { input },
  );
  const [id] = withIds((await before.send('{ auditTrail(first: 1) { nodes { id } } }')).data);
  const entry = { id, mutation: 'cancelClassificationJob', targetName: 'home' };
  await setup.forgetCalls();
  expect(await before.send(query, { id })).toEqual({
    data: { node: { ...entry, target: { name: 'home' } } },
  });
  const unknown = encodeId({ kind: 'AuditEntry', changeId: '00000000-0000-4000-8000-000000000000' });
  expect(await before.send(query, { id: unknown })).toEqual({ data: { node: null } });
  expect(await setup.operations()).toEqual([]);
  await before.close();

  const after = await open([PARTNER]);
  expect(await after.send(query, { id })).toEqual({ data: { node: { ...entry, target: null } } });
  await after.close();
  rmSync(folder, { recursive: true });
});

test('node says where to read an item of the attention queue', async () => {
  const id = encodeId({ kind: 'AttentionItem', reason: 'EXPORT_FAILED', digest: 'a'.repeat(43) });
  const { errors } = await setup.gateway.send('query ($id: ID!) { node(id: $id) { id } }', { id });
  expect(errors).toMatchObject([
    {
      message:
        'The id identifies an object of the type AttentionItem, which node does not find: read it in attention.',
    },
  ]);
});
