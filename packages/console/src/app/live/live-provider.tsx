/** The live updates of the page, and hooks to them. */
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
import { createGateway } from './gateway';
import { LiveUpdates, type LiveChange } from './live-updates';

/** The time after which a tab without an answer about its caller connects by itself. */
const MAX_WAIT_MS = 10_000;

const Context = createContext<LiveUpdates | undefined>(undefined);

/** @param endpoint the URL of the gateway: tabs share a connection if they have the same gateway and caller. */
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
  useEffect(() => {
    const timer = setTimeout(() => {
      setIsOverdue(true);
    }, MAX_WAIT_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  const caller =
    viewer && JSON.stringify([viewer.name, viewer.scopes, viewer.targets.map(({ name }) => name)]);
  const name = `secops-graph ${endpoint} ${caller ?? ownName}`;
  const isReady = viewer !== undefined || isOverdue;
  const updates = useMemo(() => new LiveUpdates(createGateway(environment), name), [environment, name]);
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

/** Calls back with each change, also of resources that the page does not show. */
export function useLiveChanges(onChange: (change: LiveChange) => void): void {
  const updates = useLiveUpdates();
  const listener = useEffectEvent(onChange);
  useEffect(
    () =>
      updates.listen((change) => {
        listener(change);
      }),
    [updates],
  );
}

/** Returns the time when the resource disappeared from AWS; undefined while it has not. */
export function useGoneSince(id: string): string | undefined {
  const updates = useLiveUpdates();
  const read = useCallback(() => updates.goneSince(id), [updates, id]);
  return useSyncExternalStore(updates.subscribe, read);
}
