/**
 * Keeps a query current: it is read again in place after a change of the resource that it is about, and when events may be
 * missing.
 */
import type { Variables } from 'relay-runtime';
import { useLiveChanges } from './live-provider';
import { useRefresher } from './use-refresher';

/**
 * @param text the variables as JSON. A query with the variable `id` is about this resource.
 * @param read reads the query again, and handles its failure
 */
export function useLiveQuery(text: string, read: () => Promise<void>): void {
  const { id } = JSON.parse(text) as Variables;
  const refresher = useRefresher(async () => {
    await read();
    return false;
  }, text);
  useLiveChanges((change) => {
    const isConcerned =
      change.kind === 'MISSED' ||
      (change.kind === 'EVENTS' &&
        change.events.some(({ resourceId, type }) => resourceId === id && type !== 'DISAPPEARED'));
    if (isConcerned) refresher()?.request();
    else if (change.kind === 'SHOWN') refresher()?.flush();
  });
}
