// The rules of names, types, arguments and deprecations.
import {
  DEFAULT_DEPRECATION_REASON,
  getNamedType,
  getNullableType,
  GraphQLSchema,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  type GraphQLObjectType,
  type GraphQLType,
} from 'graphql';
import { enumValues, fields, members, places, typesOf, written, type Rules } from './rule';

function listsOfNullables(type: GraphQLType): boolean {
  const nullable = getNullableType(type);
  return isListType(nullable) && (!isNonNullType(nullable.ofType) || listsOfNullables(nullable.ofType));
}

/** The types that are reachable from a root type, also through interfaces. */
function reachable(schema: GraphQLSchema, types: readonly GraphQLObjectType[] = []): string[] {
  const reached = new GraphQLSchema({
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
    types,
  }).getTypeMap();
  const implementations = Object.values(reached)
    .filter(isInterfaceType)
    .flatMap((type) => schema.getPossibleTypes(type));
  return implementations.every(({ name }) => name in reached)
    ? Object.keys(reached)
    : reachable(schema, implementations);
}

export const TYPE_RULES: Rules = {
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
  'every type is reachable from a root type': {
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
