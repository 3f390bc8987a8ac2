// The rules that any part of the schema keeps, whatever it is called; each is also shown a schema that breaks it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  DEFAULT_DEPRECATION_REASON,
  getNamedType,
  getNullableType,
  GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLType,
} from 'graphql';
import { FACTS } from '../../scripts/coverage/facts';

interface Rule {
  /** The places of the schema that break the rule. */
  readonly offenders: (schema: GraphQLSchema) => string[];
  /** A schema that breaks it in the places that `caught` lists. */
  readonly broken: string;
  readonly caught: readonly string[];
}

/** What a type holds, or a field takes. */
interface Held {
  readonly name: string;
  readonly type: GraphQLType;
  readonly defaultValue?: unknown;
}

/** A field, an argument, an input field or an enum value, as Type.field or Type.field(argument). */
interface Place {
  readonly place: string;
  readonly deprecationReason: string | null | undefined;
}

/** All but enum values have a type. */
type Member = Place & Held;

const typesOf = (schema: GraphQLSchema) =>
  Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );

const fields = (schema: GraphQLSchema) =>
  typesOf(schema)
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .flatMap((parent) =>
      Object.values(parent.getFields()).map((field) => ({
        ...field,
        parent,
        place: `${parent.name}.${field.name}`,
      })),
    );

const members = (schema: GraphQLSchema): Member[] => [
  ...fields(schema).flatMap((field) => [
    field,
    ...field.args.map((arg) => ({ ...arg, place: `${field.place}(${arg.name})` })),
  ]),
  ...typesOf(schema)
    .filter(isInputObjectType)
    .flatMap((parent) =>
      Object.values(parent.getFields()).map((field) => ({ ...field, place: `${parent.name}.${field.name}` })),
    ),
];

const enumValues = (schema: GraphQLSchema): Place[] =>
  typesOf(schema)
    .filter(isEnumType)
    .flatMap((type) => type.getValues().map((value) => ({ ...value, place: `${type.name}.${value.name}` })));

const mutations = (schema: GraphQLSchema) =>
  fields(schema).filter(({ parent }) => parent.name === 'Mutation');

const places = (found: readonly { readonly place: string }[]) => found.map(({ place }) => place);

const written = ({ type, defaultValue }: Held) =>
  defaultValue === undefined ? type.toString() : `${type.toString()} = ${JSON.stringify(defaultValue)}`;

/** What an object or an input holds, as the schema writes it. */
function shapeOf(type: GraphQLNamedType | undefined): Partial<Record<string, string>> {
  const held: Record<string, Held> = isInputObjectType(type) || isObjectType(type) ? type.getFields() : {};
  return Object.fromEntries(Object.values(held).map((member) => [member.name, written(member)]));
}

const OPERATIONS = Object.values(FACTS).flatMap(({ operations }) => Object.keys(operations));

/** The operations that a description names in parentheses. */
function operationsIn(description: string | null | undefined): string[] {
  const asides = (description ?? '').match(/\([^)]*\)/g) ?? [];
  return asides.flatMap((aside) => aside.match(/\w+/g) ?? []).filter((word) => OPERATIONS.includes(word));
}

/** Completeness, and an enum that has UNKNOWN, tell themselves that AWS could not be asked. */
const tellsFailure = (type: GraphQLType) => {
  const named = getNamedType(type);
  return named.name === 'Completeness' || (isEnumType(named) && named.getValue('UNKNOWN') != null);
};

function listsOfNullables(type: GraphQLType): boolean {
  const nullable = getNullableType(type);
  return isListType(nullable) && (!isNonNullType(nullable.ofType) || listsOfNullables(nullable.ofType));
}

/** The types that a query or a mutation can meet, those behind an interface too. */
function reachable(schema: GraphQLSchema, types: readonly GraphQLObjectType[] = []): string[] {
  const met = new GraphQLSchema({
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    types,
  }).getTypeMap();
  const behind = Object.values(met)
    .filter(isInterfaceType)
    .flatMap((type) => schema.getPossibleTypes(type));
  return behind.every(({ name }) => name in met) ? Object.keys(met) : reachable(schema, behind);
}

