/** The classification jobs that name an AWS account. */
import type { ReactNode } from 'react';
import { graphql, usePaginationFragment, usePreloadedQuery } from 'react-relay';
import type { LoadedQuery } from '../requests/query-screen';
import type { accountJobsNextQuery } from './__generated__/accountJobsNextQuery.graphql';
import type { accountJobsQuery } from './__generated__/accountJobsQuery.graphql';
import type { accountJobs_list$key } from './__generated__/accountJobs_list.graphql';
import { RelationRows } from './relation-rows';
import { RelationSection } from './relation-section';
import { JobRow } from './rows';

const QUERY = graphql`
  query accountJobsQuery($accountId: AwsAccountId!, $first: Int = 50, $after: String) {
    ...accountJobs_list
  }
`;

export function AccountJobs({ accountId }: { readonly accountId: string }): ReactNode {
  return (
    <RelationSection<accountJobsQuery>
      title="Classification jobs"
      cost="Reads all jobs of every target to find those that name the account."
      query={QUERY}
      variables={{ accountId }}
      field="classificationJobs"
      subject="the classification jobs"
    >
      {(loaded) => <Loaded {...loaded} />}
    </RelationSection>
  );
}

function Loaded({ queryRef, ...loaded }: LoadedQuery<accountJobsQuery>): ReactNode {
  const query = usePreloadedQuery<accountJobsQuery>(QUERY, queryRef);
  const { data, ...pages } = usePaginationFragment<accountJobsNextQuery, accountJobs_list$key>(
    graphql`
      fragment accountJobs_list on Query @refetchable(queryName: "accountJobsNextQuery") {
        account(accountId: $accountId) {
          classificationJobs(first: $first, after: $after)
            @connection(key: "accountJobs_classificationJobs") {
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
      }
    `,
    query,
  );
  return (
    <RelationRows
      noun="classification jobs"
      loaded={loaded}
      pages={pages}
      list={data.account?.classificationJobs}
      keyOf={({ id }) => id}
      renderRow={(job) => <JobRow job={job} />}
      emptyTitle="No classification job names the account"
    />
  );
}
