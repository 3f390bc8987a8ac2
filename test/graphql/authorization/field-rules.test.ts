// The rule of every field, against what was written down by hand; and what has none does not become a schema.
import { buildSchema, isNonNullType, isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';
import { applyFieldRules, scopesOf } from '../../../src/graphql/field-rules';
import { createSchema } from '../../../src/app/graphql-schema';
import { RELATIONS, TYPES } from './rules';

const schema = createSchema();

interface Place {
  readonly place: string;
  readonly type: string;
  readonly field: GraphQLField<unknown, unknown>;
}

function fieldsOf(of: GraphQLSchema): Place[] {
  return Object.values(of.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
    .flatMap((type) =>
      isObjectType(type)
        ? Object.values(type.getFields()).map((field) => ({
            place: `${type.name}.${field.name}`,
            type: type.name,
            field,
          }))
        : [],
    );
}

const fields = fieldsOf(schema);

test('every field has the rule that was written down for it', () => {
  const rules = Object.fromEntries(fields.map(({ place, field }) => [place, [...scopesOf(field)].sort()]));
  const wanted = fields.map(({ place, type }) => [
    place,
    [...new Set([...(TYPES[type] ?? []), ...(RELATIONS[place] ?? [])])].sort(),
  ]);
  expect(rules).toEqual(Object.fromEntries(wanted));
  expect(fields.length).toBeGreaterThan(400);
});

test('nothing in the schema is without a line in the table, and nothing in the table without the schema', () => {
  const types = new Set(fields.map(({ type }) => type));
  const places = new Set(fields.map(({ place }) => place));
  const roots = ['Query', 'Mutation'];
  expect([...types].filter((type) => !(type in TYPES)).sort()).toEqual(roots.sort());
  expect(Object.keys(TYPES).filter((type) => !types.has(type))).toEqual([]);
  expect(Object.keys(RELATIONS).filter((place) => !places.has(place))).toEqual([]);
  const unlisted = fields.filter(({ place, type }) => roots.includes(type) && !(place in RELATIONS));
  expect(unlisted.map(({ place }) => place)).toEqual([]);
});

test('a field that may be refused is nullable, so that its refusal leaves the rest', () => {
  const guarded = fields.filter(({ place }) => (RELATIONS[place] ?? []).length > 0);
  expect(guarded.filter(({ field }) => isNonNullType(field.type)).map(({ place }) => place)).toEqual([]);
  expect(guarded.length).toBeGreaterThan(30);
});

test('descriptions say which scope a field is the first to need', () => {
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
])('a field that does not say what it takes makes no schema: %s', (sdl, place) => {
  expect(() => applyFieldRules(buildSchema(sdl))).toThrow(`${place} requires no scope and has no @Needs`);
});

test('a type that nothing guarded leads to makes no schema', () => {
  const open = buildSchema('type Query { things: [Thing] } type Thing { name: String }');
  const { things } = open.getQueryType()?.getFields() ?? {};
  if (things === undefined) throw new Error('There is no such field.');
  things.extensions = { needs: 'NOTHING' };
  expect(() => applyFieldRules(open)).toThrow('Thing.name requires no scope and has no @Needs');
});
