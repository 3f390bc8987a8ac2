// The rules for all parts of the schema, each tested with the schema and with an example that violates the rule.
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
import { FACTS } from '../../scripts/coverage/facts/facts';

interface Rule {
  /** The places of the schema that violate the rule. */
  readonly violations: (schema: GraphQLSchema) => string[];
  /** A schema that violates the rule in the places of `violated`. */
  readonly badSchema: string;
  readonly violated: readonly string[];
}

/** A field of a type or input, or an argument. */
interface TypedMember {
  readonly name: string;
  readonly type: GraphQLType;
  readonly defaultValue?: unknown;
}

/** A field, an argument, an input field or an enum value, written as Type.field or Type.field(argument). */
interface Place {
  readonly place: string;
  readonly deprecationReason: string | null | undefined;
}

/** A place with a type: every place except enum values. */
type Member = Place & TypedMember;

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

const written = ({ type, defaultValue }: TypedMember) =>
  defaultValue === undefined ? type.toString() : `${type.toString()} = ${JSON.stringify(defaultValue)}`;

/** The types of the fields of an object or an input, in the schema's notation. */
function shapeOf(type: GraphQLNamedType | undefined): Partial<Record<string, string>> {
  const typedMembers: Record<string, TypedMember> =
    isInputObjectType(type) || isObjectType(type) ? type.getFields() : {};
  return Object.fromEntries(Object.values(typedMembers).map((member) => [member.name, written(member)]));
}

const OPERATIONS = Object.values(FACTS).flatMap(({ operations }) => Object.keys(operations));

/** The operations that a description names in parentheses. */
function operationsIn(description: string | null | undefined): string[] {
  const asides = (description ?? '').match(/\([^)]*\)/g) ?? [];
  return asides.flatMap((aside) => aside.match(/\w+/g) ?? []).filter((word) => OPERATIONS.includes(word));
}

/** True for Completeness and for an enum with UNKNOWN, which report a failed AWS call. */
const reportsFailure = (type: GraphQLType) => {
  const named = getNamedType(type);
  return named.name === 'Completeness' || (isEnumType(named) && named.getValue('UNKNOWN') != null);
};

function listsOfNullables(type: GraphQLType): boolean {
  const nullable = getNullableType(type);
  return isListType(nullable) && (!isNonNullType(nullable.ofType) || listsOfNullables(nullable.ofType));
}

/** Open enums whose value AWS does not state as a word: it sends one of several structures. */
const WITHOUT_AWS_WORD = ['ClassificationJobScheduleFrequency.interval'];

/** True for an enum of AWS, to which AWS may add values, and for lists of it. */
const isOpenEnum = (type: GraphQLType) => {
  const named = getNamedType(type);
  return isEnumType(named) && named.getValue('UNRECOGNIZED') != null;
};

/** The types that are reachable from Query or Mutation, also through interfaces. */
function reachable(schema: GraphQLSchema, types: readonly GraphQLObjectType[] = []): string[] {
  const reached = new GraphQLSchema({
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    types,
  }).getTypeMap();
  const implementations = Object.values(reached)
    .filter(isInterfaceType)
    .flatMap((type) => schema.getPossibleTypes(type));
  return implementations.every(({ name }) => name in reached)
    ? Object.keys(reached)
    : reachable(schema, implementations);
}

