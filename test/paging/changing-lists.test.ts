// Rows that come and go between the pages of a walk: one that is there all the while comes exactly once, also where a page of AWS's
// is handed out in parts (by order, by filter), as long as not too many go at once; and whatever goes, none that stays is left out.
import fc from 'fast-check';
import '../support/fc-seed';
import { readConnection } from '../../src/paging/connection';
import { Cursors } from '../../src/paging/cursors';
import { ChangingList, changingSources } from '../support/changing-list';
import { byRank, names, type Row } from '../support/flaky-plans';

const cursors = new Cursors(undefined);

interface Change {
  readonly kind: 'ADD' | 'REMOVE' | 'BRING_BACK';
  readonly list: number;
  readonly which: number;
}

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('ADD', 'REMOVE', 'REMOVE', 'BRING_BACK'),
  list: fc.nat(),
  which: fc.nat(99),
});

const target = fc.array(
  fc.record({ ranks: fc.array(fc.nat(9), { maxLength: 25 }), pageSize: fc.integer({ min: 1, max: 10 }) }),
  { minLength: 1, maxLength: 3 },
);

/** A place is found again as long as one of five rows before it is there. */
const FEW = 4;
const MANY = 20;

const walkOf = (changes: number) =>
  fc.record({
    targets: fc.array(target, { minLength: 1, maxLength: 5 }),
    firsts: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }),
    /** After which edge of a page the next one goes on; after the last where there are not so many. */
    edges: fc.array(fc.nat(24), { minLength: 1, maxLength: 4 }),
    /** Between one page and the next; none once they are used up. */
    changes: fc.array(fc.array(change, { maxLength: changes }), { maxLength: 20 }),
  });

const first: Omit<Change, 'kind'> = { list: 0, which: 0 };

/** Found by many more runs than there are here. */
const KNOWN: Record<string, Walk> = {
  'a row that new ones have pushed to the next page': {
    targets: [[{ ranks: [0, 1, 0, 0, 0, 1], pageSize: 5 }]],
    firsts: [5],
    edges: [3, 0, 0],
    changes: [
      [{ kind: 'REMOVE', ...first }],
      [
        { kind: 'ADD', ...first },
        { kind: 'ADD', ...first },
      ],
    ],
  },
  'a row that new ones have pushed further on': {
    targets: [[{ ranks: [0, 1, 1, 0, 0], pageSize: 6 }]],
    firsts: [2],
    edges: [0],
    changes: [
      [],
      [],
      [],
      [
        { kind: 'ADD', ...first },
        { kind: 'ADD', ...first },
      ],
    ],
  },
  'a row that comes back ahead of the others': {
    targets: [[{ ranks: [1, 0, 1, 1, 1, 2, 1, 2], pageSize: 7 }]],
    firsts: [4],
    edges: [0, 3],
    changes: [
      [
        { kind: 'REMOVE', ...first },
        { kind: 'REMOVE', ...first },
        { kind: 'ADD', list: 0, which: 4 },
      ],
      [{ kind: 'BRING_BACK', ...first }],
    ],
  },
};

type Walk = ReturnType<typeof walkOf> extends fc.Arbitrary<infer Plan> ? Plan : never;

/** The rows that were away at some time, and those that came back. */
interface Journal {
  readonly gone: Set<Row>;
  readonly back: Set<Row>;
}

function make({ kind, which }: Change, list: ChangingList, where: 'ANYWHERE' | 'UNSEEN', journal: Journal) {
  const rows = where === 'ANYWHERE' ? list.rows : list.unseen;
  const row = rows[which % Math.max(1, rows.length)];
  if (kind === 'ADD' && where === 'ANYWHERE') list.add(which % 10);
  if (kind === 'ADD' && where === 'UNSEEN') list.addUnseen(which % 10);
  if (kind === 'REMOVE' && row !== undefined) {
    list.remove(row);
    journal.gone.add(row);
  }
  const gone = list.removed[which % Math.max(1, list.removed.length)];
  if (kind === 'BRING_BACK' && where === 'ANYWHERE' && gone !== undefined) {
    list.bringBack(gone);
    journal.back.add(gone);
  }
}

