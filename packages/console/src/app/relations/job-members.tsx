/** The accounts whose buckets a classification job scans, with their Macie members. */
import type { ReactNode } from 'react';
import { graphql, usePaginationFragment, usePreloadedQuery } from 'react-relay';
import type { LoadedQuery } from '../requests/query-screen';
import type { jobMembersQuery } from './__generated__/jobMembersQuery.graphql';
import type { jobMembersNextQuery } from './__generated__/jobMembersNextQuery.graphql';
import type { jobMembers_job$key } from './__generated__/jobMembers_job.graphql';
import { RelationRows } from './relation-rows';
import { RelationSection } from './relation-section';
import { AccountRow } from './rows';

const QUERY = graphql`
  query jobMembersQuery($id: ID!) {
    node(id: $id) {
      ...jobMembers_job @alias(as: "job")
    }
  }
`;

/** @param id the global id of the resource */
export function JobMembers({ id }: { readonly id: string }): ReactNode {
  return (
    <RelationSection<jobMembersQuery>
      title="Members"
      cost="Reads from Macie each account whose buckets the job scans."
      query={QUERY}
      variables={{ id }}
      field="members"
      subject="the members"
    >
      {(loaded) => <Loaded {...loaded} />}
    </RelationSection>
  );
}

function Loaded({ queryRef, ...loaded }: LoadedQuery<jobMembersQuery>): ReactNode {
  const { node } = usePreloadedQuery<jobMembersQuery>(QUERY, queryRef);
  const { data, ...pages } = usePaginationFragment<jobMembersNextQuery, jobMembers_job$key>(
    graphql`
      fragment jobMembers_job on ClassificationJob
      @refetchable(queryName: "jobMembersNextQuery")
      @argumentDefinitions(first: { type: "Int", defaultValue: 50 }, after: { type: "String" }) {
        members(first: $first, after: $after) @connection(key: "jobMembers_members") {
          edges {
            node {
              accountId
              ...rows_account
            }
          }
          completeness {
            ...listContent_completeness
          }
        }
      }
    `,
    node?.job,
  );
  return (
    <RelationRows
      noun="accounts"
      loaded={loaded}
      pages={pages}
      isGone={data == null}
      list={data?.members}
      absence="The criteria of the job name no accounts, so it may scan buckets of every member."
      keyOf={({ accountId }) => accountId}
      renderRow={(account) => <AccountRow account={account} />}
      emptyTitle="The job names no accounts"
    />
  );
}
