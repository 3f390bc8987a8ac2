// Expectations written as a table: a row per status, a column per request, blanks between cells.

export interface Cell {
  readonly row: string;
  readonly column: string;
  readonly value: string;
}

/** The first line names the columns, and the first word of every other line names the row. Throws for a row with too few or too many cells. */
export function readMatrix(text: string): Cell[] {
  const [columns = [], ...lines] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  return lines.flatMap(([row = '', ...values]) => {
    if (values.length !== columns.length) throw new Error(`The row ${row} has ${values.length} cells.`);
    return values.map((value, index) => ({ row, column: columns[index] ?? '', value }));
  });
}
