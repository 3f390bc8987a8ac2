/** The session of the page, and the Relay environment of the session: a new one for each sign-in, and none after its end. */
import { createContext, Fragment, useContext, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { RelayEnvironmentProvider } from 'react-relay';
import { SIGNED_OUT } from '../relay/authorization';
import { createEnvironment } from '../relay/environment';
import type { Session, SessionState } from './session';

interface SessionView {
  readonly session: Session;
  readonly state: SessionState;
  readonly endpoint: string;
}

const Context = createContext<SessionView | undefined>(undefined);

export function useSession(): SessionView {
  const view = useContext(Context);
  if (view === undefined) throw new Error('The component is outside of SessionProvider.');
  return view;
}

interface Props {
  readonly session: Session;
  readonly endpoint: string;
  readonly children: ReactNode;
}

export function SessionProvider({ session, endpoint, children }: Props): ReactNode {
  const state = useSyncExternalStore(session.subscribe, session.getState);
  const authorization = state.phase === 'OPEN' ? state.authorization : SIGNED_OUT;
  const environment = useMemo(() => createEnvironment(endpoint, authorization), [endpoint, authorization]);
  const view = useMemo(() => ({ session, state, endpoint }), [session, state, endpoint]);
  return (
    <Context value={view}>
      <RelayEnvironmentProvider environment={environment}>
        {/* Components keep what they have read in their state: a new session has new components. */}
        <Fragment key={state.phase === 'OPEN' ? state.id : state.phase}>{children}</Fragment>
      </RelayEnvironmentProvider>
    </Context>
  );
}
