// The pages about the resources: their examples work, and fields and mutations call the documented AWS operations.
import { readConfig } from '../../src/config/config';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { startTestGateway, type GraphqlError, type TestGateway } from '../support/gateway';
import { examplesOf, readDocument, tableRows } from '../support/markdown';
import { fillIn } from '../support/placeholders';

/** For each page, a query of its resources with the given fields. */
const PAGES = {
  'classification-jobs': (fields: string) => `{ classificationJobs(first: 5) { nodes { ${fields} } } }`,
  'macie-members': (fields: string) => `{ macieMembers(first: 2) { nodes { ${fields} } } }`,
  'mailbox-export-jobs': (fields: string) => `{ mailboxExportJobs(first: 5) { nodes { ${fields} } } }`,
  'security-cases': (fields: string) => `{ securityCases(first: 10) { nodes { ${fields} } } }`,
} as const;

const SERVICES = { macie2: 'macie2', workmail: 'workmail', 'security-ir': 'security-ir' };

type Page = keyof typeof PAGES;
const pages = Object.keys(PAGES) as Page[];

let emulator: TestEmulator;
let gateway: TestGateway;

beforeAll(async () => {
  emulator = await startTestEmulator();
  gateway = await startTestGateway(emulator.url, { targets: readConfig({}).targets });
});

afterAll(async () => {
  await gateway.close();
  await emulator.close();
});

/** All userErrors in a response. */
function userErrorsIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === 'userErrors' ? (member as unknown[]) : userErrorsIn(member),
  );
}

/** True when a list of nodes in the response has a row, or when the response has no such list. */
function hasRows(data: unknown): boolean {
  const [, ...texts] = JSON.stringify(data).split('"nodes":[');
  return texts.length === 0 || texts.some((text) => !text.startsWith(']'));
}

/** True for a query that cannot be executed. A call that AWS rejects for one row, such as an unverified attachment, is no rejection. */
const isRejection = ({ extensions }: GraphqlError) => extensions.code === 'BAD_USER_INPUT';

async function operationsOf(query: string): Promise<string[]> {
  await emulator.control('DELETE', '/calls');
  const { errors = [] } = await gateway.send(query);
  expect(errors.filter(isRejection)).toEqual([]);
  const calls = await emulator.calls();
  return [...new Set(calls.map(({ service, operation }) => `${service}:${operation}`))];
}

const examples = [...pages, 'guarantees', 'overview', 'schema'].flatMap((page) =>
  examplesOf(readDocument(`docs/${page}.md`)).map((example, index) => ({
    page,
    number: index + 1,
    ...example,
  })),
);

test('every page has examples', () => {
  for (const page of pages) {
    expect(examples.filter((example) => example.page === page).length).toBeGreaterThan(4);
  }
});

test.each(examples)('docs/$page.md: example $number works', async ({ query, variables }) => {
  await emulator.control('POST', '/reset');
  const { data, errors } = await gateway.send(query, await fillIn(gateway, variables));
  expect(errors).toBeUndefined();
  expect(userErrorsIn(data)).toEqual([]);
  expect(hasRows(data)).toBe(true);
});

/** The selection of a path such as `a.b`; of an object at its end it selects the type name. */
async function selection(page: Page, path: string): Promise<string> {
  const nest = (leaf: string) =>
    path.split('.').reduceRight((inner, name) => `${name} ${inner && `{ ${inner} }`}`, leaf);
  const { errors = [] } = await gateway.send(PAGES[page](nest('')));
  return errors.some(isRejection) ? nest('__typename') : nest('');
}

const fieldRows = pages.flatMap((page) =>
  tableRows(readDocument(`docs/${page}.md`), 'field').map(([field = '', operation = '', action = '']) => ({
    page,
    field,
    operation,
    action,
  })),
);

test.each(fieldRows)('docs/$page.md: $field calls $operation', async ({ page, field, operation, action }) => {
  const called = await operationsOf(PAGES[page](await selection(page, field)));
  // A field may have several rows: the resource determines which of the operations is called.
  const alternatives = fieldRows.filter((row) => row.page === page && row.field === field);
  expect(called.filter((each) => alternatives.some((row) => row.action === each))).not.toEqual([]);
  expect(action.split(':')[1]).toBe(operation);
  expect(Object.keys(SERVICES)).toContain(action.split(':')[0]);
  const documented = fieldRows.filter((row) => row.page === page && field.startsWith(row.field));
  const ofLists = fieldRows.filter((row) => row.page === page && /^(List|GetCase$)/.test(row.operation));
  const known = new Set([...documented, ...ofLists].map((row) => row.action));
  expect(called.filter((each) => !known.has(each))).toEqual([]);
});

test('every mutation is on a page, with the IAM action of its operation', async () => {
  const { data } = await gateway.send('{ __schema { mutationType { fields { name description } } } }');
  const { mutationType } = data?.__schema as {
    mutationType: { fields: readonly { name: string; description: string }[] };
  };
  const rows = pages.flatMap((page) => tableRows(readDocument(`docs/${page}.md`), 'mutation'));
  for (const { name, description } of mutationType.fields) {
    // changeStatuses calls the operations of the other status mutations.
    if (name === 'changeStatuses') continue;
    const row = rows.find(([mutation]) => mutation === name);
    expect([name, row?.[2]?.split(',')[0]?.split(':')[1]]).toEqual([name, row?.[1]]);
    expect([name, description.includes(row?.[1] ?? 'no row')]).toEqual([name, true]);
  }
});
