// Arguments, variables, types and the info of resolvers in a compiled plan.
import {
  buildSchema,
  isInterfaceType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
} from 'graphql';
import { executeBoth, type Result } from './both';

const schema = buildSchema(`
  type Query {
    echo(text: String = "default", input: Input, one: One, size: Int!): String
    needed(text: String!): String
    node(kind: String): Node
    nodes: [Node!]
    item: Item
  }
  type Mutation { first: String second: String! third: String }
  input Input { a: String = "inner", list: [Int!], nested: Input }
  input One @oneOf { a: String b: Int }
  interface Node { id: ID }
  type Item implements Node { id: ID name: String same(first: Int = 2): [Item] }
  type Other implements Node { id: ID count: Int }
`);

const infos: unknown[] = [];

const factsOf = ({ path, ...info }: GraphQLResolveInfo) => ({
  ...info,
  schema: info.schema === schema,
  fragments: Object.keys(info.fragments),
  path: JSON.stringify(path),
});

function resolve(type: string, field: string, resolver: GraphQLFieldResolver<never, unknown>): void {
  const object = schema.getType(type);
  const definition = isObjectType(object) ? object.getFields()[field] : undefined;
  if (definition === undefined) throw new Error(`There is no field ${type}.${field}.`);
  definition.resolve = resolver as NonNullable<typeof definition.resolve>;
}

const kinds: Record<string, unknown> = { Item: 'Item', Other: 'Other', Late: Promise.resolve('Other') };
const order: string[] = [];

beforeAll(() => {
  const Node = schema.getType('Node');
  if (!isInterfaceType(Node)) throw new Error('There is no interface Node.');
  Node.resolveType = ({ kind }: { kind: string }) => (kind in kinds ? kinds[kind] : kind) as string;
  resolve('Query', 'echo', (_source, args) => JSON.stringify(args));
  resolve('Query', 'needed', (_source, { text }: { text: string }) => text);
  resolve('Query', 'node', (_source, { kind }: { kind: string }) => ({ kind, id: 1, name: 'n', count: 3 }));
  resolve('Query', 'nodes', () => [
    { kind: 'Item', id: 1, name: 'a' },
    { kind: 'Other', id: 2, count: 5 },
  ]);
  resolve('Query', 'item', (_source, _args, _context, info) => {
    infos.push(factsOf(info));
    return { id: 'i' };
  });
  resolve('Item', 'same', (_source, { first }: { first: number }, _context, info) => {
    infos.push(factsOf(info));
    return Array.from({ length: first }, (_, id) => ({ id }));
  });
  const mutation = (name: string) => async () => {
    order.push(`${name} starts`);
    await Promise.resolve();
    order.push(`${name} ends`);
    return name === 'second' ? null : name;
  };
  for (const name of ['first', 'second', 'third']) resolve('Mutation', name, mutation(name));
});

const messagesOf = ({ errors = [] }: Result) => errors.map(({ message }) => message);

test.each([
  ['{ echo(size: 1) }', {}, { text: 'default', size: 1 }],
  ['{ echo(size: 1, text: null, input: {}) }', {}, { text: null, input: { a: 'inner' }, size: 1 }],
  ['query ($t: String) { echo(size: 1, text: $t) }', {}, { text: 'default', size: 1 }],
  ['query ($t: String) { echo(size: 1, text: $t) }', { t: null }, { text: null, size: 1 }],
  [
    'query ($t: String, $l: Int!) { echo(size: 1, input: { a: $t, list: [$l, 2], nested: { a: $t } }) }',
    { l: 7 },
    { text: 'default', input: { a: 'inner', list: [7, 2], nested: { a: 'inner' } }, size: 1 },
  ],
  [
    'query ($i: Input) { echo(size: 1, input: $i) }',
    { i: { list: 3 } },
    { text: 'default', input: { a: 'inner', list: [3] }, size: 1 },
  ],
  [
    'query ($o: One) { echo(size: 1, one: $o) }',
    { o: { a: 'x' } },
    { text: 'default', one: { a: 'x' }, size: 1 },
  ],
])('%s with %j', async (query, variables, expected) => {
  const { data } = await executeBoth(schema, { query, variables });
  expect(JSON.parse(String(data?.echo))).toEqual(expected);
});

