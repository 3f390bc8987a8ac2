// Who may read the schema: clients' own introspection passes, and where it is switched off nothing else tells its names.
import { getIntrospectionQuery } from 'graphql';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openTemporaryProject, packageProgram, TEXT_SCALARS } from '../../clients/temporary-project';
import { startTestGateway, testConfig, type TestGateway } from '../../support/gateway';
import { useHarness } from '../../support/harness';
import { supervise } from '../../support/supervise';

const harness = useHarness();
const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
let closed: TestGateway;

beforeAll(async () => {
  const queryLimits = { ...testConfig().queryLimits, introspection: false };
  closed = await startTestGateway(harness.emulator.url, { queryLimits });
});

afterAll(async () => {
  await closed.close();
  rmSync(folder, { recursive: true });
});

/** Runs a program while the gateway goes on: its exit code. */
async function run(cwd: string, program: string, ...args: readonly string[]): Promise<unknown> {
  const child = supervise(spawn(packageProgram(program), args, { cwd, stdio: 'ignore' }));
  const [code] = (await once(child, 'close')) as unknown[];
  return code;
}

test.each([
  ['GraphiQL’s', getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true })],
  [
    'the fullest',
    getIntrospectionQuery({
      descriptions: true,
      inputValueDeprecation: true,
      schemaDescription: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      oneOf: true,
    }),
  ],
])('%s introspection passes', async (_whose, query) => {
  const { data, errors } = await harness.gateway.send(query);
  expect(errors).toBeUndefined();
  const { types } = data?.__schema as { readonly types: readonly object[] };
  expect(types.length).toBeGreaterThan(150);
});

test('GraphQL Code Generator reads the schema from the gateway', async () => {
  const project = openTemporaryProject('codegen', 'codegen.json', {
    schema: harness.gateway.url,
    documents: 'operations/*.graphql',
    generates: { 'generated/': { preset: 'client', config: { scalars: TEXT_SCALARS } } },
  });
  const code = await run(dirname(project.generated), 'graphql-codegen', '--config', 'codegen.json');
  project.remove();
  expect(code).toBe(0);
});

test('gql.tada reads the schema from the gateway', async () => {
  const file = join(folder, 'tada.graphql');
  expect(await run(folder, 'gql.tada', 'generate-schema', harness.gateway.url, '--output', file)).toBe(0);
  expect(readFileSync(file, 'utf8')).toContain('type ClassificationJob ');
});

test.each(['{ __schema { types { name } } }', '{ __type(name: "Query") { name } }', getIntrospectionQuery()])(
  'where it is switched off, %j is refused',
  async (query) => {
    const { data, errors } = await closed.send(query);
    expect(data).toBeUndefined();
    expect(errors?.[0]?.message).toMatch(/^GraphQL introspection has been disabled/);
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
  },
);

test('__typename is no introspection', async () => {
  expect(await closed.send('{ __typename targets { __typename } }')).toEqual({
    data: { __typename: 'Query', targets: [{ __typename: 'Target' }] },
  });
});

const FILTERED = 'query ($a: ClassificationJobFilter) { classificationJobs(filter: $a) { nodes { id } } }';

test.each<[string, string, string, object?]>([
  ['a field', 'targets', '{ target { name } }'],
  ['an argument', 'first', '{ classificationJobs(frist: 1) { nodes { id } } }'],
  ['a type', 'ClassificationJob', '{ node(id: "x") { ... on ClassificationJop { id } } }'],
  ['an enum value', 'RUNNING', '{ classificationJobs(filter: { statuses: [RUNING] }) { nodes { id } } }'],
  ['an input field', 'statuses', '{ classificationJobs(filter: { status: RUNNING }) { nodes { id } } }'],
  ['an enum value in a variable', 'RUNNING', FILTERED, { a: { statuses: ['RUNING'] } }],
  ['an input field in a variable', 'statuses', FILTERED, { a: { status: ['x'] } }],
])('%s that is misspelt is corrected only where the schema may be read', async (...row) => {
  const [, right, query, variables = {}] = row;
  const open = await harness.gateway.send(query, variables);
  const shut = await closed.send(query, variables);
  expect(open.errors?.[0]?.message).toMatch(new RegExp(`Did you mean .*"${right}"`));
  expect(shut.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  const told = shut.errors?.map(({ message }) => message).join('\n');
  expect(told).not.toMatch(new RegExp(`Did you mean|"${right}"`));
});
