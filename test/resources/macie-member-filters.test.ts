// Filters of members: onlyAssociated is Macie's, the rest the gateway checks while it reads.
import { readState, type StateRow } from '../emulator/clients';
import { HOME, useFleet } from '../support/fleet';

const fleet = useFleet({ members: 120 }, { targets: [HOME] });

let stored: StateRow[];

beforeAll(async () => {
  stored = (await readState(fleet.emulator, HOME.account)).macie2.members;
});

beforeEach(() => fleet.forgetCalls());

interface Page {
  readonly nodes: readonly { readonly accountId: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly completeness: { readonly complete: boolean };
}

const QUERY = `query ($first: Int!, $after: String, $filter: MacieMemberFilter) {
  macieMembers(first: $first, after: $after, filter: $filter) {
    nodes { accountId } pageInfo { hasNextPage endCursor } completeness { complete }
  }
}`;

async function page(filter: object, first = 200, after: string | null = null): Promise<Page> {
  const { data, errors } = await fleet.gateway.send(QUERY, { first, after, filter });
  expect(errors).toBeUndefined();
  return data?.macieMembers as Page;
}

const EVERYONE = { onlyAssociated: false };
const CURRENT = ['Enabled', 'Paused', 'RegionDisabled', 'AccountSuspended'];

const accounts = (rows: readonly StateRow[]) => rows.map(({ accountId }) => String(accountId)).sort();
const withStatus = (...statuses: string[]) =>
  accounts(stored.filter(({ relationshipStatus }) => statuses.includes(String(relationshipStatus))));
const foundBy = async (filter: object) => (await page(filter)).nodes.map(({ accountId }) => accountId);

test('by relationship status, of members at present and of all', async () => {
  expect(await foundBy({ relationshipStatuses: ['PAUSED'] })).toEqual(withStatus('Paused'));
  expect(await foundBy({ relationshipStatuses: ['PAUSED', 'REMOVED'] })).toEqual(withStatus('Paused'));
  expect(await foundBy({ ...EVERYONE, relationshipStatuses: ['PAUSED', 'REMOVED'] })).toEqual(
    withStatus('Paused', 'Removed'),
  );
  expect(await foundBy({ not: { relationshipStatuses: ['ENABLED'] } })).toEqual(
    withStatus(...CURRENT.filter((status) => status !== 'Enabled')),
  );
  expect(await foundBy({ relationshipStatuses: ['UNRECOGNIZED'] })).toEqual([]);
  expect(withStatus('Paused').length).toBeGreaterThan(3);
});

test('by e-mail address, upper and lower case alike; a member without one meets no condition', async () => {
  const mailed = stored.filter(({ email }) => email !== null);
  const at = (domain: string) => accounts(mailed.filter(({ email }) => String(email).endsWith(domain)));
  expect(await foundBy({ ...EVERYONE, email: { contains: '@EXAMPLE.org' } })).toEqual(at('@example.org'));
  const one = String(mailed[0]?.email);
  expect(await foundBy({ ...EVERYONE, email: { eq: one.toUpperCase() } })).toEqual(
    accounts(mailed.slice(0, 1)),
  );
  expect(await foundBy({ ...EVERYONE, email: { startsWith: one.slice(0, 10) } })).toContain(
    mailed[0]?.accountId,
  );
  expect(await foundBy({ ...EVERYONE, not: { email: { contains: '@' } } })).toEqual(
    accounts(stored.filter(({ email }) => email === null)),
  );
  expect(at('@example.org').length).toBeGreaterThan(0);
});

test('pages are full, a walk loses and repeats nothing, and a cursor is bound to its filter', async () => {
  const filter = { ...EVERYONE, relationshipStatuses: ['REMOVED', 'INVITED'] };
  const found: string[] = [];
  let after: string | null = null;
  for (let more = true; more;) {
    const { nodes, pageInfo, completeness }: Page = await page(filter, 4, after);
    expect(completeness.complete).toBe(true);
    expect(nodes.length === 4 || !pageInfo.hasNextPage).toBe(true);
    found.push(...nodes.map(({ accountId }) => accountId));
    after = pageInfo.endCursor;
    more = pageInfo.hasNextPage;
  }
  expect(found).toEqual(withStatus('Removed', 'Invited'));
  const { errors } = await fleet.gateway.send(QUERY, { first: 4, after, filter: EVERYONE });
  expect(errors?.[0]?.extensions.code).toBe('CURSOR_INVALID');
});

test('it costs the pages of ListMembers, and without a condition no row too many', async () => {
  await page({ relationshipStatuses: ['PAUSED'] });
  expect(await fleet.callCounts()).toEqual({ ListMembers: Math.ceil(withStatus(...CURRENT).length / 25) });
  await fleet.forgetCalls();
  await page({}, 3);
  expect((await fleet.emulator.calls()).map(({ parameters }) => parameters.maxResults)).toEqual([3]);
});

test.each([[{ relationshipStatuses: [] }], [{ not: { relationshipStatuses: [] } }]])(
  'an empty list is refused without a call: %j',
  async (filter) => {
    const { errors } = await fleet.gateway.send(QUERY, { first: 4, filter });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(await fleet.operations()).toEqual([]);
  },
);
