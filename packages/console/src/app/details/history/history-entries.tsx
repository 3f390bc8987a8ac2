/** The rows of a resource's time line, page by page, down to the time before which nothing was recorded. */
import { Button, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { graphql, usePaginationFragment } from 'react-relay';
import { RefreshIcon } from '../../components/icons';
import { Time } from '../../components/time';
import { localTime } from '../../components/time-formats';
import { toGatewayError } from '../../relay/gateway-error';
import type { historyEntries_resource$key } from './__generated__/historyEntries_resource.graphql';
import type { historyNextQuery } from './__generated__/historyNextQuery.graphql';
import { dryRunsText, noChangeText, type HistoryWords } from './history-labels';
import { HistoryRow } from './history-row';
import classes from './history.module.css';
import { entryOf, timeLine, type TimeLine } from './time-line';

const PAGE_SIZE = 20;

interface Props {
  readonly resource: historyEntries_resource$key;
  readonly words: HistoryWords;
  readonly reload: () => void;
  readonly isReloading: boolean;
}

export function HistoryEntries({ resource, words, reload, isReloading }: Props): ReactNode {
  const { data, hasNext, isLoadingNext, loadNext } = usePaginationFragment<
    historyNextQuery,
    historyEntries_resource$key
  >(
    graphql`
      fragment historyEntries_resource on Resource
      @refetchable(queryName: "historyNextQuery")
      @argumentDefinitions(
        first: { type: "Int", defaultValue: 20 }
        after: { type: "String" }
        withActors: { type: "Boolean!" }
      ) {
        history(first: $first, after: $after) @connection(key: "historyEntries_history") {
          edges {
            node {
              __typename
              ... on ResourceEvent {
                recordedAt
                position
                type
                cause
                changes {
                  field
                  before
                  after
                  redacted
                }
                auditEntry @include(if: $withActors) {
                  changeId
                  actor
                  mutation
                  outcome
                  endedAt
                  statusBefore
                  statusAfter
                  errorCodes
                  idempotencyKey
                  awsRequestId
                  replayOf
                  sourceAddress
                }
              }
              ... on AuditEntry {
                recordedAt
                changeId
                actor
                mutation
                outcome
                endedAt
                statusBefore
                statusAfter
                errorCodes
                idempotencyKey
                awsRequestId
                replayOf
                sourceAddress
              }
            }
          }
          completeness {
            __typename
            complete
            sources {
              kind
              target {
                name
              }
              watchedSince
              observedAt
              gaps {
                startedAt
                endedAt
                reason
              }
            }
          }
        }
      }
    `,
    resource,
  );
  const [showsDryRuns, setShowsDryRuns] = useState(false);
  const [failure, setFailure] = useState<Error>();
  const { history } = data;
  if (history == null) throw new Error('The gateway returned no history, and no error.');
  const { edges, completeness } = history;
  const { sources } = completeness;
  const line = timeLine({
    entries: edges.map(({ node }) => entryOf(node)),
    gaps: sources.flatMap(({ gaps }) => gaps),
    showsDryRuns,
  });
  const readNext = () => {
    setFailure(undefined);
    loadNext(PAGE_SIZE, {
      onComplete: (error) => {
        setFailure(error ?? undefined);
      },
    });
  };
  return (
    <div data-reloading={isReloading || undefined}>
      <Controls
        line={line}
        hasNext={hasNext}
        showsDryRuns={showsDryRuns}
        setShowsDryRuns={setShowsDryRuns}
        reload={reload}
        isReloading={isReloading}
      />
      <ol className={classes.entries} aria-label="Time line, newest first">
        {line.rows.map((row) => (
          <HistoryRow key={row.key} row={row} words={words} />
        ))}
        {!hasNext && sources.map((source) => <Beginning key={source.target.name} {...source} />)}
      </ol>
      {failure !== undefined && (
        <Text role="alert" size="sm" className={classes.failed}>
          Earlier entries could not be read: {toGatewayError(failure).message}
        </Text>
      )}
      {hasNext && (
        <Button variant="default" size="compact-sm" onClick={readNext} loading={isLoadingNext}>
          {failure === undefined ? 'Show earlier entries' : 'Retry'}
        </Button>
      )}
    </div>
  );
}

interface ControlsProps extends Pick<Props, 'reload' | 'isReloading'> {
  readonly line: TimeLine;
  /** True when earlier entries have not been read. */
  readonly hasNext: boolean;
  readonly showsDryRuns: boolean;
  readonly setShowsDryRuns: (shows: boolean) => void;
}

function Controls(props: ControlsProps): ReactNode {
  const { line, hasNext, showsDryRuns, setShowsDryRuns, reload, isReloading } = props;
  const { rows, dryRuns } = line;
  return (
    <div className={classes.controls}>
      {rows.every(({ type }) => type === 'gap') && <Text size="sm">{noChangeText(line, hasNext)}</Text>}
      {dryRuns > 0 && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            setShowsDryRuns(!showsDryRuns);
          }}
        >
          {`${showsDryRuns ? 'Hide' : 'Show'} ${dryRunsText(line, hasNext)}`}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<RefreshIcon size={14} />}
        loading={isReloading}
        aria-label="Refresh the history"
        onClick={reload}
      >
        Refresh
      </Button>
    </div>
  );
}

interface BeginningProps {
  readonly watchedSince: string | null | undefined;
  readonly observedAt: string | null | undefined;
}

function Beginning({ watchedSince, observedAt }: BeginningProps): ReactNode {
  return (
    <li className={classes.beginning}>
      {watchedSince == null ? (
        'The gateway has not read the list completely yet. Changes outside the gateway are not recorded.'
      ) : (
        <>
          Changes outside the gateway are not recorded before {localTime(watchedSince)}.
          {observedAt != null && (
            <>
              {' '}
              The last look at AWS: <Time value={observedAt} />.
            </>
          )}
        </>
      )}
    </li>
  );
}
