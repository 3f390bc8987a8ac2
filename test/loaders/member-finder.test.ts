// The member finder: members by account with the fewest calls, in any order of the accounts.
import { AwsError } from '../../src/domain/errors';
import { MemberFinder } from '../../src/loaders/member-finder';
import type { MacieMemberRecord } from '../../src/domain/records/macie-member';

const accountOf = (index: number) => String(100_000_000_000 + index);
const refOf = (index: number, target = 'home') =>
  ({ kind: 'MacieMember', target, accountId: accountOf(index) }) as const;

const record = (index: number, target = 'home') =>
  ({ ...refOf(index, target), awsStatus: 'Enabled' }) as MacieMemberRecord;

/** A finder over a list of `members` members in pages of 25, of which page `failAt` fails. */
function macie(
  members: number,
  { failAt = Infinity, unreadableRows = 0, code = 'AWS_ACCESS_DENIED' as const } = {},
) {
  const calls = { ListMembers: 0, GetMember: 0 };
  const finder = new MemberFinder({
    get: ({ accountId, target }) => {
      calls.GetMember += 1;
      const index = Number(accountId) - 100_000_000_000;
      return Promise.resolve(index < members ? record(index, target) : undefined);
    },
    list: (target, token) => {
      calls.ListMembers += 1;
      if (calls.ListMembers >= failAt) {
        return Promise.reject(
          new AwsError(code, { service: 'macie2', operation: 'ListMembers', target, notApplied: true }),
        );
      }
      const start = Number(token ?? 0);
      const rows = Array.from({ length: Math.min(25, members - start) }, (_, row) =>
        record(start + row, target),
      );
      const nextToken = start + 25 < members ? String(start + 25) : undefined;
      return Promise.resolve({ rows, nextToken, asOf: new Date(), unreadableRows });
    },
  });
  return { calls, finder };
}

/** `count` accounts, spread evenly over the first `members`. */
const spread = (count: number, members: number) => [
  ...new Set(Array.from({ length: count }, (_, index) => Math.floor((index * members) / count))),
];

async function found(finder: MemberFinder, indexes: readonly number[]): Promise<(string | undefined)[]> {
  const results = await finder.find(indexes.map((index) => refOf(index)));
  return results.map((result) => (result instanceof Error ? result.message : result?.accountId));
}

// The finder lists when it needs more members than a page holds.
test.each([
  { wanted: 1, members: 400, fewest: 1 },
  { wanted: 25, members: 400, fewest: 25 },
  { wanted: 60, members: 40, fewest: 2 },
  { wanted: 30, members: 30, fewest: 2 },
])('finds $wanted of $members members with the fewest calls', async ({ wanted, members, fewest }) => {
  const { finder, calls } = macie(members);
  const indexes = spread(wanted, Math.max(wanted, members));
  expect(await found(finder, indexes)).toEqual(
    indexes.map((index) => (index < members ? accountOf(index) : undefined)),
  );
  expect(calls.ListMembers + calls.GetMember).toBe(fewest);
});

test('60 members cost at most the pages of the list, and at most two calls each for a very long list', async () => {
  for (const members of [26, 100, 399, 400, 401, 2_000, 10_000]) {
    const { finder, calls } = macie(members);
    const indexes = spread(60, members);
    expect(await found(finder, indexes)).toEqual(
      indexes.map((index) => (index < members ? accountOf(index) : undefined)),
    );
    const total = calls.ListMembers + calls.GetMember;
    // The wasted list calls are no more than the look-ups that follow.
    expect(total).toBeLessThanOrEqual(members <= 1_500 ? Math.ceil(members / 25) : 120);
  }
});

test('the finder finds later accounts on pages that it read before', async () => {
  const { finder, calls } = macie(400);
  const early = spread(30, 400);
  const late = early.map((index) => index + 1);
  const [first, second] = await Promise.all([found(finder, early), found(finder, late)]);
  expect(first).toEqual(early.map(accountOf));
  expect(second).toEqual(late.map(accountOf));
  expect(await found(finder, [2, 3, 390])).toEqual([2, 3, 390].map(accountOf));
  expect(calls.ListMembers + calls.GetMember).toBeLessThanOrEqual(17);
});

test('an account that is not in a completely read list was never a member, without a look-up', async () => {
  const { finder, calls } = macie(40);
  const indexes = [...spread(30, 40), 500, 600];
  expect((await found(finder, indexes)).slice(-2)).toEqual([undefined, undefined]);
  expect(await found(finder, [700])).toEqual([undefined]);
  expect(calls).toEqual({ ListMembers: 2, GetMember: 0 });
});

test('the finder looks up the remaining accounts when AWS denies a page of the list', async () => {
  const { finder, calls } = macie(400, { failAt: 3 });
  const indexes = spread(40, 400);
  expect(await found(finder, indexes)).toEqual(indexes.map(accountOf));
  expect(calls).toEqual({ ListMembers: 3, GetMember: indexes.filter((index) => index >= 50).length });
});

test('the finder looks up the accounts that a list with unreadable rows does not contain', async () => {
  const { finder, calls } = macie(40, { unreadableRows: 1 });
  const indexes = [...spread(30, 40), 500];
  expect((await found(finder, indexes)).at(-1)).toBeUndefined();
  expect(calls).toEqual({ ListMembers: 2, GetMember: 1 });
});

test('the finder reads a separate list for each target', async () => {
  const { finder } = macie(10);
  const refs = [refOf(1), refOf(1, 'partner'), refOf(2)];
  const results = await finder.find(refs);
  expect(results.map((result) => result instanceof Error || result?.target)).toEqual([
    'home',
    'partner',
    'home',
  ]);
});

test('the finder reads the list again after clearAll', async () => {
  const { finder, calls } = macie(40);
  await found(finder, spread(30, 40));
  finder.clearAll();
  await found(finder, spread(30, 40));
  expect(calls).toEqual({ ListMembers: 4, GetMember: 0 });
});
