/** A list of resources below its filters: the line with counts, the table and the pages. */
import type { ReactNode } from 'react';
import type { ViewDefinition, ListView } from '../routing/list-view';
import { isFiltered } from '../routing/list-view';
import { NO_FILTER } from './filter-bar';
import { ListContent, type ListContentProps } from './list-content';
import { PAGE_SIZE } from './page-size';
import { ResourceTable, type Cells } from './resource-table';
import { TotalCount, type Counter } from './total-count';

interface Connection<Row> {
  readonly edges: readonly { readonly node: Row }[];
  readonly completeness: ListContentProps['completeness'];
}

interface Props<Row extends { readonly id: string }> extends Pick<
  ListContentProps,
  'noun' | 'hasNext' | 'isLoadingNext' | 'reload' | 'isReloading'
> {
  /** The connection of the page; null is an answer that the gateway does not give. */
  readonly list: Connection<Row> | null | undefined;
  readonly loadNext: (count: number, options: { onComplete: (error: Error | null) => void }) => unknown;
  readonly definition: ViewDefinition;
  readonly view: ListView;
  readonly change: (changes: Partial<ListView>) => void;
  readonly cells: Cells<Row>;
  readonly counter: Counter;
}

export function ResourceList<Row extends { readonly id: string }>(props: Props<Row>): ReactNode {
  const { list, loadNext, definition, view, change, cells, counter, ...content } = props;
  if (list == null) throw new Error('The gateway returned no list, and no error.');
  const rows = list.edges.map(({ node }) => node);
  const { choices, texts, targets } = view;
  return (
    <ListContent
      {...content}
      count={rows.length}
      completeness={list.completeness}
      loadNext={(onComplete) => loadNext(PAGE_SIZE, { onComplete })}
      isFiltered={isFiltered(view)}
      clearFilters={() => {
        change(NO_FILTER);
      }}
      summary={<TotalCount key={JSON.stringify([choices, texts, targets])} count={counter} />}
    >
      <ResourceTable
        label={props.noun}
        rows={rows}
        columns={definition.columns}
        cells={cells}
        visible={view.columns}
        order={view.order}
        onOrder={(order) => {
          change({ order });
        }}
        isWhole={!props.hasNext}
      />
    </ListContent>
  );
}
