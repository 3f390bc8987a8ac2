// Trusted documents: the gateway executes only operations of the manifest that the client preset generates.
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getIntrospectionQuery } from 'graphql';
import { readConfig } from '../../../src/config/config';
import type { QueryLimits } from '../../../src/graphql/query-limits/settings';
import { openTemporaryProject, packageProgram, TEXT_SCALARS } from '../../clients/temporary-project';
import { startTestGateway, testConfig, type GraphqlAnswer, type TestGateway } from '../../support/gateway';
import { useHarness } from '../../support/harness';

const ONLY_REGISTERED =
  'The gateway accepts only registered operations: send the documentId of one, or exactly its registered text.';
const CASES = { first: 2 };

const harness = useHarness();
const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
let gateway: TestGateway;
let manifest: [hash: string, text: string][];

/** The manifest of the client in test/clients/fixtures/codegen, generated as clients generate it. */
function generateManifest(hashAlgorithm: 'sha1' | 'sha256'): string {
  const project = openTemporaryProject('codegen', 'codegen.json', {
    schema: 'schema.graphql',
    documents: 'operations/*.graphql',
    generates: {
      'generated/': {
        preset: 'client',
        presetConfig: { fragmentMasking: false, persistedDocuments: { hashAlgorithm } },
        config: { enumsAsTypes: true, strictScalars: true, scalars: TEXT_SCALARS },
      },
    },
  });
  try {
    const { status, output } = project.run(packageProgram('graphql-codegen'), '--config', 'codegen.json');
    expect([status, status === 0 ? '' : output]).toEqual([0, '']);
    return readFileSync(join(project.generated, 'persisted-documents.json'), 'utf8');
  } finally {
    project.remove();
  }
}

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const limitsOf = (file: string): QueryLimits => readConfig({ TRUSTED_DOCUMENTS: file }).queryLimits;
const start = (queryLimits: QueryLimits) => startTestGateway(harness.emulator.url, { queryLimits });

beforeAll(async () => {
  const text = generateManifest('sha256');
  manifest = Object.entries(JSON.parse(text) as Record<string, string>);
  gateway = await start(limitsOf(write('sha256.json', text)));
});

afterAll(async () => {
  await gateway.close();
  rmSync(folder, { recursive: true });
});

const registered = (operation: string): [hash: string, text: string] => {
  const found = manifest.find(([, text]) => text.includes(operation));
  if (found === undefined) throw new Error(`The manifest has no ${operation}.`);
  return found;
};

async function read(response: Response): Promise<GraphqlAnswer<unknown> & { status: number }> {
  return { status: response.status, ...((await response.json()) as GraphqlAnswer<unknown>) };
}

async function post(body: object, { url } = gateway) {
  const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
  return read(await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) }));
}

async function get(parameters: Record<string, string>) {
  const headers = { accept: 'application/graphql-response+json' };
  return read(await fetch(`${gateway.url}?${new URLSearchParams(parameters).toString()}`, { headers }));
}

const CASES_PAGE = { status: 200, data: { securityCases: { edges: [], pageInfo: {} } } };

test('executes a registered operation by id, as GraphQL over HTTP and as clients of Apollo send it', async () => {
  const [hash, text] = registered('query Cases');
  const bare = hash.replace('sha256:', '');
  expect(hash).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`);
  const persistedQuery = { version: 1, sha256Hash: bare };
  const variables = JSON.stringify(CASES);
  const replies = [
    await post({ documentId: hash, variables: CASES }),
    await post({ documentId: bare, variables: CASES, operationName: 'Cases' }),
    await get({ documentId: hash, variables }),
    await post({ extensions: { persistedQuery }, variables: CASES }),
    await post({ extensions: { persistedQuery: { sha256Hash: hash } }, variables: CASES }),
    await get({ extensions: JSON.stringify({ persistedQuery }), variables }),
    await post({ query: text, extensions: { persistedQuery }, variables: CASES }),
    await post({ query: text, variables: CASES }),
    await get({ query: text, variables }),
  ];
  for (const reply of replies) expect(reply).toMatchObject(CASES_PAGE);
});

test('rejects all other requests without a call to AWS', async () => {
  const [hash, text] = registered('query Cases');
  const [other] = registered('mutation Close');
  await harness.forgetCalls();
  const rejected: object[] = [
    { query: '{ securityCases { nodes { title } } }' },
    { query: `${text} ` },
    { query: '{' },
    { query: getIntrospectionQuery() },
    { query: '{ __typename }' },
    { documentId: 'sha256:0' },
    { documentId: '__proto__' },
    { documentId: 'constructor', operationName: 'Cases' },
    { documentId: other, query: text, variables: CASES },
    { documentId: hash, query: '{ __typename }' },
    { documentId: { sha256: hash } },
    { extensions: { persistedQuery: { version: 1, sha256Hash: '0' } } },
    { extensions: { persistedQuery: 'sha256' } },
    { operationName: 'Cases', variables: CASES },
  ];
  for (const body of rejected) {
    expect(await post(body)).toEqual({
      status: 400,
      errors: [{ message: ONLY_REGISTERED, extensions: { code: 'BAD_USER_INPUT' } }],
    });
  }
  expect(await get({ documentId: 'sha256:0' })).toMatchObject({ status: 400 });
  expect(await get({ query: '{ targets { name } }' })).toMatchObject({ status: 400 });
  expect(await harness.operations()).toEqual([]);
});

test('does not execute a registered mutation by GET', async () => {
  const [hash] = registered('mutation Close');
  const variables = JSON.stringify({ input: { id: 'x' } });
  expect(await get({ documentId: hash, variables })).toMatchObject({ status: 405 });
});

test('applies the limits to registered operations', async () => {
  const other = await start({ ...limitsOf(join(folder, 'sha256.json')), maxComplexity: 500 });
  const [hash] = registered('query Cases');
  const { errors } = await post({ documentId: hash, variables: { first: 200 } }, other);
  await other.close();
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', limit: 'cost' });
});

test('accepts a manifest with the default hashes of the preset', async () => {
  const text = generateManifest('sha1');
  const [hash = ''] = Object.keys(JSON.parse(text) as object);
  expect(hash).toMatch(/^[0-9a-f]{40}$/);
  const other = await start(limitsOf(write('sha1.json', text)));
  const found = Object.entries(JSON.parse(text) as Record<string, string>).find(([, each]) =>
    each.includes('query Cases'),
  );
  const reply = await post({ documentId: found?.[0], variables: CASES }, other);
  await other.close();
  expect(reply).toMatchObject(CASES_PAGE);
});

test('rejects a document id when no manifest is configured', async () => {
  const other = await start(testConfig().queryLimits);
  const { errors } = await post({ documentId: 'sha256:0' }, other);
  await other.close();
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test.each([
  ['an unknown field', '{ nothing }', 'Cannot query field "nothing" on type "Query".'],
  ['invalid syntax', 'nothing', 'Syntax Error: Unexpected Name "nothing".'],
  [
    'more root fields than allowed',
    `{ ${'targets { name } '.repeat(60)} }`,
    'Too many fields at the root: 60; the limit is 50',
  ],
])('does not start when a document of the manifest has %s', async (_title, text, problem) => {
  const file = write(
    'broken.json',
    JSON.stringify({ 'sha256:good': '{ targets { name } }', 'sha256:bad': text }),
  );
  const started = start(limitsOf(file)).then((other) => other.close());
  await expect(started).rejects.toThrow(
    `TRUSTED_DOCUMENTS ${file}: the document sha256:bad is not valid: ${problem}`,
  );
});
