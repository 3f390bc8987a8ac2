// Full pages from the gateway when AWS returns short or empty pages that have a successor.
import { awsLists } from '../support/aws-lists';
import { CONNECTIONS, idsOf, readPage, walk, type ConnectionName } from '../support/connections';
import { SEVERAL_TARGETS, useSeveralTargets } from '../support/several-targets';

const setup = useSeveralTargets();

let lists: Record<ConnectionName, string[]>;

beforeAll(async () => {
  const all = await Promise.all(SEVERAL_TARGETS.map((target) => awsLists(setup.emulator.url, target)));
  lists = Object.fromEntries(CONNECTIONS.map((name) => [name, all.flatMap((list) => list[name])])) as Record<
    ConnectionName,
    string[]
  >;
});

beforeEach(async () => {
  await setup.clearFaults();
  await setup.forgetCalls();
});

const LISTS = {
  classificationJobs: { service: 'macie2', operation: 'ListClassificationJobs' },
  macieMembers: { service: 'macie2', operation: 'ListMembers' },
  mailboxExportJobs: { service: 'workmail', operation: 'ListMailboxExportJobs' },
  securityCases: { service: 'security-ir', operation: 'ListCases' },
} as const satisfies Record<ConnectionName, object>;

const empty = { page: 'empty', count: 1 };
const short = { page: 'short', count: 1 };
const addUnevenPages = (name: ConnectionName, faults: readonly object[]) =>
  setup.lay(...faults.map((fault) => ({ ...LISTS[name], ...fault })));

const WALKS = CONNECTIONS.flatMap((name) => [1, 7, 200].map((first) => [name, first] as const));

test.each(WALKS)('%s by %i loses and repeats no row', async (name, first) => {
  const pattern = [short, empty, empty, short, short, empty];
  await addUnevenPages(name, [...pattern, ...pattern, ...pattern]);

  const { ids, pages } = await walk(setup.gateway, name, { first });

  expect(ids).toEqual(lists[name]);
  for (const page of pages.slice(0, -1)) expect(page.edges).toHaveLength(first);
  expect(pages.every(({ completeness }) => completeness.complete)).toBe(true);
  expect(await setup.emulator.control('GET', '/faults')).toEqual([]);
});

test.each([7, 40])('merged jobs by %i come without a lost, repeated or misplaced row', async (first) => {
  const orderBy = { field: 'NAME', direction: 'ASC' };
  const even = await walk(setup.gateway, 'classificationJobs', { first: 200 }, { orderBy });
  await addUnevenPages('classificationJobs', [short, empty, short, short, empty, empty, short, empty, short]);

  const uneven = await walk(setup.gateway, 'classificationJobs', { first }, { orderBy });

  expect(uneven.ids).toEqual(even.ids);
  expect(uneven.ids).toHaveLength(120);
});

// AWS returns the page in which a cursor counts rows shorter the second time.
test.each(CONNECTIONS)('%s repeats no row after an edge whose page of AWS is now shorter', async (name) => {
  const page = await readPage(setup.gateway, name, { first: 19 });
  for (const faults of [[empty], [short], [short, empty, short], [empty, empty, short, empty]]) {
    for (const index of [0, 6, 13, 17, 18]) {
      await addUnevenPages(name, faults);
      const after = page.edges[index]?.cursor ?? '';
      const next = await readPage(setup.gateway, name, { first: 3, after });
      expect(idsOf(next)).toEqual(lists[name].slice(index + 1, index + 4));
      await setup.clearFaults();
    }
  }
});

test('a page over a list of empty pages ends at the scan limit and continues from endCursor', async () => {
  await setup.lay({ ...LISTS.securityCases, page: 'empty' });
  const page = await readPage(setup.gateway, 'securityCases', { first: 20, targets: ['home'] });
  expect(page.edges).toEqual([]);
  expect(page.pageInfo).toMatchObject({ hasNextPage: true, startCursor: null });
  expect(page.completeness).toEqual({
    complete: false,
    sources: [
      {
        target: { name: 'home' },
        service: 'SECURITY_INCIDENT_RESPONSE',
        status: 'SCAN_LIMIT_REACHED',
        message: 'Security Incident Response in target home has more rows to read. Continue from endCursor.',
        retryAfterSeconds: null,
      },
    ],
    retryCursor: null,
  });
  expect(await setup.callCounts()).toEqual({ ListCases: 101 });

  await setup.clearFaults();
  const after = page.pageInfo.endCursor ?? null;
  const { ids } = await walk(setup.gateway, 'securityCases', { first: 20, after, targets: ['home'] });
  expect(ids).toEqual(lists.securityCases.slice(0, 30));
});

test('a merged page ends at the scan limit, so that the order over all targets holds', async () => {
  const orderBy = { field: 'CREATED_AT', direction: 'ASC' };
  const { ids } = await walk(setup.gateway, 'classificationJobs', { first: 200 }, { orderBy });
  await setup.lay({ ...LISTS.classificationJobs, page: 'empty', account: '222233334444' });

  const stopped = await readPage(setup.gateway, 'classificationJobs', { first: 50 }, { orderBy });
  expect(stopped.edges).toEqual([]);
  expect(stopped.pageInfo.hasNextPage).toBe(true);
  const statuses = stopped.completeness.sources.map(({ target, status }) => [target.name, status]);
  expect(statuses).toEqual([
    ['home', 'OK'],
    ['partner', 'SCAN_LIMIT_REACHED'],
    ['west', 'OK'],
  ]);

  await setup.clearFaults();
  const after = stopped.pageInfo.endCursor ?? null;
  const rest = await walk(setup.gateway, 'classificationJobs', { first: 50, after }, { orderBy });
  expect(rest.ids).toEqual(ids);
});
