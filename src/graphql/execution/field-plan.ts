/** One selected field of an object type, and its execution by the rules of graphql-js. */
import {
  getArgumentValues,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
} from 'graphql';
import { isPromise } from '../../domain/is-promise';
import { readField } from '../readable-fields';
import type { FieldNodes } from './collect-fields';
import { failValue, type Execution, type Path } from './execution';

/** Completes a value: serializes it, or executes the selection below it. Throws what graphql-js throws. */
export type Complete = (execution: Execution, value: unknown, path: Path) => unknown;

/** The members of GraphQLResolveInfo that are equal for all fields of an operation. */
export type OperationInfo = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'operation'>;

export interface FieldFacts {
  /** The alias, or the name of the field. */
  readonly responseName: string;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly nodes: FieldNodes;
  readonly parent: GraphQLObjectType;
  readonly operation: OperationInfo;
}

export interface FieldPlan extends FieldFacts {
  readonly complete: Complete;
  /** The type of a field without a resolver whose values have no fields; undefined for other fields. */
  readonly plainLeaf: GraphQLLeafType | undefined;
}

/** Returns the completed value or a promise of it. Throws a located error when a field that is not nullable fails. */
export function executeField(
  execution: Execution,
  field: FieldPlan,
  source: unknown,
  parentPath: Path | undefined,
): unknown {
  const path = pathOf(field, parentPath);
  try {
    return completeField(execution, field, resolveField(execution, field, source, path), path);
  } catch (error) {
    return failField(execution, field, path, error);
  }
}

/** As `executeField`, for a field whose value is known. */
export function finishField(
  execution: Execution,
  field: FieldPlan,
  value: unknown,
  parentPath: Path | undefined,
): unknown {
  const path = pathOf(field, parentPath);
  try {
    return completeField(execution, field, value, path);
  } catch (error) {
    return failField(execution, field, path, error);
  }
}

/** Returns null for a nullable field and adds its error. Throws the error otherwise. */
export function failField(
  execution: Execution,
  { definition: { type }, nodes }: FieldFacts,
  path: Path,
  cause: unknown,
): null {
  return failValue(execution, { type, nodes, path }, cause);
}

export function pathOf({ responseName, parent }: FieldFacts, prev: Path | undefined): Path {
  return { prev, key: responseName, typename: parent.name };
}

export function missingValue({ parent, definition }: FieldFacts): Error {
  return new Error(`Cannot return null for non-nullable field ${parent.name}.${definition.name}.`);
}

export function infoOf(
  { variables }: Execution,
  { definition, nodes, parent, operation }: FieldFacts,
  path: Path,
): GraphQLResolveInfo {
  return {
    fieldName: definition.name,
    fieldNodes: nodes,
    returnType: definition.type,
    parentType: parent,
    path,
    schema: operation.schema,
    fragments: operation.fragments,
    rootValue: undefined,
    operation: operation.operation,
    variableValues: variables,
  };
}

function resolveField(execution: Execution, field: FieldPlan, source: unknown, path: Path): unknown {
  const { definition, nodes } = field;
  const { resolve } = definition;
  if (resolve === undefined) return readField(source as object, definition.name);
  const args = getArgumentValues(definition, nodes[0], execution.variables);
  return resolve(source, args, execution.context, infoOf(execution, field, path));
}

function completeField(execution: Execution, field: FieldPlan, value: unknown, path: Path): unknown {
  const completed = isPromise(value)
    ? value.then((resolved) => field.complete(execution, resolved, path))
    : field.complete(execution, value, path);
  if (!isPromise(completed)) return completed;
  return completed.then(undefined, (error: unknown) => failField(execution, field, path, error));
}
