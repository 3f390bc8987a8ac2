/** The caller and its targets, read once for the whole session. Without them the page works, offers no choice of targets, and says so. */
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { fetchQuery, graphql, useRelayEnvironment } from 'react-relay';
import { toGatewayError, type GatewayError } from '../relay/gateway-error';
import type { viewerQuery, viewerQuery$data } from './__generated__/viewerQuery.graphql';

export type ViewerData = viewerQuery$data['viewer'];

interface ViewerRequest {
  readonly viewer: ViewerData | undefined;
  /** Undefined while the request is in flight, and after its success. */
  readonly error: GatewayError | undefined;
  readonly retry: () => void;
}

const Context = createContext<ViewerRequest>({
  viewer: undefined,
  error: undefined,
  retry: () => undefined,
});

/** Returns undefined until the answer, after a failure, and while nobody is signed in. */
export const useViewer = (): ViewerData | undefined => useContext(Context).viewer;

export const useViewerRequest = (): ViewerRequest => useContext(Context);

export const VIEWER_QUERY = graphql`
  query viewerQuery {
    viewer {
      name
      scopes
      targets {
        name
        accountId
        region
        emulated
        services
      }
    }
  }
`;

export function ViewerProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const environment = useRelayEnvironment();
  const [viewer, setViewer] = useState<ViewerData>();
  const [error, setError] = useState<GatewayError>();
  const [attempt, setAttempt] = useState(1);
  useEffect(() => {
    const subscription = fetchQuery<viewerQuery>(environment, VIEWER_QUERY, {}).subscribe({
      next: (data) => {
        setViewer(data.viewer);
      },
      error: (failure: unknown) => {
        setError(toGatewayError(failure));
      },
    });
    return () => {
      subscription.unsubscribe();
    };
  }, [environment, attempt]);
  const request = useMemo(() => {
    const retry = () => {
      setError(undefined);
      setAttempt((count) => count + 1);
    };
    return { viewer, error, retry };
  }, [viewer, error]);
  return <Context value={request}>{children}</Context>;
}
