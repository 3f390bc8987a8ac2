/** The loader of the time line of one resource: its events and its audit entries, newest first. */
import type { Logger } from 'pino';
import type { AuditLog } from '../audit/audit-log';
import { canonicalJson } from '../domain/canonical-json';
import { HistoryOffError } from '../domain/history-errors';
import { encodeId } from '../domain/ids';
import { hasScope, type Principal } from '../domain/principal';
import type { AuditEntry } from '../domain/records/audit-entry';
import type { HistoryCompletenessRecord } from '../domain/records/history-completeness';
import type { ResourceEventRecord } from '../domain/records/resource-event';
import type { StatusDurationsRecord } from '../domain/records/status-durations';
import type { ResourceRef } from '../domain/resources';
import { earliest, historyCompleteness, latest } from '../history/completeness';
import type { HistoryReader } from '../history/queries';
import { statusDurations } from '../history/status-durations';
import { checkFirst } from '../paging/connection';
import type { ConnectionPage } from '../paging/connection-page';
import type { Cursors } from '../paging/cursors';
import type { Positions } from '../paging/source';
import type { PageArguments, RequestAccess } from './loader-access';

export type HistoryEntryRecord = ResourceEventRecord | AuditEntry;

export type HistoryEntryPage = ConnectionPage<HistoryEntryRecord, HistoryCompletenessRecord>;

const EVER = { from: undefined, until: undefined };

/** The newest events from which the time in each status is computed. */
const MAX_STATUS_EVENTS = 1_000;

/** The names of the two lists in a cursor. */
const EVENTS = 'events';
const AUDIT = 'auditTrail';

/** The entries of one list behind the cursor, newest first. */
interface Part {
  readonly list: typeof EVENTS | typeof AUDIT;
  readonly entries: HistoryEntryRecord[];
  /** True when the list has older entries than these. */
  readonly hasNext: boolean;
}

export class ResourceHistoryLoaders {
  private readonly principal: Principal;
  private readonly history: HistoryReader | undefined;
  private readonly audit: AuditLog;
  private readonly cursors: Cursors;
  private readonly log: Logger;

  constructor({ history, audit, cursors, call: { principal, log } }: RequestAccess) {
    this.principal = principal;
    this.history = history;
    this.audit = audit;
    this.cursors = cursors;
    this.log = log;
  }

  /**
   * Returns a page of the events of a resource that the caller has read, and with the scope audit:read of its audit
   * entries. Throws HistoryOffError, HistoryUnavailableError, AuditUnavailableError, BadUserInputError or
   * CursorInvalidError.
   */
  async connection(ref: ResourceRef, { first, after }: PageArguments): Promise<HistoryEntryPage> {
    const { history } = this;
    if (history === undefined) throw new HistoryOffError();
    checkFirst(first);
    const resourceId = encodeId(ref);
    const binding = canonicalJson({ query: { field: 'history', resourceId } });
    const start = after == null ? {} : this.cursors.open(after, binding).positions;
    const parts = await Promise.all([
      this.events(history, ref, resourceId, first, start),
      ...(hasScope(this.principal, 'audit:read') ? [this.auditEntries(resourceId, first, start)] : []),
    ]);
    const edges = merge(parts, first, start).map(({ node, positions }) => ({
      node,
      cursor: this.cursors.seal({ positions }, binding),
    }));
    const nodes = edges.map(({ node }) => node);
    const hasNextPage = parts.some(({ entries, hasNext }) => hasNext || entries.length > 0);
    const oldest = nodes.at(-1);
    const range = {
      from: hasNextPage && oldest !== undefined ? timeOf(oldest) : undefined,
      until: earliest(placeOf(start, EVENTS)?.time, placeOf(start, AUDIT)?.time),
    };
    const { kind, target } = ref;
    const access = { kinds: [kind], targets: [target] };
    const completeness = historyCompleteness({
      covered: [{ kind, target }],
      watched: await history.sources(access, range, this.log),
      range,
      after: undefined,
      pruned: await history.pruned(this.log),
      now: new Date(),
    });
    return {
      edges,
      nodes,
      pageInfo: {
        hasNextPage,
        hasPreviousPage: after != null,
        startCursor: edges[0]?.cursor,
        endCursor: edges.at(-1)?.cursor ?? this.cursors.seal({ positions: start }, binding),
      },
      completeness,
    };
  }

