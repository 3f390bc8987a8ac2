/** The executable GraphQL schema, built from the resolvers. */
import { isAbstractType, type GraphQLAbstractType, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, getMetadataStorage, type BuildSchemaOptions } from 'type-graphql';
import { resolvers } from '../../resolvers/all';
import { applyOneOf } from '../../schema/shared/one-of';
import { applyArgumentDefaults } from '../graphql/argument-defaults';
import { applyFieldRules } from '../graphql/field-rules';
import { applyReadableFields } from '../graphql/readable-fields';

const OPTIONS: BuildSchemaOptions = {
  resolvers,
  validate: false,
  // The check executes an introspection query, which takes a third of the time; test/schema does the same.
  skipCheck: true,
  // Required, and not used: each subscription opens its own stream.
  pubSub: { publish: noPubSub, subscribe: noPubSub },
};

function noPubSub(): never {
  throw new Error('The gateway has no PubSub.');
}

type TypeResolver = GraphQLAbstractType['resolveType'];

let schema: GraphQLSchema | undefined;

/** Builds the schema on the first call; all gateways of a process share it. */
export function createSchema(): GraphQLSchema {
  schema ??= applyFieldRules(
    applyReadableFields(applyArgumentDefaults(describeRootTypes(applyOneOf(buildTypes())))),
  );
  return schema;
}

function buildTypes(): GraphQLSchema {
  const { fields, middlewares } = getMetadataStorage();
  // Without a resolver from TypeGraphQL, which does the same at a higher price, the executor reads the property.
  for (const field of fields) {
    field.simple = !middlewares.some(
      ({ target, fieldName }) => target === field.target && fieldName === field.name,
    );
  }
  return resolveTypesSynchronously(buildSchemaSync(OPTIONS));
}

/** TypeGraphQL makes the resolvers of types asynchronous, which would cost a promise for every object. */
function resolveTypesSynchronously(schema: GraphQLSchema): GraphQLSchema {
  const { interfaceTypes, unions } = getMetadataStorage();
  for (const { name, resolveType } of [...interfaceTypes, ...unions]) {
    const type = schema.getType(name);
    if (resolveType !== undefined && isAbstractType(type)) type.resolveType = resolveType as TypeResolver;
  }
  return schema;
}

/** TypeGraphQL has no option for the descriptions of the root types. */
function describeRootTypes(schema: GraphQLSchema): GraphQLSchema {
  const query = schema.getQueryType();
  const mutation = schema.getMutationType();
  if (query != null) query.description = 'The read operations of the gateway.';
  const subscription = schema.getSubscriptionType();
  if (subscription != null)
    subscription.description = 'The live updates of the gateway: streams at /graphql/stream.';
  if (mutation != null) mutation.description = 'The operations of the gateway that change AWS resources.';
  return schema;
}
