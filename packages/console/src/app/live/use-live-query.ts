/**
 * Keeps the query of a resource current: it is read again in place after a change of the resource, and when events may be missing.
 * Queries of lists are read again by the user only: they cost more, and rows would move.
 */
import { useEffect, useRef } from 'react';
import type { Variables } from 'relay-runtime';
import { useLiveChanges } from './live-provider';
import { useRefresher } from './use-refresher';

interface Options {
  /** The variables as JSON. A query with the variable `id` is about this resource. */
  readonly variablesJson: string;
  /** False: the query is not read again. */
  readonly isFollowing: boolean;
  /** True after the first answer. A change before is followed then. */
  readonly isAnswered: boolean;
  /** Reads the query again, and handles its failure. */
  readonly read: () => Promise<void>;
}

export function useLiveQuery({ variablesJson, isFollowing, isAnswered, read }: Options): void {
  const { id } = JSON.parse(variablesJson) as Variables;
  const hasChangedBefore = useRef(false);
  const refresher = useRefresher(async () => {
    await read();
    return false;
  }, variablesJson);
  useEffect(() => {
    if (!isAnswered || !hasChangedBefore.current) return;
    hasChangedBefore.current = false;
    refresher()?.request();
  });
  useLiveChanges((change) => {
    if (change.kind === 'SHOWN') {
      refresher()?.flush();
      return;
    }
    const isConcerned =
      isFollowing &&
      typeof id === 'string' &&
      (change.kind === 'MISSED' ||
        change.events.some(({ resourceId, type }) => resourceId === id && type !== 'DISAPPEARED'));
    if (!isConcerned) return;
    if (!isAnswered) hasChangedBefore.current = true;
    else refresher()?.request(change.kind === 'MISSED' ? change.withinMs * Math.random() : 0);
  });
}
