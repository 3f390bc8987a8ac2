/**
 * The statistics of the start page, counted after the queue, so that they do not delay it. A count reads the whole lists, about
 * as many AWS calls as the queue, and the gateway shares calls among concurrent requests only. So a tab keeps a count for five
 * minutes: a return to the page causes no other count.
 */
import { useCallback, useEffect, useState } from 'react';
import { fetchQuery, graphql, useRelayEnvironment } from 'react-relay';
import type { Environment } from 'relay-runtime';
import { collectFieldErrors } from '../../relay/field-errors';
import { toGatewayError, type GatewayError, type ResponseError } from '../../relay/gateway-error';
import type { useStatisticsQuery, useStatisticsQuery$data } from './__generated__/useStatisticsQuery.graphql';

const KEEP_MS = 5 * 60_000;

const QUERY = graphql`
  query useStatisticsQuery {
    statistics {
      securityCases {
        exact
        asOf
        byStatus {
          status
          count
        }
        completeness {
          sources {
            status
            target {
              name
            }
          }
        }
      }
      classificationJobs {
        exact
        asOf
        byStatus {
          status
          count
        }
        completeness {
          sources {
            status
            target {
              name
            }
          }
        }
      }
      mailboxExportJobs {
        exact
        asOf
        byStatus {
          status
          count
        }
        completeness {
          sources {
            status
            target {
              name
            }
          }
        }
      }
      macieMembers {
        exact
        asOf
        byStatus {
          status
          count
        }
        completeness {
          sources {
            status
            target {
              name
            }
          }
        }
      }
    }
  }
`;

export interface Counted {
  readonly statistics: NonNullable<useStatisticsQuery$data['statistics']>;
  /** The errors of the kinds that could not be counted, which are null. */
  readonly errors: readonly ResponseError[];
  /** Milliseconds since 1970. */
  readonly at: number;
}

const kept = new WeakMap<Environment, Counted>();

export interface StatisticsState {
  readonly counted: Counted | undefined;
  readonly isCounting: boolean;
  /** The failure of the last count. */
  readonly failure: GatewayError | undefined;
  readonly countAgain: () => void;
}

/** @param isQueueRead starts the first count when true */
export function useStatistics(isQueueRead: boolean): StatisticsState {
  const environment = useRelayEnvironment();
  const [counted, setCounted] = useState(() => kept.get(environment));
  const [attempt, setAttempt] = useState(() =>
    counted !== undefined && Date.now() - counted.at < KEEP_MS ? 0 : 1,
  );
  const [settled, setSettled] = useState<{ attempt: number; failure?: GatewayError }>({ attempt: 0 });
  const isCounting = isQueueRead && settled.attempt !== attempt;
  useEffect(() => {
    if (!isCounting) return undefined;
    const { cacheConfig, fieldErrors } = collectFieldErrors();
    const subscription = fetchQuery<useStatisticsQuery>(
      environment,
      QUERY,
      {},
      { networkCacheConfig: cacheConfig },
    ).subscribe({
      next: ({ statistics }) => {
        if (statistics == null) return;
        const latest = { statistics, errors: fieldErrors(), at: Date.now() };
        kept.set(environment, latest);
        setCounted(latest);
      },
      complete: () => {
        setSettled({ attempt });
      },
      error: (error: unknown) => {
        setSettled({ attempt, failure: toGatewayError(error) });
      },
    });
    return () => {
      subscription.unsubscribe();
    };
  }, [environment, attempt, isCounting]);
  const countAgain = useCallback(() => {
    setAttempt((known) => known + 1);
  }, []);
  return { counted, isCounting, failure: isCounting ? undefined : settled.failure, countAgain };
}
