/** Input objects of which exactly one field is given (GraphQL's @oneOf). */
import { isInputObjectType, type GraphQLSchema } from 'graphql';
import { Extensions } from 'type-graphql';

/** Marks an input type whose fields, all nullable, exclude each other. */
export const OneOf = (): ClassDecorator => Extensions({ isOneOf: true });

/** TypeGraphQL has no word for @oneOf yet, so the marks are carried over once the schema is built. */
export function applyOneOf(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInputObjectType(type) && type.extensions.isOneOf === true) type.isOneOf = true;
  }
  return schema;
}
