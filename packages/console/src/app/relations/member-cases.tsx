/** The security cases that list the account of a Macie member. */
import type { ReactNode } from 'react';
import { graphql, usePaginationFragment, usePreloadedQuery } from 'react-relay';
import type { LoadedQuery } from '../requests/query-screen';
import type { memberCasesQuery } from './__generated__/memberCasesQuery.graphql';
import type { memberCasesNextQuery } from './__generated__/memberCasesNextQuery.graphql';
import type { memberCases_member$key } from './__generated__/memberCases_member.graphql';
import { RelationRows } from './relation-rows';
import { RelationSection } from './relation-section';
import { CaseRow } from './rows';

const QUERY = graphql`
  query memberCasesQuery($id: ID!) {
    node(id: $id) {
      ...memberCases_member @alias(as: "member")
    }
  }
`;

/** @param id the global id of the resource */
export function MemberCases({ id }: { readonly id: string }): ReactNode {
  return (
    <RelationSection<memberCasesQuery>
      title="Security cases"
      cost="Reads every case of the target to find those that list the account: one AWS call for each case."
      query={QUERY}
      variables={{ id }}
      field="securityCases"
      subject="the security cases"
    >
      {(loaded) => <Loaded {...loaded} />}
    </RelationSection>
  );
}

function Loaded({ queryRef, ...loaded }: LoadedQuery<memberCasesQuery>): ReactNode {
  const { node } = usePreloadedQuery<memberCasesQuery>(QUERY, queryRef);
  const { data, ...pages } = usePaginationFragment<memberCasesNextQuery, memberCases_member$key>(
    graphql`
      fragment memberCases_member on MacieMember
      @refetchable(queryName: "memberCasesNextQuery")
      @argumentDefinitions(first: { type: "Int", defaultValue: 50 }, after: { type: "String" }) {
        securityCases(first: $first, after: $after) @connection(key: "memberCases_securityCases") {
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
    `,
    node?.member,
  );
  return (
    <RelationRows
      noun="security cases"
      loaded={loaded}
      pages={pages}
      isGone={data == null}
      list={data?.securityCases}
      keyOf={({ id }) => id}
      renderRow={(securityCase) => <CaseRow securityCase={securityCase} />}
      emptyTitle="No security case lists the account"
    />
  );
}
