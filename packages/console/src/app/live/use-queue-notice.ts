/**
 * The sentence about changes since the queue was read. The queue is not read again by itself: that reads the lists of all kinds in
 * all targets, for each browser, and items would move while somebody points at them. The statuses in it stay current.
 */
import { useState } from 'react';
import { useChangedRows } from './changed-rows';
import { useLiveChanges } from './live-provider';
import { useReadKey } from './read-key';
import { useHasMissed } from './use-has-missed';

/** @param ids the global ids of the resources in the queue */
export function useQueueNotice(ids: readonly string[]): string | undefined {
  const readKey = useReadKey();
  const isOutdated = useChangedRows(ids, readKey);
  const [state, setState] = useState<{ readonly key: unknown; readonly changed: ReadonlySet<string> }>();
  useLiveChanges((change) => {
    if (change.kind !== 'EVENTS') return;
    setState((last) => {
      const known = last !== undefined && last.key === readKey ? last.changed : [];
      return {
        key: readKey,
        changed: new Set([...known, ...change.events.map(({ resourceId }) => resourceId)]),
      };
    });
  });
  const hasMissed = useHasMissed();
  const count = state !== undefined && state.key === readKey ? state.changed.size : 0;
  if (count === 0) return hasMissed ? 'Changes may be missing' : undefined;
  return [
    `${count} ${count === 1 ? 'resource' : 'resources'} changed since the queue was read`,
    ...(hasMissed ? ['changes may be missing'] : []),
    ...(isOutdated ? ['not all statuses could be read again'] : []),
  ].join(', ');
}
