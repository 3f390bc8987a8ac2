/** OneOf input objects, which accept exactly one field (the GraphQL directive @oneOf). */
import { isInputObjectType, type GraphQLSchema } from 'graphql';
import { Extensions } from 'type-graphql';

/** Marks an input type whose fields, all nullable, are mutually exclusive. */
export const OneOf = (): ClassDecorator => Extensions({ isOneOf: true });

/** Applies the marks to the built schema, because TypeGraphQL does not support @oneOf. Returns the same schema. */
export function applyOneOf(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInputObjectType(type) && type.extensions.isOneOf === true) type.isOneOf = true;
  }
  return schema;
}
