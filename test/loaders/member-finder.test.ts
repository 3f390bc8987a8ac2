// Members by account: the fewest calls that can tell, whatever order the accounts come in.
import { AwsError } from '../../src/domain/errors';
import { MemberCounts, MemberFinder } from '../../src/loaders/member-finder';
import type { MacieMemberRecord } from '../../src/domain/records/macie-member';

const accountOf = (index: number) => String(100_000_000_000 + index);
const refOf = (index: number, target = 'home') =>
  ({ kind: 'MacieMember', target, accountId: accountOf(index) }) as const;

const record = (index: number, target = 'home') =>
  ({ ...refOf(index, target), awsStatus: 'Enabled' }) as MacieMemberRecord;

/** A list of so many members, in pages of 25; page `failAt` fails. */
function macie(
  members: number,
  { known = false, failAt = Infinity, code = 'AWS_ACCESS_DENIED' as const } = {},
) {
  const calls = { ListMembers: 0, GetMember: 0 };
  const counts = new MemberCounts();
  if (known) counts.learn('home', members);
  const finder = new MemberFinder(
    {
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
        return Promise.resolve({ rows, nextToken, asOf: new Date() });
      },
    },
    counts,
  );
  return { calls, finder };
}

/** `count` accounts, spread evenly over the first `members`. */
const spread = (count: number, members: number) => [
  ...new Set(Array.from({ length: count }, (_, index) => Math.floor((index * members) / count))),
];

async function found(finder: MemberFinder, indexes: readonly number[]): Promise<(string | undefined)[]> {
  const findings = await finder.find(indexes.map((index) => refOf(index)));
  return findings.map((finding) => (finding instanceof Error ? finding.message : finding?.accountId));
}

test.each([
  // Not known how many there are: listed when more are wanted than a page holds.
  { wanted: 1, members: 400, known: false, fewest: 1 },
  { wanted: 25, members: 400, known: false, fewest: 25 },
  { wanted: 60, members: 40, known: false, fewest: 2 },
  { wanted: 30, members: 30, known: false, fewest: 2 },
  // Known: whichever is fewer.
  { wanted: 1, members: 20, known: true, fewest: 1 },
  { wanted: 3, members: 40, known: true, fewest: 2 },
  { wanted: 16, members: 400, known: true, fewest: 16 },
  { wanted: 17, members: 400, known: true, fewest: 16 },
])('$wanted of $members, known: $known', async ({ wanted, members, known, fewest }) => {
  const { finder, calls } = macie(members, { known });
  const indexes = spread(wanted, Math.max(wanted, members));
  expect(await found(finder, indexes)).toEqual(
    indexes.map((index) => (index < members ? accountOf(index) : undefined)),
  );
  expect(calls.ListMembers + calls.GetMember).toBe(fewest);
});

test('60 of 400 cost the list at most, and never more than a look-up each', async () => {
  for (const members of [26, 100, 399, 400, 401, 2_000, 10_000]) {
    const { finder, calls } = macie(members);
    const indexes = spread(60, members);
    expect(await found(finder, indexes)).toEqual(
      indexes.map((index) => (index < members ? accountOf(index) : undefined)),
    );
    const total = calls.ListMembers + calls.GetMember;
    // What the list cost in vain is no more than the look-ups that follow.
    expect(total).toBeLessThanOrEqual(members <= 1_500 ? Math.ceil(members / 25) : 120);
  }
});

test('accounts that come later are found on pages that were read before', async () => {
  const { finder, calls } = macie(400);
  const early = spread(30, 400);
  const late = early.map((index) => index + 1);
  const [first, second] = await Promise.all([found(finder, early), found(finder, late)]);
  expect(first).toEqual(early.map(accountOf));
  expect(second).toEqual(late.map(accountOf));
  expect(await found(finder, [2, 3, 390])).toEqual([2, 3, 390].map(accountOf));
  expect(calls.ListMembers + calls.GetMember).toBeLessThanOrEqual(17);
});

test('of a list read to its end, an account that is not on it has never been a member', async () => {
  const { finder, calls } = macie(40);
  const indexes = [...spread(30, 40), 500, 600];
  expect((await found(finder, indexes)).slice(-2)).toEqual([undefined, undefined]);
  expect(await found(finder, [700])).toEqual([undefined]);
  expect(calls).toEqual({ ListMembers: 2, GetMember: 0 });
});

test('a list that is refused halfway leaves the rest to look-ups', async () => {
  const { finder, calls } = macie(400, { failAt: 3 });
  const indexes = spread(40, 400);
  expect(await found(finder, indexes)).toEqual(indexes.map(accountOf));
  expect(calls).toEqual({ ListMembers: 3, GetMember: indexes.filter((index) => index >= 50).length });
});

test('targets have lists of their own', async () => {
  const { finder } = macie(10);
  const refs = [refOf(1), refOf(1, 'partner'), refOf(2)];
  const findings = await finder.find(refs);
  expect(findings.map((finding) => finding instanceof Error || finding?.target)).toEqual([
    'home',
    'partner',
    'home',
  ]);
});

test('what is forgotten is read anew', async () => {
  const { finder, calls } = macie(40);
  await found(finder, spread(30, 40));
  finder.clearAll();
  await found(finder, spread(30, 40));
  expect(calls).toEqual({ ListMembers: 4, GetMember: 0 });
});
