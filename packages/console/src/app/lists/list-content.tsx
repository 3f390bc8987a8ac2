/**
 * The rows of a list, or the screen that says why there are none: nothing matches, sources failed, or the pages read so far
 * have no match. "Empty" appears only when the list was read to its end without a failure.
 */
import { Button, Text } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { graphql, useFragment } from 'react-relay';
import { useAnnounce } from '../components/announcer';
import { CompletenessBanner } from '../components/completeness-banner';
import { EmptyIcon, LockIcon, RefreshIcon, WarningIcon } from '../components/icons';
import { Screen } from '../components/screen';
import { Time } from '../components/time';
import live from '../live/live.module.css';
import { toGatewayError } from '../relay/gateway-error';
import { useRowShortcuts } from '../shortcuts/row-focus';
import { useShortcut } from '../shortcuts/shortcuts-provider';
import type { listContent_completeness$key } from './__generated__/listContent_completeness.graphql';
import classes from './list-page.module.css';

/** Reads the next page; calls back with the error, or with null. */
type LoadNext = (onComplete: (error: Error | null) => void) => void;

export interface ListContentProps {
  /** Such as "classification jobs". */
  readonly noun: string;
  /** The number of rows so far. */
  readonly count: number;
  readonly completeness: listContent_completeness$key;
  readonly hasNext: boolean;
  readonly isLoadingNext: boolean;
  readonly loadNext: LoadNext;
  readonly reload: () => void;
  readonly isReloading: boolean;
  readonly isFiltered: boolean;
  readonly clearFilters: () => void;
  /** More of the line above the rows, such as the count of all. */
  readonly summary?: ReactNode;
  /** A sentence about changes that the rows do not show. */
  readonly notice?: string | undefined;
  /** The title of the screen when the list is empty without a filter. */
  readonly emptyTitle?: string;
  /** True for a list in a part of a page: its screens are smaller, and only the next page is announced. */
  readonly isPart?: boolean;
  readonly children: ReactNode;
}

export function ListContent(props: ListContentProps): ReactNode {
  const {
    noun,
    count,
    hasNext,
    isLoadingNext,
    reload,
    isReloading,
    summary,
    notice,
    isPart = false,
    children,
  } = props;
  const completeness = useFragment(
    graphql`
      fragment listContent_completeness on Completeness {
        complete
        asOf
        retryCursor
        sources {
          status
        }
        ...completenessBanner_completeness
      }
    `,
    props.completeness,
  );
  const [failure, setFailure] = useState<Error>();
  const announce = useAnnounce();
  const isAnnounced = useRef(!isPart);
  const text = `${count} ${count === 1 ? noun.replace(/s$/, '') : noun}${hasNext ? ' so far' : ''}`;
  useEffect(() => {
    if (isAnnounced.current) announce(completeness.complete ? text : `${text}, data is missing`);
    isAnnounced.current = !isPart;
  }, [announce, text, completeness.complete, isPart]);
  const hasNotice = notice !== undefined;
  useEffect(() => {
    // Once, and not for each further change.
    if (hasNotice) announce('The list changed. Refresh it to see the changes.');
  }, [announce, hasNotice]);

  useShortcut('refresh', isReloading || isLoadingNext ? undefined : reload);
  useRowShortcuts();

  const loadNext = () => {
    setFailure(undefined);
    isAnnounced.current = true;
    props.loadNext((error) => {
      setFailure(error ?? undefined);
    });
  };
  // The next page reads failed sources again; without a cursor for them the list starts anew.
  const retry = completeness.retryCursor != null && count > 0 ? loadNext : reload;

  return (
    <div className={classes.content} data-reloading={isReloading || undefined}>
      <div className={classes.summary}>
        <Text size="sm">
          {text}
          {completeness.asOf != null && (
            <Text span c="dimmed">
              {' '}
              · as of <Time value={completeness.asOf} isPast />
            </Text>
          )}
        </Text>
        {summary}
        {hasNotice && <span className={live.notice}>{notice}:</span>}
        <Button
          size="compact-sm"
          variant={hasNotice ? 'light' : 'subtle'}
          leftSection={<RefreshIcon size={14} />}
          loading={isReloading}
          disabled={isLoadingNext}
          onClick={reload}
        >
          Refresh
        </Button>
      </div>
      <CompletenessBanner
        completeness={completeness}
        retry={retry}
        isRetrying={isLoadingNext || isReloading}
      />
      {count > 0 ? children : <NoRows {...props} {...completeness} loadNext={loadNext} />}
      {failure && (
        <div role="alert" className={classes.failure}>
          <Text size="sm">The next page could not be read: {toGatewayError(failure).message}</Text>
          <Button size="xs" variant="default" onClick={loadNext} loading={isLoadingNext}>
            Retry
          </Button>
        </div>
      )}
      {hasNext && count > 0 && !failure && (
        <Button
          variant="default"
          className={classes.more}
          onClick={loadNext}
          loading={isLoadingNext}
          disabled={isReloading}
        >
          {completeness.retryCursor == null ? 'Load more' : 'Load more, and retry the failed sources'}
        </Button>
      )}
    </div>
  );
}

interface NoRowsProps extends Pick<
  ListContentProps,
  'noun' | 'hasNext' | 'isLoadingNext' | 'isFiltered' | 'clearFilters' | 'emptyTitle' | 'isPart'
> {
  readonly complete: boolean;
  readonly sources: readonly { readonly status: string }[];
  readonly loadNext: () => void;
}

function NoRows(props: NoRowsProps): ReactNode {
  const { noun, complete, sources, hasNext, isLoadingNext, loadNext, isFiltered, clearFilters, emptyTitle } =
    props;
  const level = props.isPart === true ? 3 : 2;
  const failed = sources.filter(({ status }) => status !== 'OK');
  if (complete && !hasNext) {
    return isFiltered ? (
      <Screen
        kind="empty"
        level={level}
        icon={<EmptyIcon />}
        title={`No ${noun} match the filters`}
        action={
          <Button variant="default" onClick={clearFilters}>
            Clear filters
          </Button>
        }
      />
    ) : (
      <Screen kind="empty" level={level} icon={<EmptyIcon />} title={emptyTitle ?? `There are no ${noun}`}>
        {level === 2 && <Text c="dimmed">All sources were read to the end.</Text>}
      </Screen>
    );
  }
  if (
    failed.length > 0 &&
    failed.every(({ status }) => status === 'ACCESS_DENIED') &&
    failed.length === sources.length
  ) {
    return (
      <Screen
        kind="denied"
        level={level}
        icon={<LockIcon />}
        title={`AWS does not let the gateway read ${noun}`}
      >
        <Text>Whether there are any is unknown. Ask the operator of the gateway for access.</Text>
      </Screen>
    );
  }
  if (failed.some(({ status }) => status !== 'SCAN_LIMIT_REACHED')) {
    return (
      <Screen kind="failed" level={level} icon={<WarningIcon />} title={`No ${noun} could be shown`}>
        <Text>
          {failed.length} of {sources.length} sources failed. Whether they have {noun} is unknown.
        </Text>
      </Screen>
    );
  }
  return (
    <Screen
      kind="empty"
      level={level}
      icon={<EmptyIcon />}
      title={`No matching ${noun} so far`}
      action={
        hasNext && (
          <Button onClick={loadNext} loading={isLoadingNext}>
            Search on
          </Button>
        )
      }
    >
      <Text>The gateway has not read the whole list yet.</Text>
    </Screen>
  );
}
