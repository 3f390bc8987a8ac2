/** The state of one execution, and its errors by the rules of graphql-js. */
import { isNonNullType, locatedError, responsePathAsArray } from 'graphql';
import type { FieldNode, GraphQLError, GraphQLOutputType, GraphQLResolveInfo } from 'graphql';

/** The place of a value in the response, as resolvers find it in their info. */
export type Path = GraphQLResolveInfo['path'];

export interface Execution {
  readonly context: unknown;
  /** The coerced variables. */
  readonly variables: GraphQLResolveInfo['variableValues'];
  readonly errors: ErrorCollector;
}

/** Collects errors, and leaves out those below a place that another error has replaced by null, as graphql-js does. */
export class ErrorCollector {
  readonly errors: GraphQLError[] = [];
  private readonly places = new Set<Path | undefined>();

  add(error: GraphQLError, place: Path | undefined): void {
    for (let above = place; above !== undefined; above = above.prev) {
      if (this.places.has(above)) return;
    }
    if (this.places.has(undefined)) return;
    this.places.add(place);
    this.errors.push(error);
  }
}

/** A field or an element of a list that has failed. */
export interface FailedValue {
  readonly type: GraphQLOutputType;
  readonly nodes: readonly FieldNode[];
  readonly path: Path;
}

/** Returns null for a nullable value and adds its error. Throws the error, with its path, for any other value. */
export function failValue({ errors }: Execution, { type, nodes, path }: FailedValue, cause: unknown): null {
  const error = locatedError(cause, nodes, responsePathAsArray(path));
  if (isNonNullType(type)) throw error;
  errors.add(error, path);
  return null;
}

/** Throws the error, after the promises of other values: they may reject, too. */
export function throwAfter(pending: Promise<unknown> | undefined, error: unknown): Promise<never> {
  if (pending === undefined) throw error;
  return pending.finally(() => {
    throw error;
  }) as Promise<never>;
}
