// Lists beyond the scan limit in an order of the gateway that allows partial lists, the scan limit of each kind, and lists that are fetched ahead.
import { AwsError, type AwsErrorCode } from '../../src/domain/errors';
import type { ResourceKind } from '../../src/domain/resources';
import { readConnection } from '../../src/paging/connection';
import { Cursors } from '../../src/paging/cursors';
import type { RowOrder } from '../../src/paging/order';
import { Snapshots } from '../../src/paging/snapshots';
import { SortLimitError } from '../../src/paging/sort-limit-error';
import type { Source } from '../../src/paging/source';
import type { KeptList, KeptLists } from '../../src/paging/whole-list';

const cursors = new Cursors(undefined);

interface Row {
  readonly id: string;
  readonly value: number;
}

const BY_VALUE: RowOrder<Row> = {
  valueOf: ({ value }) => value,
  direction: 'ASC',
  sortedBy: 'GATEWAY',
  allowsPartialLists: true,
};

interface ListPlan {
  /** One row on each page. */
  readonly values: readonly number[];
  readonly failure?: AwsErrorCode;
}

/** A source with one list for each plan, and the calls of its lists in order. */
function sourceOf(
  target: string,
  kind: ResourceKind,
  plans: readonly ListPlan[],
  calls: string[] = [],
): Source<Row> {
  return {
    name: target,
    reads: { target, kind },
    partitions: () =>
      Promise.resolve(
        plans.map(({ values, failure }, index) => {
          const key = plans.length === 1 ? target : `${target}/${index}`;
          return {
            key,
            maxPageSize: 1,
            keyOf: ({ id }: Row) => id,
            fetch: async ({ token = '0' }) => {
              calls.push(`${key} ${token}`);
              await new Promise((resolve) => setImmediate(resolve));
              if (failure !== undefined) {
                const details = { service: 'macie2', operation: 'List', target, notApplied: true } as const;
                throw new AwsError(failure, details);
              }
              const at = Number(token);
              const value = values[at];
              const rows = value === undefined ? [] : [{ id: `${key}-${value}`, value }];
              const nextToken = at + 1 < values.length ? String(at + 1) : undefined;
              return { rows, nextToken, asOf: new Date(), unreadableRows: 0 };
            },
          };
        }),
      ),
  };
}

/** Values that descend, so that the last rows of the list sort first. */
const descending = (count: number, from = 1_000) => Array.from({ length: count }, (_, index) => from - index);

function keptLists(): KeptLists<Row> {
  const snapshots = new Snapshots();
  return {
    lookUp: ({ target, kind }, query) => {
      const { found, keep, drop } = snapshots.lookUp(target, `${kind} ${query}`);
      return { find: () => found as KeptList<Row> | undefined, keep, drop };
    },
  };
}

interface ReadOptions {
  readonly first?: number;
  readonly after?: string | undefined;
  readonly kept?: KeptLists<Row>;
  readonly order?: RowOrder<Row>;
}

const read = (
  sources: readonly Source<Row>[],
  { first = 100, order = BY_VALUE, ...more }: ReadOptions = {},
) => readConnection(cursors, sources, { first, query: 'rows', order, ...more });

type Page = Awaited<ReturnType<typeof read>>;

async function walk(sources: readonly Source<Row>[], options: ReadOptions): Promise<Page[]> {
  const pages = [await read(sources, options)];
  for (let page = pages[0]; page?.pageInfo.hasNextPage === true; page = pages.at(-1)) {
    if (pages.length > 100) throw new Error('The walk has no end.');
    pages.push(await read(sources, { ...options, after: page.pageInfo.endCursor }));
  }
  return pages;
}

const valuesOf = (pages: readonly Page[]) => pages.flatMap(({ nodes }) => nodes.map(({ value }) => value));
const statusesOf = ({ completeness }: Page) =>
  completeness.sources.map(({ target, kind, status }) => `${target} ${kind} ${status}`);

