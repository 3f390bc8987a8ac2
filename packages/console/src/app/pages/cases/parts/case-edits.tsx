/** The edits of a case: who changed what when, in the order of AWS. */
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { graphql, usePaginationFragment, usePreloadedQuery } from 'react-relay';
import { Missing, Time } from '../../../components/time';
import { Part } from '../../../details/part';
import { ListContent } from '../../../lists/list-content';
import type { LoadedQuery } from '../../../requests/query-screen';
import type { caseEdits_list$key } from './__generated__/caseEdits_list.graphql';
import type { caseEditsNextQuery } from './__generated__/caseEditsNextQuery.graphql';
import type { caseEditsQuery } from './__generated__/caseEditsQuery.graphql';
import classes from './case-parts.module.css';
import { missingCase } from './missing-case';

const PAGE_SIZE = 10;

const QUERY = graphql`
  query caseEditsQuery($id: ID!) {
    node(id: $id) {
      ...caseEdits_list @alias(as: "list")
    }
  }
`;

const LIST = graphql`
  fragment caseEdits_list on SecurityCase
  @refetchable(queryName: "caseEditsNextQuery")
  @argumentDefinitions(first: { type: "Int", defaultValue: 10 }, after: { type: "String" }) {
    id
    edits(first: $first, after: $after) @connection(key: "caseEdits_edits") {
      edges {
        node {
          id
          action
          message
          principal
          createdAt
        }
      }
      completeness {
        ...listContent_completeness
      }
    }
  }
`;

/** @param id the global id of the case */
export function CaseEdits({ id }: { readonly id: string }): ReactNode {
  return (
    <Part<caseEditsQuery>
      title="Edits"
      noun="edits"
      query={QUERY}
      variables={{ id }}
      requiredField="edits"
      followsChanges={false}
    >
      {(loaded) => <Edits {...loaded} />}
    </Part>
  );
}

function Edits({ queryRef, reload, isReloading }: LoadedQuery<caseEditsQuery>): ReactNode {
  const { node } = usePreloadedQuery<caseEditsQuery>(QUERY, queryRef);
  const { data, loadNext, hasNext, isLoadingNext } = usePaginationFragment<
    caseEditsNextQuery,
    caseEdits_list$key
  >(LIST, node?.list);
  if (data?.edits == null) throw missingCase();
  const { edges, completeness } = data.edits;
  return (
    <ListContent
      isPart
      noun={edges.length === 1 ? 'edit' : 'edits'}
      count={edges.length}
      emptyTitle="There are no edits"
      completeness={completeness}
      loadNext={(onComplete) => loadNext(PAGE_SIZE, { onComplete })}
      isFiltered={false}
      clearFilters={reload}
      {...{ hasNext, isLoadingNext, reload, isReloading }}
    >
      <ol className={classes.edits} aria-label="Edits">
        {edges.map(({ node: { id, action, message, principal, createdAt } }) => (
          <li key={id}>
            <Text size="sm" fw={600} className={classes.text}>
              {action ?? <Missing />}
            </Text>
            {message != null && (
              <Text size="sm" className={classes.text}>
                {message}
              </Text>
            )}
            <Text size="sm" c="var(--console-quiet)" className={classes.text}>
              {principal ?? <Missing />}, <Time value={createdAt} />
            </Text>
          </li>
        ))}
      </ol>
    </ListContent>
  );
}
