/**
 * A part of a page that shows one query. Requests start in effects, on clicks, and after events of live updates: a component that
 * renders again, or fails, sends nothing. After the first answer the content stays: a later read that fails marks it as stale.
 */
import { Suspense, useCallback, useEffect, useMemo, useState, useTransition, type ReactNode } from 'react';
import { useQueryLoader, type PreloadedQuery } from 'react-relay';
import type { CacheConfig, GraphQLTaggedNode, OperationType, VariablesOf } from 'relay-runtime';
import { ReadKeyProvider } from '../live/read-key';
import { useLiveQuery } from '../live/use-live-query';
import { toGatewayError, type GatewayError, type ResponseError } from '../relay/gateway-error';
import type { RequestMetadata } from '../relay/fetch-graphql';
import { ErrorBoundary } from './error-boundary';
import { FailedScreen } from './failed-screen';
import { StaleNotice } from './stale-notice';
import { useSecondRead } from './use-second-read';
import classes from './requests.module.css';

export interface LoadedQuery<Query extends OperationType> {
  readonly queryRef: PreloadedQuery<Query>;
  /** Reads everything again. The page keeps what it shows until then, and also if that fails. */
  readonly reload: () => void;
  readonly isReloading: boolean;
  /** Errors of fields below the root field, which are null. */
  readonly fieldErrors: readonly ResponseError[];
}

interface Props<Query extends OperationType> {
  /** A query with one root field: it fails as a whole. */
  readonly query: GraphQLTaggedNode;
  readonly variables: VariablesOf<Query>;
  /** The object of the sentences about failures, such as "the classification jobs". */
  readonly subject: string;
  /** The field below the root field that the part of the page consists of: without it, the query has failed. */
  readonly requiredField?: string;
  /** True when the required field is a list: a later read that fails for all of its rows leaves the rows. */
  readonly keepsList?: boolean;
  /** The level of the heading when the request failed; 1 when the page has no other content, 3 in a section. */
  readonly failureLevel?: 1 | 2 | 3;
  /** Renders failures that mean something else here, such as a gateway without a history; undefined for all others. */
  readonly renderFailure?: (error: GatewayError) => ReactNode;
  /** False: the query is not read again after events. A query without the variable `id` never is. */
  readonly followsChanges?: boolean;
  /** Shown until the first answer. */
  readonly fallback: ReactNode;
  readonly children: (loaded: LoadedQuery<Query>) => ReactNode;
}

interface Answer {
  readonly fieldErrors: readonly ResponseError[];
  /** Milliseconds since 1970. */
  readonly at: number;
}

export function QueryScreen<Query extends OperationType>(props: Props<Query>): ReactNode {
  const { query, variables, subject, requiredField, failureLevel, renderFailure, fallback, children } = props;
  const { followsChanges = true, keepsList = false } = props;
  const [queryRef, load] = useQueryLoader<Query>(query);
  const [isLoading, startTransition] = useTransition();
  const [answer, setAnswer] = useState<Answer>();
  const { read, isReading, failure } = useSecondRead<Query>(query, queryRef);
  const variablesJson = JSON.stringify(variables);
  const config = useCallback(
    (options: Pick<RequestMetadata, 'isFresh' | 'isRepeated'> & { readonly isSecond: boolean }) => {
      const { isSecond, ...others } = options;
      return requestConfig(setAnswer, { requiredField, keepsList: keepsList && isSecond, ...others });
    },
    [requiredField, keepsList],
  );
  const start = useCallback(() => {
    startTransition(() => {
      load(JSON.parse(variablesJson) as VariablesOf<Query>, {
        fetchPolicy: 'network-only',
        networkCacheConfig: config({ isSecond: false }),
      });
    });
  }, [load, variablesJson, config]);
  useEffect(start, [start]);
  const reload = useCallback(() => {
    void read(JSON.parse(variablesJson) as VariablesOf<Query>, config({ isSecond: true, isFresh: true }));
  }, [read, variablesJson, config]);
  useLiveQuery({
    variablesJson,
    isFollowing: followsChanges,
    isAnswered: answer !== undefined,
    read: () =>
      read(
        JSON.parse(variablesJson) as VariablesOf<Query>,
        config({ isSecond: true, isFresh: true, isRepeated: false }),
        { isQuiet: true },
      ),
  });

  const isReloading = isLoading || isReading;
  const loaded = useMemo(
    () => queryRef && { queryRef, reload, isReloading, fieldErrors: answer?.fieldErrors ?? [] },
    [queryRef, reload, isReloading, answer],
  );
  if (loaded == null) return fallback;
  const failedScreen = (error: GatewayError, retry: () => void) =>
    renderFailure?.(error) ?? (
      <FailedScreen
        error={error}
        subject={subject}
        retry={retry}
        isRetrying={isReloading}
        level={failureLevel}
      />
    );
  // The caller lost the right to see what the page shows.
  if (failure?.code === 'FORBIDDEN') return failedScreen(failure, reload);
  return (
    <ErrorBoundary resetKey={queryRef} renderError={(error) => failedScreen(toGatewayError(error), start)}>
      <ReadKeyProvider value={answer}>
        <Suspense fallback={fallback}>
          <div className={classes.screen}>
            <StaleNotice
              subject={subject}
              answeredAt={answer?.at}
              failure={failure}
              reload={reload}
              isReloading={isReloading}
            />
            {children(loaded)}
          </div>
        </Suspense>
      </ReadKeyProvider>
    </ErrorBoundary>
  );
}

function requestConfig(
  setAnswer: (answer: Answer) => void,
  options: Pick<RequestMetadata, 'requiredField' | 'keepsList' | 'isFresh' | 'isRepeated'>,
): CacheConfig {
  const metadata: RequestMetadata = {
    ...options,
    onFieldErrors: (fieldErrors) => {
      setAnswer({ fieldErrors, at: Date.now() });
    },
  };
  return { force: true, metadata: { ...metadata } };
}
