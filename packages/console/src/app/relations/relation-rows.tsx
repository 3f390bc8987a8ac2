/** The related resources of a section: the pages read so far, what they lack, and a link to each resource. */
import type { ReactNode } from 'react';
import { ListContent, type ListContentProps } from '../lists/list-content';
import { PAGE_SIZE } from '../lists/page-size';
import classes from '../details/details.module.css';

interface Connection<Row> {
  readonly edges: readonly { readonly node: Row }[];
  readonly completeness: ListContentProps['completeness'];
}

interface Props<Row> extends Pick<
  ListContentProps,
  'noun' | 'hasNext' | 'isLoadingNext' | 'reload' | 'isReloading' | 'emptyTitle'
> {
  readonly list: Connection<Row>;
  readonly loadNext: (count: number, options: { onComplete: (error: Error | null) => void }) => unknown;
  readonly keyOf: (row: Row) => string;
  readonly renderRow: (row: Row) => ReactNode;
}

export function RelationRows<Row>(props: Props<Row>): ReactNode {
  const { list, loadNext, keyOf, renderRow, noun, ...content } = props;
  return (
    <ListContent
      {...content}
      noun={noun}
      isPart
      count={list.edges.length}
      completeness={list.completeness}
      loadNext={(onComplete) => loadNext(PAGE_SIZE, { onComplete })}
      isFiltered={false}
      clearFilters={() => undefined}
    >
      <ul className={classes.rows} aria-label={noun}>
        {list.edges.map(({ node }) => (
          <li key={keyOf(node)}>{renderRow(node)}</li>
        ))}
      </ul>
    </ListContent>
  );
}
