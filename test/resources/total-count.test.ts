// The total count of a connection: its value over filters and targets, and the AWS calls that it costs.
import { CONNECTIONS, readPage, walk, type ConnectionName } from '../support/connections';
import { PARTNER, useSeveralTargets } from '../support/several-targets';
import { QUERIES, storedRows } from '../support/stored-rows';

const setup = useSeveralTargets({ jobs: 70, members: 60, exportJobs: 40, cases: 55 });

beforeEach(() => setup.forgetCalls());
afterEach(() => setup.clearFaults());

const COUNTED = { counts: true };

const LISTS = {
  classificationJobs: { service: 'macie2', operation: 'ListClassificationJobs' },
  macieMembers: { service: 'macie2', operation: 'ListMembers' },
  mailboxExportJobs: { service: 'workmail', operation: 'ListMailboxExportJobs' },
  securityCases: { service: 'security-ir', operation: 'ListCases' },
} as const satisfies Record<ConnectionName, object>;

test.each(CONNECTIONS.flatMap((name) => QUERIES[name].map((query) => [name, query] as const)))(
  '%s counts the rows of %j over all targets',
  async (name, query) => {
    const value = (await storedRows(setup.emulator, name, query)).length;
    const page = await readPage(setup.gateway, name, { first: 3 }, { ...query.args, ...COUNTED });
    expect(page.totalCount).toEqual({ value, exact: true });
    const after = page.pageInfo.endCursor;
    const next = await readPage(setup.gateway, name, { first: 4, after }, { ...query.args, ...COUNTED });
    expect(next.totalCount).toEqual({ value, exact: true });
  },
);

test.each(CONNECTIONS)('%s costs no further call without totalCount', async (name) => {
  const { operation } = LISTS[name];
  await readPage(setup.gateway, name, { first: 3 });
  expect((await setup.callCounts())[operation]).toBe(1);
});

/** The calls that read the lists of all targets once; WorkMail has two organizations in each target. */
const WHOLE = {
  classificationJobs: { ListClassificationJobs: 3 },
  macieMembers: { ListMembers: 6 },
  mailboxExportJobs: { ListOrganizations: 3, ListMailboxExportJobs: 6 },
  securityCases: { ListCases: 9 },
} as const;

test.each(CONNECTIONS)('%s and its count read every page of AWS once', async (name) => {
  const page = await readPage(setup.gateway, name, { first: 3 }, COUNTED);
  const counts = await setup.callCounts();
  expect(counts).toEqual(WHOLE[name]);

  // A later page needs its own page of AWS at most, and the count none.
  await setup.forgetCalls();
  const after = page.pageInfo.endCursor;
  const next = await readPage(setup.gateway, name, { first: 3, after }, COUNTED);
  expect(next.totalCount).toEqual(page.totalCount);
  expect((await setup.callCounts())[LISTS[name].operation]).toBe(1);
});

test.each(['macieMembers', 'mailboxExportJobs', 'securityCases'] as const)(
  'the count of sorted %s costs no further call',
  async (name) => {
    const more = { orderBy: { field: 'STATUS' }, ...COUNTED };
    const { totalCount, pageInfo } = await readPage(setup.gateway, name, { first: 3 }, more);
    expect(await setup.callCounts()).toEqual(WHOLE[name]);
    await setup.forgetCalls();
    const next = await readPage(setup.gateway, name, { first: 3, after: pageInfo.endCursor }, more);
    expect(next.totalCount).toEqual(totalCount);
    expect(await setup.operations()).toEqual([]);
  },
);

test.each(CONNECTIONS)('a page with all rows of %s has as many nodes as it counts', async (name) => {
  const { edges, totalCount } = await readPage(
    setup.gateway,
    name,
    { first: 200, targets: ['home'] },
    COUNTED,
  );
  expect(totalCount).toEqual({ value: edges.length, exact: true });
});

test.each(CONNECTIONS)('the count of %s is a lower bound while a target fails', async (name) => {
  const { ids } = await walk(setup.gateway, name, { first: 200, targets: ['home', 'west'] });
  await setup.lay({ ...LISTS[name], account: PARTNER.account, error: { type: 'AccessDeniedException' } });
  const { totalCount } = await readPage(setup.gateway, name, { first: 3 }, COUNTED);
  expect(totalCount).toEqual({ value: ids.length, exact: false });
});

test('a target that fails on a later page is not counted by the list that an earlier walk has read', async () => {
  const name = 'securityCases';
  await readPage(setup.gateway, name, { first: 3 }, COUNTED);
  const { pageInfo } = await readPage(setup.gateway, name, { first: 30 });
  await setup.lay({ ...LISTS[name], account: PARTNER.account, error: { type: 'AccessDeniedException' } });
  const next = await readPage(setup.gateway, name, { first: 200, after: pageInfo.endCursor }, COUNTED);
  expect(next.completeness.complete).toBe(false);
  expect(next.totalCount?.exact).toBe(false);
});

test('the count of a list beyond the scan limit is a lower bound', async () => {
  const { ids } = await walk(setup.gateway, 'securityCases', { first: 200, targets: ['home', 'west'] });
  await setup.lay({ ...LISTS.securityCases, page: 'empty', account: PARTNER.account });
  const { totalCount, edges } = await readPage(setup.gateway, 'securityCases', { first: 3 }, COUNTED);
  expect(edges).toHaveLength(3);
  expect(totalCount?.exact).toBe(false);
  expect(totalCount?.value).toBeLessThanOrEqual(ids.length);
});

test('the jobs of a member have a count', async () => {
  const { data, errors } = await setup.gateway.send(
    `{ macieMembers(first: 10) { nodes {
      classificationJobs(first: 200) { nodes { id } totalCount { value exact } }
    } } }`,
  );
  expect(errors).toBeUndefined();
  const { nodes } = data?.macieMembers as {
    nodes: { classificationJobs: { nodes: unknown[]; totalCount: { value: number; exact: boolean } } }[];
  };
  expect(nodes.some(({ classificationJobs }) => classificationJobs.nodes.length > 0)).toBe(true);
  for (const { classificationJobs } of nodes) {
    expect(classificationJobs.totalCount).toEqual({ value: classificationJobs.nodes.length, exact: true });
  }
});
