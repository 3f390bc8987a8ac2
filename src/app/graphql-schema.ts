/** Builds the executable schema from the resolvers. */
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { resolvers } from '../../resolvers/all';
import { applyOneOf } from '../../schema/shared/one-of';
import { applyFieldRules } from '../graphql/field-rules';

export function createSchema(): GraphQLSchema {
  return applyFieldRules(applyOneOf(buildSchemaSync({ resolvers, validate: false })));
}
