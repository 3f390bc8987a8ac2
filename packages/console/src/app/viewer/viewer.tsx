/** The caller and its targets, read once for the whole page. Without them the page works, and offers no choice of targets. */
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { fetchQuery, graphql, useRelayEnvironment } from 'react-relay';
import type { viewerQuery, viewerQuery$data } from './__generated__/viewerQuery.graphql';

export type ViewerData = viewerQuery$data['viewer'];

const Context = createContext<ViewerData | undefined>(undefined);

/** Returns undefined until the answer, and when the gateway refuses it. */
export const useViewer = (): ViewerData | undefined => useContext(Context);

export function ViewerProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const environment = useRelayEnvironment();
  const [viewer, setViewer] = useState<ViewerData>();
  useEffect(() => {
    const subscription = fetchQuery<viewerQuery>(
      environment,
      graphql`
        query viewerQuery {
          viewer {
            name
            scopes
            targets {
              name
              accountId
              region
              emulated
            }
          }
        }
      `,
      {},
    ).subscribe({
      next: (data) => {
        setViewer(data.viewer);
      },
      error: () => undefined,
    });
    return () => {
      subscription.unsubscribe();
    };
  }, [environment]);
  return <Context value={viewer}>{children}</Context>;
}
