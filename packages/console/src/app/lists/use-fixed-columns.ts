/**
 * Fixed widths of columns. The browser lays the first rows out, and the widths stay. Otherwise they would depend on the rows in
 * view, and with them the heights of rows, and with those which rows are in view: a table could move without an end.
 */
import { useLayoutEffect, type RefObject } from 'react';

/** Below this width rows are cards, as in the styles of the table. */
const CARDS = '(max-width: 48em)';

/**
 * @param columns the visible columns; other ones are laid out anew
 * @param hasRows false until the first rows are rendered
 */
export function useFixedColumns(
  table: RefObject<HTMLTableElement | null>,
  columns: readonly string[],
  hasRows: boolean,
): void {
  const key = columns.join();
  useLayoutEffect(() => {
    if (!hasRows) return undefined;
    const fix = () => {
      if (table.current !== null) fixColumns(table.current);
    };
    fix();
    window.addEventListener('resize', fix);
    return () => {
      window.removeEventListener('resize', fix);
    };
  }, [table, key, hasRows]);
}

function fixColumns(table: HTMLTableElement): void {
  const cells = [...(table.tHead?.rows[0]?.cells ?? [])];
  table.style.tableLayout = 'auto';
  for (const cell of cells) cell.style.width = '';
  if (matchMedia(CARDS).matches) return;
  const widths = cells.map((cell) => cell.getBoundingClientRect().width);
  for (const [index, cell] of cells.entries()) cell.style.width = `${widths[index] ?? 0}px`;
  table.style.tableLayout = 'fixed';
}
