// Every input of the schema that names a target or a resource of a target, found in the built schema.
import {
  getNamedType,
  isInputObjectType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** A place of an input: the names of the argument and of the input fields below it. */
export interface TargetInput {
  readonly field: GraphQLField<unknown, unknown>;
  readonly parent: GraphQLObjectType;
  readonly path: readonly string[];
  readonly names: 'target' | 'resource';
}

/** Ends the search in an input type that contains itself. */
const MAX_DEPTH = 4;

/** Arguments of the fields of Query and Mutation, and of the fields of every other type. */
export function targetInputs(schema: GraphQLSchema): readonly TargetInput[] {
  return Object.values(schema.getTypeMap()).flatMap((parent) => {
    if (!isObjectType(parent) || parent.name.startsWith('__')) return [];
    return Object.values(parent.getFields()).flatMap((field) =>
      field.args.flatMap((argument) => inputsIn(argument, []).map((found) => ({ field, parent, ...found }))),
    );
  });
}

function inputsIn(
  input: GraphQLArgument | GraphQLInputField,
  above: readonly string[],
): readonly Pick<TargetInput, 'path' | 'names'>[] {
  const path = [...above, input.name];
  const type = getNamedType(input.type);
  if (isInputObjectType(type)) {
    if (above.length > MAX_DEPTH) return [];
    return Object.values(type.getFields()).flatMap((field) => inputsIn(field, path));
  }
  if (type.name === 'String' && /targets?$/i.test(input.name)) return [{ path, names: 'target' }];
  const namesResource = type.name === 'ID' || /resourceId/i.test(input.name);
  return namesResource ? [{ path, names: 'resource' }] : [];
}
