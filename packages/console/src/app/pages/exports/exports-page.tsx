/** The list of mailbox exports. */
import { useCallback, type ReactNode } from 'react';
import { fetchQuery, graphql, usePaginationFragment, usePreloadedQuery } from 'react-relay';
import { ListPage } from '../../lists/list-page';
import { ListSkeleton } from '../../lists/list-skeleton';
import { ResourceList } from '../../lists/resource-list';
import type { Counter } from '../../lists/total-count';
import { QueryScreen, type LoadedQuery } from '../../requests/query-screen';
import { anyOf } from '../../routing/filter-inputs';
import type { ViewOf } from '../../routing/list-view';
import { useListView, type ListViewState } from '../../routing/use-list-view';
import type { exportsPage_list$key } from './__generated__/exportsPage_list.graphql';
import type { exportsPageCountQuery } from './__generated__/exportsPageCountQuery.graphql';
import type { exportsPageNextQuery } from './__generated__/exportsPageNextQuery.graphql';
import type { exportsPageQuery } from './__generated__/exportsPageQuery.graphql';
import { EXPORT_BULK } from './export-bulk';
import { EXPORT_CELLS, nameOf } from './export-cells';
import { EXPORTS_VIEW } from './exports-view';

const NOUN = 'mailbox exports';

const QUERY = graphql`
  query exportsPageQuery(
    $filter: MailboxExportJobFilter
    $orderBy: MailboxExportJobOrder
    $targets: [String!]
  ) {
    ...exportsPage_list @arguments(filter: $filter, orderBy: $orderBy, targets: $targets)
  }
`;

const LIST = graphql`
  fragment exportsPage_list on Query
  @refetchable(queryName: "exportsPageNextQuery")
  @argumentDefinitions(
    first: { type: "Int", defaultValue: 50 }
    after: { type: "String" }
    filter: { type: "MailboxExportJobFilter" }
    orderBy: { type: "MailboxExportJobOrder" }
    targets: { type: "[String!]" }
  ) {
    mailboxExportJobs(first: $first, after: $after, filter: $filter, orderBy: $orderBy, targets: $targets)
      @connection(key: "exportsPage_mailboxExportJobs") {
      edges {
        node {
          id
          jobId
          description
          status
          statusLabel
          awsStatus
          estimatedProgress
          s3BucketName
          startedAt
          endedAt
          entityId
          organizationId
          target {
            name
          }
          ...bulkResource_resource
        }
      }
      completeness {
        ...listContent_completeness
      }
    }
  }
`;

const COUNT = graphql`
  query exportsPageCountQuery($filter: MailboxExportJobFilter, $targets: [String!]) {
    mailboxExportJobs(first: 1, filter: $filter, targets: $targets) {
      totalCount {
        value
        exact
      }
    }
  }
`;

export function ExportsPage(): ReactNode {
  const state = useListView(EXPORTS_VIEW);
  return (
    <ListPage title="Mailbox exports" type="MailboxExportJob" definition={EXPORTS_VIEW} {...state}>
      <QueryScreen<exportsPageQuery>
        query={QUERY}
        variables={variablesOf(state.view)}
        subject={`the ${NOUN}`}
        fallback={<ListSkeleton noun={NOUN} />}
      >
        {(loaded) => <Exports {...loaded} {...state} />}
      </QueryScreen>
    </ListPage>
  );
}

type Props = LoadedQuery<exportsPageQuery> & ListViewState<typeof EXPORTS_VIEW>;

function Exports({ queryRef, reload, isReloading, view, change }: Props): ReactNode {
  const { data, loadNext, hasNext, isLoadingNext } = usePaginationFragment<
    exportsPageNextQuery,
    exportsPage_list$key
  >(LIST, usePreloadedQuery<exportsPageQuery>(QUERY, queryRef));
  const counter = useCallback<Counter>(
    (environment, { next, error }) => {
      const { filter, targets } = variablesOf(view);
      return fetchQuery<exportsPageCountQuery>(environment, COUNT, { filter, targets }).subscribe({
        next: ({ mailboxExportJobs }) => {
          next(mailboxExportJobs?.totalCount);
        },
        error,
      });
    },
    [view],
  );
  return (
    <ResourceList
      type="MailboxExportJob"
      noun={NOUN}
      definition={EXPORTS_VIEW}
      cells={EXPORT_CELLS}
      nameOf={nameOf}
      actions={EXPORT_BULK}
      list={data.mailboxExportJobs}
      {...{ loadNext, hasNext, isLoadingNext, reload, isReloading, view, change, counter }}
    />
  );
}

function variablesOf({ texts, choices, targets, order }: ViewOf<typeof EXPORTS_VIEW>) {
  return {
    filter: {
      ownerEmail: texts.owner === '' ? undefined : texts.owner,
      statuses: anyOf(choices.status),
    },
    targets: anyOf(targets),
    orderBy: order,
  };
}
