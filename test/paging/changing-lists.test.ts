// Walks over lists that gain and lose rows between two pages. A walk returns every row that stays in the list, whatever else changes,
// and returns it only once as long as few rows are removed at a time. Both hold for merged and filtered lists.
import fc from 'fast-check';
import { runs } from '../support/fc-settings';
import { readConnection } from '../../src/paging/connection';
import { Cursors } from '../../src/paging/cursors';
import { ChangingList, changingSources } from '../support/changing-list';
import { byRank, names, RANKED, type Row } from '../support/flaky-plans';

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

/** A walk finds its position again as long as one of the five rows before it is still in the list. */
const FEW = 4;
const MANY = 20;

const walkOf = (changes: number) =>
  fc.record({
    targets: fc.array(target, { minLength: 1, maxLength: 5 }),
    firsts: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }),
    /** The index of the edge from which the next page continues; the last edge if the page has fewer. */
    edges: fc.array(fc.nat(24), { minLength: 1, maxLength: 4 }),
    /** The changes between a page and the next; no changes after the last element. */
    changes: fc.array(fc.array(change, { maxLength: changes }), { maxLength: 20 }),
  });

const first: Omit<Change, 'kind'> = { list: 0, which: 0 };

/** Regressions: plans that once failed, found with many more runs than these tests make. */
const REGRESSIONS: Record<string, Walk> = {
  'new rows push a row to the next page': {
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
  'new rows push a row several pages back': {
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
  'a removed row returns before the others': {
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

/** The rows that were removed at some time, and the removed rows that returned. */
interface ChangedRows {
  readonly removed: Set<Row>;
  readonly restored: Set<Row>;
}

function apply(
  { kind, which }: Change,
  list: ChangingList,
  where: 'ANYWHERE' | 'UNSEEN',
  changed: ChangedRows,
) {
  const rows = where === 'ANYWHERE' ? list.rows : list.unseen;
  const row = rows[which % Math.max(1, rows.length)];
  if (kind === 'ADD' && where === 'ANYWHERE') list.add(which % 10);
  if (kind === 'ADD' && where === 'UNSEEN') list.addUnseen(which % 10);
  if (kind === 'REMOVE' && row !== undefined) {
    list.remove(row);
    changed.removed.add(row);
  }
  const removed = list.removed[which % Math.max(1, list.removed.length)];
  if (kind === 'BRING_BACK' && where === 'ANYWHERE' && removed !== undefined) {
    list.bringBack(removed);
    changed.restored.add(removed);
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
  const changed: ChangedRows = { removed: new Set(), restored: new Set() };
  const sources = changingSources(changing, wanted && { matches: wanted });
  const rows: Row[] = [];
  let after: string | undefined;
  for (let pages = 0, more = true; more; pages += 1) {
    expect(pages).toBeLessThan(1_000);
    const first = firsts[pages % firsts.length] ?? 1;
    const order = ordered ? RANKED : undefined;
    const request = { first, after, query: 'rows', order };
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
      if (list !== undefined) apply(each, list, where, changed);
    }
  }
  const stable = initially.filter((row) => !changed.removed.has(row) && wanted?.(row) !== false);
  expect(names(stable.filter((row) => !rows.includes(row)))).toEqual([]);
  expect(wanted === undefined || rows.every(wanted)).toBe(true);
  const neverRestored = rows.filter((row) => !changed.restored.has(row));
  return { rows, stable, repeated: neverRestored.length - new Set(neverRestored).size };
}

test('an unordered walk returns every row that stays once and in order, wherever the lists change', async () => {
  await fc.assert(
    fc.asyncProperty(walkOf(FEW), async (plan) => {
      const { rows, stable, repeated } = await walkThrough(plan, { where: 'ANYWHERE' });
      expect(names(rows.filter((row) => stable.includes(row)))).toEqual(names(stable));
      expect(repeated).toBe(0);
    }),
    { numRuns: runs(1_000) },
  );
});

test('a merged walk returns every row that stays, in order, when the lists change beyond the rows read so far', async () => {
  await fc.assert(
    fc.asyncProperty(walkOf(MANY), async (plan) => {
      const { rows, repeated } = await walkThrough(plan, { where: 'UNSEEN', ordered: true });
      expect(rows).toEqual([...rows].sort(byRank));
      expect(repeated).toBe(0);
    }),
    { numRuns: runs(200) },
  );
});

const wantedRanks = fc.option(
  fc.array(fc.nat(9), { maxLength: 7 }).map((ranks) => new Set(ranks)),
  { nil: undefined },
);

test.each([
  ['returns every row that stays once after few changes', FEW, 0],
  ['returns every row that stays, some of them twice, after many changes', MANY, Infinity],
])('a merged or filtered walk %s', async (_title, changes, most) => {
  await fc.assert(
    fc.asyncProperty(walkOf(changes), wantedRanks, fc.boolean(), async (plan, ranks, ordered) => {
      const wanted = ranks && (({ rank }: Row) => ranks.has(rank));
      const { repeated } = await walkThrough(plan, { where: 'ANYWHERE', ordered, wanted });
      expect(repeated).toBeLessThanOrEqual(most);
    }),
    { numRuns: runs(1_000) },
  );
});

test.each(Object.entries(REGRESSIONS))('a walk returns each row once: %s', async (_title, plan) => {
  const noRepetition = { repeated: 0 };
  expect(await walkThrough(plan, { where: 'ANYWHERE' })).toMatchObject(noRepetition);
  const wanted = ({ rank }: Row) => rank === 1 || rank === 4;
  expect(await walkThrough(plan, { where: 'ANYWHERE', wanted })).toMatchObject(noRepetition);
});
