// Paginators: they follow tokens, and stop at a page without a token.
import {
  paginateListCaseEdits,
  paginateListCases,
  paginateListComments,
  paginateListInvestigations,
  paginateListMemberships,
  type SecurityIRClient,
} from '@aws-sdk/client-security-ir';

import { rejection, withServer } from './support/client';

const caseId = '1234567890';

interface Pagination {
  paginator: string;
  pages: (client: SecurityIRClient) => AsyncIterable<object>;
  items: string;
  path: string;
}

const paginations: Pagination[] = [
  {
    paginator: 'paginateListCases',
    pages: (client) => paginateListCases({ client, pageSize: 2 }, {}),
    items: 'items',
    path: '/v1/list-cases',
  },
  {
    paginator: 'paginateListCaseEdits',
    pages: (client) => paginateListCaseEdits({ client, pageSize: 2 }, { caseId }),
    items: 'items',
    path: '/v1/cases/1234567890/list-case-edits',
  },
  {
    paginator: 'paginateListComments',
    pages: (client) => paginateListComments({ client, pageSize: 2 }, { caseId }),
    items: 'items',
    path: '/v1/cases/1234567890/list-comments',
  },
  {
    paginator: 'paginateListInvestigations',
    pages: (client) => paginateListInvestigations({ client, pageSize: 2 }, { caseId }),
    items: 'investigationActions',
    path: '/v1/cases/1234567890/list-investigations',
  },
  {
    paginator: 'paginateListMemberships',
    pages: (client) => paginateListMemberships({ client, pageSize: 2 }, {}),
    items: 'items',
    path: '/v1/memberships',
  },
];

const tokens = ['second', 'third', undefined];

test.each(paginations)('$paginator reads three pages, the second empty', async ({ pages, items, path }) => {
  await withServer(
    (index) => ({ body: { [items]: index === 1 ? [] : [{}], nextToken: tokens[index] } }),
    async ({ client, requests }) => {
      const sizes: number[] = [];
      for await (const page of pages(client)) sizes.push((page as Record<string, []>)[items]?.length ?? -1);

      expect(sizes).toEqual([1, 0, 1]);
      expect(requests.map((request) => request.path)).toEqual([path, path, path]);
      const sent = requests.map(({ body, query }) => body ?? Object.fromEntries(query));
      const pageSize = items === 'items' ? 2 : '2';
      expect(sent).toEqual([
        { maxResults: pageSize },
        { maxResults: pageSize, nextToken: 'second' },
        { maxResults: pageSize, nextToken: 'third' },
      ]);
    },
  );
});

test('a loop that ends early requests no further page', async () => {
  await withServer({ body: { items: [], nextToken: 'more' } }, async ({ client, requests }) => {
    let pageCount = 0;
    for await (const { nextToken } of paginateListCases({ client }, {})) {
      expect(nextToken).toBe('more');
      pageCount += 1;
      if (pageCount === 2) break;
    }
    expect(requests).toHaveLength(2);
  });
});

test('stopOnSameToken ends a pagination that returns the same token again', async () => {
  await withServer({ body: { items: [], nextToken: 'same' } }, async ({ client, requests }) => {
    let pageCount = 0;
    for await (const { items } of paginateListCases({ client, stopOnSameToken: true }, {})) {
      expect(items).toEqual([]);
      pageCount += 1;
    }
    expect(pageCount).toBe(2);
    expect(requests).toHaveLength(2);
  });
});

test('startingToken starts at a later page', async () => {
  await withServer({ body: { items: [] } }, async ({ client, requests }) => {
    await paginateListCases({ client, startingToken: 'middle' }, {}).next();
    expect(requests[0]?.body).toEqual({ nextToken: 'middle' });
  });
});

test('a pagination rejects with the exception of a failed page', async () => {
  const response = { status: 404, headers: { 'x-amzn-errortype': 'ResourceNotFoundException' }, body: {} };
  await withServer(response, async ({ client }) => {
    expect(await rejection(paginateListComments({ client }, { caseId }).next())).toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });
});