const RULES: Readonly<Record<string, Rule>> = {
  'types are in PascalCase, fields and arguments in lowerCamelCase': {
    violations: (schema) => [
      ...typesOf(schema)
        .map(({ name }) => name)
        .filter((name) => !/^[A-Z][A-Za-z0-9]*$/.test(name)),
      ...places(members(schema).filter(({ name }) => !/^[a-z][A-Za-z0-9]*$/.test(name))),
    ],
    badSchema: 'type Query { job_s(Size: Int, by: jobFilter): Int } input jobFilter { Name: String }',
    violated: ['jobFilter', 'Query.job_s', 'Query.job_s(Size)', 'jobFilter.Name'],
  },
  'the names of input types, and no others, end in Input, Filter, Exclusion or Order': {
    violations: (schema) =>
      typesOf(schema)
        .filter((type) => isInputObjectType(type) !== /(Input|Filter|Exclusion|Order)$/.test(type.name))
        .map(({ name }) => name),
    badSchema:
      'type Query { a(by: Job): MadeInput } input Job { name: String } type MadeInput { name: String }',
    violated: ['MadeInput', 'Job'],
  },
  'ID is the type of global ids only': {
    violations: (schema) =>
      places(
        members(schema).filter(({ name, type }) => {
          const wanted = { id: 'ID!', ids: '[ID!]!' }[name];
          return wanted === undefined ? getNamedType(type).name === 'ID' : type.toString() !== wanted;
        }),
      ),
    badSchema: 'type Query { job(id: ID): Job, jobs(ids: [ID!]!, jobId: ID): Job } type Job { id: String! }',
    violated: ['Job.id', 'Query.job(id)', 'Query.jobs(jobId)'],
  },
  'lists contain no nulls, except those with one entry for each id of a list of ids': {
    violations: (schema) => {
      const byIds = fields(schema).filter(({ args }) => args.some(({ name }) => name === 'ids'));
      return places(members(schema).filter(({ type }) => listsOfNullables(type))).filter(
        (place) => !places(byIds).includes(place),
      );
    },
    badSchema: 'type Query { nodes(ids: [ID!]!): [Int], jobs(names: [String]): [[Int]!]! }',
    violated: ['Query.jobs', 'Query.jobs(names)'],
  },
  'a field that needs a further AWS call is nullable or reports that the call failed': {
    violations: (schema) =>
      places(
        fields(schema).filter(
          ({ parent, description, type }) =>
            isNonNullType(type) &&
            !reportsFailure(type) &&
            operationsIn(description).some(
              (operation) => !operationsIn(parent.description).includes(operation),
            ),
        ),
      ),
    badSchema: `
      type Query { job: Job }
      "A job (ListCases)."
      type Job { "(ListCases)" name: String!, "(GetCase)" text: String!, "(GetMember)" state: State! }
      enum State { MEMBER UNKNOWN }`,
    violated: ['Job.text'],
  },
  'a field with a connection is nullable and has the arguments first, with the default 20, and after': {
    violations: (schema) =>
      places(
        fields(schema)
          .filter(({ type }) => getNamedType(type).name.endsWith('Connection'))
          .filter(({ args, type }) => {
            const paging = args.filter(({ name }) => ['first', 'after', 'last', 'before'].includes(name));
            const given = paging.map((arg) => `${arg.name}: ${written(arg)}`).sort();
            return isNonNullType(type) || given.join(', ') !== 'after: String, first: Int = 20';
          }),
      ),
    badSchema: `
      type Query {
        good(after: String, first: Int = 20): JobConnection, sure(after: String, first: Int = 20): JobConnection!
        long(after: String, first: Int = 50): JobConnection, bare: JobConnection
        back(after: String, first: Int = 20, last: Int): JobConnection
      }
      type JobConnection { size: Int }`,
    violated: ['Query.sure', 'Query.long', 'Query.back', 'Query.bare'],
  },
  'an argument or input field with a default is nullable, because an explicit null means the default': {
    violations: (schema) =>
      places(
        members(schema).filter(({ type, defaultValue }) => defaultValue !== undefined && isNonNullType(type)),
      ),
    badSchema: `
      type Query { good(first: Int = 20, after: String!, in: By): Int, bad(first: Int! = 20): Int }
      input By { good: Boolean = true, bad: Boolean! = true }`,
    violated: ['Query.bad(first)', 'By.bad'],
  },
  'every type is reachable from Query or Mutation': {
    violations: (schema) => {
      const reached = reachable(schema);
      return typesOf(schema)
        .map(({ name }) => name)
        .filter((name) => !reached.includes(name));
    },
    badSchema: `
      type Query { node: Node }
      interface Node { name: String }
      type Job implements Node { name: String, by: Person }
      type Person { name: String }
      type Stray { by: StrayKind } enum StrayKind { LOST }`,
    violated: ['Stray', 'StrayKind'],
  },
  'the description of a mutation ends with the AWS operation that it calls': {
    violations: (schema) =>
      places(
        mutations(schema).filter(({ description }) => {
          const named = /\(([\w, ]+)\)\.$/.exec(description ?? '')?.[1] ?? 'none at all';
          return !named.split(', ').every((operation) => OPERATIONS.includes(operation));
        }),
      ),
    badSchema: `
      type Query { a: Int }
      type Mutation {
        "Closes a case (CloseCase)." good: Int, "Closes a case." silent: Int, "Closes a case (ShutCase)." wrong: Int
      }`,
    violated: ['Mutation.silent', 'Mutation.wrong'],
  },
  'a mutation has the input dryRun, and its payload is a MutationPayload': {
    violations: (schema) =>
      places(
        mutations(schema).filter(({ args: [input], type }) => {
          const { dryRun } = shapeOf(getNamedType(input?.type));
          const payload = getNamedType(type);
          const isPayload =
            isObjectType(payload) && payload.getInterfaces().some(({ name }) => name === 'MutationPayload');
          return dryRun !== 'Boolean = false' || !isPayload;
        }),
      ),
    badSchema: `
      type Query { a: Int }
      type Mutation { good(by: Dry!): Open, wet(by: Wet!): Open, vague(by: Dry!): Vague }
      input Dry { dryRun: Boolean = false }
      input Wet { dryRun: Boolean = true }
      interface MutationPayload { outcome: ChangeOutcome!, userErrors: [UserError!]! }
      type Open implements MutationPayload { outcome: ChangeOutcome!, userErrors: [UserError!]! }
      type Vague { outcome: ChangeOutcome!, userErrors: [UserError!]! }
      interface UserError { message: String! }
      enum ChangeOutcome { APPLIED }`,
    violated: ['Mutation.wet', 'Mutation.vague'],
  },
  'an output field of an open enum has a field with the word of AWS beside it': {
    violations: (schema) =>
      places(
        fields(schema).filter(({ name, type, parent, place }) => {
          const awsName = `aws${name.charAt(0).toUpperCase()}${name.slice(1)}`;
          return (
            isOpenEnum(type) && !WITHOUT_AWS_WORD.includes(place) && shapeOf(parent)[awsName] !== 'String'
          );
        }),
      ),
    badSchema: `
      type Query { job: Job, export: Export }
      type Job { status: Status, awsStatus: String, jobType: Status, kind: Closed }
      type Export { status: Status!, state: [Status!]!, awsStatus: Int }
      enum Status { RUNNING UNRECOGNIZED }
      enum Closed { ONE }`,
    violated: ['Job.jobType', 'Export.status', 'Export.state'],
  },
  'a status of AWS has a label beside it': {
    violations: (schema) =>
      places(
        fields(schema).filter(({ name, type, parent }) => {
          const wanted = isNonNullType(type) ? 'String!' : 'String';
          return name === 'status' && isOpenEnum(type) && shapeOf(parent).statusLabel !== wanted;
        }),
      ),
    badSchema: `
      type Query { job: Job, export: Export, user: User, source: Source }
      type Job { status: Status!, statusLabel: String! }
      type Export { status: Status! }
      type User { status: Status, statusLabel: String! }
      type Source { status: Closed! }
      enum Status { RUNNING UNRECOGNIZED }
      enum Closed { ONE }`,
    violated: ['Export.status', 'User.status'],
  },
  'deprecations have a reason in a whole sentence': {
    violations: (schema) =>
      places(
        [...members(schema), ...enumValues(schema)].filter(
          ({ deprecationReason: reason }) =>
            reason != null && (reason === DEFAULT_DEPRECATION_REASON || !/^[A-Z].*\.$/.test(reason)),
        ),
      ),
    badSchema: `
      type Query { a(old: Int @deprecated): Kind @deprecated(reason: "because"), b: Int @deprecated(reason: "Use a.") }
      enum Kind { OLD @deprecated(reason: "") }`,
    violated: ['Query.a', 'Query.a(old)', 'Kind.OLD'],
  },
};

const schema = buildSchema(readFileSync(join(__dirname, '../../schema/schema.graphql'), 'utf8'));

describe.each(Object.entries(RULES))('%s', (_name, { violations, badSchema, violated }) => {
  test('the schema follows the rule', () => {
    expect(violations(schema)).toEqual([]);
  });

  test('the rule reports the violations in an example', () => {
    expect([...violations(buildSchema(badSchema))].sort()).toEqual([...violated].sort());
  });
});
