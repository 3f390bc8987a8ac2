// Reads examples and tables from the documents.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

export interface Example {
  readonly query: string;
  /** The JSON block directly after the query, if there is one. */
  readonly variables: unknown;
}

export function readDocument(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** The GraphQL blocks, each with the JSON block directly after it. */
export function examplesOf(document: string): Example[] {
  const blocks = document.matchAll(/```graphql\n(.*?)```(?:\s*```json\n(.*?)```)?/gs);
  return Array.from(blocks, ([, query = '', variables]) => ({
    query,
    variables: variables === undefined ? undefined : (JSON.parse(variables) as unknown),
  }));
}

/** The first block of a language, such as yaml. Throws when the document has none. */
export function codeBlock(path: string, language: string): string {
  const [, block] = new RegExp(`\\n\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(readDocument(path)) ?? [];
  if (block === undefined) throw new Error(`${path} has no block of ${language}.`);
  return block;
}

/** The rows of all tables whose first column has this heading, without backticks. */
export function tableRows(document: string, heading: string): string[][] {
  const lines = document.split('\n');
  const cellsOf = (line: string) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', ''));
  return lines.flatMap((line, index) => {
    if (!line.startsWith('|') || cellsOf(line)[0] !== heading) return [];
    const rest = lines.slice(index + 2);
    const end = rest.findIndex((row) => !row.startsWith('|'));
    return rest.slice(0, end === -1 ? rest.length : end).map(cellsOf);
  });
}
