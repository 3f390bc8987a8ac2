/** A request of a component that changes repeat, from its first change until the component is gone. */
import { useEffect, useEffectEvent, useRef } from 'react';
import { Refresher } from './refresher';

/**
 * Returns a function that gets the refresher.
 * @param key a new value ends the refresher, and the changes that wait for it
 */
export function useRefresher(run: () => Promise<boolean>, key?: unknown): () => Refresher | undefined {
  const refresher = useRef<Refresher>(undefined);
  const start = useEffectEvent(run);
  useEffect(() => {
    const created = new Refresher(() => start());
    refresher.current = created;
    return () => {
      created.close();
    };
  }, [key]);
  return () => refresher.current;
}
