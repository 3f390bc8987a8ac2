/** Defaults of arguments and input fields: an explicit null means the default, as a missing value does. */
import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';

type Values = Readonly<Record<string, unknown>>;

interface Input {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly defaultValue?: unknown;
}

/** Makes every resolver receive the defaults of its arguments in place of null. */
export function applyArgumentDefaults(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const { args: inputs, resolve } = field;
      if (resolve === undefined || !inputs.some((input) => hasDefault(input))) continue;
      field.resolve = (source, args: Values, context, info) =>
        resolve(source, withDefaults(inputs, args), context, info);
    }
  }
  return schema;
}

/** The values of arguments or of an input object, with defaults in place of null. */
export function withDefaults(inputs: readonly Input[], values: Values): Values {
  const defaulted = inputs.flatMap(({ name, type, defaultValue }): [string, unknown][] => {
    const value = values[name];
    if (value === null && defaultValue !== undefined) return [[name, defaultValue]];
    const nested = valueWithDefaults(type, value);
    return nested === value ? [] : [[name, nested]];
  });
  return defaulted.length === 0 ? values : { ...values, ...Object.fromEntries(defaulted) };
}

function valueWithDefaults(type: GraphQLInputType, value: unknown): unknown {
  const named = getNamedType(type);
  if (typeof value !== 'object' || value === null || !isInputObjectType(named)) return value;
  if (isListType(getNullableType(type)) && Array.isArray(value)) {
    const items = value.map((item: unknown) => valueWithDefaults(named, item));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  return withDefaults(Object.values(named.getFields()), value as Values);
}

/** True when the input or a field inside it has a default. */
function hasDefault({ type, defaultValue }: Input, visited: ReadonlySet<string> = new Set()): boolean {
  if (defaultValue !== undefined) return true;
  const named = getNamedType(type);
  if (!isInputObjectType(named) || visited.has(named.name)) return false;
  const inside = new Set([...visited, named.name]);
  return Object.values(named.getFields()).some((field) => hasDefault(field, inside));
}
