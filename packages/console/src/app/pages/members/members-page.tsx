/** The list of Macie members. */
import { useCallback, type ReactNode } from 'react';
import { fetchQuery, graphql, usePaginationFragment, usePreloadedQuery } from 'react-relay';
import { ListPage } from '../../lists/list-page';
import { ListSkeleton } from '../../lists/list-skeleton';
import { ResourceList } from '../../lists/resource-list';
import type { Counter } from '../../lists/total-count';
import { QueryScreen, type LoadedQuery } from '../../requests/query-screen';
import { acceptedTexts, anyOf, containsText } from '../../routing/filter-inputs';
import type { ViewOf } from '../../routing/list-view';
import { useListView, type ListViewState } from '../../routing/use-list-view';
import type { membersPage_list$key } from './__generated__/membersPage_list.graphql';
import type { membersPageCountQuery } from './__generated__/membersPageCountQuery.graphql';
import type { membersPageNextQuery } from './__generated__/membersPageNextQuery.graphql';
import type { membersPageQuery } from './__generated__/membersPageQuery.graphql';
import { MEMBER_BULK } from './member-bulk';
import { MEMBER_CELLS, nameOf } from './member-cells';
import { MEMBERS_VIEW } from './members-view';

const NOUN = 'Macie members';

const QUERY = graphql`
  query membersPageQuery($filter: MacieMemberFilter, $orderBy: MacieMemberOrder, $targets: [String!]) {
    ...membersPage_list @arguments(filter: $filter, orderBy: $orderBy, targets: $targets)
  }
`;

const LIST = graphql`
  fragment membersPage_list on Query
  @refetchable(queryName: "membersPageNextQuery")
  @argumentDefinitions(
    first: { type: "Int", defaultValue: 50 }
    after: { type: "String" }
    filter: { type: "MacieMemberFilter" }
    orderBy: { type: "MacieMemberOrder" }
    targets: { type: "[String!]" }
  ) {
    macieMembers(first: $first, after: $after, filter: $filter, orderBy: $orderBy, targets: $targets)
      @connection(key: "membersPage_macieMembers") {
      edges {
        node {
          id
          accountId
          email
          status
          statusLabel
          awsStatus
          invitedAt
          updatedAt
          administratorAccountId
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
  query membersPageCountQuery($filter: MacieMemberFilter, $targets: [String!]) {
    macieMembers(first: 1, filter: $filter, targets: $targets) {
      totalCount {
        value
        exact
      }
    }
  }
`;

export function MembersPage(): ReactNode {
  const state = useListView(MEMBERS_VIEW);
  return (
    <ListPage title="Macie members" type="MacieMember" definition={MEMBERS_VIEW} {...state}>
      <QueryScreen<membersPageQuery>
        query={QUERY}
        variables={variablesOf(state.view)}
        subject={`the ${NOUN}`}
        fallback={<ListSkeleton noun={NOUN} />}
      >
        {(loaded) => <Members {...loaded} {...state} />}
      </QueryScreen>
    </ListPage>
  );
}

type Props = LoadedQuery<membersPageQuery> & ListViewState<typeof MEMBERS_VIEW>;

function Members({ queryRef, reload, isReloading, view, change }: Props): ReactNode {
  const { data, loadNext, hasNext, isLoadingNext } = usePaginationFragment<
    membersPageNextQuery,
    membersPage_list$key
  >(LIST, usePreloadedQuery<membersPageQuery>(QUERY, queryRef));
  const counter = useCallback<Counter>(
    (environment, { next, error }) => {
      const { filter, targets } = variablesOf(view);
      return fetchQuery<membersPageCountQuery>(environment, COUNT, { filter, targets }).subscribe({
        next: ({ macieMembers }) => {
          next(macieMembers?.totalCount);
        },
        error,
      });
    },
    [view],
  );
  return (
    <ResourceList
      type="MacieMember"
      noun={NOUN}
      definition={MEMBERS_VIEW}
      cells={MEMBER_CELLS}
      nameOf={nameOf}
      actions={MEMBER_BULK}
      list={data.macieMembers}
      {...{ loadNext, hasNext, isLoadingNext, reload, isReloading, view, change, counter }}
    />
  );
}

function variablesOf({ texts, choices, targets, order }: ViewOf<typeof MEMBERS_VIEW>) {
  return {
    filter: {
      email: containsText(texts.email),
      accountIds: acceptedTexts(MEMBERS_VIEW.texts.account, texts.account),
      statuses: anyOf(choices.status),
    },
    targets: anyOf(targets),
    orderBy: order,
  };
}
