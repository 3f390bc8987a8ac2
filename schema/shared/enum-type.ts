/** Registration of GraphQL enums with a description of every value. */
import { registerEnumType } from 'type-graphql';

export const UNRECOGNIZED =
  'A value that this version of the gateway does not know or cannot read, or that AWS omitted.';

/** Registers the enum and returns its values. `values` maps each value to its description. */
export function enumType<Value extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Value, string>>,
): Readonly<Record<Value, Value>> {
  const names = Object.keys(values) as Value[];
  const members = Object.fromEntries(names.map((value) => [value, value])) as Record<Value, Value>;
  const valuesConfig = Object.fromEntries(names.map((value) => [value, { description: values[value] }]));
  registerEnumType(members, {
    name,
    description,
    valuesConfig: valuesConfig as Record<Value, { description: string }>,
  });
  return members;
}
