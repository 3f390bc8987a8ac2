/** The comments on a case, in the order of AWS, below the form of a new one. */
import type { ReactNode } from 'react';
import { graphql, usePaginationFragment, usePreloadedQuery } from 'react-relay';
import { Part } from '../../../details/part';
import { ListContent } from '../../../lists/list-content';
import type { LoadedQuery } from '../../../requests/query-screen';
import type { caseComments_list$key } from './__generated__/caseComments_list.graphql';
import type { caseCommentsNextQuery } from './__generated__/caseCommentsNextQuery.graphql';
import type { caseCommentsQuery } from './__generated__/caseCommentsQuery.graphql';
import classes from './case-parts.module.css';
import { CommentItem } from './comment-item';
import { missingCase } from './missing-case';
import { NewComment } from './new-comment';

const PAGE_SIZE = 20;

const QUERY = graphql`
  query caseCommentsQuery($id: ID!) {
    node(id: $id) {
      ...caseComments_list @alias(as: "list")
    }
  }
`;

const LIST = graphql`
  fragment caseComments_list on SecurityCase
  @refetchable(queryName: "caseCommentsNextQuery")
  @argumentDefinitions(first: { type: "Int", defaultValue: 20 }, after: { type: "String" }) {
    id
    comments(first: $first, after: $after) @connection(key: "caseComments_comments") {
      edges {
        node {
          id
          ...commentItem_comment
        }
      }
      completeness {
        ...listContent_completeness
      }
    }
  }
`;

interface Props {
  /** The global id of the case. */
  readonly id: string;
  readonly isClosed: boolean;
}

export function CaseComments({ id, isClosed }: Props): ReactNode {
  return (
    <Part<caseCommentsQuery>
      title="Comments"
      noun="comments"
      query={QUERY}
      variables={{ id }}
      requiredField="comments"
    >
      {(loaded) => <Comments {...loaded} id={id} isClosed={isClosed} />}
    </Part>
  );
}

function Comments(props: LoadedQuery<caseCommentsQuery> & Props): ReactNode {
  const { queryRef, reload, isReloading, id, isClosed } = props;
  const { node } = usePreloadedQuery<caseCommentsQuery>(QUERY, queryRef);
  const { data, loadNext, hasNext, isLoadingNext } = usePaginationFragment<
    caseCommentsNextQuery,
    caseComments_list$key
  >(LIST, node?.list);
  if (data?.comments == null) throw missingCase();
  const { edges, completeness } = data.comments;
  return (
    <div className={classes.part}>
      <NewComment id={id} isClosed={isClosed} reload={reload} />
      <ListContent
        isPart
        noun={edges.length === 1 ? 'comment' : 'comments'}
        count={edges.length}
        emptyTitle="There are no comments yet"
        completeness={completeness}
        loadNext={(onComplete) => loadNext(PAGE_SIZE, { onComplete })}
        isFiltered={false}
        clearFilters={reload}
        {...{ hasNext, isLoadingNext, reload, isReloading }}
      >
        <ol className={classes.items} aria-label="Comments">
          {edges.map(({ node: comment }) => (
            <CommentItem key={comment.id} comment={comment} caseId={id} isClosed={isClosed} reload={reload} />
          ))}
        </ol>
      </ListContent>
    </div>
  );
}
