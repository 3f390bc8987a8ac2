/** The records of an AWS account that Macie administrators have. One AWS call for each target. */
import type { ReactNode } from 'react';
import { graphql, usePaginationFragment, usePreloadedQuery } from 'react-relay';
import { SectionInView, SectionSkeleton } from '../details/section';
import { QueryScreen, type LoadedQuery } from '../requests/query-screen';
import type { accountMembershipsNextQuery } from './__generated__/accountMembershipsNextQuery.graphql';
import type { accountMembershipsQuery } from './__generated__/accountMembershipsQuery.graphql';
import type { accountMemberships_list$key } from './__generated__/accountMemberships_list.graphql';
import { RelationRows } from './relation-rows';
import { MemberRow } from './rows';

const QUERY = graphql`
  query accountMembershipsQuery($accountId: AwsAccountId!, $first: Int = 50, $after: String) {
    ...accountMemberships_list
  }
`;

export function AccountMemberships({ accountId }: { readonly accountId: string }): ReactNode {
  return (
    <SectionInView title="Macie memberships">
      <QueryScreen<accountMembershipsQuery>
        query={QUERY}
        variables={{ accountId }}
        subject="the memberships"
        requiredField="memberships"
        failureLevel={3}
        fallback={<SectionSkeleton subject="the memberships" />}
      >
        {(loaded) => <Loaded {...loaded} />}
      </QueryScreen>
    </SectionInView>
  );
}

function Loaded({ queryRef, ...loaded }: LoadedQuery<accountMembershipsQuery>): ReactNode {
  const query = usePreloadedQuery<accountMembershipsQuery>(QUERY, queryRef);
  const { data, ...pages } = usePaginationFragment<accountMembershipsNextQuery, accountMemberships_list$key>(
    graphql`
      fragment accountMemberships_list on Query @refetchable(queryName: "accountMembershipsNextQuery") {
        account(accountId: $accountId) {
          memberships(first: $first, after: $after) @connection(key: "accountMemberships_memberships") {
            edges {
              node {
                id
                ...rows_member
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
      noun="Macie members"
      loaded={loaded}
      pages={pages}
      list={data.account?.memberships}
      keyOf={({ id }) => id}
      renderRow={(member) => <MemberRow member={member} />}
      emptyTitle="No Macie administrator has a record of the account"
    />
  );
}
