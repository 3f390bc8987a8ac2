/** The list of security cases. */
import { useCallback, type ReactNode } from 'react';
import { fetchQuery, graphql, usePaginationFragment, usePreloadedQuery } from 'react-relay';
import { ListPage } from '../../lists/list-page';
import { ListSkeleton } from '../../lists/list-skeleton';
import { ResourceList } from '../../lists/resource-list';
import type { Counter } from '../../lists/total-count';
import { QueryScreen, type LoadedQuery } from '../../requests/query-screen';
import { anyOf, containsText } from '../../routing/filter-inputs';
import type { ViewOf } from '../../routing/list-view';
import { useListView, type ListViewState } from '../../routing/use-list-view';
import type { casesPage_list$key } from './__generated__/casesPage_list.graphql';
import type { casesPageCountQuery } from './__generated__/casesPageCountQuery.graphql';
import type { casesPageNextQuery } from './__generated__/casesPageNextQuery.graphql';
import type { casesPageQuery } from './__generated__/casesPageQuery.graphql';
import { CASE_BULK } from './case-bulk';
import { CASE_CELLS, nameOf } from './case-cells';
import { CASES_VIEW } from './cases-view';

const NOUN = 'security cases';

const QUERY = graphql`
  query casesPageQuery($filter: SecurityCaseFilter, $orderBy: SecurityCaseOrder, $targets: [String!]) {
    ...casesPage_list @arguments(filter: $filter, orderBy: $orderBy, targets: $targets)
  }
`;

const LIST = graphql`
  fragment casesPage_list on Query
  @refetchable(queryName: "casesPageNextQuery")
  @argumentDefinitions(
    first: { type: "Int", defaultValue: 50 }
    after: { type: "String" }
    filter: { type: "SecurityCaseFilter" }
    orderBy: { type: "SecurityCaseOrder" }
    targets: { type: "[String!]" }
  ) {
    securityCases(first: $first, after: $after, filter: $filter, orderBy: $orderBy, targets: $targets)
      @connection(key: "casesPage_securityCases") {
      edges {
        node {
          id
          caseId
          title
          status
          statusLabel
          awsStatus
          pendingAction
          resolverType
          engagementType
          createdAt
          updatedAt
          target {
            name
          }
          consoleUrl
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
  query casesPageCountQuery($filter: SecurityCaseFilter, $targets: [String!]) {
    securityCases(first: 1, filter: $filter, targets: $targets) {
      totalCount {
        value
        exact
      }
    }
  }
`;

export function CasesPage(): ReactNode {
  const state = useListView(CASES_VIEW);
  return (
    <ListPage title="Security cases" type="SecurityCase" definition={CASES_VIEW} {...state}>
      <QueryScreen<casesPageQuery>
        query={QUERY}
        variables={variablesOf(state.view)}
        subject={`the ${NOUN}`}
        fallback={<ListSkeleton noun={NOUN} />}
      >
        {(loaded) => <Cases {...loaded} {...state} />}
      </QueryScreen>
    </ListPage>
  );
}

type Props = LoadedQuery<casesPageQuery> & ListViewState<typeof CASES_VIEW>;

function Cases({ queryRef, reload, isReloading, view, change }: Props): ReactNode {
  const { data, loadNext, hasNext, isLoadingNext } = usePaginationFragment<
    casesPageNextQuery,
    casesPage_list$key
  >(LIST, usePreloadedQuery<casesPageQuery>(QUERY, queryRef));
  const counter = useCallback<Counter>(
    (environment, { next, error }) => {
      const { filter, targets } = variablesOf(view);
      return fetchQuery<casesPageCountQuery>(environment, COUNT, { filter, targets }).subscribe({
        next: ({ securityCases }) => {
          next(securityCases?.totalCount);
        },
        error,
      });
    },
    [view],
  );
  return (
    <ResourceList
      type="SecurityCase"
      noun={NOUN}
      definition={CASES_VIEW}
      cells={CASE_CELLS}
      nameOf={nameOf}
      actions={CASE_BULK}
      list={data.securityCases}
      {...{ loadNext, hasNext, isLoadingNext, reload, isReloading, view, change, counter }}
    />
  );
}

function variablesOf({ texts, choices, targets, order }: ViewOf<typeof CASES_VIEW>) {
  return {
    filter: {
      title: containsText(texts.title),
      statuses: anyOf(choices.status),
      resolverTypes: anyOf(choices.resolver),
      pendingActions: anyOf(choices.pending),
    },
    targets: anyOf(targets),
    orderBy: order,
  };
}
