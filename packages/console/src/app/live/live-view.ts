/** The effect of events on a list with filters: rows that the list would have, or would not have any more, if it were read now. */
import type { ListView } from '../routing/list-view';
import type { ResourceType } from '../routing/paths';
import type { LiveEvent } from './messages';

const KINDS: Readonly<Record<ResourceType, LiveEvent['kind']>> = {
  ClassificationJob: 'CLASSIFICATION_JOB',
  MacieMember: 'MACIE_MEMBER',
  MailboxExportJob: 'MAILBOX_EXPORT_JOB',
  SecurityCase: 'SECURITY_CASE',
};

/** The field that a filter is about, by type and by the name of the filter; null for a field that never changes. */
const FILTERED_FIELDS: Readonly<Record<ResourceType, Readonly<Record<string, string | null>>>> = {
  ClassificationJob: { name: 'name', status: 'status', type: 'jobType' },
  MacieMember: { email: 'email', account: null, status: 'status' },
  MailboxExportJob: { owner: null, status: 'status' },
  SecurityCase: { title: 'title', status: 'status', pending: 'pendingAction', resolver: 'resolverType' },
};

/** The ids of resources that the list would show, or would not show any more, if it were read now. */
export interface OutsideChanges {
  readonly appeared: ReadonlySet<string>;
  readonly changed: ReadonlySet<string>;
  readonly unmatched: ReadonlySet<string>;
}

export const NO_CHANGES: OutsideChanges = { appeared: new Set(), changed: new Set(), unmatched: new Set() };

/** Adds events. Returns the same object when none of them matters. */
export function addEvents(
  changes: OutsideChanges,
  events: readonly LiveEvent[],
  { type, view, shown }: { type: ResourceType; view: ListView; shown: ReadonlySet<string> },
): OutsideChanges {
  let next = changes;
  for (const event of events) {
    const { resourceId: id, kind, target } = event;
    if (kind !== KINDS[type] || (view.targets.length > 0 && !view.targets.includes(target ?? ''))) continue;
    const isShown = shown.has(id);
    const match = matchOf(event, type, view);
    const without = (ids: ReadonlySet<string>) => new Set([...ids].filter((other) => other !== id));
    const appeared = without(next.appeared);
    const changed = without(next.changed);
    const unmatched = without(next.unmatched);
    if (isShown && match === 'NO' && event.type === 'CHANGED') unmatched.add(id);
    // A change of another field leaves a row unmatched.
    else if (isShown && match === 'UNCHANGED' && next.unmatched.has(id)) unmatched.add(id);
    else if (!isShown && event.type === 'CREATED' && match !== 'NO') appeared.add(id);
    else if (!isShown && event.type === 'CHANGED') {
      if (next.appeared.has(id)) appeared.add(id);
      else if (match === 'MAYBE' || (match === 'UNCHANGED' && next.changed.has(id))) changed.add(id);
    }
    next = { appeared, changed, unmatched };
  }
  const isSame = (['appeared', 'changed', 'unmatched'] as const).every(
    (name) => [...next[name]].join() === [...changes[name]].join(),
  );
  return isSame ? changes : next;
}

/** NO: the resource does not match any more; MAYBE: it may match now; UNCHANGED: the event is not about the filters. */
function matchOf(
  { changes }: LiveEvent,
  type: ResourceType,
  { choices, texts }: ListView,
): 'NO' | 'MAYBE' | 'UNCHANGED' {
  let match: 'MAYBE' | 'UNCHANGED' = 'UNCHANGED';
  const changeOf = (name: string) => {
    const field = FILTERED_FIELDS[type][name];
    if (field === null) return undefined;
    // Of a filter that is not in the table, any field may be the one.
    return field === undefined ? changes[0] : changes.find((change) => change.field === field);
  };
  for (const [name, values] of Object.entries(choices)) {
    const change = values.length > 0 ? changeOf(name) : undefined;
    if (change === undefined) continue;
    const isKnown = typeof FILTERED_FIELDS[type][name] === 'string';
    if (isKnown && !values.includes(change.after ?? '')) return 'NO';
    match = 'MAYBE';
  }
  for (const [name, text] of Object.entries(texts)) if (text !== '' && changeOf(name)) match = 'MAYBE';
  return match;
}
