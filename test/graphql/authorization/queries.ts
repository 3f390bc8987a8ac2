// Queries for all fields of every type that a query can reach, generated from the built schema.
import {
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { createSchema } from '../../../src/app/graphql-schema';

export interface TypeQuery {
  readonly type: string;
  readonly document: string;
  /** The path to each requested field, such as Query.securityCases, SecurityCaseConnection.nodes. */
  readonly fieldPaths: readonly (readonly Step[])[];
}

export interface Step {
  /** The schema coordinate, such as Query.securityCases. */
  readonly coordinate: string;
  readonly name: string;
}

type AnyField = GraphQLField<unknown, unknown>;

const isFree = (field: AnyField) => !field.args.some(isRequiredArgument);
const stepOf = (parent: GraphQLObjectType, { name }: AnyField): Step => ({
  coordinate: `${parent.name}.${name}`,
  name,
});

/** The shortest path to each type, found breadth first. */
function pathsOf(schema: GraphQLSchema): Map<GraphQLObjectType, readonly Step[]> {
  const query = schema.getQueryType();
  if (query == null) throw new Error('The schema has no Query type.');
  const paths = new Map<GraphQLObjectType, readonly Step[]>([[query, []]]);
  for (const [parent, path] of paths) {
    for (const field of Object.values(parent.getFields()).filter(isFree)) {
      const type = getNamedType(field.type);
      if (isObjectType(type) && !paths.has(type)) paths.set(type, [...path, stepOf(parent, field)]);
    }
  }
  return paths;
}

/** The selection of a field, with one row for a connection. */
const call = (schema: GraphQLSchema, { coordinate, name }: Step): string => {
  const [typeName = '', fieldName = ''] = coordinate.split('.');
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  return field?.args.some((argument) => argument.name === 'first') === true ? `${name}(first: 1)` : name;
};

export function typeQueries(): TypeQuery[] {
  const schema = createSchema();
  return [...pathsOf(schema)]
    .filter(([{ name }]) => name !== 'Query')
    .map(([type, path]) => {
      const fields = Object.values(type.getFields()).filter(isFree);
      const selections = fields.map((field) => {
        const of = getNamedType(field.type);
        const step = call(schema, stepOf(type, field));
        return isLeafType(of) ? step : `${step} { __typename }`;
      });
      const body = path.reduceRight(
        (inner, step) => `{ ${call(schema, step)} ${inner} }`,
        `{ ${selections.join(' ')} }`,
      );
      return {
        type: type.name,
        document: body,
        fieldPaths: fields.map((field) => [...path, stepOf(type, field)]),
      };
    });
}
