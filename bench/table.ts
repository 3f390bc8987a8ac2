/** Markdown tables with aligned columns. */

/** The first `textColumns` columns are text and left-aligned, the others are numbers and right-aligned. */
export function table(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  textColumns: number,
): string {
  const widths = heads.map((head, column) =>
    Math.max(3, head.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const aligned = (cells: readonly string[]) =>
    line(
      widths.map((width, column) => {
        const cell = cells[column] ?? '';
        return column < textColumns ? cell.padEnd(width) : cell.padStart(width);
      }),
    );
  const rule = line(
    widths.map((width, column) => (column < textColumns ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)),
  );
  return [aligned(heads), rule, ...rows.map(aligned)].join('\n');
}
