// The tables of docs/operations.md: every environment variable with its default and meaning, in groups.
import type { z } from 'zod';
import { VARIABLES } from '../../src/config/variables';

export type VariableGroups = Readonly<Record<string, Readonly<Record<string, z.ZodType>>>>;

type Row = readonly [variable: string, fallback: string, meaning: string];

const HEADINGS: Row = ['variable', 'default', 'meaning'];

export function variableTables(groups: VariableGroups): string {
  return Object.entries(groups)
    .map(([title, variables]) => {
      const rows = Object.entries(variables).map(([name, schema]) => rowOf(name, schema));
      return `### ${title}\n\n${table(rows)}\n`;
    })
    .join('\n');
}

function rowOf(name: string, schema: z.ZodType): Row {
  const facts = VARIABLES.get(schema);
  if (facts === undefined) throw new Error(`${name} is not declared by variable().`);
  const meaning = facts.secret === true ? `${facts.meaning} (secret)` : facts.meaning;
  return [`\`${name}\``, facts.unset ?? fallbackOf(schema), meaning];
}

/** What holds when the variable is not set. */
function fallbackOf(schema: z.ZodType): string {
  const { data, success } = schema.safeParse(undefined);
  if (!success) return 'must be set';
  if (data === undefined) return '';
  return `\`${typeof data === 'string' ? data : JSON.stringify(data)}\``;
}

/** As Prettier would write it. */
function table(rows: readonly Row[]): string {
  const cells = [HEADINGS, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = HEADINGS.map((_heading, column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[], fill = ' ') =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |`;
  const [head = [], ...body] = cells;
  return [line(head), line(['', '', ''], '-'), ...body.map((row) => line(row))].join('\n');
}
