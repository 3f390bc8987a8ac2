/** The rows of a time line, newest first: events, requests without an event, and times for which the history has no records. */
import type { historyEntries_resource$data } from './__generated__/historyEntries_resource.graphql';

type Connection = NonNullable<historyEntries_resource$data['history']>;
type Node = Connection['edges'][number]['node'];
export type Event = Extract<Node, { readonly __typename: 'ResourceEvent' }>;
export type Request = Extract<Node, { readonly __typename: 'AuditEntry' }>;
export type Entry = Event | Request;
export type Gap = Connection['completeness']['sources'][number]['gaps'][number];

export type Row =
  /** `request` is the request that led to the event; undefined for a change outside the gateway, and without audit:read. */
  | { readonly type: 'event'; readonly key: string; readonly event: Event }
  | { readonly type: 'request'; readonly key: string; readonly request: Request }
  | { readonly type: 'progress'; readonly key: string; readonly events: readonly [Event, ...Event[]] }
  | { readonly type: 'gap'; readonly key: string; readonly gap: Gap };

export interface TimeLine {
  readonly rows: readonly Row[];
  /** The number of dry runs, which are rows only on request. */
  readonly dryRuns: number;
}

interface Input {
  /** Newest first. */
  readonly entries: readonly Entry[];
  readonly gaps: readonly Gap[];
  readonly showsDryRuns: boolean;
}

export function timeLine({ entries, gaps, showsDryRuns }: Input): TimeLine {
  // An event shows its request: the request follows it on the line, and would say the same again.
  const shown = new Set(entries.map((entry) => isEvent(entry) && entry.auditEntry?.changeId));
  const others = entries.filter((entry) => isEvent(entry) || !shown.has(entry.changeId));
  const visible = others.filter((entry) => showsDryRuns || !isDryRun(entry));
  const rows: Row[] = [];
  const waiting = [...gaps].sort((a, b) => endOf(b) - endOf(a));
  for (const entry of visible) {
    while (waiting[0] !== undefined && endOf(waiting[0]) >= Date.parse(entry.recordedAt))
      rows.push(...waiting.splice(0, 1).map(gapRow));
    addEntry(rows, entry);
  }
  rows.push(...waiting.map(gapRow));
  return { rows, dryRuns: others.filter(isDryRun).length };
}

/** @throws Error for a type that the schema does not have: to leave it out would be a gap that nobody sees */
export function entryOf(node: Node): Entry {
  if (node.__typename === '%other') throw new Error('The gateway returned an unknown entry of the history.');
  return node;
}

const isEvent = (entry: Entry): entry is Event => entry.__typename === 'ResourceEvent';

const isRequest = (entry: Entry): entry is Request => entry.__typename === 'AuditEntry';

const isDryRun = (entry: Entry) => isRequest(entry) && entry.outcome === 'DRY_RUN';

const endOf = ({ endedAt }: Gap) => (endedAt == null ? Infinity : Date.parse(endedAt));

function gapRow(gap: Gap): Row {
  return { type: 'gap', key: `${gap.startedAt} ${gap.reason}`, gap };
}

function addEntry(rows: Row[], entry: Entry): void {
  if (isRequest(entry)) {
    rows.push({ type: 'request', key: entry.changeId, request: entry });
    return;
  }
  if (!isProgress(entry)) {
    rows.push({ type: 'event', key: entry.position, event: entry });
    return;
  }
  // WorkMail reports each percent: a step for each would hide everything else.
  const last = rows.at(-1);
  if (last?.type === 'progress') rows.splice(-1, 1, { ...last, events: [...last.events, entry] });
  else rows.push({ type: 'progress', key: entry.position, events: [entry] });
}

function isProgress({ type, changes }: Event): boolean {
  return type === 'CHANGED' && changes.length === 1 && changes[0]?.field === 'estimatedProgress';
}
