/** The start page: what needs a person, the most urgent first, and how far the gateway could look. */
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { graphql, usePaginationFragment, usePreloadedQuery } from 'react-relay';
import { NO_FILTER } from '../../lists/filter-bar';
import { ListContent } from '../../lists/list-content';
import { ListPage } from '../../lists/list-page';
import { ListSkeleton } from '../../lists/list-skeleton';
import { PAGE_SIZE } from '../../lists/page-size';
import { useQueueNotice } from '../../live/use-queue-notice';
import { QueryScreen, type LoadedQuery } from '../../requests/query-screen';
import { anyOf } from '../../routing/filter-inputs';
import { isFiltered, type ViewOf } from '../../routing/list-view';
import { useListView, type ListViewState } from '../../routing/use-list-view';
import type { attentionPage_queue$key } from './__generated__/attentionPage_queue.graphql';
import type { attentionPageNextQuery } from './__generated__/attentionPageNextQuery.graphql';
import type { attentionPageQuery } from './__generated__/attentionPageQuery.graphql';
import { AttentionItem } from './attention-item';
import { ATTENTION_VIEW } from './attention-view';
import { ReasonCounts } from './reason-counts';
import { Sources } from './sources';
import { Statistics } from './statistics';
import { UncheckedReasons } from './unchecked-reasons';
import classes from './attention.module.css';

const QUERY = graphql`
  query attentionPageQuery($filter: AttentionFilter) {
    ...attentionPage_queue @arguments(filter: $filter)
  }
`;

const QUEUE = graphql`
  fragment attentionPage_queue on Query
  @refetchable(queryName: "attentionPageNextQuery")
  @argumentDefinitions(
    first: { type: "Int", defaultValue: 50 }
    after: { type: "String" }
    filter: { type: "AttentionFilter" }
  ) {
    attention(first: $first, after: $after, filter: $filter) @connection(key: "attentionPage_attention") {
      edges {
        node {
          id
          reason
          isUrgent
          resource {
            id
          }
          ...attentionItem_item
        }
      }
      unavailableReasons {
        ...uncheckedReasons_reasons
      }
      completeness {
        ...listContent_completeness
        ...sources_completeness
      }
    }
  }
`;

const NOUN = 'items';

export function AttentionPage(): ReactNode {
  const state = useListView(ATTENTION_VIEW);
  const [isQueueRead, setIsQueueRead] = useState(false);
  const onRead = useCallback(() => {
    setIsQueueRead(true);
  }, []);
  return (
    <ListPage
      title="Attention"
      overview={<Statistics isQueueRead={isQueueRead} />}
      definition={ATTENTION_VIEW}
      {...state}
    >
      <QueryScreen<attentionPageQuery>
        query={QUERY}
        variables={variablesOf(state.view)}
        subject="the queue"
        fallback={<ListSkeleton noun="queue" />}
      >
        {(loaded) => <Queue {...loaded} {...state} onRead={onRead} />}
      </QueryScreen>
    </ListPage>
  );
}

type Props = LoadedQuery<attentionPageQuery> &
  ListViewState<typeof ATTENTION_VIEW> & {
    /** Called after the first answer. */
    readonly onRead: () => void;
  };

function Queue({ queryRef, reload, isReloading, view, change, onRead }: Props): ReactNode {
  const { data, loadNext, hasNext, isLoadingNext } = usePaginationFragment<
    attentionPageNextQuery,
    attentionPage_queue$key
  >(QUEUE, usePreloadedQuery<attentionPageQuery>(QUERY, queryRef));
  useEffect(onRead, [onRead]);
  const { attention } = data;
  if (attention == null) throw new Error('The gateway returned no queue, and no error.');
  const items = attention.edges.map(({ node }) => node);
  const notice = useQueueNotice(items.flatMap(({ resource }) => resource?.id ?? []));
  return (
    <div className={classes.columns}>
      <ListContent
        noun={NOUN}
        count={items.length}
        notice={notice}
        completeness={attention.completeness}
        {...{ hasNext, isLoadingNext, reload, isReloading }}
        loadNext={(onComplete) => loadNext(PAGE_SIZE, { onComplete })}
        isFiltered={isFiltered(view)}
        clearFilters={() => {
          change(NO_FILTER);
        }}
        emptyTitle="Nothing needs attention"
      >
        <ReasonCounts items={items} isWhole={!hasNext} />
        <ol className={classes.queue} aria-label="Queue by due time">
          {items.map((item) => (
            <AttentionItem key={item.id} item={item} />
          ))}
        </ol>
      </ListContent>
      <aside className={classes.aside} aria-label="What was checked">
        <Sources completeness={attention.completeness} />
        <UncheckedReasons reasons={attention.unavailableReasons} />
      </aside>
    </div>
  );
}

function variablesOf({ choices, targets }: ViewOf<typeof ATTENTION_VIEW>) {
  return {
    filter: { reasons: anyOf(choices.reason), kinds: anyOf(choices.kind), targets: anyOf(targets) },
  };
}