  /**
   * The time that a resource that the caller has read spent in each status. Throws HistoryOffError or
   * HistoryUnavailableError.
   * @param status the status of the resource now.
   */
  async statusDurations(ref: ResourceRef, status: string): Promise<StatusDurationsRecord> {
    const { history } = this;
    if (history === undefined) throw new HistoryOffError();
    const { kind, target } = ref;
    const access = { kinds: [kind], targets: [target] };
    const page = { ...access, first: MAX_STATUS_EVENTS, order: 'NEWEST_FIRST' } as const;
    const { events, hasNext } = await history.find({ resourceId: encodeId(ref) }, page, this.log);
    const pruned = await history.pruned(this.log);
    const [source] = await history.sources(access, EVER, this.log);
    const oldest = hasNext ? events.at(-1)?.observedAt : undefined;
    const now = new Date();
    const { since, durations } = statusDurations({
      events: [...events].reverse(),
      status,
      knownSince: source?.watchedSince && latest(source.watchedSince, pruned.observedAt, oldest),
      now,
    });
    const range = { from: since, until: undefined };
    const watched = await history.sources(access, range, this.log);
    const covered = [{ kind, target }];
    const completeness = historyCompleteness({ covered, watched, range, after: undefined, pruned, now });
    return { since, durations, completeness };
  }

  private async events(
    history: HistoryReader,
    { kind, target }: ResourceRef,
    resourceId: string,
    first: number,
    start: Positions,
  ): Promise<Part> {
    const page = {
      first,
      after: placeOf(start, EVENTS)?.position,
      order: 'NEWEST_FIRST',
      kinds: [kind],
      targets: [target],
    } as const;
    const { events, hasNext } = await history.find({ resourceId }, page, this.log);
    return { list: EVENTS, entries: [...events], hasNext };
  }

  private async auditEntries(resourceId: string, first: number, start: Positions): Promise<Part> {
    const { targets } = this.principal;
    const page = {
      first,
      after: placeOf(start, AUDIT)?.position,
      targets: targets === 'ALL' ? undefined : [...targets],
    };
    const { entries, hasNext } = await this.audit.find({ resourceId }, page, this.log);
    return { list: AUDIT, entries: [...entries], hasNext };
  }
}

interface Merged {
  readonly node: HistoryEntryRecord;
  /** The positions of all lists behind the node. */
  readonly positions: Positions;
}

/** Takes up to `first` entries from the parts, always the newest. Stops at the end of a part whose list has older entries. */
function merge(parts: readonly Part[], first: number, start: Positions): readonly Merged[] {
  const merged: Merged[] = [];
  let positions = start;
  while (merged.length < first) {
    if (parts.some(({ entries, hasNext }) => hasNext && entries.length === 0)) break;
    const part = newestOf(parts);
    const node = part?.entries.shift();
    if (part === undefined || node === undefined) break;
    const place = { key: node.position, value: timeOf(node).getTime() };
    positions = { ...positions, [part.list]: place };
    merged.push({ node, positions });
  }
  return merged;
}

/** The part with the newest entry. */
function newestOf(parts: readonly Part[]): Part | undefined {
  const headTime = ({ entries: [head] }: Part) => (head === undefined ? -Infinity : timeOf(head).getTime());
  return [...parts].sort((a, b) => headTime(b) - headTime(a))[0];
}

/** The time of an entry on the time line. */
export function timeOf(entry: HistoryEntryRecord): Date {
  return entry.kind === 'AuditEntry' ? entry.createdAt : entry.observedAt;
}

/** The entry of a list from which the page continues. */
function placeOf(
  positions: Positions,
  list: Part['list'],
): { readonly position: string; readonly time: Date } | undefined {
  const place = positions[list];
  if (typeof place !== 'object' || !('key' in place)) return undefined;
  return { position: place.key, time: new Date(Number(place.value)) };
}
