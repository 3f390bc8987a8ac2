// Filters of cases: AWS has no filters for them, so the gateway checks them while it reads.
import { readState, type StateRow } from '../support/emulator';
import { FilteredList } from '../support/filtered-list';
import { HOME, useSeveralTargets } from '../support/several-targets';

const setup = useSeveralTargets({ cases: 120 }, { targets: [HOME] });

let stored: StateRow[];

beforeAll(async () => {
  stored = (await readState(setup.emulator, HOME.account))['security-ir'].cases;
});

beforeEach(() => setup.forgetCalls());

const cases = new FilteredList(setup, 'securityCases', 'caseId', 'SecurityCaseFilter');
const find = (filter: object) => cases.found(filter);

const idsOf = (rows: readonly StateRow[]) => rows.map(({ caseId }) => String(caseId)).sort();

const median = (member: string) => {
  const times = stored.map((row) => Number(row[member])).sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? 0;
};
const iso = (seconds: number) => new Date(seconds * 1000).toISOString();

test.each<[filter: object, test: (row: StateRow) => boolean]>([
  [{ statuses: ['CLOSED'] }, ({ caseStatus }) => caseStatus === 'Closed'],
  [
    { statuses: ['CONTAINMENT_ERADICATION_AND_RECOVERY', 'SUBMITTED'] },
    ({ caseStatus }) => ['Containment, Eradication and Recovery', 'Submitted'].includes(String(caseStatus)),
  ],
  [{ resolverTypes: ['SELF'] }, ({ resolverType }) => resolverType === 'Self'],
  [{ pendingActions: ['CUSTOMER'] }, ({ pendingAction }) => pendingAction === 'Customer'],
  [{ engagementTypes: ['INVESTIGATION'] }, ({ engagementType }) => engagementType === 'Investigation'],
  [{ title: { contains: 'PHISHING', ignoreCase: true } }, ({ title }) => /phishing/i.test(String(title))],
  [
    { title: { startsWith: 'root sign-in', ignoreCase: true } },
    ({ title }) => String(title).startsWith('Root sign-in'),
  ],
  [{ title: { startsWith: 'Root sign-in' } }, ({ title }) => String(title).startsWith('Root sign-in')],
  [{ not: { statuses: ['CLOSED'] } }, ({ caseStatus }) => caseStatus !== 'Closed'],
  [
    { resolverTypes: ['AWS'], not: { statuses: ['CLOSED'], title: { contains: 'mail' } } },
    ({ resolverType, caseStatus, title }) =>
      resolverType === 'AWS' && caseStatus !== 'Closed' && !String(title).includes('mail'),
  ],
  [{}, () => true],
])('the filter %j returns the matching cases', async (filter, test) => {
  const expected = stored.filter(test);
  expect(expected.length).toBeGreaterThan(3);
  expect(await find(filter)).toEqual(idsOf(expected));
});

test('a title in another case matches no case without ignoreCase', async () => {
  expect(await find({ title: { contains: 'PHISHING' } })).toEqual([]);
});

test('cases can be filtered by impacted accounts, with one GetCase for every case that matches the rest', async () => {
  const accountsIn = ({ impactedAccounts }: StateRow) => impactedAccounts as readonly string[];
  const open = stored.filter(({ caseStatus }) => caseStatus !== 'Closed');
  const [account = ''] = open.flatMap(accountsIn);
  const impacted = open.filter((row) => accountsIn(row).includes(account));
  const rest = open.filter((row) => !accountsIn(row).includes(account));
  const filter = { not: { statuses: ['CLOSED'] } };
  expect(await find({ ...filter, accountIds: [account] })).toEqual(idsOf(impacted));
  expect(await setup.callCounts()).toEqual({ ListCases: 5, GetCase: open.length });
  expect(await find({ not: { ...filter.not, accountIds: [account] } })).toEqual(idsOf(rest));
  expect(impacted.length).toBeGreaterThan(0);
  expect(rest.length).toBeGreaterThan(0);
});

test('cases can be filtered by the times of creation and of the last change', async () => {
  const created = median('createdDate');
  expect(await find({ createdAt: { gte: iso(created) } })).toEqual(
    idsOf(stored.filter(({ createdDate }) => Number(createdDate) >= created)),
  );
  const updated = median('lastUpdatedDate');
  expect(await find({ updatedAt: { lt: iso(updated) }, not: { createdAt: { lt: iso(created) } } })).toEqual(
    idsOf(
      stored.filter(
        ({ lastUpdatedDate, createdDate }) =>
          Number(lastUpdatedDate) < updated && Number(createdDate) >= created,
      ),
    ),
  );
  expect(await find({ createdAt: { eq: iso(created) } })).toEqual(
    idsOf(stored.filter(({ createdDate }) => Number(createdDate) === created)),
  );
});

test('a filtered walk returns full pages without lost or repeated rows, and its cursor is bound to the filter', async () => {
  const { keys, endCursor } = await cases.walk({ pendingActions: ['CUSTOMER'] }, 4);
  expect(keys).toEqual(idsOf(stored.filter(({ pendingAction }) => pendingAction === 'Customer')));
  expect(await cases.refusal({ pendingActions: ['NONE'] }, endCursor)).toEqual([
    expect.stringMatching(/^CURSOR_INVALID/),
  ]);
});

test('a filtered page costs pages of ListCases until it is full', async () => {
  await cases.page({ statuses: ['UNRECOGNIZED'] });
  expect(await setup.callCounts()).toEqual({ ListCases: 5 });
  await setup.forgetCalls();
  await cases.page({ not: { statuses: ['UNRECOGNIZED'] } }, 20);
  expect(await setup.callCounts()).toEqual({ ListCases: 1 });
});

test('a walk loses no other case when a case changes its status between two pages', async () => {
  const filter = { resolverTypes: ['SELF'], not: { statuses: ['CLOSED'] } };
  const first = await cases.page(filter, 3);
  const rest = (await find(filter)).filter((caseId) => !first.nodes.some((node) => node.caseId === caseId));
  const closed = first.nodes[0]?.caseId;
  await setup.emulator.control('POST', '/put', {
    service: 'security-ir',
    resource: 'case',
    id: closed,
    account: HOME.account,
    region: HOME.region,
    set: { caseStatus: 'Closed' },
  });
  const next = await cases.page(filter, 200, first.pageInfo.endCursor);
  expect(next.nodes.map(({ caseId }) => caseId).sort()).toEqual(rest);
});

test.each([
  [{ statuses: [] }, 'filter.statuses'],
  [{ not: { resolverTypes: [] } }, 'filter.not.resolverTypes'],
])('rejects an empty list without a call: %j', async (filter, path) => {
  const message = `${path} is empty: omit it, or list at least one value.`;
  expect(await cases.refusal(filter)).toEqual([`BAD_USER_INPUT: ${message}`]);
});
