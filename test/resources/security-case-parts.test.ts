// The parts of a case: each has the values of AWS, over several pages, with no more calls than it needs.
import { readState, type StateRow } from '../support/emulator';
import { HOME, useSeveralTargets } from '../support/several-targets';

const setup = useSeveralTargets({ cases: 30 }, { targets: [HOME] });

let stored: Record<string, readonly StateRow[]>;

beforeAll(async () => {
  const state = (await readState(setup.emulator, HOME.account)) as unknown as {
    'security-ir': Record<string, readonly StateRow[]>;
  };
  stored = state['security-ir'];
});

beforeEach(() => setup.forgetCalls());

const ofCase = (table: string, caseId: unknown) =>
  (stored[table] ?? []).filter((row) => row.caseId === caseId);

const time = (seconds: unknown) =>
  typeof seconds === 'number' ? new Date(seconds * 1000).toISOString() : null;

interface Page {
  readonly nodes: readonly Record<string, unknown>[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly completeness: { readonly complete: boolean };
}

/** All nodes of a connection of a case, page by page. */
async function walk(
  caseId: unknown,
  connection: string,
  fields: string,
  first: number,
): Promise<Record<string, unknown>[]> {
  const nodes: Record<string, unknown>[] = [];
  let after: string | null = null;
  for (let more = true; more;) {
    const { data, errors } = await setup.gateway.send(
      `query ($caseId: SecurityCaseId!, $first: Int!, $after: String) {
        securityCase(caseId: $caseId) { ${connection}(first: $first, after: $after) {
          nodes { ${fields} } pageInfo { hasNextPage endCursor } completeness { complete } } }
      }`,
      { caseId, first, after },
    );
    expect(errors).toBeUndefined();
    const page = (data?.securityCase as Record<string, Page>)[connection];
    if (page === undefined) throw new Error(`There is no ${connection}.`);
    expect(page.completeness.complete).toBe(true);
    nodes.push(...page.nodes);
    after = page.pageInfo.endCursor;
    more = page.pageInfo.hasNextPage;
  }
  return nodes;
}

const byText = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();

test.each([7, 40])('the comments of every case have the values of AWS, %i a page', async (first) => {
  let most = 0;
  for (const { caseId } of stored.cases ?? []) {
    const expected = ofCase('comments', caseId).map(
      ({ commentId, body, creator, createdDate, lastUpdatedBy, lastUpdatedDate }) => ({
        commentId,
        body,
        creator,
        createdAt: time(createdDate),
        updatedBy: lastUpdatedBy ?? null,
        updatedAt: time(lastUpdatedDate),
      }),
    );
    const fields = 'commentId body creator createdAt updatedBy updatedAt';
    expect(byText(await walk(caseId, 'comments', fields, first))).toEqual(byText(expected));
    most = Math.max(most, expected.length);
  }
  expect(most).toBeGreaterThan(50);
});

test('the edits and investigations of every case have the values of AWS', async () => {
  const TYPES = { Evidence: 'EVIDENCE', Investigation: 'INVESTIGATION', Summarization: 'SUMMARIZATION' };
  const STATES = {
    Pending: 'PENDING',
    InProgress: 'IN_PROGRESS',
    Waiting: 'WAITING',
    Completed: 'COMPLETED',
    Failed: 'FAILED',
    Cancelled: 'CANCELLED',
  };
  for (const { caseId } of stored.cases ?? []) {
    const edits = ofCase('edits', caseId).map(({ eventTimestamp, principal, action, message }) => ({
      createdAt: time(eventTimestamp),
      principal,
      action,
      message,
    }));
    expect(byText(await walk(caseId, 'edits', 'createdAt principal action message', 30))).toEqual(
      byText(edits),
    );

    const investigations = ofCase('investigations', caseId).map((row) => ({
      investigationId: row.investigationId,
      actionType: TYPES[row.actionType as keyof typeof TYPES],
      title: row.title,
      content: row.content,
      status: STATES[row.status as keyof typeof STATES],
      awsStatus: row.status,
      updatedAt: time(row.lastUpdated),
    }));
    const fields = 'investigationId actionType title content status awsStatus updatedAt';
    expect(byText(await walk(caseId, 'investigations', fields, 30))).toEqual(byText(investigations));
  }
  expect((stored.investigations ?? []).length).toBeGreaterThan(30);
});

test('watchers, addresses, metadata, attachments and tags of every case have the values of AWS', async () => {
  const { data, errors } = await setup.gateway.send(`{ securityCases(first: 50) { nodes { caseId
    watchers { email name jobTitle } threatActorIpAddresses { ipAddress userAgent } metadata { key value }
    attachments { attachmentId fileName status awsStatus creator createdAt } tags { key value } } } }`);
  expect(errors).toBeUndefined();
  const { nodes } = data?.securityCases as { nodes: readonly Record<string, unknown>[] };
  const ofStored = new Map((stored.cases ?? []).map((row) => [row.caseId, row]));
  const list = (value: unknown) => value as readonly Record<string, unknown>[];
  for (const node of nodes) {
    const row = ofStored.get(node.caseId);
    const [tags] = ofCase('tags', node.caseId);
    expect(node).toEqual({
      caseId: row?.caseId,
      watchers: list(row?.watchers).map(({ email, name, jobTitle }) => ({
        email,
        name: name ?? null,
        jobTitle: jobTitle ?? null,
      })),
      threatActorIpAddresses: list(row?.threatActorIpAddresses).map(({ ipAddress, userAgent }) => ({
        ipAddress,
        userAgent: userAgent ?? null,
      })),
      metadata: row?.caseMetadata ?? null,
      attachments: list(row?.caseAttachments).map((attachment) => ({
        attachmentId: attachment.attachmentId,
        fileName: attachment.fileName,
        status: String(attachment.attachmentStatus).toUpperCase(),
        awsStatus: attachment.attachmentStatus,
        creator: attachment.creator,
        createdAt: time(attachment.createdDate),
      })),
      tags: Object.entries(tags?.tags ?? {})
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, value]) => ({ key, value: value as unknown })),
    });
  }
  expect(nodes).toHaveLength(30);
  expect(await setup.callCounts()).toEqual({ ListCases: 2, GetCase: 30, ListTagsForResource: 30 });
});

