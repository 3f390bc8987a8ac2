/** Loads single resources, each at most once per request, and ties a list's rows to their details. */
import DataLoader from 'dataloader';
import { AwsError } from '../domain/errors';
import { type ServiceName } from '../domain/services';
import { encodeId } from '../domain/ids';
import { type ResourceRef } from '../domain/resources';
import type { WithDetail } from '../domain/records/detail';
import type { RequestMemory } from './request-memory';
import { ONE_BY_ONE } from './settled';

export interface ItemSource<Ref, Detail> {
  readonly service: ServiceName;
  /** The detail operation that `fetch` calls. */
  readonly operation: string;
  /** One answer or error for each; undefined stands for a resource that AWS does not have. */
  readonly fetch: (refs: readonly Ref[]) => Promise<(Detail | undefined | Error)[]>;
  readonly memory: RequestMemory;
  /** Where it pays to fetch many together: collects those that other items' details lead to, up to so many at a time. */
  readonly collects?: number;
}

export class ItemLoader<Ref extends ResourceRef, Summary extends Ref, Detail extends Summary> {
  private readonly loader: DataLoader<Ref, Detail | undefined, string>;
  private readonly collected = new Set<string>();
  private goOn: (() => void) | undefined;

  constructor(private readonly source: ItemSource<Ref, Detail>) {
    const { fetch, memory, collects } = source;
    this.loader = memory.keep(
      collects === undefined
        ? new DataLoader<Ref, Detail | undefined, string>((refs) => memory.during(fetch(refs)), {
            cacheKeyFn: encodeId,
            ...ONE_BY_ONE,
          })
        : new DataLoader<Ref, Detail | undefined, string>(fetch, {
            cacheKeyFn: encodeId,
            batchScheduleFn: (goOn) => {
              this.goOn = memory.whenQuiet(() => {
                this.collected.clear();
                goOn();
              });
            },
          }),
    );
  }

  /** The resource, or undefined when AWS does not have it. Throws AwsError, or BadUserInputError for an unknown target. */
  async find(ref: Ref): Promise<WithDetail<Detail, Detail> | undefined> {
    const load = this.loader.load(ref);
    this.goOnWhenEnough(ref);
    const detail = await load;
    return detail && withOwnDetail(detail);
  }

  /** A row of a list, whose detail is fetched when it is asked for. */
  present(summary: Summary): WithDetail<Summary, Detail> {
    return { ...summary, detail: () => this.detailOf(summary) };
  }

  /** Takes a detail that was read elsewhere in this request for the newest there is. */
  remember(detail: Detail): WithDetail<Detail, Detail> {
    this.loader.clear(detail).prime(detail, detail);
    return withOwnDetail(detail);
  }

  private goOnWhenEnough(ref: Ref): void {
    const { collects } = this.source;
    if (collects === undefined) return;
    this.collected.add(encodeId(ref));
    if (this.collected.size >= collects) this.goOn?.();
  }

  private async detailOf(summary: Summary): Promise<Detail> {
    const detail = await this.loader.load(summary);
    if (detail !== undefined) return detail;
    const { service, operation } = this.source;
    throw new AwsError('AWS_NOT_FOUND', { service, operation, target: summary.target, notApplied: true });
  }
}

/** Begins to fetch a row's detail, for whoever asks for it later. */
export function fetchAhead({ detail }: WithDetail<object, unknown>): void {
  detail().catch(() => undefined);
}

function withOwnDetail<Detail extends object>(detail: Detail): WithDetail<Detail, Detail> {
  return { ...detail, detail: () => Promise.resolve(detail) };
}
