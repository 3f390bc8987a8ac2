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

function Loaded({ queryRef, reload, isReloading }: LoadedQuery<accountMembershipsQuery>): ReactNode {
  const query = usePreloadedQuery<accountMembershipsQuery>(QUERY, queryRef);
  const { data, hasNext, isLoadingNext, loadNext } = usePaginationFragment<
    accountMembershipsNextQuery,
    accountMemberships_list$key
  >(
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
  const list = data.account?.memberships;
  if (list == null) throw new Error('The gateway returned no list, and no error.');
  return (
    <RelationRows
      noun="Macie members"
      list={list}
      keyOf={({ id }) => id}
      renderRow={(member) => <MemberRow member={member} />}
      hasNext={hasNext}
      isLoadingNext={isLoadingNext}
      loadNext={loadNext}
      reload={reload}
      isReloading={isReloading}
      emptyTitle="No Macie administrator has a record of the account"
    />
  );
}
