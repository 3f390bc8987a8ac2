/** The list of classification jobs. */
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
import type { jobsPage_list$key } from './__generated__/jobsPage_list.graphql';
import type { jobsPageCountQuery } from './__generated__/jobsPageCountQuery.graphql';
import type { jobsPageNextQuery } from './__generated__/jobsPageNextQuery.graphql';
import type { jobsPageQuery } from './__generated__/jobsPageQuery.graphql';
import { JOB_BULK } from './job-bulk';
import { JOB_CELLS, nameOf } from './job-cells';
import { JOBS_VIEW } from './jobs-view';

const NOUN = 'classification jobs';

const QUERY = graphql`
  query jobsPageQuery(
    $filter: ClassificationJobFilter
    $orderBy: ClassificationJobOrder
    $targets: [String!]
  ) {
    ...jobsPage_list @arguments(filter: $filter, orderBy: $orderBy, targets: $targets)
  }
`;

const LIST = graphql`
  fragment jobsPage_list on Query
  @refetchable(queryName: "jobsPageNextQuery")
  @argumentDefinitions(
    first: { type: "Int", defaultValue: 50 }
    after: { type: "String" }
    filter: { type: "ClassificationJobFilter" }
    orderBy: { type: "ClassificationJobOrder" }
    targets: { type: "[String!]" }
  ) {
    classificationJobs(first: $first, after: $after, filter: $filter, orderBy: $orderBy, targets: $targets)
      @connection(key: "jobsPage_classificationJobs") {
      edges {
        node {
          id
          jobId
          name
          status
          statusLabel
          awsStatus
          jobType
          createdAt
          expiresAt
          lastRunErrorStatus {
            code
          }
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
  query jobsPageCountQuery($filter: ClassificationJobFilter, $targets: [String!]) {
    classificationJobs(first: 1, filter: $filter, targets: $targets) {
      totalCount {
        value
        exact
      }
    }
  }
`;

export function JobsPage(): ReactNode {
  const state = useListView(JOBS_VIEW);
  return (
    <ListPage title="Classification jobs" type="ClassificationJob" definition={JOBS_VIEW} {...state}>
      <QueryScreen<jobsPageQuery>
        query={QUERY}
        variables={variablesOf(state.view)}
        subject={`the ${NOUN}`}
        fallback={<ListSkeleton noun={NOUN} />}
      >
        {(loaded) => <Jobs {...loaded} {...state} />}
      </QueryScreen>
    </ListPage>
  );
}

type Props = LoadedQuery<jobsPageQuery> & ListViewState<typeof JOBS_VIEW>;

function Jobs({ queryRef, reload, isReloading, view, change }: Props): ReactNode {
  const { data, loadNext, hasNext, isLoadingNext } = usePaginationFragment<
    jobsPageNextQuery,
    jobsPage_list$key
  >(LIST, usePreloadedQuery<jobsPageQuery>(QUERY, queryRef));
  const counter = useCallback<Counter>(
    (environment, { next, error }) => {
      const { filter, targets } = variablesOf(view);
      return fetchQuery<jobsPageCountQuery>(environment, COUNT, { filter, targets }).subscribe({
        next: ({ classificationJobs }) => {
          next(classificationJobs?.totalCount);
        },
        error,
      });
    },
    [view],
  );
  return (
    <ResourceList
      type="ClassificationJob"
      noun={NOUN}
      definition={JOBS_VIEW}
      cells={JOB_CELLS}
      nameOf={nameOf}
      actions={JOB_BULK}
      list={data.classificationJobs}
      {...{ loadNext, hasNext, isLoadingNext, reload, isReloading, view, change, counter }}
    />
  );
}

function variablesOf({ texts, choices, targets, order }: ViewOf<typeof JOBS_VIEW>) {
  return {
    filter: {
      name: containsText(texts.name),
      statuses: anyOf(choices.status),
      jobTypes: anyOf(choices.type),
    },
    targets: anyOf(targets),
    orderBy: order,
  };
}
