// Introspection: the gateway allows the introspection queries of clients.
// With introspection off, no error message reveals a name of the schema.
import { getIntrospectionQuery } from 'graphql';
import { startTestGateway, testConfig, type TestGateway } from '../../support/gateway';
import { useHarness } from '../../support/harness';

const harness = useHarness();
let withoutIntrospection: TestGateway;

beforeAll(async () => {
  const queryLimits = { ...testConfig().queryLimits, introspection: false };
  withoutIntrospection = await startTestGateway(harness.emulator.url, { queryLimits });
});

afterAll(async () => {
  await withoutIntrospection.close();
});

test.each([
  ['of GraphiQL', getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true })],
  [
    'with all options',
    getIntrospectionQuery({
      descriptions: true,
      inputValueDeprecation: true,
      schemaDescription: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      oneOf: true,
    }),
  ],
])('executes the introspection query %s', async (_title, query) => {
  const { data, errors } = await harness.gateway.send(query);
  expect(errors).toBeUndefined();
  const { types } = data?.__schema as { readonly types: readonly object[] };
  expect(types.length).toBeGreaterThan(150);
});

test.each(['{ __schema { types { name } } }', '{ __type(name: "Query") { name } }', getIntrospectionQuery()])(
  'rejects %j when introspection is off',
  async (query) => {
    const { data, errors } = await withoutIntrospection.send(query);
    expect(data).toBeUndefined();
    expect(errors?.[0]?.message).toMatch(/^GraphQL introspection has been disabled/);
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
  },
);

test('__typename does not count as introspection', async () => {
  expect(await withoutIntrospection.send('{ __typename targets { __typename } }')).toEqual({
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
])(
  'the gateway suggests a correction for a misspelt name of %s only when introspection is on',
  async (...row) => {
    const [, right, query, variables = {}] = row;
    const on = await harness.gateway.send(query, variables);
    const off = await withoutIntrospection.send(query, variables);
    expect(on.errors?.[0]?.message).toMatch(new RegExp(`Did you mean .*"${right}"`));
    expect(off.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const messages = off.errors?.map(({ message }) => message).join('\n');
    expect(messages).not.toMatch(new RegExp(`Did you mean|"${right}"`));
  },
);

const NUMBER = 'query ($n: Int!) { macieMembers(first: $n) { nodes { id } } }';

test('values of the client in an error message are cut to 200 characters', async () => {
  for (const value of ['a'.repeat(500), '\\"'.repeat(500), 'Did you mean '.repeat(50)]) {
    const { errors } = await harness.gateway.send(NUMBER, { n: [value] });
    const message = errors?.[0]?.message ?? '';
    expect(message).toContain('Variable "$n" got invalid value ["');
    expect(message).toContain('…"]; Int cannot represent non-integer value: ["');
    expect(message.length).toBeLessThan(600);
  }
});

test('an error message has at most 2,001 characters, whatever the client sends', async () => {
  const keys = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`Did you mean ${index}`, 1]));
  const { errors } = await withoutIntrospection.send(NUMBER, { n: keys });
  expect(errors?.[0]?.message.length).toBeLessThanOrEqual(2_001);
});

test.each([
  ['ten errors of small variables', 10, 1_000, 10],
  ['the first of ten errors of large variables', 10, 45_000, 1],
  ['four errors of large variables', 4, 45_000, 4],
])('lists %s', async (_title, unknownFields, characters, listed) => {
  const unknown = Array.from({ length: unknownFields }, (_, index) => [`name${index}`, 1] as const);
  const a = { ...Object.fromEntries(unknown), name: { eq: 'x'.repeat(characters) } };
  const { errors } = await harness.gateway.send(FILTERED, { a });
  const [first] = errors ?? [];
  expect(first?.message).toMatch(/^Variable "\$a" got invalid value .*; Field "name0" is not defined/);
  expect(first?.extensions.code).toBe('BAD_USER_INPUT');
  expect(errors).toHaveLength(listed);
});

test('the words of a suggestion in values do not hold the gateway', async () => {
  const value = 'Did you mean '.repeat(3_800);
  const started = performance.now();
  const { errors } = await withoutIntrospection.send(NUMBER, { n: [value, value] });
  // With quadratic time, this took several seconds.
  expect(performance.now() - started).toBeLessThan(2_000);
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});
