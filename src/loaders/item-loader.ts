/** Loads single resources, each at most once per request, and connects the rows of lists to their details. */
import DataLoader from 'dataloader';
import { AwsError } from '../domain/errors';
import { encodeId } from '../domain/ids';
import type { WithDetail } from '../domain/records/detail';
import type { ResourceRef } from '../domain/resources';
import type { ServiceName } from '../domain/services';
import type { Targets } from '../domain/targets';
import { fetchInBatches } from './batches';
import type { RequestMemory } from './request-memory';
import { ONE_BY_ONE } from './settled';

export interface ItemSource<Ref, Detail> {
  /** The targets that the caller may access. */
  readonly targets: Targets;
  readonly service: ServiceName;
  /** The detail operation that `fetch` calls. */
  readonly operation: string;
  /** Returns one result or error for each ref; undefined for a resource that AWS does not have. */
  readonly fetch: (refs: readonly Ref[]) => Promise<(Detail | undefined | Error)[]>;
  readonly memory: RequestMemory;
  /** The limit of an operation that returns many resources of one target at once; without it each ref is fetched alone. */
  readonly maxBatchSize?: number;
  /** Delays the fetch until all other loads of the request are done, or until so many refs are collected. */
  readonly collects?: number;
}

export class ItemLoader<Ref extends ResourceRef, Summary extends Ref, Detail extends Summary> {
  private readonly loader: DataLoader<Ref, Detail | undefined, string>;
  /** Details that other loads have read, until the next load looks for them. */
  private remembered: Detail[] = [];
  private readonly collected = new Set<string>();
  private fetchCollected: (() => void) | undefined;

  constructor(private readonly source: ItemSource<Ref, Detail>) {
    const { fetch, memory, collects, maxBatchSize } = source;
    memory.keep({ clearAll: () => (this.remembered = []) });
    const fetchAll = (refs: readonly Ref[]) =>
      maxBatchSize === undefined ? fetch(refs) : fetchInBatches(refs, maxBatchSize, fetch);
    this.loader = memory.keep(
      collects === undefined
        ? new DataLoader<Ref, Detail | undefined, string>((refs) => memory.during(fetchAll(refs)), {
            cacheKeyFn: encodeId,
            ...(maxBatchSize === undefined && ONE_BY_ONE),
          })
        : new DataLoader<Ref, Detail | undefined, string>(fetchAll, {
            cacheKeyFn: encodeId,
            batchScheduleFn: (fetchBatch) => {
              this.fetchCollected = memory.whenQuiet(() => {
                this.collected.clear();
                fetchBatch();
              });
            },
          }),
    );
  }

  /**
   * Returns undefined when AWS does not have the resource. Throws AwsError, or BadUserInputError for a target that does not
   * exist for the caller or does not serve the service.
   */
  async find(ref: Ref): Promise<WithDetail<Detail, Detail> | undefined> {
    const { targets, service } = this.source;
    targets.get(ref.target, service);
    const load = this.load(ref);
    this.fetchWhenFull(ref);
    const detail = await load;
    return detail && withOwnDetail(detail);
  }

  /** A copy of a row of a list. Its detail is fetched on demand. */
  present(summary: Summary): WithDetail<Summary, Detail> {
    return this.attachDetail({ ...summary });
  }

  /** Rows of a list that only this request holds: they become rows whose detail is fetched on demand. */
  presentAll(rows: readonly Summary[]): readonly WithDetail<Summary, Detail>[] {
    return rows.map((row) => this.attachDetail(row));
  }

  /** Caches a detail that another load of this request has read, in place of an earlier one. */
  remember(detail: Detail): WithDetail<Detail, Detail> {
    this.remembered.push(detail);
    return withOwnDetail(detail);
  }

  /** Like `remember`, for details that only this request holds. */
  rememberAll(details: readonly Detail[]): readonly WithDetail<Detail, Detail>[] {
    this.remembered.push(...details);
    return details.map(attachItself);
  }

  private attachDetail(row: Summary): WithDetail<Summary, Detail> {
    return attach(row, () => this.detailOf(row));
  }

  private load(ref: Ref): Promise<Detail | undefined> {
    const { remembered } = this;
    if (remembered.length > 0) {
      this.remembered = [];
      for (const detail of remembered) this.loader.clear(detail).prime(detail, detail);
    }
    return this.loader.load(ref);
  }

  private fetchWhenFull(ref: Ref): void {
    const { collects } = this.source;
    if (collects === undefined) return;
    this.collected.add(encodeId(ref));
    if (this.collected.size >= collects) this.fetchCollected?.();
  }

  private async detailOf(summary: Summary): Promise<Detail> {
    const detail = await this.load(summary);
    if (detail !== undefined) return detail;
    const { service, operation } = this.source;
    throw new AwsError('AWS_NOT_FOUND', { service, operation, target: summary.target, notApplied: true });
  }
}

/** Starts to fetch a row's detail before a resolver needs it. */
export function fetchAhead({ detail }: WithDetail<object, unknown>): void {
  detail().catch(() => undefined);
}

/** A copy of a record that is its own detail. */
export function withOwnDetail<Detail extends object>(detail: Detail): WithDetail<Detail, Detail> {
  return attach({ ...detail }, () => Promise.resolve(detail));
}

function attachItself<Detail extends object>(detail: Detail): WithDetail<Detail, Detail> {
  return attach(detail, () => Promise.resolve(detail));
}

/**
 * Adds the detail to the row itself, so that all rows of a kind share a hidden class. V8 gives each object
 * literal that spreads a row another one.
 */
function attach<Row extends object, Detail>(
  row: Row,
  detail: () => Promise<Detail>,
): WithDetail<Row, Detail> {
  return Object.assign(row, { detail });
}
