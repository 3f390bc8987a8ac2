// The rule of every field, checked against a table written by hand. A schema with a field without a rule is rejected.
import {
  buildSchema,
  execute,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  parse,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { applyFieldRules, scopesOf } from '../../../src/graphql/field-rules';
import { createSchema } from '../../../src/app/graphql-schema';
import { ANONYMOUS, type Scope } from '../../../src/domain/principal';
import { RELATIONS, TYPES } from './rules';

const schema = createSchema();

interface SchemaField {
  readonly coordinate: string;
  readonly type: string;
  readonly field: GraphQLField<unknown, unknown>;
}

function fieldsOf(of: GraphQLSchema): SchemaField[] {
  return Object.values(of.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) =>
      isObjectType(type) || isInterfaceType(type)
        ? Object.values(type.getFields()).map((field) => ({
            coordinate: `${type.name}.${field.name}`,
            type: type.name,
            field,
          }))
        : [],
    );
}

const fields = fieldsOf(schema);

test('every field has the rule of the table', () => {
  const rules = Object.fromEntries(
    fields.map(({ coordinate, field }) => [coordinate, [...scopesOf(field)].sort()]),
  );
  const wanted = fields.map(({ coordinate, type }) => [
    coordinate,
    [...new Set([...(TYPES[type] ?? []), ...(RELATIONS[coordinate] ?? [])])].sort(),
  ]);
  expect(rules).toEqual(Object.fromEntries(wanted));
  expect(fields.length).toBeGreaterThan(400);
});

test('the table and the schema contain the same types and root fields', () => {
  const types = new Set(fields.map(({ type }) => type));
  const coordinates = new Set(fields.map(({ coordinate }) => coordinate));
  const roots = ['Query', 'Mutation', 'Subscription'];
  expect([...types].filter((type) => !(type in TYPES)).sort()).toEqual(roots.sort());
  expect(Object.keys(TYPES).filter((type) => !types.has(type))).toEqual([]);
  expect(Object.keys(RELATIONS).filter((coordinate) => !coordinates.has(coordinate))).toEqual([]);
  const unlisted = fields.filter(
    ({ coordinate, type }) => roots.includes(type) && !(coordinate in RELATIONS),
  );
  expect(unlisted.map(({ coordinate }) => coordinate)).toEqual([]);
});

test('a field with a rule is nullable, so that its rejection keeps the rest of the response', () => {
  const guarded = fields.filter(({ coordinate }) => (RELATIONS[coordinate] ?? []).length > 0);
  expect(
    guarded.filter(({ field }) => isNonNullType(field.type)).map(({ coordinate }) => coordinate),
  ).toEqual([]);
  expect(guarded.length).toBeGreaterThan(30);
});

test('descriptions name the scope of the first field that requires it', () => {
  const { classificationJobs, targets } = schema.getQueryType()?.getFields() ?? {};
  expect(classificationJobs?.description).toMatch(
    /; needs the scope macie:read \(ListClassificationJobs\)\.$/,
  );
  expect(targets?.description).not.toMatch(/scope/);
  const { pauseClassificationJob } = schema.getMutationType()?.getFields() ?? {};
  expect(pauseClassificationJob?.description).toMatch(
    /; needs the scope macie:write \(UpdateClassificationJob\)\.$/,
  );
});

test.each([
  ['type Query { secret: String }', 'Query.secret'],
  ['type Query { things: [Thing] } type Thing { name: String }', 'Query.things'],
  [
    'type Query { thing: Thing } interface Thing { id: ID } type Open implements Thing { id: ID }',
    'Query.thing',
  ],
])('rejects a schema with a field without a rule: %s', (sdl, coordinate) => {
  expect(() => applyFieldRules(buildSchema(sdl))).toThrow(
    `${coordinate} requires no scope and has no @Needs`,
  );
});

test('rejects a schema with a type that is reachable without a scope only through an interface', () => {
  const open = buildSchema(`
    type Query { secret: Secret node: Node }
    interface Node { id: ID }
    type Secret implements Node { id: ID text: String }`);
  const { secret, node } = open.getQueryType()?.getFields() ?? {};
  if (secret === undefined || node === undefined) throw new Error('There are no such fields.');
  secret.extensions = { needs: 'macie:read' };
  node.extensions = { needs: 'SCOPE_OF_KIND' };
  expect(() => applyFieldRules(open)).toThrow('Secret.id requires no scope and has no @Needs');
});

test('an object that a field of an interface type returns is rejected without the scopes of its type', async () => {
  const guarded = buildSchema(`
    type Query { nodes: [Node] }
    interface Node { id: ID }
    type Secret implements Node { id: ID }
    type Open implements Node { id: ID }`);
  const { nodes } = guarded.getQueryType()?.getFields() ?? {};
  const { Node, Secret, Open } = guarded.getTypeMap();
  if (nodes === undefined || !isInterfaceType(Node)) throw new Error('There are no such types.');
  nodes.extensions = { needs: 'SCOPE_OF_KIND' };
  nodes.resolve = () => [
    { kind: 'Secret', id: '1' },
    Promise.resolve({ kind: 'Secret', id: '2' }),
    null,
    { kind: 'Open', id: '3' },
    { kind: 'Unknown', id: '4' },
  ];
  Node.resolveType = ({ kind }: { kind: string }) => kind;
  Object.assign(Secret ?? {}, { extensions: { needs: 'macie:read' } });
  Object.assign(Open ?? {}, { extensions: { needs: 'NOTHING' } });
  const schemaWithRules = applyFieldRules(guarded);
  const read = async (scopes: readonly Scope[]) => {
    const principal = { ...ANONYMOUS, scopes: new Set(scopes) };
    const contextValue = { call: { principal } };
    return execute({ schema: schemaWithRules, document: parse('{ nodes { id } }'), contextValue });
  };
  expect((await read(['macie:read'])).data?.nodes).toEqual([
    { id: '1' },
    { id: '2' },
    null,
    { id: '3' },
    null,
  ]);
  const { data, errors = [] } = await read(['workmail:read']);
  expect(data?.nodes).toEqual([null, null, null, { id: '3' }, null]);
  expect(errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([
    [['nodes', 0], 'FORBIDDEN'],
    [['nodes', 4], undefined],
    [['nodes', 1], 'FORBIDDEN'],
  ]);
});

test('rejects a schema with a type that is reachable without a scope', () => {
  const open = buildSchema('type Query { things: [Thing] } type Thing { name: String }');
  const { things } = open.getQueryType()?.getFields() ?? {};
  if (things === undefined) throw new Error('There is no such field.');
  things.extensions = { needs: 'NOTHING' };
  expect(() => applyFieldRules(open)).toThrow('Thing.name requires no scope and has no @Needs');
});
