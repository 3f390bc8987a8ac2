/** The comparison of the responses of all servers to the same request, before anything is measured. */
import { isDeepStrictEqual } from 'node:util';
import { requestPage } from './drive';
import type { Server } from './environment';

/** The bytes of a response, by the name of the server. */
export type ResponseSizes = ReadonlyMap<string, number>;

interface Page {
  readonly nodes: readonly unknown[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

/** Rejects unless all servers return the same page of `rows` rows, apart from the cursor. */
export async function compareResponses(servers: readonly Server[], rows: number): Promise<ResponseSizes> {
  const sizes = new Map<string, number>();
  const pages: unknown[] = [];
  for (const { name, url } of servers) {
    const { status, body } = await requestPage(url, rows);
    const text = body.toString('utf8');
    if (status !== 200) throw new Error(`${name} answered with status ${status}: ${text.slice(0, 500)}`);
    pages.push(comparablePage(text, rows, name));
    if (!isDeepStrictEqual(pages[0], pages.at(-1)))
      throw new Error(`${name} and ${servers[0]?.name ?? ''} answer differently for ${rows} rows.`);
    sizes.set(name, body.length);
  }
  return sizes;
}

/** The response without its cursor. Throws unless it is a whole page with a cursor. */
export function comparablePage(text: string, rows: number, server: string): unknown {
  const { data, ...others } = JSON.parse(text) as { readonly data?: { classificationJobs?: Page } };
  const page = data?.classificationJobs;
  if (page?.nodes.length !== rows || typeof page.pageInfo.endCursor !== 'string')
    throw new Error(`${server} does not answer with ${rows} rows and a cursor: ${text.slice(0, 500)}`);
  const pageInfo = { ...page.pageInfo, endCursor: 'any' };
  return { ...others, data: { ...data, classificationJobs: { ...page, pageInfo } } };
}
