// Filters of members: Macie applies onlyAssociated, the gateway checks the others while it reads.
import { readState, type StateRow } from '../support/emulator';
import { FilteredList } from '../support/filtered-list';
import { HOME, useSeveralTargets } from '../support/several-targets';

const setup = useSeveralTargets({ members: 120 }, { targets: [HOME] });

let stored: StateRow[];

beforeAll(async () => {
  stored = (await readState(setup.emulator, HOME.account)).macie2.members;
});

beforeEach(() => setup.forgetCalls());

const members = new FilteredList(setup, 'macieMembers', 'accountId', 'MacieMemberFilter');
const find = (filter: object) => members.found(filter);

const EVERYONE = { onlyAssociated: false };
const CURRENT = ['Enabled', 'Paused', 'RegionDisabled', 'AccountSuspended'];

const accounts = (rows: readonly StateRow[]) => rows.map(({ accountId }) => String(accountId)).sort();
const withStatus = (...statuses: string[]) =>
  accounts(stored.filter(({ relationshipStatus }) => statuses.includes(String(relationshipStatus))));

test('members can be filtered by relationship status, among current members and among all', async () => {
  expect(await find({ statuses: ['PAUSED'] })).toEqual(withStatus('Paused'));
  expect(await find({ statuses: ['PAUSED', 'REMOVED'], onlyAssociated: true })).toEqual(withStatus('Paused'));
  expect(await find({ ...EVERYONE, statuses: ['PAUSED', 'REMOVED'] })).toEqual(
    withStatus('Paused', 'Removed'),
  );
  expect(await find({ not: { statuses: ['ENABLED'] } })).toEqual(
    withStatus(...CURRENT.filter((status) => status !== 'Enabled')),
  );
  expect(await find({ statuses: ['UNRECOGNIZED'] })).toEqual([]);
  expect(withStatus('Paused').length).toBeGreaterThan(3);
});

test('a filter by a status that no current member has finds the accounts without onlyAssociated', async () => {
  expect(await find({ statuses: ['REMOVED'] })).toEqual(withStatus('Removed'));
  expect(await find({ statuses: ['PAUSED', 'REMOVED'] })).toEqual(withStatus('Paused', 'Removed'));
  expect(await find({ statuses: ['REMOVED'], onlyAssociated: null })).toEqual(withStatus('Removed'));
  expect(await find({ statuses: ['REMOVED'], onlyAssociated: true })).toEqual([]);
  const calls = await setup.emulator.calls();
  expect(calls.map(({ parameters }) => parameters.onlyAssociated)).toEqual(
    expect.arrayContaining(['false', 'true']),
  );
  expect(withStatus('Removed').length).toBeGreaterThan(0);
});

test('members can be filtered by account id', async () => {
  const [first, second, ...others] = withStatus(...CURRENT);
  expect(await find({ accountIds: [second, first] })).toEqual([first, second]);
  expect(await find({ not: { accountIds: [first, second] } })).toEqual(others);
});

test.each([
  ['no condition', {}, { onlyAssociated: null, email: {}, not: { statuses: null } }],
  [
    'conditions in another order',
    { statuses: ['PAUSED', 'ENABLED'] },
    { statuses: ['ENABLED', 'PAUSED', 'PAUSED'] },
  ],
  ['a stated default', { statuses: ['ENABLED'] }, { statuses: ['ENABLED'], onlyAssociated: true }],
])('a cursor continues the same filter with %s', async (_title, filter, same) => {
  const { pageInfo } = await members.page(filter, 3);
  const [expected, found] = [
    await members.page(filter, 3, pageInfo.endCursor),
    await members.page(same, 3, pageInfo.endCursor),
  ];
  expect(found.nodes).toEqual(expected.nodes);
});

test('members can be filtered by e-mail address in any case, and a member without an address never matches', async () => {
  const mailed = stored.filter(({ email }) => email !== null);
  const at = (domain: string) => accounts(mailed.filter(({ email }) => String(email).endsWith(domain)));
  expect(await find({ ...EVERYONE, email: { contains: '@EXAMPLE.org', ignoreCase: true } })).toEqual(
    at('@example.org'),
  );
  const one = String(mailed[0]?.email);
  expect(await find({ ...EVERYONE, email: { eq: one.toUpperCase(), ignoreCase: true } })).toEqual(
    accounts(mailed.slice(0, 1)),
  );
  expect(await find({ ...EVERYONE, email: { startsWith: one.slice(0, 10) } })).toContain(
    mailed[0]?.accountId,
  );
  expect(await find({ ...EVERYONE, not: { email: { contains: '@' } } })).toEqual(
    accounts(stored.filter(({ email }) => email === null)),
  );
  expect(at('@example.org').length).toBeGreaterThan(0);
});

test('a filtered walk returns full pages without lost or repeated rows, and its cursor is bound to the filter', async () => {
  const filter = { ...EVERYONE, statuses: ['REMOVED', 'INVITED'] };
  const { keys, endCursor } = await members.walk(filter, 4);
  expect(keys).toEqual(withStatus('Removed', 'Invited'));
  expect(await members.refusal(EVERYONE, endCursor)).toEqual([expect.stringMatching(/^CURSOR_INVALID/)]);
});

test('a filtered page costs pages of ListMembers, and a page without conditions requests no extra row', async () => {
  await members.page({ statuses: ['PAUSED'] });
  expect(await setup.callCounts()).toEqual({ ListMembers: Math.ceil(withStatus(...CURRENT).length / 25) });
  await setup.forgetCalls();
  await members.page({}, 3);
  expect((await setup.emulator.calls()).map(({ parameters }) => parameters.maxResults)).toEqual([3]);
});

test.each([
  [{ statuses: [] }, 'filter.statuses'],
  [{ not: { statuses: [] } }, 'filter.not.statuses'],
])('rejects an empty list without a call: %j', async (filter, path) => {
  const message = `${path} is empty: omit it, or list at least one value.`;
  expect(await members.refusal(filter)).toEqual([`BAD_USER_INPUT: ${message}`]);
});
