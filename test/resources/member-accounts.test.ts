// Pages of the accounts that a resource names: in its order, each once, with look-ups only for the accounts of the page.
import { useHarness } from '../support/harness';
import { CASE_ID, JOB_ID, putJob } from '../support/resources';

const harness = useHarness();

const ACCOUNTS = ['700000000001', '700000000003', '700000000002', '700000000005', '700000000004'];

beforeEach(async () => {
  for (const accountId of ACCOUNTS.slice(0, 4)) {
    await harness.put('macie2', 'member', accountId, { relationshipStatus: 'Enabled' });
  }
  // A job may name an account several times.
  await putJob(harness, 'RUNNING', { buckets: [...ACCOUNTS, ...ACCOUNTS] });
  const set = { title: 'case', caseStatus: 'Submitted', resolverType: 'Self', impactedAccounts: ACCOUNTS };
  await harness.put('security-ir', 'case', CASE_ID, set);
  await harness.forgetCalls();
});

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly accountId: string } }[];
  readonly nodes: readonly { readonly accountId: string; readonly status: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly endCursor: string;
  };
  readonly completeness: { readonly complete: boolean; readonly sources: readonly unknown[] };
}

const PAGE = `edges { cursor node { accountId } } nodes { accountId status }
  pageInfo { hasNextPage hasPreviousPage endCursor } completeness { complete sources { status } }`;

const RELATIONS = {
  'ClassificationJob.members': (args: string, selection = PAGE) =>
    `{ resource: classificationJob(jobId: "${JOB_ID}") { page: members(${args}) { ${selection} } } }`,
  'SecurityCase.impactedMembers': (args: string, selection = PAGE) =>
    `{ resource: securityCase(caseId: "${CASE_ID}") { page: impactedMembers(${args}) { ${selection} } } }`,
} as const;

type Relation = keyof typeof RELATIONS;
const NAMES = Object.keys(RELATIONS) as Relation[];

const send = (relation: Relation, args: string) => harness.gateway.send(RELATIONS[relation](args));

async function readPage(relation: Relation, args: string): Promise<Page> {
  const { data, errors } = await send(relation, args);
  expect(errors).toBeUndefined();
  return (data?.resource as { page: Page }).page;
}

test.each(NAMES)(
  'a walk through %s returns every account once and looks up only those of its page',
  async (relation) => {
    const found: string[] = [];
    let args = 'first: 2';
    for (const expected of [['MEMBER', 'MEMBER'], ['MEMBER', 'MEMBER'], ['NOT_A_MEMBER']]) {
      await harness.forgetCalls();
      const { edges, nodes, pageInfo, completeness } = await readPage(relation, args);
      expect(nodes.map(({ status }) => status)).toEqual(expected);
      expect(edges.map(({ node }) => node.accountId)).toEqual(nodes.map(({ accountId }) => accountId));
      expect(completeness).toEqual({ complete: true, sources: [{ status: 'OK' }] });
      const lookups = (await harness.operations()).filter((operation) => operation === 'GetMember');
      expect(lookups).toHaveLength(expected.length);
      found.push(...nodes.map(({ accountId }) => accountId));
      expect(pageInfo.hasPreviousPage).toBe(args !== 'first: 2');
      expect(pageInfo.hasNextPage).toBe(found.length < ACCOUNTS.length);
      args = `first: 2, after: "${pageInfo.endCursor}"`;
    }
    expect(found).toEqual(ACCOUNTS);
    expect(await readPage(relation, args)).toMatchObject({ nodes: [], pageInfo: { hasNextPage: false } });
  },
);

test.each(NAMES)('%s continues after any edge, with any page size', async (relation) => {
  const { edges } = await readPage(relation, 'first: 5');
  for (const [index, { cursor }] of edges.entries()) {
    const { nodes } = await readPage(relation, `first: 3, after: "${cursor}"`);
    expect(nodes.map(({ accountId }) => accountId)).toEqual(ACCOUNTS.slice(index + 1, index + 4));
  }
});

test.each(NAMES)('%s rejects a page size out of range and the cursor of another field', async (relation) => {
  for (const first of [0, 201]) {
    expect((await send(relation, `first: ${first}`)).errors).toMatchObject([
      { message: `first must be from 1 to 200, not ${first}.`, extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  }
  const other = NAMES.find((name) => name !== relation) ?? relation;
  const { pageInfo } = await readPage(other, 'first: 2');
  expect((await send(relation, `first: 2, after: "${pageInfo.endCursor}"`)).errors).toMatchObject([
    { extensions: { code: 'CURSOR_INVALID' } },
  ]);
});

test('the ids of the accounts cost no look-up', async () => {
  const query = RELATIONS['ClassificationJob.members'](
    'first: 5',
    'nodes { accountId } edges { node { accountId } cursor }',
  );
  expect((await harness.gateway.send(query)).errors).toBeUndefined();
  expect(await harness.operations()).toEqual(['DescribeClassificationJob']);
});

test('look-ahead looks up only the accounts of the selected page', async () => {
  const query =
    '{ classificationJobs(first: 1) { nodes { members(first: 2) { edges { node { status } } } } } }';
  expect((await harness.gateway.send(query)).errors).toBeUndefined();
  expect(await harness.operations()).toEqual(['ListClassificationJobs', 'GetMember', 'GetMember']);
});
