/** Builds the executable schema from the resolvers. */
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { resolvers } from '../../resolvers/all';
import { applyOneOf } from '../../schema/shared/one-of';
import { applyFieldRules } from '../graphql/field-rules';

export function createSchema(): GraphQLSchema {
  return applyFieldRules(describeRootTypes(applyOneOf(buildSchemaSync({ resolvers, validate: false }))));
}

/** TypeGraphQL has no option for the descriptions of Query and Mutation. */
function describeRootTypes(schema: GraphQLSchema): GraphQLSchema {
  const query = schema.getQueryType();
  const mutation = schema.getMutationType();
  if (query != null) query.description = 'The read operations of the gateway.';
  if (mutation != null) mutation.description = 'The operations of the gateway that change AWS resources.';
  return schema;
}
