/** A list of resources below its filters: the line with counts, the table, the pages and the selected rows. */
import { useMemo, type ReactNode } from 'react';
import type { BulkActions } from '../bulk/bulk-mutation';
import type { BulkRow } from '../bulk/bulk-resource';
import { SelectionBar } from '../bulk/selection-bar';
import type { ViewDefinition, ListView } from '../routing/list-view';
import { isFiltered } from '../routing/list-view';
import type { ResourceType } from '../routing/paths';
import { useListNotice } from '../live/use-list-notice';
import { NO_FILTER } from './filter-bar';
import { ListContent, type ListContentProps } from './list-content';
import { PAGE_SIZE } from './page-size';
import { ResourceTable, type Cells } from './resource-table';
import { TotalCount, type Counter } from './total-count';
import { MAX_SELECTED, useSelection } from './use-selection';

interface Connection<Row> {
  readonly edges: readonly { readonly node: Row }[];
  readonly completeness: ListContentProps['completeness'];
}

interface Props<Row extends BulkRow> extends Pick<
  ListContentProps,
  'noun' | 'hasNext' | 'isLoadingNext' | 'reload' | 'isReloading'
> {
  readonly type: ResourceType;
  /** The connection of the page; null is an answer that the gateway does not give. */
  readonly list: Connection<Row> | null | undefined;
  readonly loadNext: (count: number, options: { onComplete: (error: Error | null) => void }) => unknown;
  readonly definition: ViewDefinition;
  readonly view: ListView;
  readonly change: (changes: Partial<ListView>) => void;
  readonly cells: Cells<Row>;
  readonly counter: Counter;
  /** The name of a row, for screen readers. */
  readonly nameOf: (row: Row) => string;
  readonly actions: BulkActions;
}

export function ResourceList<Row extends BulkRow>(props: Props<Row>): ReactNode {
  const { type, list, loadNext, definition, view, change, cells, counter, nameOf, actions, ...content } =
    props;
  if (list == null) throw new Error('The gateway returned no list, and no error.');
  const { edges } = list;
  const rows = useMemo(() => edges.map(({ node }) => node), [edges]);
  const rowIds = useMemo(() => rows.map(({ id }) => id), [rows]);
  const selection = useSelection(view, change, rowIds);
  const notice = useListNotice(type, rowIds, view);
  const { choices, texts, targets } = view;
  return (
    <div>
      <ListContent
        {...content}
        count={rows.length}
        notice={notice}
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
          selection={selection}
          nameOf={nameOf}
        />
      </ListContent>
      <SelectionBar
        noun={props.noun}
        actions={actions}
        rows={rows}
        selected={selection.ids}
        max={MAX_SELECTED}
        selectAll={() => {
          selection.toggleAll(true);
        }}
        clear={selection.clear}
        reload={props.reload}
      />
    </div>
  );
}
