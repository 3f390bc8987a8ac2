// For every type that a query can lead to: a query that asks for all of its fields, made from the built schema.
import {
  getNamedType,
  isInterfaceType,
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
  /** The fields that it asks for, each with the way to it, as Query.securityCases, SecurityCaseConnection.nodes. */
  readonly ways: readonly (readonly Step[])[];
}

export interface Step {
  /** As Query.securityCases. */
  readonly place: string;
  readonly name: string;
}

type AnyField = GraphQLField<unknown, unknown>;

const isFree = (field: AnyField) => !field.args.some(isRequiredArgument);
const stepOf = (parent: GraphQLObjectType, { name }: AnyField): Step => ({
  place: `${parent.name}.${name}`,
  name,
});

/** The shortest ways, breadth first. */
function waysOf(schema: GraphQLSchema): Map<GraphQLObjectType, readonly Step[]> {
  const query = schema.getQueryType();
  if (query == null) throw new Error('There is no Query.');
  const ways = new Map<GraphQLObjectType, readonly Step[]>([[query, []]]);
  for (const [parent, way] of ways) {
    for (const field of Object.values(parent.getFields()).filter(isFree)) {
      const type = getNamedType(field.type);
      if (isObjectType(type) && !ways.has(type)) ways.set(type, [...way, stepOf(parent, field)]);
    }
  }
  return ways;
}

/** One row is enough. */
const call = (schema: GraphQLSchema, { place, name }: Step): string => {
  const [typeName = '', fieldName = ''] = place.split('.');
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  return field?.args.some((argument) => argument.name === 'first') === true ? `${name}(first: 1)` : name;
};

export function typeQueries(): TypeQuery[] {
  const schema = createSchema();
  return [...waysOf(schema)]
    .filter(([{ name }]) => name !== 'Query')
    .map(([type, way]) => {
      const fields = Object.values(type.getFields()).filter(isFree);
      const selections = fields.map((field) => {
        const of = getNamedType(field.type);
        const step = call(schema, stepOf(type, field));
        return isLeafType(of) || isInterfaceType(of) ? step : `${step} { __typename }`;
      });
      const body = way.reduceRight(
        (inner, step) => `{ ${call(schema, step)} ${inner} }`,
        `{ ${selections.join(' ')} }`,
      );
      return { type: type.name, document: body, ways: fields.map((field) => [...way, stepOf(type, field)]) };
    });
}
