/** Look-up sources: the list of the one resource with known keys, read by the detail operation. */
import { encodeId } from '../domain/ids';
import type { WithDetail } from '../domain/records/detail';
import type { ResourceRef } from '../domain/resources';
import { singleList, type Source } from '../paging/source';

/** The loader of single resources of a kind. */
interface Items<Ref, Found> {
  readonly find: (ref: Ref) => Promise<Found | undefined>;
}

/** The source has no row when AWS does not have the resource. */
export function lookUpSource<
  Ref extends ResourceRef,
  Found extends WithDetail<Ref & { readonly asOf: Date }, unknown>,
>(items: Items<Ref, Found>, ref: Ref): Source<Found> {
  const fetch = async () => {
    const found = await items.find(ref);
    return {
      rows: found === undefined ? [] : [found],
      nextToken: undefined,
      asOf: found?.asOf,
      unreadableRows: 0,
    };
  };
  return singleList(ref.target, ref.kind, { maxPageSize: 1, fetch, keyOf: encodeId });
}