const RULES: Readonly<Record<string, Rule>> = {
  'types are in PascalCase, what they hold in lowerCamelCase': {
    offenders: (schema) => [
      ...typesOf(schema)
        .map(({ name }) => name)
        .filter((name) => !/^[A-Z][A-Za-z0-9]*$/.test(name)),
      ...places(members(schema).filter(({ name }) => !/^[a-z][A-Za-z0-9]*$/.test(name))),
    ],
    broken: 'type Query { job_s(Size: Int, by: jobFilter): Int } input jobFilter { Name: String }',
    caught: ['jobFilter', 'Query.job_s', 'Query.job_s(Size)', 'jobFilter.Name'],
  },
  'the name of an input type says what it is for, and no other type has such a name': {
    offenders: (schema) =>
      typesOf(schema)
        .filter((type) => isInputObjectType(type) !== /(Input|Filter|Exclusion|Order)$/.test(type.name))
        .map(({ name }) => name),
    broken: 'type Query { a(by: Job): MadeInput } input Job { name: String } type MadeInput { name: String }',
    caught: ['MadeInput', 'Job'],
  },
  'ID is the type of global ids and of nothing else': {
    offenders: (schema) =>
      places(
        members(schema).filter(({ name, type }) => {
          const wanted = { id: 'ID!', ids: '[ID!]!' }[name];
          return wanted === undefined ? getNamedType(type).name === 'ID' : type.toString() !== wanted;
        }),
      ),
    broken: 'type Query { job(id: ID): Job, jobs(ids: [ID!]!, jobId: ID): Job } type Job { id: String! }',
    caught: ['Job.id', 'Query.job(id)', 'Query.jobs(jobId)'],
  },
  'lists hold no nulls, except those that answer one by one to a list of ids': {
    offenders: (schema) => {
      const byIds = fields(schema).filter(({ args }) => args.some(({ name }) => name === 'ids'));
      return places(members(schema).filter(({ type }) => listsOfNullables(type))).filter(
        (place) => !places(byIds).includes(place),
      );
    },
    broken: 'type Query { nodes(ids: [ID!]!): [Int], jobs(names: [String]): [[Int]!]! }',
    caught: ['Query.jobs', 'Query.jobs(names)'],
  },
  'a field fed by a further AWS call is nullable, or tells itself that the call failed': {
    offenders: (schema) =>
      places(
        fields(schema).filter(
          ({ parent, description, type }) =>
            isNonNullType(type) &&
            !tellsFailure(type) &&
            operationsIn(description).some(
              (operation) => !operationsIn(parent.description).includes(operation),
            ),
        ),
      ),
    broken: `
      type Query { job: Job }
      "A job (ListCases)."
      type Job { "(ListCases)" name: String!, "(GetCase)" text: String!, "(GetMember)" state: State! }
      enum State { MEMBER UNKNOWN }`,
    caught: ['Job.text'],
  },
  'a field that leads to a connection is nullable and takes first, 20 when left out, and after': {
    offenders: (schema) =>
      places(
        fields(schema)
          .filter(({ type }) => getNamedType(type).name.endsWith('Connection'))
          .filter(({ args, type }) => {
            const paging = args.filter(({ name }) => ['first', 'after', 'last', 'before'].includes(name));
            const given = paging.map((arg) => `${arg.name}: ${written(arg)}`).sort();
            return isNonNullType(type) || given.join(', ') !== 'after: String, first: Int! = 20';
          }),
      ),
    broken: `
      type Query {
        good(after: String, first: Int! = 20): JobConnection, sure(after: String, first: Int! = 20): JobConnection!
        long(after: String, first: Int! = 50): JobConnection, bare: JobConnection
        back(after: String, first: Int! = 20, last: Int): JobConnection
      }
      type JobConnection { size: Int }`,
    caught: ['Query.sure', 'Query.long', 'Query.back', 'Query.bare'],
  },
  'every type can be met from Query or Mutation': {
    offenders: (schema) => {
      const met = reachable(schema);
      return typesOf(schema)
        .map(({ name }) => name)
        .filter((name) => !met.includes(name));
    },
    broken: `
      type Query { node: Node }
      interface Node { name: String }
      type Job implements Node { name: String, by: Person }
      type Person { name: String }
      type Stray { by: StrayKind } enum StrayKind { LOST }`,
    caught: ['Stray', 'StrayKind'],
  },
  'the description of a mutation ends with the AWS operation that it calls': {
    offenders: (schema) =>
      places(
        mutations(schema).filter(({ description }) => {
          const named = /\(([\w, ]+)\)\.$/.exec(description ?? '')?.[1] ?? 'none at all';
          return !named.split(', ').every((operation) => OPERATIONS.includes(operation));
        }),
      ),
    broken: `
      type Query { a: Int }
      type Mutation {
        "Closes a case (CloseCase)." good: Int, "Closes a case." silent: Int, "Closes a case (ShutCase)." wrong: Int
      }`,
    caught: ['Mutation.silent', 'Mutation.wrong'],
  },
  'a mutation can be tried with dryRun, and answers with userErrors and an outcome': {
    offenders: (schema) =>
      places(
        mutations(schema).filter(({ args: [input], type }) => {
          const { dryRun } = shapeOf(getNamedType(input?.type));
          const { userErrors, outcome, change, results } = shapeOf(getNamedType(type));
          const ofMany = results === undefined ? {} : shapeOf(schema.getType(results.replace(/[[\]!]/g, '')));
          const outcomes = [
            outcome === 'ChangeOutcome!',
            change === 'StatusChange',
            ofMany.change === 'StatusChange',
          ].filter(Boolean);
          return dryRun !== 'Boolean! = false' || userErrors !== '[UserError!]!' || outcomes.length !== 1;
        }),
      ),
    broken: `
      type Query { a: Int }
      type Mutation { good(by: Dry!): Open, wet(by: Wet!): Open, mute(by: Dry!): Mute, vague(by: Dry!): Vague }
      input Dry { dryRun: Boolean! = false }
      input Wet { dryRun: Boolean! = true }
      type Open { outcome: ChangeOutcome!, userErrors: [UserError!]! }
      type Mute { outcome: ChangeOutcome!, userErrors: [UserError!] }
      type Vague { userErrors: [UserError!]! }
      interface UserError { message: String! }
      enum ChangeOutcome { APPLIED }`,
    caught: ['Mutation.wet', 'Mutation.mute', 'Mutation.vague'],
  },
  'beside a status stands what AWS called it': {
    offenders: (schema) =>
      places(
        fields(schema).filter(({ name, type, parent }) => {
          const status = getNullableType(type);
          const { awsStatus, awsState } = shapeOf(parent);
          const isOpen = isEnumType(status) && status.getValue('UNRECOGNIZED') != null;
          return isOpen && /(status|state)$/i.test(name) && (awsStatus ?? awsState) !== 'String';
        }),
      ),
    broken: `
      type Query { job: Job, export: Export }
      type Job { status: Status, awsStatus: String }
      type Export { exportState: Status! }
      enum Status { RUNNING UNRECOGNIZED }`,
    caught: ['Export.exportState'],
  },
  'what is deprecated says why, in a sentence': {
    offenders: (schema) =>
      places(
        [...members(schema), ...enumValues(schema)].filter(
          ({ deprecationReason: reason }) =>
            reason != null && (reason === DEFAULT_DEPRECATION_REASON || !/^[A-Z].*\.$/.test(reason)),
        ),
      ),
    broken: `
      type Query { a(old: Int @deprecated): Kind @deprecated(reason: "because"), b: Int @deprecated(reason: "Use a.") }
      enum Kind { OLD @deprecated(reason: "") }`,
    caught: ['Query.a', 'Query.a(old)', 'Kind.OLD'],
  },
};

const schema = buildSchema(readFileSync(join(__dirname, '../../schema/schema.graphql'), 'utf8'));

describe.each(Object.entries(RULES))('%s', (_name, { offenders, broken, caught }) => {
  test('in the schema', () => {
    expect(offenders(schema)).toEqual([]);
  });

  test('and what breaks it is caught', () => {
    expect([...offenders(buildSchema(broken))].sort()).toEqual([...caught].sort());
  });
});
