// The rules of the schema, held against the schema that is served.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
  type GraphQLNamedType,
} from 'graphql';
import { createSchema } from '../src/graphql-schema';

const schema = createSchema();
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);
const resources = schema.getPossibleTypes(interfaceNamed('Node'));

/** Enums that only the gateway gives values to. */
const OWN_ENUMS = [
  'AwsService',
  'ChangeOutcome',
  'ClassificationJobOrderField',
  'ConsequenceCode',
  'OrderDirection',
  'SourceState',
  'TransitionAction',
  'UserErrorCode',
];

function interfaceNamed(name: string) {
  const type = schema.getType(name);
  if (!isInterfaceType(type)) throw new Error(`There is no interface ${name}.`);
  return type;
}

type Described = readonly [place: string, description: string | null | undefined];

/** A type and all that it holds, each with its description. */
function describedParts(type: GraphQLNamedType): Described[] {
  const parts: Described[] = [[type.name, type.description]];
  if (isEnumType(type)) {
    for (const value of type.getValues()) parts.push([`${type.name}.${value.name}`, value.description]);
  }
  if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) {
      parts.push([`${type.name}.${field.name}`, field.description]);
    }
  }
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      parts.push([`${type.name}.${field.name}`, field.description]);
      for (const arg of field.args) parts.push([`${type.name}.${field.name}(${arg.name})`, arg.description]);
    }
  }
  return parts;
}

function rootFields(root: 'Query' | 'Mutation') {
  const type = root === 'Query' ? schema.getQueryType() : schema.getMutationType();
  if (type == null) throw new Error(`There is no ${root}.`);
  return Object.values(type.getFields());
}

test('schema.graphql is what the code makes (npm run schema:print)', () => {
  const printed = readFileSync(join(__dirname, '../schema/schema.graphql'), 'utf8');
  expect(printed).toBe(`${printSchema(lexicographicSortSchema(schema))}\n`);
});

test('every type, field, argument and enum value is described in whole sentences', () => {
  const roots = ['Query', 'Mutation'];
  const described = types.flatMap(describedParts).filter(([place]) => !roots.includes(place));
  expect(described.length).toBeGreaterThan(300);
  const bad = described.filter(([, text]) => text == null || !/^[A-Za-z].*[.]$/.test(text));
  expect(bad.map(([place]) => place)).toEqual([]);
});

test('enums of AWS have UNRECOGNIZED, and all values are in screaming case', () => {
  const enums = types.filter(isEnumType);
  expect(enums.length).toBeGreaterThan(15);
  for (const type of enums) {
    const values = type.getValues().map(({ name }) => name);
    expect({ type: type.name, own: !values.includes('UNRECOGNIZED') }).toEqual({
      type: type.name,
      own: OWN_ENUMS.includes(type.name),
    });
    expect(values.filter((value) => !/^[A-Z][A-Z0-9_]*$/.test(value))).toEqual([]);
  }
});

test('root fields are nullable, so that one failure leaves the rest', () => {
  for (const field of [...rootFields('Query'), ...rootFields('Mutation')]) {
    expect({ field: field.name, nonNull: isNonNullType(field.type) }).toEqual({
      field: field.name,
      nonNull: false,
    });
  }
});

test('there are four resources, each with its identity, raw status and transitions', () => {
  expect(resources.map(({ name }) => name).sort()).toEqual([
    'ClassificationJob',
    'MacieMember',
    'MailboxExportJob',
    'SecurityCase',
  ]);
  for (const resource of resources) {
    const fields = resource.getFields();
    expect([
      resource.name,
      fields.id?.type.toString(),
      fields.target?.type.toString(),
      fields.awsStatus?.type.toString(),
      fields.availableTransitions?.type.toString(),
    ]).toEqual([resource.name, 'ID!', 'String!', 'String', '[Transition!]!']);
  }
});

test('connections have edges, nodes, pageInfo and completeness', () => {
  const connections = types.filter(isObjectType).filter(({ name }) => name.endsWith('Connection'));
  expect(connections).toHaveLength(4);
  for (const connection of connections) {
    const node = connection.name.replace(/Connection$/, '');
    const shape = Object.fromEntries(
      Object.values(connection.getFields()).map(({ name, type }) => [name, type.toString()]),
    );
    expect(shape).toEqual({
      edges: `[${node}Edge!]!`,
      nodes: `[${node}!]!`,
      pageInfo: 'PageInfo!',
      completeness: 'Completeness!',
    });
  }
});

test('a mutation takes one input named after it, and answers with the payload of its resource', () => {
  const mutations = rootFields('Mutation');
  expect(mutations.map(({ name }) => name).sort()).toEqual([
    'cancelClassificationJob',
    'cancelMailboxExportJob',
    'closeSecurityCase',
    'enableMacieMember',
    'pauseClassificationJob',
    'resumeClassificationJob',
    'suspendMacieMember',
    'updateSecurityCaseStatus',
  ]);
  for (const { name, args, type } of mutations) {
    const pascal = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`;
    expect(args.map((arg) => `${arg.name}: ${arg.type.toString()}`)).toEqual([`input: ${pascal}Input!`]);
    const payload = schema.getType(type.toString());
    if (!isObjectType(payload)) throw new Error(`${name} answers with ${type.toString()}.`);
    const resource = payload.name.replace(/Payload$/, '');
    const field = `${resource[0]?.toLowerCase() ?? ''}${resource.slice(1)}`;
    expect(Object.keys(payload.getFields()).sort()).toEqual(['change', field, 'userErrors'].sort());
  }
});

test('the inputs of status changes are id, expectedStatus, dryRun, and status where there is a choice', () => {
  const inputs = rootFields('Mutation').map(({ args }) => args[0]?.type.toString().replace('!', '') ?? '');
  expect(inputs).toHaveLength(8);
  for (const name of inputs) {
    const type = schema.getType(name);
    if (!isInputObjectType(type)) throw new Error(`There is no input ${name}.`);
    const expected = ['dryRun', 'expectedStatus', 'id'];
    if (name === 'UpdateSecurityCaseStatusInput') expected.push('status');
    expect(Object.keys(type.getFields()).sort()).toEqual(expected);
  }
});
