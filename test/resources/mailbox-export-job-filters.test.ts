// Filters of mailbox export jobs, which WorkMail has none of: the gateway checks them while it reads.
import { readState, type StateRow } from '../emulator/clients';
import { HOME, useFleet } from '../support/fleet';

const fleet = useFleet({ exportJobs: 60 }, { targets: [HOME] });

let stored: StateRow[];

beforeAll(async () => {
  const { workmail } = await readState(fleet.emulator, HOME.account);
  stored = workmail.organizations.flatMap(({ exportJobs }) => exportJobs);
});

beforeEach(() => fleet.forgetCalls());

interface Page {
  readonly nodes: readonly { readonly jobId: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly completeness: { readonly complete: boolean };
}

const QUERY = `query ($first: Int!, $after: String, $filter: MailboxExportJobFilter) {
  mailboxExportJobs(first: $first, after: $after, filter: $filter) {
    nodes { jobId } pageInfo { hasNextPage endCursor } completeness { complete }
  }
}`;

async function page(filter: object, first = 200, after: string | null = null): Promise<Page> {
  const { data, errors } = await fleet.gateway.send(QUERY, { first, after, filter });
  expect(errors).toBeUndefined();
  return data?.mailboxExportJobs as Page;
}

const idsOf = (rows: readonly StateRow[]) => rows.map(({ JobId }) => String(JobId)).sort();
const foundBy = async (filter: object) => (await page(filter)).nodes.map(({ jobId }) => jobId).sort();

test('by state, by owner id, by start, and by their opposites', async () => {
  const running = stored.filter(({ State }) => State === 'RUNNING');
  expect(await foundBy({ states: ['RUNNING'] })).toEqual(idsOf(running));
  expect(await foundBy({ not: { states: ['RUNNING'] } })).toEqual(
    idsOf(stored.filter(({ State }) => State !== 'RUNNING')),
  );
  expect(running.length).toBeGreaterThan(3);

  const owner = String(stored[0]?.EntityId);
  const owned = stored.filter(({ EntityId }) => EntityId === owner);
  expect(await foundBy({ entityIds: [owner] })).toEqual(idsOf(owned));
  expect(await foundBy({ states: ['RUNNING'], entityIds: [owner] })).toEqual(
    idsOf(owned.filter(({ State }) => State === 'RUNNING')),
  );

  const middle = stored.map(({ StartTime }) => Number(StartTime)).sort((a, b) => a - b)[30] ?? 0;
  const at = new Date(middle * 1000).toISOString();
  expect(await foundBy({ startTime: { gte: at } })).toEqual(
    idsOf(stored.filter(({ StartTime }) => Number(StartTime) >= middle)),
  );
  expect(await foundBy({ not: { startTime: { gte: at } } })).toEqual(
    idsOf(stored.filter(({ StartTime }) => Number(StartTime) < middle)),
  );
  expect(await foundBy({})).toEqual(idsOf(stored));
  expect(await foundBy({ states: ['UNRECOGNIZED'] })).toEqual([]);
});

test('by the e-mail address of the owner: one DescribeEntity per organization, and no list where nobody has it', async () => {
  const { workmail } = await readState(fleet.emulator, HOME.account);
  const [home] = workmail.organizations;
  const user = home?.users.find(({ UserId }) => home.exportJobs.some(({ EntityId }) => EntityId === UserId));
  const expected = stored.filter(({ EntityId }) => EntityId === user?.UserId);
  expect(await foundBy({ ownerEmail: user?.Email })).toEqual(idsOf(expected));
  expect(expected.length).toBeGreaterThan(0);
  expect(await fleet.callCounts()).toEqual({
    ListOrganizations: 1,
    DescribeEntity: 2,
    ListMailboxExportJobs: 1,
  });

  await fleet.forgetCalls();
  expect(await foundBy({ ownerEmail: 'nobody@nowhere.example' })).toEqual([]);
  expect(await fleet.callCounts()).toEqual({ ListOrganizations: 1, DescribeEntity: 2 });
});

test('pages are full, a walk loses and repeats nothing, and a cursor is bound to its filter', async () => {
  const filter = { states: ['RUNNING', 'FAILED'] };
  const expected = stored.filter(({ State }) => State === 'RUNNING' || State === 'FAILED');
  const ids: string[] = [];
  let after: string | null = null;
  for (let more = true; more;) {
    const { nodes, pageInfo, completeness }: Page = await page(filter, 4, after);
    expect(completeness.complete).toBe(true);
    expect(nodes.length === 4 || !pageInfo.hasNextPage).toBe(true);
    ids.push(...nodes.map(({ jobId }) => jobId));
    after = pageInfo.endCursor;
    more = pageInfo.hasNextPage;
  }
  expect(ids.sort()).toEqual(idsOf(expected));

  const { errors } = await fleet.gateway.send(QUERY, { first: 4, after, filter: { states: ['RUNNING'] } });
  expect(errors?.[0]?.extensions.code).toBe('CURSOR_INVALID');
});

test.each([
  [{ states: [] }, 'filter.states is empty: leave it out, or name what you look for.'],
  [{ not: { entityIds: [] } }, 'filter.not.entityIds is empty: leave it out, or name what you look for.'],
  [{ ownerEmail: 'not an address' }, 'filter.ownerEmail is not an e-mail address.'],
])('a filter that nothing can meet is refused without a call: %j', async (filter, message) => {
  const { errors } = await fleet.gateway.send(QUERY, { first: 4, filter });
  expect(errors?.map((error) => [error.message, error.extensions.code])).toEqual([
    [message, 'BAD_USER_INPUT'],
  ]);
  expect(await fleet.operations()).toEqual([]);
});
