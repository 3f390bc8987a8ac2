/** The investigations that AWS performed for a case, in the order of AWS. */
import type { ReactNode } from 'react';
import { graphql, usePaginationFragment, usePreloadedQuery } from 'react-relay';
import { Part } from '../../../details/part';
import { ListContent } from '../../../lists/list-content';
import type { LoadedQuery } from '../../../requests/query-screen';
import type { caseInvestigations_list$key } from './__generated__/caseInvestigations_list.graphql';
import type { caseInvestigationsNextQuery } from './__generated__/caseInvestigationsNextQuery.graphql';
import type { caseInvestigationsQuery } from './__generated__/caseInvestigationsQuery.graphql';
import classes from './case-parts.module.css';
import { InvestigationItem } from './investigation-item';
import { missingCase } from './missing-case';

const PAGE_SIZE = 10;

const QUERY = graphql`
  query caseInvestigationsQuery($id: ID!) {
    node(id: $id) {
      ...caseInvestigations_list @alias(as: "list")
    }
  }
`;

const LIST = graphql`
  fragment caseInvestigations_list on SecurityCase
  @refetchable(queryName: "caseInvestigationsNextQuery")
  @argumentDefinitions(first: { type: "Int", defaultValue: 10 }, after: { type: "String" }) {
    id
    investigations(first: $first, after: $after) @connection(key: "caseInvestigations_investigations") {
      edges {
        node {
          id
          ...investigationItem_investigation
        }
      }
      completeness {
        ...listContent_completeness
      }
    }
  }
`;

/** @param id the global id of the case */
export function CaseInvestigations({ id }: { readonly id: string }): ReactNode {
  return (
    <Part<caseInvestigationsQuery>
      title="Investigations"
      noun="investigations"
      query={QUERY}
      variables={{ id }}
      requiredField="investigations"
      followsChanges={false}
    >
      {(loaded) => <Investigations {...loaded} />}
    </Part>
  );
}

function Investigations(props: LoadedQuery<caseInvestigationsQuery>): ReactNode {
  const { queryRef, reload, isReloading } = props;
  const { node } = usePreloadedQuery<caseInvestigationsQuery>(QUERY, queryRef);
  const { data, loadNext, hasNext, isLoadingNext } = usePaginationFragment<
    caseInvestigationsNextQuery,
    caseInvestigations_list$key
  >(LIST, node?.list);
  if (data?.investigations == null) throw missingCase();
  const { edges, completeness } = data.investigations;
  return (
    <ListContent
      isPart
      noun={edges.length === 1 ? 'investigation' : 'investigations'}
      count={edges.length}
      emptyTitle="AWS has not investigated this case"
      completeness={completeness}
      loadNext={(onComplete) => loadNext(PAGE_SIZE, { onComplete })}
      isFiltered={false}
      clearFilters={reload}
      {...{ hasNext, isLoadingNext, reload, isReloading }}
    >
      <ol className={classes.items} aria-label="Investigations">
        {edges.map(({ node: investigation }) => (
          <InvestigationItem
            key={investigation.id}
            investigation={investigation}
            caseId={data.id}
            reload={reload}
          />
        ))}
      </ol>
    </ListContent>
  );
}
