// A source that keeps silent: those after it are begun meanwhile, and what they meet is told as if they had been waited for.
import { setTimeout as delay } from 'node:timers/promises';
import { AwsError, type AwsErrorCode } from '../../src/domain/errors';
import { readConnection } from '../../src/paging/connection';
import { Cursors } from '../../src/paging/cursors';
import { singleList, type Source } from '../../src/paging/source';

interface Fetch {
  readonly target: string;
  readonly begun: number;
  readonly size: number;
}

interface Answer {
  readonly afterSeconds?: number;
  /** Empty for a source without rows. */
  readonly rows?: readonly string[];
  readonly failsOnceWith?: AwsErrorCode;
}

const cursors = new Cursors(undefined);

function begin(answers: Readonly<Record<string, Answer>>) {
  const fetches: Fetch[] = [];
  const sources = Object.entries(answers).map(([target, answer]) => source(target, answer, fetches));
  const read = (first: number, after?: string) =>
    readConnection(cursors, sources, { first, after, query: 'rows' });
  return { fetches, read };
}

/** The token is the index of the row that comes next. */
function source(
  target: string,
  { afterSeconds = 0, rows = [`${target}-0`, `${target}-1`], failsOnceWith }: Answer,
  fetches: Fetch[],
): Source<string> {
  const start = performance.now();
  let failing = failsOnceWith;
  return singleList(target, 'macie2', {
    maxPageSize: 10,
    keyOf: (row) => row,
    fetch: async ({ token, size }) => {
      fetches.push({ target, begun: performance.now() - start, size });
      await delay(afterSeconds * 1_000);
      if (failing !== undefined) {
        const error = new AwsError(failing, {
          service: 'macie2',
          operation: 'List',
          target,
          notApplied: true,
        });
        failing = undefined;
        throw error;
      }
      const from = Number(token ?? 0);
      const page = rows.slice(from, from + size);
      const end = from + page.length;
      return { rows: page, nextToken: end < rows.length ? String(end) : undefined, asOf: new Date() };
    },
  });
}

const targets = (fetches: readonly Fetch[]) => fetches.map(({ target }) => target);

test.concurrent(
  'while the first source is silent for 2.5 s the next two are begun, each is asked once, and rows come in target order',
  async () => {
    const { fetches, read } = begin({ a: { afterSeconds: 2.5 }, b: {}, c: {}, d: {} });
    const { nodes, completeness, pageInfo } = await read(6);
    expect(nodes).toEqual(['a-0', 'a-1', 'b-0', 'b-1', 'c-0', 'c-1']);
    expect(targets(fetches)).toEqual(['a', 'b', 'c']);
    const [, second, third] = fetches;
    expect(second?.begun).toBeGreaterThan(900);
    expect(second?.begun).toBeLessThan(2_400);
    expect((third?.begun ?? 0) - (second?.begun ?? 0)).toBeGreaterThan(900);
    expect(third?.begun).toBeLessThan(2_400);
    expect(completeness.sources.map(({ target, state }) => `${target} ${state}`)).toEqual([
      'a OK',
      'b OK',
      'c OK',
    ]);
    expect(completeness.complete).toBe(true);
    expect(pageInfo.hasNextPage).toBe(true);
  },
);

test.concurrent(
  'quick sources are asked only when the page comes to them, and for no more than it needs',
  async () => {
    const { fetches, read } = begin({ a: {}, b: {}, c: {}, d: {} });
    const { nodes, completeness } = await read(3);
    expect(nodes).toEqual(['a-0', 'a-1', 'b-0']);
    expect(fetches.map(({ target, size }) => [target, size])).toEqual([
      ['a', 3],
      ['b', 1],
    ]);
    expect(completeness.sources).toHaveLength(2);
  },
);

test.concurrent(
  'a source that failed when it was begun ahead is named once its rows are missed',
  async () => {
    const { fetches, read } = begin({
      a: { afterSeconds: 1.5 },
      b: { failsOnceWith: 'AWS_THROTTLED' },
      c: {},
    });
    const { nodes, completeness, pageInfo } = await read(10);
    expect(nodes).toEqual(['a-0', 'a-1', 'c-0', 'c-1']);
    expect(completeness.sources.map(({ target, state }) => `${target} ${state}`)).toEqual([
      'a OK',
      'b THROTTLED',
      'c OK',
    ]);
    expect(completeness.complete).toBe(false);
    expect(targets(fetches)).toEqual(['a', 'b', 'c']);
    expect((await read(10, pageInfo.endCursor)).nodes).toEqual(['b-0', 'b-1']);
  },
);

test.concurrent(
  'a source that failed ahead of a page that was full without it is read on the next page',
  async () => {
    const { read } = begin({
      a: { afterSeconds: 1.5 },
      b: { failsOnceWith: 'AWS_THROTTLED' },
    });
    const { nodes, completeness, pageInfo } = await read(2);
    expect(nodes).toEqual(['a-0', 'a-1']);
    expect(completeness.complete).toBe(true);
    expect(pageInfo.hasNextPage).toBe(true);
    const next = await read(2, pageInfo.endCursor);
    expect(next.nodes).toEqual(['b-0', 'b-1']);
    expect(next.completeness.complete).toBe(true);
  },
);

test.concurrent('a source that was begun ahead and has no rows is told of like any other', async () => {
  const { read } = begin({ a: { afterSeconds: 1.5 }, b: { rows: [] } });
  const { nodes, completeness, pageInfo } = await read(10);
  expect(nodes).toEqual(['a-0', 'a-1']);
  expect(completeness.sources.map(({ target, state }) => `${target} ${state}`)).toEqual(['a OK', 'b OK']);
  expect(pageInfo.hasNextPage).toBe(false);
});

test.concurrent('a source that is at its end is not begun again', async () => {
  const { fetches, read } = begin({ a: { afterSeconds: 1.5, failsOnceWith: 'AWS_TIMEOUT' }, b: {} });
  const { pageInfo } = await read(10);
  fetches.length = 0;
  const { nodes, completeness } = await read(10, pageInfo.endCursor);
  expect(nodes).toEqual(['a-0', 'a-1']);
  expect(targets(fetches)).toEqual(['a']);
  expect(completeness.sources.map(({ target }) => target)).toEqual(['a']);
});
