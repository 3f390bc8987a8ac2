/**
 * The history of a resource: its events and the requests for it on one time line, newest first, with the times that the history
 * did not record. It is read again after each event and each outcome of a change. Without live updates, it is read again when the
 * status is another one.
 */
import { Text } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { graphql, usePreloadedQuery } from 'react-relay';
import { useOutcomes } from '../../actions/outcomes';
import { EmptyIcon } from '../../components/icons';
import { Screen } from '../../components/screen';
import { useLiveStatus } from '../../live/live-provider';
import { QueryScreen, type LoadedQuery } from '../../requests/query-screen';
import { useViewer } from '../../viewer/viewer';
import { SectionInView, SectionSkeleton } from '../section';
import type { historyQuery } from './__generated__/historyQuery.graphql';
import { HistoryEntries } from './history-entries';
import type { HistoryWords } from './history-labels';
import { StatusDurations } from './status-durations';

const SCOPE = 'audit:read';

const QUERY = graphql`
  query historyQuery($id: ID!, $withActors: Boolean!) {
    node(id: $id) {
      ...historyEntries_resource @arguments(withActors: $withActors) @alias(as: "entries")
      ...statusDurations_resource @alias(as: "durations")
    }
  }
`;

interface Props {
  /** The global id of the resource. */
  readonly id: string;
  /** The status that the page shows. */
  readonly status: string;
  readonly words: HistoryWords;
}

export function History(props: Props): ReactNode {
  return (
    <SectionInView title="History">
      <HistoryContent {...props} />
    </SectionInView>
  );
}

function HistoryContent({ id, status, words }: Props): ReactNode {
  const viewer = useViewer();
  const outcomes = useOutcomes(id);
  const withActors = viewer?.scopes.includes(SCOPE) ?? false;
  return (
    <>
      {viewer !== undefined && !withActors && (
        <Text size="sm" c="var(--console-quiet)">
          Without the scope {SCOPE}, the history does not show who requested a change, and no refused
          requests.
        </Text>
      )}
      <QueryScreen<historyQuery>
        query={QUERY}
        variables={{ id, withActors }}
        subject="the history"
        requiredField="history"
        failureLevel={3}
        renderFailure={({ code }) => (code === 'HISTORY_OFF' ? <HistoryOff /> : undefined)}
        fallback={<SectionSkeleton subject="the history" />}
      >
        {(loaded) => <LoadedHistory {...loaded} status={status} outcomes={outcomes} words={words} />}
      </QueryScreen>
    </>
  );
}

function HistoryOff(): ReactNode {
  return (
    <Screen kind="empty" level={3} icon={<EmptyIcon />} title="This gateway records no history">
      <Text size="sm">Its operator can turn the history on with HISTORY=on.</Text>
    </Screen>
  );
}

interface LoadedProps extends LoadedQuery<historyQuery> {
  /** The status that the page shows. */
  readonly status: string;
  /** The number of outcomes; a new one has the history read again. */
  readonly outcomes: number;
  readonly words: HistoryWords;
}

function LoadedHistory(props: LoadedProps): ReactNode {
  const { queryRef, fieldErrors, reload, isReloading, status, outcomes, words } = props;
  const { node } = usePreloadedQuery<historyQuery>(QUERY, queryRef);
  const { phase } = useLiveStatus();
  const followsEvents = phase === 'LIVE' || phase === 'POLLING';
  const known = useRef({ status, outcomes });
  useEffect(() => {
    const last = known.current;
    known.current = { status, outcomes };
    // The event of another status has the history read again already.
    if (last.outcomes !== outcomes || (last.status !== status && !followsEvents)) reload();
  }, [status, outcomes, followsEvents, reload]);
  if (node?.entries == null || node.durations == null) {
    return (
      <Text size="sm" c="var(--console-quiet)">
        AWS does not have the resource any more, so its history is not shown here.
      </Text>
    );
  }
  return (
    <>
      <StatusDurations resource={node.durations} fieldErrors={fieldErrors} labels={words.values.status} />
      <HistoryEntries resource={node.entries} words={words} reload={reload} isReloading={isReloading} />
    </>
  );
}
