/** The live updates of the session, and hooks to them. */
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { useRelayEnvironment } from 'react-relay';
import { newRandomId } from '../components/random-id';
import { useViewer } from '../viewer/viewer';
import { channelName } from './channel-name';
import { browserTab } from './browser-tab';
import { createGateway } from './gateway';
import { LiveStore, type LiveChange } from './live-store';
import { LiveUpdates } from './live-updates';
import type { LiveStatus } from './messages';

/** The time after which a tab without an answer about its caller connects by itself. */
const MAX_WAIT_MS = 10_000;

const Context = createContext<LiveUpdates | undefined>(undefined);

/** @param endpoint the URL of the gateway */
export function LiveProvider({
  endpoint,
  children,
}: {
  readonly endpoint: string;
  readonly children: ReactNode;
}): ReactNode {
  const environment = useRelayEnvironment();
  const viewer = useViewer();
  const [isOverdue, setIsOverdue] = useState(false);
  const [ownName] = useState(newRandomId);
  // The pages begin to read after that.
  const [since] = useState(Date.now);
  useEffect(() => {
    const timer = setTimeout(() => {
      setIsOverdue(true);
    }, MAX_WAIT_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  const name = channelName(endpoint, viewer, ownName);
  const isReady = viewer !== undefined || isOverdue;
  const updates = useMemo(
    () => new LiveUpdates(createGateway(environment), name, new LiveStore(since), browserTab),
    [environment, name, since],
  );
  useEffect(() => {
    if (!isReady) return undefined;
    return updates.start();
  }, [updates, isReady]);
  return <Context value={updates}>{children}</Context>;
}

export function useLiveUpdates(): LiveUpdates {
  const updates = useContext(Context);
  if (updates === undefined) throw new Error('There is no LiveProvider around the component.');
  return updates;
}

export function useLiveStatus(): LiveStatus {
  const { store } = useLiveUpdates();
  return useSyncExternalStore(store.subscribe, () => store.status);
}

/** Calls back with each change, also of resources that the page does not show. */
export function useLiveChanges(onChange: (change: LiveChange) => void): void {
  const { store } = useLiveUpdates();
  const listener = useEffectEvent(onChange);
  useEffect(
    () =>
      store.listen((change) => {
        listener(change);
      }),
    [store],
  );
}

/** Returns the time when the resource disappeared from AWS; undefined while it has not. */
export function useGoneSince(id: string): string | undefined {
  const { store } = useLiveUpdates();
  const read = useCallback(() => store.goneSince(id), [store, id]);
  return useSyncExternalStore(store.subscribe, read);
}
