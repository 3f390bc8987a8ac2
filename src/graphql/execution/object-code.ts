/**
 * Generated code for the selection on one object type: V8 reads properties of known names faster than in a loop.
 * The code contains no text of a document, only numbers: names and types are arguments of the generated function.
 */
import { GraphQLBoolean, GraphQLID, GraphQLString, isNonNullType } from 'graphql';
import { isPromise } from '../../domain/is-promise';
import { UNREADABLE } from '../../domain/records/unreadable';
import { serialize } from './completion';
import { executeField, finishField, missingValue, type Complete, type FieldPlan } from './field-plan';
import { resumeAfterError, runFields, settle, type ObjectPlan } from './object-fields';

/** The functions and values that generated code uses, by their names in the code. */
interface Environment {
  readonly plan: ObjectPlan;
  readonly fields: readonly FieldPlan[];
  readonly names: readonly string[];
  readonly responseNames: readonly string[];
  readonly serializers: readonly ((value: unknown) => unknown)[];
  readonly unreadable: symbol;
  readonly runFields: typeof runFields;
  readonly resumeAfterError: typeof resumeAfterError;
  readonly executeField: typeof executeField;
  readonly finishField: typeof finishField;
  readonly missingValue: typeof missingValue;
  readonly isPromise: typeof isPromise;
  readonly settle: typeof settle;
}

export function generateRunner(plan: ObjectPlan): Complete {
  const { fields } = plan;
  const environment: Environment = {
    plan,
    fields,
    names: fields.map(({ definition }) => definition.name),
    responseNames: fields.map(({ responseName }) => responseName),
    serializers: fields.map(
      ({ plainLeaf }) =>
        (value) =>
          plainLeaf && serialize(plainLeaf, value),
    ),
    unreadable: UNREADABLE,
    runFields,
    resumeAfterError,
    executeField,
    finishField,
    missingValue,
    isPromise,
    settle,
  };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- V8 reads properties of known names faster than in a loop, and the code contains only numbers of fields
  const instantiate = new Function('environment', codeFor(fields)) as (environment: Environment) => Complete;
  return instantiate(environment);
}

function codeFor(fields: readonly FieldPlan[]): string {
  return `'use strict';
const { plan, fields, names, responseNames, serializers, unreadable } = environment;
const { runFields, resumeAfterError, executeField, finishField, missingValue, isPromise, settle } = environment;
const { template } = plan;
${fields
  .map(
    (_, i) =>
      `const f${i} = fields[${i}], n${i} = names[${i}], k${i} = responseNames[${i}], s${i} = serializers[${i}];`,
  )
  .join('\n')}
return (execution, source, path) => {
  if (source[unreadable] !== undefined) return runFields(plan, execution, source, path);
  const results = { ...template };
  let hasPromise = false;
  let index = 0;
  let value;
  try {
${fields.map((field, i) => `index = ${i}; ${field.plainLeaf === undefined ? codeOfField(i) : codeOfLeaf(field, i)}`).join('\n')}
  } catch (error) {
    return resumeAfterError(index, plan, { execution, source, path, results, hasPromise }, error);
  }
  return hasPromise ? settle(results) : results;
};`;
}

function codeOfField(i: number): string {
  return `value = results[k${i}] = executeField(execution, f${i}, source, path); if (isPromise(value)) hasPromise = true;`;
}

/** Objects and functions take the way of all other fields: they may be promises, errors, or dates. */
function codeOfLeaf({ plainLeaf, definition }: FieldPlan, i: number): string {
  const isText = plainLeaf === GraphQLString || plainLeaf === GraphQLID;
  const unchanged = isText ? 'string' : plainLeaf === GraphQLBoolean ? 'boolean' : undefined;
  return `value = source[n${i}];
${unchanged === undefined ? '' : `if (typeof value === '${unchanged}') results[k${i}] = value; else`}
if (value == null) { ${isNonNullType(definition.type) ? `throw missingValue(f${i});` : ''} }
else if (typeof value === 'object' || typeof value === 'function') {
  value = results[k${i}] = finishField(execution, f${i}, value, path);
  if (isPromise(value)) hasPromise = true;
} else results[k${i}] = s${i}(value);`;
}