describe('a list beyond the scan limit', () => {
  const long = (calls: string[] = []) =>
    sourceOf('home', 'MacieMember', [{ values: descending(150) }], calls);
  const short = (calls: string[] = []) =>
    sourceOf('cases', 'SecurityCase', [{ values: [1, 950, 2_000, 3_000] }], calls);
  /** 101 calls of one row. */
  const EXPECTED = [1, ...descending(101).reverse(), 950, 2_000, 3_000].sort((a, b) => a - b);

  test('delivers the rows within the limit in order, and ends', async () => {
    const pages = await walk([long(), short()], { first: 7 });
    expect(valuesOf(pages)).toEqual(EXPECTED);
    expect(pages.every(({ edges }) => edges.every(({ isOutOfOrder }) => !isOutOfOrder))).toBe(true);
  });

  test('is named on every page, and the count is not exact', async () => {
    const pages = await walk([long(), short()], { first: 50 });
    expect(pages.map(({ nodes }) => nodes.length)).toEqual([50, 50, 5]);
    for (const page of [
      ...pages,
      await read([long(), short()], { after: pages.at(-1)?.pageInfo.endCursor }),
    ]) {
      expect(statusesOf(page)).toContain('home MacieMember SCAN_LIMIT_REACHED');
      expect(page.completeness.complete).toBe(false);
      expect(await page.totalCount).toEqual({ value: EXPECTED.length, exact: false });
    }
  });

  test('is read once for a walk that keeps its lists', async () => {
    const calls: string[] = [];
    const pages = await walk([long(calls), short()], { first: 7, kept: keptLists() });
    expect(valuesOf(pages)).toEqual(EXPECTED);
    expect(calls).toHaveLength(101);
    expect(pages.map((page) => page.completeness.complete)).not.toContain(true);
  });

  test('fails a connection whose order needs the whole list', async () => {
    const order = { ...BY_VALUE, allowsPartialLists: false };
    const kept = keptLists();
    await expect(read([long(), short()], { order, kept })).rejects.toThrow(SortLimitError);
  });

  test('delivers no row again that comes before the last one', async () => {
    const values = descending(150);
    const changing = () => sourceOf('home', 'MacieMember', [{ values }]);
    const first = await read([changing()], { first: 60 });
    values.unshift(5, 6, 7);
    const pages = await walk([changing()], { first: 60, after: first.pageInfo.endCursor });
    const rows = [first, ...pages].flatMap(({ nodes }) => nodes.map(({ value }) => value));
    expect(new Set(rows).size).toBe(rows.length);
  });

  test('does not keep another list of its source from being delivered whole', async () => {
    const lists = [{ values: [1, 2, 3] }, { values: descending(150) }, { values: [4] }];
    const source = sourceOf('home', 'MailboxExportJob', lists);
    const pages = await walk([source], { first: 40 });
    const rows = valuesOf(pages);
    expect(rows.slice(0, 3)).toEqual([1, 2, 3]);
    expect(new Set(rows).size).toBe(rows.length);
    expect(pages.map(statusesOf)).toEqual(pages.map(() => ['home MailboxExportJob SCAN_LIMIT_REACHED']));
  });
});

describe('the scan limit', () => {
  const countOf = (calls: readonly string[], target: string) =>
    calls.filter((call) => call.startsWith(target)).length;

  test('is 100 calls for each kind, and one for each of its sources', async () => {
    const calls: string[] = [];
    const list = (target: string, kind: ResourceKind, length: number) =>
      sourceOf(target, kind, [{ values: descending(length) }], calls);
    const page = await read([
      list('a', 'MacieMember', 300),
      list('b', 'MacieMember', 300),
      list('c', 'SecurityCase', 101),
      list('d', 'ClassificationJob', 102),
    ]);
    expect(countOf(calls, 'a') + countOf(calls, 'b')).toBe(102);
    expect([countOf(calls, 'c'), countOf(calls, 'd')]).toEqual([101, 101]);
    expect(statusesOf(page)).toEqual([
      'a MacieMember SCAN_LIMIT_REACHED',
      'b MacieMember SCAN_LIMIT_REACHED',
      'c SecurityCase OK',
      'd ClassificationJob SCAN_LIMIT_REACHED',
    ]);
  });

  test('leaves a short list of the same kind whole beside a long one', async () => {
    const page = await read([
      sourceOf('long', 'SecurityCase', [{ values: descending(300) }]),
      sourceOf('short', 'SecurityCase', [{ values: [1, 2, 3] }]),
    ]);
    expect(statusesOf(page)).toEqual(['long SecurityCase SCAN_LIMIT_REACHED', 'short SecurityCase OK']);
    expect(valuesOf([page]).slice(0, 3)).toEqual([1, 2, 3]);
  });
});

