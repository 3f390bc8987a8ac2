/** The classification jobs that name the account of a Macie member. */
import type { ReactNode } from 'react';
import { graphql, usePaginationFragment, usePreloadedQuery } from 'react-relay';
import type { LoadedQuery } from '../requests/query-screen';
import type { memberJobsQuery } from './__generated__/memberJobsQuery.graphql';
import type { memberJobsNextQuery } from './__generated__/memberJobsNextQuery.graphql';
import type { memberJobs_member$key } from './__generated__/memberJobs_member.graphql';
import { RelationRows } from './relation-rows';
import { RelationSection } from './relation-section';
import { JobRow } from './rows';

const QUERY = graphql`
  query memberJobsQuery($id: ID!) {
    node(id: $id) {
      ...memberJobs_member @alias(as: "member")
    }
  }
`;

/** @param id the global id of the resource */
export function MemberJobs({ id }: { readonly id: string }): ReactNode {
  return (
    <RelationSection<memberJobsQuery>
      title="Classification jobs"
      cost="Reads all jobs of the target to find those that name the account."
      query={QUERY}
      variables={{ id }}
      field="classificationJobs"
      subject="the classification jobs"
    >
      {(loaded) => <Loaded {...loaded} />}
    </RelationSection>
  );
}

function Loaded({ queryRef, ...loaded }: LoadedQuery<memberJobsQuery>): ReactNode {
  const { node } = usePreloadedQuery<memberJobsQuery>(QUERY, queryRef);
  const { data, ...pages } = usePaginationFragment<memberJobsNextQuery, memberJobs_member$key>(
    graphql`
      fragment memberJobs_member on MacieMember
      @refetchable(queryName: "memberJobsNextQuery")
      @argumentDefinitions(first: { type: "Int", defaultValue: 50 }, after: { type: "String" }) {
        classificationJobs(first: $first, after: $after) @connection(key: "memberJobs_classificationJobs") {
          edges {
            node {
              id
              ...rows_job
            }
          }
          completeness {
            ...listContent_completeness
          }
        }
      }
    `,
    node?.member,
  );
  return (
    <RelationRows
      noun="classification jobs"
      loaded={loaded}
      pages={pages}
      isGone={data == null}
      list={data?.classificationJobs}
      keyOf={({ id }) => id}
      renderRow={(job) => <JobRow job={job} />}
      emptyTitle="No classification job names the account"
    />
  );
}
