/** Completion: the functions that turn resolved values into values of the response, by type. */
import {
  defaultTypeResolver,
  GraphQLError,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLAbstractType,
  type GraphQLLeafType,
  type GraphQLList,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import { inspect } from 'node:util';
import { isPromise } from '../../domain/is-promise';
import { failValue, throwAfter, type Execution, type Path } from './execution';
import { infoOf, missingValue, type Complete, type FieldFacts } from './field-plan';

/** Executes the selection of a field on an object. */
export type ObjectRunner = (type: GraphQLObjectType) => Complete;

export function completerOf(type: GraphQLOutputType, field: FieldFacts, runnerOf: ObjectRunner): Complete {
  if (isNonNullType(type)) {
    const complete = completerOf(type.ofType, field, runnerOf);
    return (execution, value, path) => {
      const completed = complete(execution, value, path);
      if (completed === null) throw missingValue(field);
      return completed;
    };
  }
  const complete = completerOfPresent(type, field, runnerOf);
  return (execution, value, path) => {
    if (value instanceof Error) throw value;
    return value == null ? null : complete(execution, value, path);
  };
}

/** Throws what the type throws, and an error when it returns no value. */
export function serialize(type: GraphQLLeafType, value: unknown): unknown {
  const serialized: unknown = type.serialize(value);
  if (serialized != null) return serialized;
  throw new Error(
    `Expected \`${type.name}.serialize(${inspect(value)})\` to return non-nullable value, returned: ${String(serialized)}`,
  );
}

function completerOfPresent(type: GraphQLOutputType, field: FieldFacts, runnerOf: ObjectRunner): Complete {
  if (isListType(type)) return completerOfList(type, field, runnerOf);
  if (isLeafType(type)) return (_execution, value) => serialize(type, value);
  if (isAbstractType(type)) return completerOfAbstract(type, field, runnerOf);
  if (isObjectType(type)) return runnerOf(type);
  throw new TypeError(`${String(type)} is not a type of values.`);
}

function completerOfList(
  { ofType }: GraphQLList<GraphQLOutputType>,
  field: FieldFacts,
  runnerOf: ObjectRunner,
): Complete {
  const complete = completerOf(ofType, field, runnerOf);
  const { nodes, parent, definition } = field;
  const fail = (execution: Execution, path: Path, cause: unknown) =>
    failValue(execution, { type: ofType, nodes, path }, cause);
  const completeItem = (execution: Execution, item: unknown, path: Path): unknown => {
    try {
      const completed = isPromise(item)
        ? item.then((resolved) => complete(execution, resolved, path))
        : complete(execution, item, path);
      if (!isPromise(completed)) return completed;
      return completed.then(undefined, (error: unknown) => fail(execution, path, error));
    } catch (error) {
      return fail(execution, path, error);
    }
  };
  return (execution, list, prev) => {
    if (!isIterable(list)) {
      throw new GraphQLError(
        `Expected Iterable, but did not find one for field "${parent.name}.${definition.name}".`,
      );
    }
    let hasPromise = false;
    let key = 0;
    const completed: unknown[] = [];
    try {
      for (const item of list) {
        const value = completeItem(execution, item, { prev, key, typename: undefined });
        if (isPromise(value)) hasPromise = true;
        completed.push(value);
        key += 1;
      }
    } catch (error) {
      return throwAfter(hasPromise ? Promise.all(completed) : undefined, error);
    }
    return hasPromise ? Promise.all(completed) : completed;
  };
}

function completerOfAbstract(type: GraphQLAbstractType, field: FieldFacts, runnerOf: ObjectRunner): Complete {
  const resolveType = type.resolveType ?? defaultTypeResolver;
  const runners = new Map<string, Complete>();
  const runnerOfName = (name: unknown): Complete => {
    const known = runners.get(name as string);
    if (known !== undefined) return known;
    const runner = runnerOf(possibleType(type, name, field));
    runners.set(name as string, runner);
    return runner;
  };
  return (execution, value, path) => {
    const info = infoOf(execution, field, fieldPathOf(path));
    const name = resolveType(value, execution.context, info, type);
    if (isPromise(name)) return name.then((resolved) => runnerOfName(resolved)(execution, value, path));
    return runnerOfName(name)(execution, value, path);
  };
}

/** Throws GraphQLError for a name that is not the name of a type that a value of the abstract type may have. */
function possibleType(
  type: GraphQLAbstractType,
  name: unknown,
  { definition, parent, nodes, operation: { schema } }: FieldFacts,
): GraphQLObjectType {
  const fail = (problem: string) => new GraphQLError(problem, { nodes });
  if (typeof name !== 'string') {
    throw fail(
      `Abstract type "${type.name}" must resolve to an Object type at runtime for field "${parent.name}.${definition.name}".`,
    );
  }
  const resolved = `Abstract type "${type.name}" was resolved to`;
  const possible = schema.getType(name);
  if (possible === undefined)
    throw fail(`${resolved} a type "${name}" that does not exist inside the schema.`);
  if (!isObjectType(possible)) throw fail(`${resolved} a non-object type "${name}".`);
  if (schema.isSubType(type, possible)) return possible;
  throw fail(`Runtime Object type "${name}" is not a possible type for "${type.name}".`);
}

/** The path of the field, without the indexes of lists that the value is in. */
function fieldPathOf(path: Path): Path {
  let above = path;
  while (typeof above.key === 'number' && above.prev !== undefined) above = above.prev;
  return above;
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return (
    typeof value === 'object' &&
    typeof (value as Partial<Iterable<unknown>> | null)?.[Symbol.iterator] === 'function'
  );
}
