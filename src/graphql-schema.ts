/** Builds the executable schema from the resolvers. */
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { resolvers } from '../resolvers/all';

export function createSchema(): GraphQLSchema {
  return buildSchemaSync({ resolvers, validate: false });
}
