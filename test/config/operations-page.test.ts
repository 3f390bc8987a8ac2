// docs/operations.md: its tables of variables are those of src/config.ts. UPDATE_DOCS=true writes them anew.
import { z } from 'zod';
import { VARIABLE_GROUPS } from '../../src/config/config';
import { variable } from '../../src/config/variables';
import { committed } from '../support/generated';
import { readDocument } from '../support/markdown';
import { variableTables } from './variable-tables';

const PAGE = 'docs/operations.md';
const BEGIN = '<!-- Made of src/config.ts by npm run docs: -->\n';
const END = '\n<!-- The end of what is made. -->';

/** The page with other tables between its marks. */
function withTables(page: string, tables: string): string {
  const [before = '', rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`${PAGE} has lost its marks.`);
  return `${before}${BEGIN}\n${tables}${END}${after}`;
}

test('the tables are up to date (npm run docs)', () => {
  const page = withTables(readDocument(PAGE), variableTables(VARIABLE_GROUPS));
  expect(committed(PAGE, page)).toBe(page);
});

test('a row has the default of the form, what holds without it, or nothing; secrets are marked', () => {
  const forms = {
    PORT: variable(z.string().default('80').transform(Number), { meaning: 'a port' }),
    LIMIT: variable(z.string().optional(), { meaning: 'a | b', unset: 'none' }),
    KEY: variable(z.string().optional(), { meaning: 'a key', secret: true }),
    NAME: variable(z.string(), { meaning: 'a name' }),
  };
  expect(variableTables({ Forms: forms })).toBe(
    [
      '### Forms',
      '',
      '| variable | default     | meaning        |',
      '| -------- | ----------- | -------------- |',
      '| `PORT`   | `80`        | a port         |',
      '| `LIMIT`  | none        | a \\| b         |',
      '| `KEY`    |             | a key (secret) |',
      '| `NAME`   | must be set | a name         |',
      '',
    ].join('\n'),
  );
});

test('a variable of which nothing is known is refused', () => {
  expect(() => variableTables({ Forms: { STRAY: z.string() } })).toThrow(
    'STRAY is not declared by variable()',
  );
});
