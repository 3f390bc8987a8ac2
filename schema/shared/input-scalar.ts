/** Scalars that validate values from clients: the message of a rejected value names the scalar and the form that it expects. */
import { GraphQLError, GraphQLScalarType, Kind, type GraphQLScalarTypeConfig, type ValueNode } from 'graphql';

interface InputScalar<Internal> extends Pick<
  GraphQLScalarTypeConfig<Internal, string>,
  'name' | 'description' | 'specifiedByURL' | 'serialize'
> {
  /** The form of a valid value, as a phrase that ends with a period. */
  readonly form: string;
  /** The value of a text; undefined when the text is invalid. */
  readonly parse: (text: string) => Internal | undefined;
}

export function inputScalar<Internal>({
  form,
  parse,
  ...config
}: InputScalar<Internal>): GraphQLScalarType<Internal, string> {
  const parseValue = (value: unknown, node: ValueNode | null = null): Internal => {
    const parsed = typeof value === 'string' ? parse(value) : undefined;
    if (parsed !== undefined) return parsed;
    throw new GraphQLError(`The value is not a valid ${config.name}. ${form}`, { nodes: node });
  };
  return new GraphQLScalarType<Internal, string>({
    ...config,
    parseValue: (value) => parseValue(value),
    parseLiteral: (node) => parseValue(node.kind === Kind.STRING ? node.value : undefined, node),
  });
}
