// Look-ahead: while a source is slow, the gateway starts reading the next sources, and reports them as if it had waited for each.
import { setTimeout as delay } from 'node:timers/promises';
import { AwsError, type AwsErrorCode } from '../../src/domain/errors';
import { readConnection } from '../../src/paging/connection';
import { Cursors } from '../../src/paging/cursors';
import { singleList, type Source } from '../../src/paging/source';

interface Fetch {
  readonly target: string;
  readonly startedAtMs: number;
  readonly size: number;
}

interface Response {
  readonly afterSeconds?: number;
  /** Empty for a source without rows. */
  readonly rows?: readonly string[];
  readonly failsOnceWith?: AwsErrorCode;
}

const cursors = new Cursors(undefined);

function begin(responses: Readonly<Record<string, Response>>) {
  const fetches: Fetch[] = [];
  const sources = Object.entries(responses).map(([target, response]) => source(target, response, fetches));
  const read = (first: number, after?: string) =>
    readConnection(cursors, sources, { first, after, query: 'rows' });
  return { fetches, read };
}

/** A source whose token is the index of the next row. */
function source(
  target: string,
  { afterSeconds = 0, rows = [`${target}-0`, `${target}-1`], failsOnceWith }: Response,
  fetches: Fetch[],
): Source<string> {
  const start = performance.now();
  let failing = failsOnceWith;
  return singleList(target, 'ClassificationJob', {
    maxPageSize: 10,
    keyOf: (row) => row,
    fetch: async ({ token, size }) => {
      fetches.push({ target, startedAtMs: performance.now() - start, size });
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
      return {
        rows: page,
        nextToken: end < rows.length ? String(end) : undefined,
        asOf: new Date(),
        unreadableRows: 0,
      };
    },
  });
}

const targets = (fetches: readonly Fetch[]) => fetches.map(({ target }) => target);

test.concurrent(
  'the gateway starts the next two sources while the first takes 2.5 s, reads each once, and returns rows in target order',
  async () => {
    const { fetches, read } = begin({ a: { afterSeconds: 2.5 }, b: {}, c: {}, d: {} });
    const { nodes, completeness, pageInfo } = await read(6);
    expect(nodes).toEqual(['a-0', 'a-1', 'b-0', 'b-1', 'c-0', 'c-1']);
    expect(targets(fetches)).toEqual(['a', 'b', 'c']);
    const [, second, third] = fetches;
    expect(second?.startedAtMs).toBeGreaterThan(900);
    expect(second?.startedAtMs).toBeLessThan(2_400);
    expect((third?.startedAtMs ?? 0) - (second?.startedAtMs ?? 0)).toBeGreaterThan(900);
    expect(third?.startedAtMs).toBeLessThan(2_400);
    expect(completeness.sources.map(({ target, status }) => `${target} ${status}`)).toEqual([
      'a OK',
      'b OK',
      'c OK',
    ]);
    expect(completeness.complete).toBe(true);
    expect(pageInfo.hasNextPage).toBe(true);
  },
);

test.concurrent(
  'the gateway reads a quick source only when the page needs its rows, and only as many as it needs',
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
  'the gateway reports a failed look-ahead once the page needs the rows of the source',
  async () => {
    const { fetches, read } = begin({
      a: { afterSeconds: 1.5 },
      b: { failsOnceWith: 'AWS_THROTTLED' },
      c: {},
    });
    const { nodes, completeness } = await read(10);
    expect(nodes).toEqual(['a-0', 'a-1', 'c-0', 'c-1']);
    expect(completeness.sources.map(({ target, status }) => `${target} ${status}`)).toEqual([
      'a OK',
      'b THROTTLED',
      'c OK',
    ]);
    expect(completeness.complete).toBe(false);
    expect(targets(fetches)).toEqual(['a', 'b', 'c']);
    expect((await read(10, completeness.retryCursor)).nodes).toEqual(['b-0', 'b-1']);
  },
);

test.concurrent(
  'the next page reads a source whose look-ahead failed when the page was full without it',
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

test.concurrent(
  'the gateway reports a source without rows that it read ahead like any other source',
  async () => {
    const { read } = begin({ a: { afterSeconds: 1.5 }, b: { rows: [] } });
    const { nodes, completeness, pageInfo } = await read(10);
    expect(nodes).toEqual(['a-0', 'a-1']);
    expect(completeness.sources.map(({ target, status }) => `${target} ${status}`)).toEqual(['a OK', 'b OK']);
    expect(pageInfo.hasNextPage).toBe(false);
  },
);

test.concurrent('the gateway does not read a source again after its end', async () => {
  const { fetches, read } = begin({ a: { afterSeconds: 1.5, failsOnceWith: 'AWS_TIMEOUT' }, b: {} });
  const first = await read(10);
  fetches.length = 0;
  const { nodes, completeness } = await read(10, first.completeness.retryCursor);
  expect(nodes).toEqual(['a-0', 'a-1']);
  expect(targets(fetches)).toEqual(['a']);
  expect(completeness.sources.map(({ target }) => target)).toEqual(['a']);
});
