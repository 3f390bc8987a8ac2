/**
 * A part of a page that shows one query. Requests start in effects and on clicks only: a component that renders again, or
 * fails, sends nothing.
 */
import { Suspense, useCallback, useEffect, useMemo, useState, useTransition, type ReactNode } from 'react';
import { useQueryLoader, type PreloadedQuery } from 'react-relay';
import type { GraphQLTaggedNode, OperationType, VariablesOf } from 'relay-runtime';
import { toGatewayError, type ResponseError } from '../relay/gateway-error';
import type { RequestMetadata } from '../relay/fetch-graphql';
import { ErrorBoundary } from './error-boundary';
import { FailedScreen } from './failed-screen';

export interface LoadedQuery<Query extends OperationType> {
  readonly queryRef: PreloadedQuery<Query>;
  /** Reads everything again. The page keeps what it shows until then. */
  readonly reload: () => void;
  readonly isReloading: boolean;
  /** Errors of fields below the root field, which are null. */
  readonly fieldErrors: readonly ResponseError[];
}

interface Props<Query extends OperationType> {
  /** A query with one root field: it fails as a whole. */
  readonly query: GraphQLTaggedNode;
  readonly variables: VariablesOf<Query>;
  /** What the query reads, such as "the classification jobs". */
  readonly subject: string;
  /** The level of the heading when the request failed; 1 when the page has no other content. */
  readonly failureLevel?: 1 | 2;
  /** Shown until the first answer. */
  readonly fallback: ReactNode;
  readonly children: (loaded: LoadedQuery<Query>) => ReactNode;
}

export function QueryScreen<Query extends OperationType>(props: Props<Query>): ReactNode {
  const { query, variables, subject, failureLevel, fallback, children } = props;
  const [queryRef, load] = useQueryLoader<Query>(query);
  const [isReloading, startTransition] = useTransition();
  const [fieldErrors, setFieldErrors] = useState<readonly ResponseError[]>([]);
  const text = JSON.stringify(variables);
  const reload = useCallback(() => {
    const metadata: RequestMetadata = { onFieldErrors: setFieldErrors };
    startTransition(() => {
      load(JSON.parse(text) as VariablesOf<Query>, {
        fetchPolicy: 'network-only',
        networkCacheConfig: { force: true, metadata: { ...metadata } },
      });
    });
  }, [load, text]);
  useEffect(reload, [reload]);
  const loaded = useMemo(
    () => queryRef && { queryRef, reload, isReloading, fieldErrors },
    [queryRef, reload, isReloading, fieldErrors],
  );
  if (loaded == null) return fallback;
  return (
    <ErrorBoundary
      resetKey={queryRef}
      renderError={(error) => (
        <FailedScreen
          error={toGatewayError(error)}
          subject={subject}
          retry={reload}
          isRetrying={isReloading}
          level={failureLevel}
        />
      )}
    >
      <Suspense fallback={fallback}>{children(loaded)}</Suspense>
    </ErrorBoundary>
  );
}
