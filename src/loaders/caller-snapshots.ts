/** The snapshots of one caller: lists that the same caller has read, with the same rights, filter and targets. */
import type { CallContext } from '../aws/client/call-context';
import { canonicalJson } from '../domain/canonical-json';
import { authorityOf } from '../domain/principal';
import type { WithDetail } from '../domain/records/detail';
import { serviceOf } from '../domain/resources';
import { scopeOfTarget, type Targets } from '../domain/targets';
import type { Snapshots } from '../paging/snapshots';
import type { KeptList, KeptLists } from '../paging/whole-list';

type Loaded = WithDetail<object, unknown>;

export class CallerSnapshots {
  private knownAuthority: string | undefined;

  constructor(
    private readonly snapshots: Snapshots,
    private readonly targets: Targets,
    private readonly call: CallContext,
  ) {}

  /** @param attach gives a kept row the detail of this request. */
  of<Row extends Loaded>(attach: (row: Row) => Row): KeptLists<Row> {
    return this.lists<Row>(withoutDetail, attach);
  }

  /** Kept lists of rows that hold no loaders. */
  ofRecords<Row extends object>(): KeptLists<Row> {
    const same = (row: Row) => row;
    return this.lists(same, same);
  }

  private lists<Row>(detach: (row: Row) => unknown, attach: (row: Row) => Row): KeptLists<Row> {
    return {
      lookUp: ({ target, kind }, query) => {
        const scope = scopeOfTarget(this.targets.describe(target), serviceOf(kind));
        const lookup = this.snapshots.lookUp(scope, canonicalJson([this.authority, target, kind, query]));
        return {
          find: () => {
            const found = lookup.found as KeptList<Row> | undefined;
            if (found === undefined || !this.isFresh(found)) return undefined;
            if (found.asOf !== undefined) this.call.usage.recordCached(found.asOf);
            return mapRows(found, attach);
          },
          keep: (list) => {
            lookup.keep(mapRows(list, detach));
          },
          drop: lookup.drop,
        };
      },
    };
  }

  private get authority(): string {
    return (this.knownAuthority ??= authorityOf(this.call.principal));
  }

  private isFresh({ asOf }: KeptList<unknown>): boolean {
    const { maxAgeSeconds } = this.call;
    return (
      maxAgeSeconds === Infinity ||
      (asOf !== undefined && Date.now() - asOf.getTime() <= maxAgeSeconds * 1_000)
    );
  }
}

/** A kept row must not hold the loaders of the request that read it. */
export function withoutDetail<Row extends object>(row: Row) {
  return Object.assign({ ...row }, { detail: undefined });
}

function mapRows<Row, Mapped>(
  { lists, ...rest }: KeptList<Row>,
  map: (row: Row) => Mapped,
): KeptList<Mapped> {
  return {
    ...rest,
    lists: lists.map(({ rows, ...list }) => ({
      ...list,
      rows: new Map(Array.from(rows, ([key, row]) => [key, map(row)] as const)),
    })),
  };
}
