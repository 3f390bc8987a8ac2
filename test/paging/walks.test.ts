// Walks through the connections of one target: every row exactly once, in the order of AWS, with the fewest calls possible.
import { awsLists } from '../support/aws-lists';
import { CONNECTIONS, idsOf, readPage, walk, type ConnectionName } from '../support/connections';
import { HOME, useSeveralTargets } from '../support/several-targets';

const setup = useSeveralTargets(
  { jobs: 205, members: 210, exportJobs: 110, cases: 105 },
  { targets: [HOME] },
);

let lists: Record<ConnectionName, string[]>;

beforeAll(async () => {
  lists = await awsLists(setup.emulator.url, HOME);
});

const WALKS = CONNECTIONS.flatMap((name) =>
  [1, 7, 20, 25, 26, 100, 200].map((first) => [name, first] as const),
);

test.each(WALKS)('%s by %i returns every row once, in the order of AWS', async (name, first) => {
  const expected = lists[name];
  expect(expected.length).toBeGreaterThan(100);

  const { ids, pages } = await walk(setup.gateway, name, { first });

  expect(ids).toEqual(expected);
  expect(pages).toHaveLength(Math.ceil(expected.length / first));
  for (const [index, page] of pages.entries()) {
    const isLast = index === pages.length - 1;
    expect(page.pageInfo).toMatchObject({ hasNextPage: !isLast, hasPreviousPage: index > 0 });
    expect(page.edges).toHaveLength(isLast ? expected.length - index * first : first);
    expect(page.completeness.complete).toBe(true);
  }
});

test.each(CONNECTIONS)(
  '%s returns the cursors of its first and last edge as startCursor and endCursor',
  async (name) => {
    const { edges, pageInfo } = await readPage(setup.gateway, name, { first: 30 });
    expect(pageInfo.startCursor).toBe(edges[0]?.cursor);
    expect(pageInfo.endCursor).toBe(edges[29]?.cursor);
    expect(new Set(edges.map(({ cursor }) => cursor)).size).toBe(30);
  },
);

test.each(CONNECTIONS)('%s continues right after any edge', async (name) => {
  const page = await readPage(setup.gateway, name, { first: 60 });
  for (const [index, { cursor }] of page.edges.entries()) {
    const next = await readPage(setup.gateway, name, { first: 9, after: cursor });
    expect(idsOf(next)).toEqual(lists[name].slice(index + 1, index + 10));
  }
});

test.each(CONNECTIONS)('%s continues from an edge of a later page to the end', async (name) => {
  const [, second] = (await walk(setup.gateway, name, { first: 40 })).pages;
  const after = second?.edges[13]?.cursor ?? null;
  const { ids } = await walk(setup.gateway, name, { first: 33, after });
  expect(ids).toEqual(lists[name].slice(54));
});

test.each(CONNECTIONS)('%s returns an empty page after the last row, without a call', async (name) => {
  const { pages } = await walk(setup.gateway, name, { first: 200 });
  const after = pages.at(-1)?.pageInfo.endCursor ?? null;
  await setup.forgetCalls();

  const page = await readPage(setup.gateway, name, { first: 20, after });

  expect(page).toEqual({
    edges: [],
    pageInfo: {
      hasNextPage: false,
      hasPreviousPage: true,
      startCursor: null,
      endCursor: expect.any(String) as unknown,
    },
    completeness: { complete: true, sources: [], retryCursor: null },
  });
  expect(await setup.operations()).toEqual([]);
});

/** The AWS calls of a first page. The largest pages of AWS are 200 (the gateway's limit for jobs), 25, 100 and 25 rows. */
const COSTS: readonly [ConnectionName, number, Record<string, number>][] = [
  ['classificationJobs', 1, { ListClassificationJobs: 1 }],
  ['classificationJobs', 200, { ListClassificationJobs: 1 }],
  ['macieMembers', 25, { ListMembers: 1 }],
  ['macieMembers', 26, { ListMembers: 2 }],
  ['macieMembers', 100, { ListMembers: 4 }],
  ['mailboxExportJobs', 20, { ListOrganizations: 1, ListMailboxExportJobs: 1 }],
  ['mailboxExportJobs', 55, { ListOrganizations: 1, ListMailboxExportJobs: 1 }],
  ['mailboxExportJobs', 56, { ListOrganizations: 1, ListMailboxExportJobs: 2 }],
  ['mailboxExportJobs', 200, { ListOrganizations: 1, ListMailboxExportJobs: 2 }],
  ['securityCases', 25, { ListCases: 1 }],
  ['securityCases', 100, { ListCases: 4 }],
];

test.each(COSTS)('a page of %s with %i rows costs %j', async (name, first, calls) => {
  await setup.forgetCalls();
  await readPage(setup.gateway, name, { first });
  expect(await setup.callCounts()).toEqual(calls);
});

test('the gateway requests no more rows from AWS than a page still needs', async () => {
  await setup.forgetCalls();
  const { pageInfo } = await readPage(setup.gateway, 'macieMembers', { first: 30 });
  await readPage(setup.gateway, 'macieMembers', { first: 5, after: pageInfo.endCursor ?? null });
  const sizes = (await setup.emulator.calls()).map(({ parameters }) => Number(parameters.maxResults));
  expect(sizes).toEqual([25, 5, 5]);
});

test('a page after an edge within a page of AWS costs one call', async () => {
  const { edges } = await readPage(setup.gateway, 'classificationJobs', { first: 60 });
  await setup.forgetCalls();
  const after = edges[30]?.cursor ?? '';
  const page = await readPage(setup.gateway, 'classificationJobs', { first: 9, after });
  expect(idsOf(page)).toEqual(lists.classificationJobs.slice(31, 40));
  const sizes = (await setup.emulator.calls()).map(({ parameters }) => Number(parameters.maxResults));
  expect(sizes).toEqual([40]);
});

test('a walk requests every page from AWS once', async () => {
  await setup.forgetCalls();
  await walk(setup.gateway, 'classificationJobs', { first: 20 });
  await walk(setup.gateway, 'macieMembers', { first: 25 });
  expect(await setup.callCounts()).toEqual({ ListClassificationJobs: 11, ListMembers: 7 });
});