test.each([
  [
    'query ($o: One) { echo(size: 1, one: $o) }',
    { o: { a: 'x', b: 1 } },
    'Exactly one key must be specified',
  ],
  ['query ($o: One) { echo(size: 1, one: $o) }', { o: {} }, 'Exactly one key must be specified'],
  ['query ($n: Int!) { echo(size: $n) }', { n: 'x' }, 'Int cannot represent non-integer value'],
  ['query ($n: Int!) { echo(size: $n) }', {}, 'of required type "Int!" was not provided'],
  [
    'query ($n: [Int!]) { echo(size: 1, input: { list: $n }) }',
    { n: Array(60).fill('x') },
    'Int cannot represent',
  ],
])('%s rejects %j', async (query, variables, message) => {
  const result = await executeBoth(schema, { query, variables });
  expect(result).not.toHaveProperty('data');
  expect(messagesOf(result)[0]).toContain(message);
  expect(result.errors?.[0]?.nodes).toHaveLength(1);
});

test('null in a variable with a default fails the field that needs a value', async () => {
  const query = 'query ($t: String = "x") { needed(text: $t) item { id } }';
  const result = await executeBoth(schema, { query, variables: { t: null } });
  expect(result.data).toEqual({ needed: null, item: { id: 'i' } });
  expect(messagesOf(result)).toEqual([expect.stringContaining('must not be null')]);
});

test('text of a document is never code', async () => {
  const attack = '__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74dglobalThis.attacked = true';
  const texts = [attack, '"); globalThis.attacked = true; ("', '${globalThis.attacked = true}', '\u2028'];
  for (const text of texts) {
    const query = `query ($t: String = ${JSON.stringify(text)}) { a: needed(text: ${JSON.stringify(text)}) b: needed(text: $t) }`;
    expect((await executeBoth(schema, { query })).data).toEqual({ a: text, b: text });
  }
  expect(globalThis).not.toHaveProperty('attacked');
});

test.each([
  ['Item', { __typename: 'Item', id: '1', name: 'n' }],
  ['Other', { __typename: 'Other', id: '1', count: 3 }],
  ['Late', { __typename: 'Other', id: '1', count: 3 }],
  ['Missing', null],
  ['Query', null],
])('a value of the type %s of an interface', async (kind, expected) => {
  const query = `{ node(kind: "${kind}") { __typename id ... on Item { name } ...O } } fragment O on Other { count }`;
  const { data, errors } = await executeBoth(schema, { query });
  expect(data?.node).toEqual(expected);
  expect(errors?.length).toBe(expected === null ? 1 : undefined);
});

test('several types in one list', async () => {
  const query = '{ nodes { id ... on Item { name } ... on Other { count } ... on Node { again: id } } }';
  const { data } = await executeBoth(schema, { query });
  expect(data?.nodes).toEqual([
    { id: '1', name: 'a', again: '1' },
    { id: '2', count: 5, again: '2' },
  ]);
});

test('resolvers receive the same info', async () => {
  const query = `query Q($n: Int = 1) { x: item { id ...S } item { same { name } } }
    fragment S on Item { same(first: $n) { y: same { id } } }`;
  infos.length = 0;
  await executeBoth(schema, { query });
  const [expected, ...others] = Array.from({ length: 7 }, (_, index) =>
    JSON.stringify(infos.slice((index * infos.length) / 7, ((index + 1) * infos.length) / 7)),
  );
  expect(expected).toContain('same');
  for (const other of others) expect(other).toBe(expected);
});

test('introspects the schema', async () => {
  const query = `query Q($name: String!) {
    __schema { queryType { name } types { name fields { name type { kind ofType { name } } } } directives { name } }
    __type(name: $name) { name kind possibleTypes { name } enumValues { name } }
  }`;
  const { data } = await executeBoth(schema, { query, variables: { name: 'Node' } });
  expect(data?.__type).toMatchObject({
    name: 'Node',
    kind: 'INTERFACE',
    possibleTypes: [{ name: 'Item' }, { name: 'Other' }],
  });
});

test('mutations run one after the other, as graphql-js runs them', async () => {
  order.length = 0;
  const result = await executeBoth(schema, { query: 'mutation { third first second }' });
  expect(result.data).toBeNull();
  expect(order.slice(0, 6)).toEqual([
    'third starts',
    'third ends',
    'first starts',
    'first ends',
    'second starts',
    'second ends',
  ]);
});

test('an unknown operation is an error', async () => {
  expect(
    messagesOf(await executeBoth(schema, { query: 'query A { item { id } } query B { item { id } }' })),
  ).toEqual(['Must provide operation name if query contains multiple operations.']);
});
