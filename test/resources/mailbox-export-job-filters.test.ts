// Filters of mailbox export jobs: WorkMail has no filters, so the gateway checks them while it reads.
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
const find = (filter: object) => jobs.found(filter);

const idsOf = (rows: readonly StateRow[]) => rows.map(({ JobId }) => String(JobId)).sort();

test('export jobs can be filtered by state, owner id and start time, and by exclusions of these', async () => {
  const running = stored.filter(({ State }) => State === 'RUNNING');
  expect(await find({ statuses: ['RUNNING'] })).toEqual(idsOf(running));
  expect(await find({ not: { statuses: ['RUNNING'] } })).toEqual(
    idsOf(stored.filter(({ State }) => State !== 'RUNNING')),
  );
  expect(running.length).toBeGreaterThan(3);

  const owner = String(stored[0]?.EntityId);
  const owned = stored.filter(({ EntityId }) => EntityId === owner);
  expect(await find({ entityIds: [owner] })).toEqual(idsOf(owned));
  expect(await find({ statuses: ['RUNNING'], entityIds: [owner] })).toEqual(
    idsOf(owned.filter(({ State }) => State === 'RUNNING')),
  );

  const middle = stored.map(({ StartTime }) => Number(StartTime)).sort((a, b) => a - b)[30] ?? 0;
  const at = new Date(middle * 1000).toISOString();
  expect(await find({ startedAt: { gte: at } })).toEqual(
    idsOf(stored.filter(({ StartTime }) => Number(StartTime) >= middle)),
  );
  expect(await find({ not: { startedAt: { gte: at } } })).toEqual(
    idsOf(stored.filter(({ StartTime }) => Number(StartTime) < middle)),
  );
  expect(await find({})).toEqual(idsOf(stored));
  expect(await find({ statuses: ['UNRECOGNIZED'] })).toEqual([]);
});

test('a filter by owner e-mail costs one DescribeEntity per organization, and no list where nobody has the address', async () => {
  const { workmail } = await readState(setup.emulator, HOME.account);
  const [home] = workmail.organizations;
  const user = home?.users.find(({ UserId }) => home.exportJobs.some(({ EntityId }) => EntityId === UserId));
  const expected = stored.filter(({ EntityId }) => EntityId === user?.UserId);
  expect(await find({ ownerEmail: user?.Email })).toEqual(idsOf(expected));
  expect(expected.length).toBeGreaterThan(0);
  expect(await setup.callCounts()).toEqual({
    ListOrganizations: 1,
    DescribeEntity: 2,
    ListMailboxExportJobs: 1,
  });

  await setup.forgetCalls();
  expect(await find({ ownerEmail: 'nobody@nowhere.example' })).toEqual([]);
  expect(await setup.callCounts()).toEqual({ ListOrganizations: 1, DescribeEntity: 2 });
});

test('a filtered walk returns full pages without lost or repeated rows, and its cursor is bound to the filter', async () => {
  const { keys, endCursor } = await jobs.walk({ statuses: ['RUNNING', 'FAILED'] }, 4);
  expect(keys).toEqual(idsOf(stored.filter(({ State }) => State === 'RUNNING' || State === 'FAILED')));
  expect(await jobs.refusal({ statuses: ['RUNNING'] }, endCursor)).toEqual([
    expect.stringMatching(/^CURSOR_INVALID/),
  ]);
});

test.each([
  [{ statuses: [] }, 'filter.statuses is empty: omit it, or list at least one value.'],
  [{ not: { entityIds: [] } }, 'filter.not.entityIds is empty: omit it, or list at least one value.'],
  [
    { ownerEmail: 'not an address' },
    'filter.ownerEmail is not an e-mail address: give an address such as user@example.com.',
  ],
])('rejects a filter that no job can match, without a call: %j', async (filter, message) => {
  expect(await jobs.refusal(filter)).toEqual([`BAD_USER_INPUT: ${message}`]);
});
