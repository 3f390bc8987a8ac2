// The queries of the tests, the documents and the explorer, with the operations that they hold.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, print, specifiedRules, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { examplesOf } from '../../support/markdown';

const ROOT = join(__dirname, '../../..');

const filesOf = (folder: string, ending: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && entry.name.endsWith(ending) && !entry.parentPath.includes('node_modules'),
    )
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

/** Texts in backticks or quotes that begin like a document: queries in the code of tests. */
function textsIn(code: string): string[] {
  const literals = code.matchAll(/`(?:[^`\\$]|\\.)*`|'(?:[^'\\\n]|\\.)*'/gs);
  return Array.from(literals, ([literal]) => literal.slice(1, -1).trim()).filter((text) =>
    /^(?:\{|query\b|fragment\b)/.test(text),
  );
}

/** All valid documents, each once. Documents of several files that share fragments are one document. */
export function collectQueries(schema: GraphQLSchema): DocumentNode[] {
  const operations = filesOf('test/operations', '.graphql').join('\n');
  const texts = [
    operations,
    ...filesOf('packages/console/examples', '.graphql'),
    ...['docs', 'bench']
      .flatMap((folder) => filesOf(folder, '.md').flatMap(examplesOf))
      .map(({ query }) => query),
    ...examplesOf(readFileSync(join(ROOT, 'README.md'), 'utf8')).map(({ query }) => query),
    ...['test', 'bench'].flatMap((folder) => filesOf(folder, '.ts')).flatMap(textsIn),
    ...filesOf('test/clients/fixtures', '.tsx').flatMap(textsIn),
  ];
  const documents = new Map<string, DocumentNode>();
  const rules = specifiedRules.filter(({ name }) => name !== 'NoUnusedFragmentsRule');
  for (const text of texts) {
    const document = parsed(text);
    if (document === undefined || validate(schema, document, rules).length > 0) continue;
    if (!document.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION)) continue;
    documents.set(print(document), document);
  }
  return [...documents.values()];
}

function parsed(text: string): DocumentNode | undefined {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}
