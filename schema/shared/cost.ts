/** The cost class of a field, in the extensions of the GraphQL schema: the query limits turn it into points. */
import { Extensions, FieldResolver } from 'type-graphql';

/**
 * `field` costs nothing beyond the field, `detail` shares one detail call with the other detail fields of its row,
 * `call` needs its own AWS calls, `search` reads a whole list of a service, and `overview` reads the whole lists of all kinds.
 */
export type FieldCost = 'field' | 'detail' | 'call' | 'search' | 'overview';

/** The name of the cost class in the extensions of a field. */
export const COST = 'cost';

/** The name, in the extensions of a field, of the arguments with which it reads a whole list. */
export const SEARCH_ARGUMENTS = 'searchArguments';

/** Sets the cost class `search` for requests with one of the arguments, such as orderBy or filter.accountIds. */
export function SearchesWith(...args: readonly string[]): PropertyDecorator & MethodDecorator {
  return Extensions({ [SEARCH_ARGUMENTS]: args });
}

/** Sets the cost class of a field whose type does not determine it. */
export function Costs(cost: FieldCost): PropertyDecorator & MethodDecorator {
  return Extensions({ [COST]: cost });
}

type FieldType = Extract<Parameters<typeof FieldResolver>[0], (...args: never[]) => unknown>;

interface ResolvedFieldOptions {
  readonly cost: FieldCost;
  readonly description?: string;
  readonly nullable?: boolean;
  /** The name of the field, where it is not that of the method. */
  readonly name?: string;
}

/** A field that a resolver computes. Its cost class is required, because its type does not show what it calls. */
export function ResolvedField(type: FieldType, { cost, ...options }: ResolvedFieldOptions): MethodDecorator {
  const field = FieldResolver(type, options);
  const mark = Costs(cost);
  return (prototype, name, descriptor) => {
    field(prototype, name, descriptor);
    mark(prototype, name, descriptor);
  };
}
