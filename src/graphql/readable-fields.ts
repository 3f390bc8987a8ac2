/** Fields of records: a field whose value the gateway could not read is null with an error, and the rest of the record stays. */
import { isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { readable, unreadableIn } from '../domain/records/unreadable';

/** Makes the resolvers of all types but the root types throw UnreadableFieldError for the unreadable fields of their record. */
export function applyReadableFields(schema: GraphQLSchema): GraphQLSchema {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__') || roots.includes(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field;
      if (resolve === undefined) continue;
      field.resolve = (source: object, args, context, info) => {
        if (unreadableIn(source).has(info.fieldName)) readable(source, info.fieldName as never);
        return resolve(source, args, context, info);
      };
    }
  }
  return schema;
}

/** The value of a field without a resolver: the property of that name. Throws UnreadableFieldError. */
export function readField(source: object, name: string): unknown {
  return readable(source, name as never);
}

/** The resolver of fields without a resolver. Unlike the default of graphql-js, it calls no functions of records. */
export const resolvePlainField: GraphQLFieldResolver<object, unknown> = (source, _args, _context, info) =>
  readField(source, info.fieldName);
