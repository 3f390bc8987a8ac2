/** Loads pages of AWS's lists; the same page asked for twice in a request costs one call. */
import DataLoader from 'dataloader';
import { AwsError } from '../domain/errors';
import { type ServiceName } from '../domain/services';
import { canonicalJson } from '../domain/canonical-json';
import type { PageRequest } from '../domain/records/page';
import type { RequestMemory } from './request-memory';
import { ONE_BY_ONE, settled } from './settled';

/** A request holds everything that the page depends on. */
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
  const fetchNew = async (key: Key) => {
    const page = await fetch(key);
    // A list that names the page it has just answered with as its next would never end.
    if (page?.nextToken !== undefined && page.nextToken === key.page.token) {
      throw new AwsError('AWS_UNAVAILABLE', { service, operation, target: key.target, notApplied: true });
    }
    return page;
  };
  return memory.keep(
    new DataLoader<Key, Page, string>((keys) => settled(keys, fetchNew), {
      cacheKeyFn: canonicalJson,
      ...ONE_BY_ONE,
    }),
  );
}
