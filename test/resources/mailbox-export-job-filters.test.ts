// Filters of mailbox export jobs, which WorkMail has none of: the gateway checks them while it reads.
import { readState, type StateRow } from '../support/emulator';
import { FilteredList } from '../support/filtered-list';
import { HOME, useSeveralTargets } from '../support/several-targets';

const setup = useSeveralTargets({ exportJobs: 60 }, { targets: [HOME] });

let stored: StateRow[];

beforeAll(async () => {
  const { workmail } = await readState(setup.emulator, HOME.account);
  stored = workmail.organizations.flatMap(({ exportJobs }) => exportJobs);
});

beforeEach(() => setup.forgetCalls());

const jobs = new FilteredList(setup, 'mailboxExportJobs', 'jobId', 'MailboxExportJobFilter');
const foundBy = (filter: object) => jobs.found(filter);

const idsOf = (rows: readonly StateRow[]) => rows.map(({ JobId }) => String(JobId)).sort();

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
  const { workmail } = await readState(setup.emulator, HOME.account);
  const [home] = workmail.organizations;
  const user = home?.users.find(({ UserId }) => home.exportJobs.some(({ EntityId }) => EntityId === UserId));
  const expected = stored.filter(({ EntityId }) => EntityId === user?.UserId);
  expect(await foundBy({ ownerEmail: user?.Email })).toEqual(idsOf(expected));
  expect(expected.length).toBeGreaterThan(0);
  expect(await setup.callCounts()).toEqual({
    ListOrganizations: 1,
    DescribeEntity: 2,
    ListMailboxExportJobs: 1,
  });

  await setup.forgetCalls();
  expect(await foundBy({ ownerEmail: 'nobody@nowhere.example' })).toEqual([]);
  expect(await setup.callCounts()).toEqual({ ListOrganizations: 1, DescribeEntity: 2 });
});

test('pages are full, a walk loses and repeats nothing, and a cursor is bound to its filter', async () => {
  const { keys, endCursor } = await jobs.walk({ states: ['RUNNING', 'FAILED'] }, 4);
  expect(keys).toEqual(idsOf(stored.filter(({ State }) => State === 'RUNNING' || State === 'FAILED')));
  expect(await jobs.refusal({ states: ['RUNNING'] }, endCursor)).toEqual([
    expect.stringMatching(/^CURSOR_INVALID/),
  ]);
});

test.each([
  [{ states: [] }, 'filter.states is empty: leave it out, or name what you look for.'],
  [{ not: { entityIds: [] } }, 'filter.not.entityIds is empty: leave it out, or name what you look for.'],
  [
    { ownerEmail: 'not an address' },
    'filter.ownerEmail is not an e-mail address: give an address such as user@example.com.',
  ],
])('a filter that nothing can meet is refused without a call: %j', async (filter, message) => {
  expect(await jobs.refusal(filter)).toEqual([`BAD_USER_INPUT: ${message}`]);
});
