/** The impacted accounts of a security case, with their Macie members. */
import type { ReactNode } from 'react';
import { graphql, usePaginationFragment, usePreloadedQuery } from 'react-relay';
import type { LoadedQuery } from '../requests/query-screen';
import type { caseMembersQuery } from './__generated__/caseMembersQuery.graphql';
import type { caseMembersNextQuery } from './__generated__/caseMembersNextQuery.graphql';
import type { caseMembers_securityCase$key } from './__generated__/caseMembers_securityCase.graphql';
import { RelationRows } from './relation-rows';
import { RelationSection } from './relation-section';
import { AccountRow } from './rows';

const QUERY = graphql`
  query caseMembersQuery($id: ID!) {
    node(id: $id) {
      ...caseMembers_securityCase @alias(as: "securityCase")
    }
  }
`;

/** @param id the global id of the resource */
export function CaseMembers({ id }: { readonly id: string }): ReactNode {
  return (
    <RelationSection<caseMembersQuery>
      title="Impacted members"
      cost="Reads from Macie each impacted account of the case."
      query={QUERY}
      variables={{ id }}
      field="impactedMembers"
      subject="the impacted members"
    >
      {(loaded) => <Loaded {...loaded} />}
    </RelationSection>
  );
}

function Loaded({ queryRef, ...loaded }: LoadedQuery<caseMembersQuery>): ReactNode {
  const { node } = usePreloadedQuery<caseMembersQuery>(QUERY, queryRef);
  const { data, ...pages } = usePaginationFragment<caseMembersNextQuery, caseMembers_securityCase$key>(
    graphql`
      fragment caseMembers_securityCase on SecurityCase
      @refetchable(queryName: "caseMembersNextQuery")
      @argumentDefinitions(first: { type: "Int", defaultValue: 50 }, after: { type: "String" }) {
        impactedMembers(first: $first, after: $after) @connection(key: "caseMembers_impactedMembers") {
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
    node?.securityCase,
  );
  return (
    <RelationRows
      noun="accounts"
      loaded={loaded}
      pages={pages}
      isGone={data == null}
      list={data?.impactedMembers}
      absence="AWS states no impacted accounts."
      keyOf={({ accountId }) => accountId}
      renderRow={(account) => <AccountRow account={account} />}
      emptyTitle="The case lists no impacted accounts"
    />
  );
}
