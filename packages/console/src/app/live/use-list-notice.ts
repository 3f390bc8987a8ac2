/** The sentence about changes that a list does not show: rows neither appear nor move while somebody reads them. */
import { useMemo, useState } from 'react';
import type { ListView } from '../routing/list-view';
import type { ResourceType } from '../routing/paths';
import { useChangedRows } from './changed-rows';
import { useLiveChanges } from './live-provider';
import { addEvents, NO_CHANGES, type OutsideChanges } from './live-view';
import { useReadKey } from './read-key';
import { useHasMissed } from './use-has-missed';

/** Keeps the rows current, and returns the sentence; undefined when there is nothing to say. */
export function useListNotice(
  type: ResourceType,
  ids: readonly string[],
  view: ListView,
): string | undefined {
  const readKey = useReadKey();
  const isOutdated = useChangedRows(ids, readKey);
  const [state, setState] = useState<{ readonly key: unknown; readonly changes: OutsideChanges }>();
  const hasMissed = useHasMissed();
  const shown = useMemo(() => new Set(ids), [ids]);
  useLiveChanges((change) => {
    if (change.kind !== 'EVENTS') return;
    setState((last) => {
      const known = last !== undefined && last.key === readKey ? last : { key: readKey, changes: NO_CHANGES };
      const changes = addEvents(known.changes, change.events, { type, view, shown });
      return changes === known.changes ? known : { key: readKey, changes };
    });
  });
  const { appeared, changed, unmatched } =
    state !== undefined && state.key === readKey ? state.changes : NO_CHANGES;
  const outside = appeared.size + changed.size;
  const parts = [
    ...(hasMissed ? ['changes may be missing'] : []),
    ...(isOutdated ? ['some rows changed and were not read again'] : []),
    ...(outside > 0 ? [`${outside} new or changed outside of this view`] : []),
    ...(unmatched.size > 0
      ? [
          `${unmatched.size} shown ${unmatched.size === 1 ? 'row no longer matches' : 'rows no longer match'} the filters`,
        ]
      : []),
  ];
  if (parts.length === 0) return undefined;
  const text = parts.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
