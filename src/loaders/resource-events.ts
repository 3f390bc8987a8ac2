/** The loader of pages of the resource history. */
import type { Logger } from 'pino';
import { canonicalJson } from '../domain/canonical-json';
import { ForbiddenError } from '../domain/errors';
import { HistoryOffError } from '../domain/history-errors';
import { hasScope, type Principal, type Scope } from '../domain/principal';
import type { HistoryCompletenessRecord } from '../domain/records/history-completeness';
import type { ResourceEventConditions, ResourceEventRecord } from '../domain/records/resource-event';
import type { Targets } from '../domain/targets';
import { earliest, historyCompleteness, latest, rangeOf, reportedUntil } from '../history/completeness';
import type { HistoryAccess, HistoryReader } from '../history/queries';
import type { AwsList } from '../domain/aws-list';
import { checkFirst } from '../paging/connection';
import type { ConnectionPage } from '../paging/connection-page';
import type { Cursors } from '../paging/cursors';
import { canonicalFilter } from './filter';
import type { PageArguments, RequestAccess } from './loader-access';
import { requireReadScope, readableKinds, selectLists } from './selected-lists';

export interface ResourceEventArguments extends PageArguments {
  readonly filter?: ResourceEventConditions | null | undefined;
}

export type ResourceEventPage = ConnectionPage<ResourceEventRecord, HistoryCompletenessRecord>;

const AUDIT_SCOPE: Scope = 'audit:read';

/** The name of the only list in a cursor of the history. */
const LIST = 'resourceEvents';

/** Streams name deleted events themselves. */
const NOTHING_PRUNED = { position: '0', observedAt: undefined };

/** The events that a caller selects and may see. */
export interface EventSelection {
  readonly conditions: ResourceEventConditions;
  readonly access: HistoryAccess;
  /** The lists that the conditions cover. */
  readonly covered: readonly AwsList[];
}

/** The place in the history from which a cursor continues. */
interface Start {
  readonly position: string;
  /** The time from which the next page lacks events where the history has a gap; undefined from its beginning. */
  readonly from: Date | undefined;
}

export class ResourceEventLoaders {
  private readonly principal: Principal;
  private readonly history: HistoryReader | undefined;
  private readonly cursors: Cursors;
  private readonly targets: Targets;
  private readonly log: Logger;
  private readonly completeness = new Map<number | undefined, Promise<HistoryCompletenessRecord>>();

  constructor({ history, cursors, targets, call: { principal, log } }: RequestAccess) {
    this.principal = principal;
    this.history = history;
    this.cursors = cursors;
    this.targets = targets;
    this.log = log;
  }

  /**
   * Returns a page of the events that the caller may see, oldest first, which ends early after 1 MB of rows. Throws
   * ForbiddenError, HistoryOffError, HistoryUnavailableError, BadUserInputError or CursorInvalidError.
   */
  async connection({ first, after, ...args }: ResourceEventArguments): Promise<ResourceEventPage> {
    const history = this.checkedHistory();
    checkFirst(first);
    const { conditions: filter, access, covered } = this.selection(args.filter);
    const binding = canonicalJson({ query: { field: LIST, filter } });
    const start = after == null ? undefined : this.open(after, binding);
    const page = { first, after: start?.position, order: 'OLDEST_FIRST', ...access } as const;
    const { events, hasNext } = await history.find(filter, page, this.log);
    // Read after the events: a gap that ends in between is then reported too early, and never left out.
    const { from, until } = rangeOf(filter.time);
    const range = { from: latest(from, start?.from), until };
    const watched = await history.sources(access, range, this.log);
    const pruned = await history.pruned(this.log);
    const report = { covered, watched, range, after: start?.position, pruned, now: new Date() };
    const reported = reportedUntil(report);
    const seal = (place: Start) => this.seal(place, binding);
    const edges = events.map((node, index) => {
      const isEnd = index === events.length - 1 && !hasNext;
      const place = isEnd ? reported : earliest(reported, node.observedAt);
      return { node, cursor: seal({ position: node.position, from: place }) };
    });
    return {
      edges,
      nodes: events,
      pageInfo: {
        hasNextPage: hasNext,
        hasPreviousPage: after != null,
        startCursor: edges[0]?.cursor,
        endCursor:
          edges.at(-1)?.cursor ?? seal({ position: start?.position ?? pruned.position, from: reported }),
      },
      completeness: historyCompleteness(report),
    };
  }

  /**
   * The events that a filter selects for the caller. Throws ForbiddenError, HistoryOffError, BadUserInputError or
   * UnknownTargetError.
   */
  selection(filter: ResourceEventConditions | null | undefined): EventSelection {
    this.checkedHistory();
    const conditions = canonicalFilter(filter) ?? {};
    this.checkActors(conditions);
    return {
      conditions,
      access: this.access(),
      covered: selectLists(this.principal, this.targets, conditions),
    };
  }

  /**
   * The completeness of all lists that the caller may read, since a time or since the oldest event. One read serves all
   * subscribers that share the loaders.
   */
  completenessSince(from: Date | undefined): Promise<HistoryCompletenessRecord> {
    const key = from?.getTime();
    const known = this.completeness.get(key);
    if (known !== undefined) return known;
    const completeness = this.readCompleteness(from);
    this.completeness.set(key, completeness);
    return completeness;
  }

  private async readCompleteness(from: Date | undefined): Promise<HistoryCompletenessRecord> {
    const history = this.checkedHistory();
    const range = { from, until: undefined };
    const watched = await history.sources(this.access(), range, this.log);
    const covered = selectLists(this.principal, this.targets, {});
    return historyCompleteness({
      covered,
      watched,
      range,
      after: undefined,
      pruned: NOTHING_PRUNED,
      now: new Date(),
    });
  }

  private checkedHistory(): HistoryReader {
    requireReadScope(this.principal);
    if (this.history === undefined) throw new HistoryOffError();
    return this.history;
  }

  /** Which events match would tell who made a change, as the audit trail does. */
  private checkActors({ actors }: ResourceEventConditions): void {
    if (actors != null && !hasScope(this.principal, AUDIT_SCOPE)) throw new ForbiddenError([AUDIT_SCOPE]);
  }

  private access(): HistoryAccess {
    const { targets } = this.principal;
    return { kinds: readableKinds(this.principal), targets: targets === 'ALL' ? undefined : [...targets] };
  }

  private seal({ position, from }: Start, binding: string): string {
    const place = { key: position, value: from?.getTime() };
    return this.cursors.seal({ positions: { [LIST]: place } }, binding);
  }

  /** Throws CursorInvalidError. */
  private open(cursor: string, binding: string): Start | undefined {
    const place = this.cursors.open(cursor, binding).positions[LIST];
    if (typeof place !== 'object' || !('key' in place)) return undefined;
    const { key, value } = place;
    return { position: key, from: value === undefined ? undefined : new Date(value) };
  }
}
