/**
 * A table of resources. It renders the rows in view only, so a list of thousands scrolls like a short one. On narrow screens
 * each row is a card; the roles keep the table for screen readers.
 */
import { columnVisibilityFeature, tableFeatures, useTable, type ColumnDef } from '@tanstack/react-table';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { ColumnSettings, Order } from '../routing/list-view';
import { SelectBox } from './select-box';
import { SortButton } from './sort-button';
import { useFixedColumns } from './use-fixed-columns';
import type { Selection } from './use-selection';
import classes from './resource-table.module.css';

const FEATURES = tableFeatures({ columnVisibilityFeature });

/** Pixels. Rows are measured once they are in view. */
const ESTIMATED_ROW_HEIGHT = 49;
const OVERSCAN = 12;

interface Identified {
  readonly id: string;
}

/** The cells of a list by column. */
export type Cells<Row, Column extends string = string> = Readonly<Record<Column, (row: Row) => ReactNode>>;

interface Props<Row extends Identified> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: Readonly<Record<string, ColumnSettings>>;
  readonly cells: Cells<Row>;
  /** The ids of the columns to show. */
  readonly visible: readonly string[];
  readonly order: Order | undefined;
  readonly onOrder: (order: Order | undefined) => void;
  /** False while the list has further pages, so the number of its rows is unknown. */
  readonly isWhole: boolean;
  readonly selection: Selection;
  /** The name of a row, for screen readers. */
  readonly nameOf: (row: Row) => string;
}

export function ResourceTable<Row extends Identified>(props: Props<Row>): ReactNode {
  const { label, rows, columns, cells, visible, order, onOrder, isWhole, selection, nameOf } = props;
  const frame = useRef<HTMLTableElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  useLayoutEffect(() => {
    setScrollMargin(body.current === null ? 0 : body.current.getBoundingClientRect().top + window.scrollY);
  }, []);

  const definitions = useMemo(
    () =>
      Object.entries(columns).map(([id, settings]): ColumnDef<typeof FEATURES, Row> => ({
        id,
        header: settings.label,
        cell: ({ row }) => cells[id]?.(row.original),
      })),
    [columns, cells],
  );
  const columnVisibility = useMemo(
    () => Object.fromEntries(Object.keys(columns).map((id) => [id, visible.includes(id)])),
    [columns, visible],
  );
  const table = useTable({
    features: FEATURES,
    columns: definitions,
    data: rows,
    getRowId: ({ id }) => id,
    state: { columnVisibility },
  });
  const tableRows = table.getRowModel().rows;
  const virtualizer = useWindowVirtualizer({
    count: tableRows.length,
    estimateSize: () => ESTIMATED_ROW_HEIGHT,
    overscan: OVERSCAN,
    scrollMargin,
    getItemKey: (index) => tableRows[index]?.id ?? index,
  });
  const items = virtualizer.getVirtualItems();
  useFixedColumns(frame, visible, items.length > 0);
  const selectedRows = useMemo(
    () => rows.filter(({ id }) => selection.ids.has(id)).length,
    [rows, selection.ids],
  );
  const before = (items[0]?.start ?? scrollMargin) - scrollMargin;
  const after = virtualizer.getTotalSize() - ((items.at(-1)?.end ?? scrollMargin) - scrollMargin);

  return (
    <div className={classes.frame}>
      <table
        ref={frame}
        className={classes.table}
        role="table"
        aria-label={label}
        aria-rowcount={isWhole ? rows.length + 1 : -1}
      >
        <thead role="rowgroup">
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} role="row" aria-rowindex={1}>
              <th role="columnheader" scope="col" className={classes.select}>
                <SelectBox
                  label={`Select all ${rows.length} loaded ${label}`}
                  isChecked={selectedRows === rows.length}
                  isPartial={selectedRows > 0 && selectedRows < rows.length}
                  onChange={selection.toggleAll}
                />
              </th>
              {group.headers.map(({ id }) => {
                const field = columns[id]?.order;
                const direction = field !== undefined && order?.field === field ? order.direction : undefined;
                return (
                  <th
                    key={id}
                    role="columnheader"
                    scope="col"
                    data-column={id}
                    aria-sort={direction && ARIA_SORT[direction]}
                  >
                    {field === undefined ? (
                      columns[id]?.label
                    ) : (
                      <SortButton
                        label={columns[id]?.label ?? id}
                        direction={direction}
                        onChange={(next) => {
                          onOrder(next && { field, direction: next });
                        }}
                      />
                    )}
                  </th>
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody role="rowgroup" ref={body}>
          <Spacer height={before} />
          {items.map(({ index, key }) => {
            const row = tableRows[index];
            return (
              row && (
                <tr
                  key={key}
                  ref={virtualizer.measureElement}
                  data-index={index}
                  role="row"
                  aria-rowindex={index + 2}
                  data-selected={selection.ids.has(row.id) || undefined}
                >
                  <td role="cell" className={classes.select}>
                    <SelectBox
                      label={`Select ${nameOf(row.original)}`}
                      isChecked={selection.ids.has(row.id)}
                      onChange={(isSelected, isRange) => {
                        selection.toggle(row.id, isSelected, isRange);
                      }}
                    />
                  </td>
                  {row.getVisibleCells().map((cell) => (
                    <td key={cell.id} role="cell" data-label={columns[cell.column.id]?.label}>
                      <table.FlexRender cell={cell} />
                    </td>
                  ))}
                </tr>
              )
            );
          })}
          <Spacer height={after} />
        </tbody>
      </table>
    </div>
  );
}

const ARIA_SORT = { ASC: 'ascending', DESC: 'descending' } as const;

/** The height of the rows that are not rendered. */
function Spacer({ height }: { readonly height: number }): ReactNode {
  return height > 0 && <tr aria-hidden="true" className={classes.spacer} style={{ height }} />;
}
