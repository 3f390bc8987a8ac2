/** The security cases that list an AWS account. */
import type { ReactNode } from 'react';
import { graphql, usePaginationFragment, usePreloadedQuery } from 'react-relay';
import type { LoadedQuery } from '../requests/query-screen';
import type { accountCasesNextQuery } from './__generated__/accountCasesNextQuery.graphql';
import type { accountCasesQuery } from './__generated__/accountCasesQuery.graphql';
import type { accountCases_list$key } from './__generated__/accountCases_list.graphql';
import { RelationRows } from './relation-rows';
import { RelationSection } from './relation-section';
import { CaseRow } from './rows';

const QUERY = graphql`
  query accountCasesQuery($accountId: AwsAccountId!, $first: Int = 50, $after: String) {
    ...accountCases_list
  }
`;

export function AccountCases({ accountId }: { readonly accountId: string }): ReactNode {
  return (
    <RelationSection<accountCasesQuery>
      title="Security cases"
      cost="Reads every case of every target to find those that list the account: one AWS call for each case."
      query={QUERY}
      variables={{ accountId }}
      field="securityCases"
      subject="the security cases"
    >
      {(loaded) => <Loaded {...loaded} />}
    </RelationSection>
  );
}

function Loaded({ queryRef, ...loaded }: LoadedQuery<accountCasesQuery>): ReactNode {
  const query = usePreloadedQuery<accountCasesQuery>(QUERY, queryRef);
  const { data, ...pages } = usePaginationFragment<accountCasesNextQuery, accountCases_list$key>(
    graphql`
      fragment accountCases_list on Query @refetchable(queryName: "accountCasesNextQuery") {
        account(accountId: $accountId) {
          securityCases(first: $first, after: $after) @connection(key: "accountCases_securityCases") {
            edges {
              node {
                id
                ...rows_securityCase
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
      noun="security cases"
      loaded={loaded}
      pages={pages}
      list={data.account?.securityCases}
      keyOf={({ id }) => id}
      renderRow={(securityCase) => <CaseRow securityCase={securityCase} />}
      emptyTitle="No security case lists the account"
    />
  );
}
