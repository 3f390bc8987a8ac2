// What the pages about the resources show works as it stands, and costs the AWS operations that they say.
import { readConfig } from '../../src/config/config';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { startTestGateway, type GraphqlError, type TestGateway } from '../support/gateway';
import { examplesOf, readDocument, tableRows } from '../support/markdown';
import { fillIn } from '../support/placeholders';

/** Each page with a query of some of its resources, to which fields are added. */
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

/** Every userErrors list in an answer. */
function userErrorsIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === 'userErrors' ? (member as unknown[]) : userErrorsIn(member),
  );
}

/** True when some list of nodes in the answer has a row, or when the answer has none. */
function showsSomething(data: unknown): boolean {
  const [, ...texts] = JSON.stringify(data).split('"nodes":[');
  return texts.length === 0 || texts.some((text) => !text.startsWith(']'));
}

/** A query that cannot be executed; that AWS refuses a call for one row, as for an unchecked attachment, is none. */
const isRefusal = ({ extensions }: GraphqlError) => extensions.code === 'BAD_USER_INPUT';

async function operationsOf(query: string): Promise<string[]> {
  await emulator.control('DELETE', '/calls');
  const { errors = [] } = await gateway.send(query);
  expect(errors.filter(isRefusal)).toEqual([]);
  const calls = await emulator.calls();
  return [...new Set(calls.map(({ service, operation }) => `${service}:${operation}`))];
}

const examples = [...pages, 'guarantees'].flatMap((page) =>
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

test.each(examples)('docs/$page.md, example $number', async ({ query, variables }) => {
  await emulator.control('POST', '/reset');
  const { data, errors } = await gateway.send(query, await fillIn(gateway, variables));
  expect(errors).toBeUndefined();
  expect(userErrorsIn(data)).toEqual([]);
  expect(showsSomething(data)).toBe(true);
});

/** `a.b` as a selection; objects at the end of it show their type. */
async function selection(page: Page, path: string): Promise<string> {
  const nest = (leaf: string) =>
    path.split('.').reduceRight((inner, name) => `${name} ${inner && `{ ${inner} }`}`, leaf);
  const { errors = [] } = await gateway.send(PAGES[page](nest('')));
  return errors.some(isRefusal) ? nest('__typename') : nest('');
}

const fieldRows = pages.flatMap((page) =>
  tableRows(readDocument(`docs/${page}.md`), 'field').map(([field = '', operation = '', action = '']) => ({
    page,
    field,
    operation,
    action,
  })),
);

test.each(fieldRows)('docs/$page.md: $field costs $operation', async ({ page, field, operation, action }) => {
  const called = await operationsOf(PAGES[page](await selection(page, field)));
  // A field may have several rows: then it depends on what there is which of the operations is called.
  const ways = fieldRows.filter((row) => row.page === page && row.field === field);
  expect(called.filter((each) => ways.some((way) => way.action === each))).not.toEqual([]);
  expect(action.split(':')[1]).toBe(operation);
  expect(Object.keys(SERVICES)).toContain(action.split(':')[0]);
  const documented = fieldRows.filter((row) => row.page === page && field.startsWith(row.field));
  const ofLists = fieldRows.filter((row) => row.page === page && /^(List|GetCase$)/.test(row.operation));
  const known = new Set([...documented, ...ofLists].map((row) => row.action));
  expect(called.filter((each) => !known.has(each))).toEqual([]);
});

test('every mutation stands on a page, with the IAM action of its operation', async () => {
  const { data } = await gateway.send('{ __schema { mutationType { fields { name description } } } }');
  const { mutationType } = data?.__schema as {
    mutationType: { fields: readonly { name: string; description: string }[] };
  };
  const rows = pages.flatMap((page) => tableRows(readDocument(`docs/${page}.md`), 'mutation'));
  for (const { name, description } of mutationType.fields) {
    // The one for many calls what those for one call.
    if (name === 'changeStatuses') continue;
    const row = rows.find(([mutation]) => mutation === name);
    expect([name, row?.[2]?.split(',')[0]?.split(':')[1]]).toEqual([name, row?.[1]]);
    expect([name, description.includes(row?.[1] ?? 'no row')]).toEqual([name, true]);
  }
});
