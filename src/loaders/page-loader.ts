/** The loader of pages of AWS lists, each at most once per request. */
import DataLoader from 'dataloader';
import { AwsError } from '../domain/errors';
import { type ServiceName } from '../domain/services';
import { canonicalJson } from '../domain/canonical-json';
import type { PageRequest } from '../domain/records/page';
import type { RequestMemory } from './request-memory';
import { ONE_BY_ONE, settled } from './settled';

/** The key of a page; it contains all inputs on which the page depends. */
export interface PageKey {
  readonly target: string;
  readonly page: PageRequest;
}

export interface PageSource<Key, Page> {
  readonly service: ServiceName;
  /** The list operation that `fetch` calls. */
  readonly operation: string;
  readonly fetch: (key: Key) => Promise<Page>;
  readonly memory: RequestMemory;
}

export function createPageLoader<
  Key extends PageKey,
  Page extends { readonly nextToken: string | undefined } | undefined,
>({ service, operation, fetch, memory }: PageSource<Key, Page>): DataLoader<Key, Page, string> {
  const fetchPage = async (key: Key) => {
    const page = await fetch(key);
    // A page whose next token is its own token would make the list endless.
    if (page?.nextToken !== undefined && page.nextToken === key.page.token) {
      throw new AwsError('AWS_UNAVAILABLE', { service, operation, target: key.target, notApplied: true });
    }
    return page;
  };
  return memory.keep(
    new DataLoader<Key, Page, string>((keys) => settled(keys, fetchPage), {
      cacheKeyFn: canonicalJson,
      ...ONE_BY_ONE,
    }),
  );
}