interface Options {
  readonly where: 'ANYWHERE' | 'UNSEEN';
  readonly ordered?: boolean;
  readonly wanted?: ((row: Row) => boolean) | undefined;
}

async function walkThrough({ targets, firsts, edges, changes }: Walk, options: Options) {
  const { where, ordered = false, wanted } = options;
  const changing = targets.map((lists, t) =>
    (ordered ? lists.slice(0, 1) : lists).map(
      ({ ranks, pageSize }, l) => new ChangingList(`${t}/${l}`, ranks, pageSize),
    ),
  );
  const lists = changing.flat();
  const initially = lists.flatMap(({ rows }) => rows);
  const journal: Journal = { gone: new Set(), back: new Set() };
  const sources = changingSources(changing, wanted && { matches: wanted });
  const rows: Row[] = [];
  let after: string | undefined;
  for (let pages = 0, more = true; more; pages += 1) {
    expect(pages).toBeLessThan(1_000);
    const first = firsts[pages % firsts.length] ?? 1;
    const compare = ordered ? byRank : undefined;
    const request = { first, after, query: 'rows', compare };
    const page = await readConnection(cursors, sources, request);
    const { pageInfo, completeness } = page;
    expect(completeness.complete).toBe(true);
    expect(page.nodes.length === first || !pageInfo.hasNextPage).toBe(true);
    const last = edges[pages % edges.length] ?? 0;
    rows.push(...page.nodes.slice(0, last + 1));
    const isCut = last + 1 < page.nodes.length;
    after = isCut ? page.edges[last]?.cursor : pageInfo.endCursor;
    more = isCut || pageInfo.hasNextPage;
    for (const each of changes[pages] ?? []) {
      const list = lists[each.list % lists.length];
      if (list !== undefined) make(each, list, where, journal);
    }
  }
  const stable = initially.filter((row) => !journal.gone.has(row) && wanted?.(row) !== false);
  expect(names(stable.filter((row) => !rows.includes(row)))).toEqual([]);
  expect(wanted === undefined || rows.every(wanted)).toBe(true);
  const steady = rows.filter((row) => !journal.back.has(row));
  return { rows, stable, repeated: steady.length - new Set(steady).size };
}

test('target behind target: changes anywhere cost no row that stays, and leave the others in order', async () => {
  await fc.assert(
    fc.asyncProperty(walkOf(FEW), async (plan) => {
      const { rows, stable, repeated } = await walkThrough(plan, { where: 'ANYWHERE' });
      expect(names(rows.filter((row) => stable.includes(row)))).toEqual(names(stable));
      expect(repeated).toBe(0);
    }),
    { numRuns: 1_000 },
  );
});

test('merged: changes further on cost no row that stays, and all rows stand in order', async () => {
  await fc.assert(
    fc.asyncProperty(walkOf(MANY), async (plan) => {
      const { rows, repeated } = await walkThrough(plan, { where: 'UNSEEN', ordered: true });
      expect(rows).toEqual([...rows].sort(byRank));
      expect(repeated).toBe(0);
    }),
    { numRuns: 200 },
  );
});

const kept = fc.option(
  fc.array(fc.nat(9), { maxLength: 7 }).map((ranks) => new Set(ranks)),
  { nil: undefined },
);

test.each([
  ['few changes anywhere cost no row that stays, and repeat none', FEW, 0],
  ['many cost none either, though some may come twice', MANY, Infinity],
])('merged or filtered: %s', async (_what, changes, most) => {
  await fc.assert(
    fc.asyncProperty(walkOf(changes), kept, fc.boolean(), async (plan, ranks, ordered) => {
      const wanted = ranks && (({ rank }: Row) => ranks.has(rank));
      const { repeated } = await walkThrough(plan, { where: 'ANYWHERE', ordered, wanted });
      expect(repeated).toBeLessThanOrEqual(most);
    }),
    { numRuns: 1_000 },
  );
});

test.each(Object.entries(KNOWN))('known: %s', async (_what, plan) => {
  const none = { repeated: 0 };
  expect(await walkThrough(plan, { where: 'ANYWHERE' })).toMatchObject(none);
  const wanted = ({ rank }: Row) => rank === 1 || rank === 4;
  expect(await walkThrough(plan, { where: 'ANYWHERE', wanted })).toMatchObject(none);
});
