// Rows that come and go between the pages of a walk: one that is there all the while comes exactly once. Where a page of AWS's
// is handed out in parts (by order, by filter, from an edge) a cursor counts its rows, so there they may come and go behind it only.
import fc from 'fast-check';
import '../support/fc-seed';
import { readConnection } from '../../src/paging/connection';
import { Cursors } from '../../src/paging/cursors';
import { LivingList, livingSources } from '../support/living-list';
import { byRank, names, type Row } from '../support/shaky-plans';

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

const walk = fc.record({
  targets: fc.array(target, { minLength: 1, maxLength: 5 }),
  firsts: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }),
  /** Between one page and the next; none once they are used up. */
  changes: fc.array(fc.array(change, { maxLength: 6 }), { maxLength: 20 }),
});

type Walk = typeof walk extends fc.Arbitrary<infer Plan> ? Plan : never;

/** The rows that were away at some time, and those that came back. */
interface Journal {
  readonly gone: Set<Row>;
  readonly back: Set<Row>;
}

function make({ kind, which }: Change, list: LivingList, where: 'ANYWHERE' | 'UNSEEN', journal: Journal) {
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
  readonly wanted?: (row: Row) => boolean;
}

async function walkThrough({ targets, firsts, changes }: Walk, options: Options) {
  const { where, ordered = false, wanted } = options;
  const living = targets.map((lists, t) =>
    (ordered ? lists.slice(0, 1) : lists).map(
      ({ ranks, pageSize }, l) => new LivingList(`${t}/${l}`, ranks, pageSize),
    ),
  );
  const lists = living.flat();
  const initially = lists.flatMap(({ rows }) => rows);
  const journal: Journal = { gone: new Set(), back: new Set() };
  const sources = livingSources(living, wanted && { matches: wanted });
  const rows: Row[] = [];
  let after: string | undefined;
  for (let pages = 0, more = true; more; pages += 1) {
    expect(pages).toBeLessThan(1_000);
    const first = firsts[pages % firsts.length] ?? 1;
    const compare = ordered ? byRank : undefined;
    const { nodes, pageInfo, completeness } = await readConnection(cursors, sources, {
      first,
      after,
      query: 'rows',
      compare,
    });
    rows.push(...nodes);
    expect(completeness.complete).toBe(true);
    expect(nodes.length === first || !pageInfo.hasNextPage).toBe(true);
    after = pageInfo.endCursor;
    more = pageInfo.hasNextPage;
    for (const each of changes[pages] ?? []) {
      const list = lists[each.list % lists.length];
      if (list !== undefined) make(each, list, where, journal);
    }
  }
  const stable = initially.filter((row) => !journal.gone.has(row) && wanted?.(row) !== false);
  const steady = rows.filter((row) => !journal.back.has(row));
  expect(new Set(names(steady)).size).toBe(steady.length);
  expect(names(stable.filter((row) => !rows.includes(row)))).toEqual([]);
  return { rows, stable };
}

test('target behind target: changes anywhere cost no row that stays', async () => {
  await fc.assert(
    fc.asyncProperty(walk, async (plan) => {
      const { rows, stable } = await walkThrough(plan, { where: 'ANYWHERE' });
      expect(names(rows.filter((row) => stable.includes(row)))).toEqual(names(stable));
    }),
    { numRuns: 300 },
  );
});

test('merged: changes further on cost no row that stays, and all rows stand in order', async () => {
  await fc.assert(
    fc.asyncProperty(walk, async (plan) => {
      const { rows } = await walkThrough(plan, { where: 'UNSEEN', ordered: true });
      expect(rows).toEqual([...rows].sort(byRank));
    }),
    { numRuns: 200 },
  );
});

test('filtered: changes further on cost no row that stays', async () => {
  const ranks = fc.array(fc.nat(9), { maxLength: 7 }).map((list) => new Set(list));
  await fc.assert(
    fc.asyncProperty(walk, ranks, fc.boolean(), async (plan, kept, ordered) => {
      const wanted = ({ rank }: Row) => kept.has(rank);
      const { rows } = await walkThrough(plan, { where: 'UNSEEN', ordered, wanted });
      expect(rows.every(wanted)).toBe(true);
    }),
    { numRuns: 200 },
  );
});
