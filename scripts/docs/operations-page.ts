// docs/operations.md: the tables of variables between its marks.
import { VARIABLE_GROUPS } from '../../src/config/config';
import type { GeneratedFile } from './generated-file';
import { variableTables } from './variable-tables';

const PATH = 'docs/operations.md';
const BEGIN = '<!-- Generated from src/config/config.ts by npm run docs: -->\n';
const END = '\n<!-- End of the generated tables. -->';

export const OPERATIONS_PAGE: GeneratedFile = {
  path: PATH,
  render: (committed) => replaceTables(committed, variableTables(VARIABLE_GROUPS)),
};

function replaceTables(page: string, tables: string): string {
  const [before = '', rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`${PATH} lacks the marks around its tables of variables.`);
  return `${before}${BEGIN}\n${tables}${END}${after}`;
}