test('each part costs one call per case, and only when the query contains it', async () => {
  const costs = async (fields: string) => {
    await setup.forgetCalls();
    await setup.gateway.send(`{ securityCases(first: 3) { nodes { ${fields} } } }`);
    return setup.callCounts();
  };
  expect(await costs('title')).toEqual({ ListCases: 1 });
  expect(await costs('comments(first: 3) { nodes { body } }')).toEqual({ ListCases: 1, ListComments: 3 });
  expect(await costs('edits { nodes { action } }')).toEqual({ ListCases: 1, ListCaseEdits: 3 });
  expect(await costs('tags { key }')).toEqual({ ListCases: 1, ListTagsForResource: 3 });
  expect(await costs('attachments { fileName }')).toEqual({ ListCases: 1, GetCase: 3 });
});

test('rejects a cursor of the comments of a case for another case and for its edits', async () => {
  const [one, two] = (stored.cases ?? []).map(({ caseId }) => caseId);
  const read = (caseId: unknown, connection: string, after: string | null) =>
    setup.gateway.send(
      `query ($caseId: SecurityCaseId!, $after: String) {
        securityCase(caseId: $caseId) { ${connection}(first: 1, after: $after) { pageInfo { endCursor } } }
      }`,
      { caseId, after },
    );
  const { data } = await read(one, 'comments', null);
  const { endCursor } = (data?.securityCase as { comments: { pageInfo: { endCursor: string } } }).comments
    .pageInfo;
  for (const [caseId, connection] of [
    [two, 'comments'],
    [one, 'edits'],
  ] as const) {
    const { errors } = await read(caseId, connection, endCursor);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['CURSOR_INVALID']);
  }
});
