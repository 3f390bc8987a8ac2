// Properties of walks over lists that only the gateway can filter: by the row itself, or by one more call for each row.
import fc from 'fast-check';
import { AwsError, type AwsErrorCode } from '../../src/domain/errors';
import { readConnection } from '../../src/paging/connection';
import { Cursors } from '../../src/paging/cursors';
import type { RowFilter } from '../../src/paging/source';
import '../support/fc-settings';
import {
  endless,
  FAILURES,
  inOrder,
  nameOf,
  names,
  page,
  planOf,
  RANKED,
  type Plan,
  type Row,
} from '../support/flaky-plans';
import { noIncidents, flakySource } from '../support/flaky-source';

const cursors = new Cursors(undefined);

function begin({ sources, ordered, first }: Plan, filter: RowFilter<Row>) {
  const incidents = noIncidents();
  const flaky = sources.map((lists, index) => flakySource(`target-${index}`, lists, incidents, filter));
  const order = ordered ? RANKED : undefined;
  const read = (after?: string) => readConnection(cursors, flaky, { first, after, query: 'rows', order });
  return { incidents, read };
}

function failureOf(code: AwsErrorCode): AwsError {
  return new AwsError(code, { service: 'macie2', operation: 'Detail', target: 't', notApplied: true });
}

/** The filter matches the rows whose ranks are in this set. */
const ranks = fc.array(fc.nat(9), { maxLength: 5 }).map((list) => new Set(list));

test('a filter on the row returns every matching row once, in order, on full pages', async () => {
  await fc.assert(
    fc.asyncProperty(planOf(page), ranks, async (plan, wanted) => {
      const { read } = begin(plan, { matches: ({ rank }) => wanted.has(rank) });
      const rows: Row[] = [];
      let after: string | undefined;
      for (let pages = 0, more = true; more; pages += 1) {
        const { nodes, pageInfo, completeness } = await read(after);
        rows.push(...nodes);
        expect(completeness.complete).toBe(true);
        expect(nodes.length === plan.first || !pageInfo.hasNextPage).toBe(true);
        expect(pages).toBeLessThan(endless(plan));
        after = pageInfo.endCursor;
        more = pageInfo.hasNextPage;
      }
      expect(names(rows)).toEqual(names(inOrder(plan).filter(({ rank }) => wanted.has(rank))));
    }),
    { numRuns: 300 },
  );
});

test('a filter that needs one more call returns every matching row once, and makes no call for rows that do not match', async () => {
  await fc.assert(
    fc.asyncProperty(planOf(page), ranks, async (plan, wanted) => {
      const confirmed: Row[] = [];
      const { read } = begin(plan, {
        matches: ({ index }) => index % 3 !== 0,
        confirms: (row) => {
          confirmed.push(row);
          return Promise.resolve(wanted.has(row.rank));
        },
      });
      const rows: Row[] = [];
      let after: string | undefined;
      for (let pages = 0, more = true; more; pages += 1) {
        const before = confirmed.length;
        const { nodes, pageInfo, completeness } = await read(after);
        rows.push(...nodes);
        const isCut = completeness.sources.some(({ status }) => status === 'SCAN_LIMIT_REACHED');
        expect(completeness.complete).toBe(!isCut);
        expect(nodes.length === plan.first || !pageInfo.hasNextPage || isCut).toBe(true);
        expect(confirmed.length - before).toBeLessThanOrEqual(100 + plan.sources.length);
        expect(pages).toBeLessThan(endless(plan));
        after = pageInfo.endCursor;
        more = pageInfo.hasNextPage;
      }
      const expected = inOrder(plan).filter(({ rank, index }) => index % 3 !== 0 && wanted.has(rank));
      expect(names(rows)).toEqual(names(expected));
      expect(confirmed.some(({ index }) => index % 3 === 0)).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test('a walk reports a failed call, and returns its row once the call succeeds', async () => {
  const failures = fc.array(fc.constantFrom(...FAILURES), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(planOf(page), failures, async (plan, codes) => {
      const pendingFailures = [...codes];
      const { read } = begin(plan, {
        matches: () => true,
        confirms: () => {
          const code = pendingFailures.shift();
          return code === undefined ? Promise.resolve(true) : Promise.reject(failureOf(code));
        },
      });
      const rows: Row[] = [];
      let after: string | undefined;
      for (let pages = 0, more = true; more; pages += 1) {
        const { nodes, pageInfo, completeness } = await read(after);
        rows.push(...nodes);
        expect(pages).toBeLessThan(endless(plan));
        after = completeness.retryCursor ?? pageInfo.endCursor;
        more = pageInfo.hasNextPage || !completeness.complete;
      }
      expect(names(rows).sort()).toEqual(names(inOrder(plan)).sort());
    }),
    { numRuns: 200 },
  );
});

test('a walk reads the other lists of a source when AWS denies access to the details of one list', async () => {
  const list = (name: string) => ({
    rows: Array.from({ length: 3 }, (_, index) => ({ rank: 0, list: name, index })),
    maxPageSize: 25,
    keyOf: nameOf,
    behaviors: [],
  });
  const plan = { first: 10, ordered: false, sources: [[list('0/0'), list('0/1')]] };
  const { read } = begin(plan, {
    matches: () => true,
    confirms: (row) =>
      row.list === '0/0' ? Promise.reject(failureOf('AWS_ACCESS_DENIED')) : Promise.resolve(true),
  });
  const { nodes, completeness } = await read();
  expect(names(nodes)).toEqual(['0/1#0', '0/1#1', '0/1#2']);
  expect(completeness.sources.map(({ status }) => status)).toEqual(['ACCESS_DENIED']);
});

test('a filter makes calls for only as many of 25 rows as the page still needs', async () => {
  const rows = Array.from({ length: 25 }, (_, index) => ({ rank: 0, list: '0/0', index }));
  const plan = {
    first: 5,
    ordered: false,
    sources: [[{ rows, maxPageSize: 25, keyOf: nameOf, behaviors: [] }]],
  };
  let confirmCalls = 0;
  const { incidents, read } = begin(plan, {
    matches: () => true,
    confirms: () => {
      confirmCalls += 1;
      return Promise.resolve(true);
    },
  });
  const { nodes } = await read();
  expect(nodes).toHaveLength(5);
  expect(confirmCalls).toBe(5);
  expect(incidents.calls).toBe(1);
});

test('a scan without matches stops at 100 calls beyond the first, reports it, and continues from endCursor', async () => {
  const rows = Array.from({ length: 300 }, (_, index) => ({ rank: 0, list: '0/0', index }));
  const plan = {
    first: 10,
    ordered: false,
    sources: [[{ rows, maxPageSize: 25, keyOf: nameOf, behaviors: [] }]],
  };
  let confirmCalls = 0;
  const { incidents, read } = begin(plan, {
    matches: () => true,
    confirms: ({ index }) => {
      confirmCalls += 1;
      return Promise.resolve(index === 150);
    },
  });
  const stopped = await read();
  expect(stopped.nodes).toEqual([]);
  expect(confirmCalls + incidents.calls).toBe(101);
  expect(stopped.pageInfo.hasNextPage).toBe(true);
  expect(stopped.completeness.sources.map(({ status }) => status)).toEqual(['SCAN_LIMIT_REACHED']);

  const next = await read(stopped.pageInfo.endCursor);
  expect(names(next.nodes)).toEqual(['0/0#150']);
});
