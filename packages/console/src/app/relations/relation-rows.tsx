/** The related resources of a section: the pages read so far, what they lack, and a link to each resource. */
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ListContent, type ListContentProps } from '../lists/list-content';
import { PAGE_SIZE } from '../lists/page-size';
import classes from '../details/details.module.css';

interface Connection<Row> {
  readonly edges: readonly { readonly node: Row }[];
  readonly completeness: ListContentProps['completeness'];
}

interface Props<Row> extends Required<Pick<ListContentProps, 'noun' | 'emptyTitle'>> {
  /** The query of the section. */
  readonly loaded: Pick<ListContentProps, 'reload' | 'isReloading'>;
  /** The pages of the list, from `usePaginationFragment`. */
  readonly pages: Pick<ListContentProps, 'hasNext' | 'isLoadingNext'> & {
    readonly loadNext: (count: number, options: { onComplete: (error: Error | null) => void }) => unknown;
  };
  /** True when AWS does not have the resource any more. */
  readonly isGone?: boolean;
  readonly list: Connection<Row> | null | undefined;
  /** The meaning of a list that is null; left out when the gateway never returns one. */
  readonly absence?: string;
  readonly keyOf: (row: Row) => string;
  readonly renderRow: (row: Row) => ReactNode;
}

export function RelationRows<Row>(props: Props<Row>): ReactNode {
  const { loaded, pages, isGone = false, list, absence, keyOf, renderRow, noun, emptyTitle } = props;
  if (isGone) return <Words text="AWS does not have the resource any more." />;
  if (list == null) {
    if (absence === undefined) throw new Error('The gateway returned no list, and no error.');
    return <Words text={absence} />;
  }
  const { hasNext, isLoadingNext, loadNext } = pages;
  const { reload, isReloading } = loaded;
  return (
    <ListContent
      {...{ noun, emptyTitle, hasNext, isLoadingNext, reload, isReloading }}
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

function Words({ text }: { readonly text: string }): ReactNode {
  return (
    <Text size="sm" c="var(--console-quiet)">
      {text}
    </Text>
  );
}