describe('the lists of one source', () => {
  const eight = (): ListPlan[] => Array.from({ length: 8 }, (_, index) => ({ values: [index, index + 100] }));
  const firstPages = (calls: readonly string[]) => calls.filter((call) => call.endsWith(' 0'));

  test('are fetched four ahead of the one that is read, each page once', async () => {
    const calls: string[] = [];
    const page = await read([sourceOf('home', 'MailboxExportJob', eight(), calls)]);
    expect(page.nodes).toHaveLength(16);
    expect([...calls].sort()).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7].flatMap((list) => [`home/${list} 0`, `home/${list} 1`]),
    );
    // The first list and four more, before the second page of the first list.
    expect(new Set(calls.slice(0, 5))).toEqual(new Set([0, 1, 2, 3, 4].map((list) => `home/${list} 0`)));
    expect(calls[5]).toBe('home/0 1');
  });

  test('are not fetched ahead for a page that does not read whole lists', async () => {
    const calls: string[] = [];
    const source = sourceOf('home', 'MailboxExportJob', eight(), calls);
    const page = await readConnection(cursors, [source], { first: 3, query: 'rows' });
    expect(page.nodes).toHaveLength(3);
    expect(calls).toEqual(['home/0 0', 'home/0 1', 'home/1 0']);
  });

  test('are not fetched ahead for a later page whose count has kept lists', async () => {
    const kept = keptLists();
    const request = { first: 1, query: 'rows', kept, countsRows: true };
    const source = (calls?: string[]) => sourceOf('home', 'MailboxExportJob', eight(), calls);
    const page = await readConnection(cursors, [source()], request);
    expect(await page.totalCount).toEqual({ value: 16, exact: true });
    const calls: string[] = [];
    const after = page.pageInfo.endCursor;
    const next = await readConnection(cursors, [source(calls)], { ...request, after });
    expect(await next.totalCount).toEqual({ value: 16, exact: true });
    expect(calls).toEqual(['home/0 1']);
  });

  test('are not fetched again once they have ended', async () => {
    const plans = [{ values: [1] }, { values: [2] }, { values: [3, 30] }, { values: [40] }];
    const first = await read([sourceOf('home', 'MailboxExportJob', plans)], { first: 3 });
    const calls: string[] = [];
    const rest = await read([sourceOf('home', 'MailboxExportJob', plans, calls)], {
      after: first.pageInfo.endCursor,
    });
    expect(valuesOf([rest])).toEqual([30, 40]);
    expect(firstPages(calls).sort()).toEqual(['home/2 0', 'home/3 0']);
  });

  test('that failed on an earlier page are not fetched, until retryCursor', async () => {
    const plans: ListPlan[] = [
      { values: [1, 2] },
      { values: [3], failure: 'AWS_ACCESS_DENIED' },
      { values: [4] },
    ];
    const first = await read([sourceOf('home', 'MailboxExportJob', plans)], { first: 1 });
    expect(statusesOf(first)).toEqual(['home MailboxExportJob ACCESS_DENIED']);
    const healthy = plans.map(({ values }) => ({ values }));
    const calls: string[] = [];
    const next = await read([sourceOf('home', 'MailboxExportJob', healthy, calls)], {
      after: first.pageInfo.endCursor,
    });
    expect(valuesOf([next])).toEqual([2, 4]);
    expect(firstPages(calls).sort()).toEqual(['home/0 0', 'home/2 0']);
    const retried = await read([sourceOf('home', 'MailboxExportJob', healthy)], {
      after: next.completeness.retryCursor,
    });
    expect(valuesOf([retried])).toEqual([3]);
  });

  test('a failure of a list that was fetched ahead counts once, when the list is reached', async () => {
    const plans: ListPlan[] = [
      { values: [1] },
      { values: [], failure: 'AWS_ACCESS_DENIED' },
      { values: [2] },
    ];
    const calls: string[] = [];
    const page = await read([sourceOf('home', 'MailboxExportJob', plans, calls)]);
    expect(valuesOf([page])).toEqual([1, 2]);
    expect(calls).toHaveLength(3);
  });

  test('a retryable failure stops the source, and what was fetched ahead is not delivered', async () => {
    const plans: ListPlan[] = [{ values: [], failure: 'AWS_THROTTLED' }, { values: [1] }];
    const page = await read([sourceOf('home', 'MailboxExportJob', plans)]);
    expect(page.nodes).toEqual([]);
    expect(statusesOf(page)).toEqual(['home MailboxExportJob THROTTLED']);
  });
});
