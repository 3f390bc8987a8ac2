/** The execution of the selected fields of one object, in their order, by the rules of graphql-js. */
import { isPromise } from '../../domain/is-promise';
import { throwAfter, type Execution, type Path } from './execution';
import { executeField, failField, pathOf, type FieldPlan } from './field-plan';

/** The values of the fields of one object by their names in the response; promises until `settle`. */
export type Results = Record<string, unknown>;

export interface ObjectPlan {
  readonly fields: readonly FieldPlan[];
  /** Every name of the response in its order, with the value of __typename, and null for other fields. */
  readonly template: Readonly<Results>;
}

/** An object with some executed fields. */
export interface Progress {
  readonly execution: Execution;
  readonly source: unknown;
  readonly path: Path | undefined;
  readonly results: Results;
  /** True when some results are promises. */
  readonly hasPromise: boolean;
}

export function runFields(
  plan: ObjectPlan,
  execution: Execution,
  source: unknown,
  path: Path | undefined,
): unknown {
  return runEach(plan.fields, { execution, source, path, results: { ...plan.template }, hasPromise: false });
}

/** Fails the field at `index` with an error, and executes the fields after it. */
export function resumeAfterError(
  index: number,
  plan: ObjectPlan,
  progress: Progress,
  cause: unknown,
): unknown {
  const { execution, path, results } = progress;
  const [failed, ...rest] = plan.fields.slice(index);
  if (failed === undefined) throw cause;
  try {
    results[failed.responseName] = failField(execution, failed, pathOf(failed, path), cause);
  } catch (error) {
    return failObject(progress, error);
  }
  return runEach(rest, progress);
}

/** Waits for the promises among the results. */
export function settle(results: Results): Promise<Results> {
  const names = Object.keys(results).filter((name) => isPromise(results[name]));
  return Promise.all(names.map((name) => results[name])).then((values) => {
    names.forEach((name, index) => {
      results[name] = values[index];
    });
    return results;
  });
}

function runEach(fields: readonly FieldPlan[], progress: Progress): unknown {
  const { execution, source, path, results } = progress;
  let { hasPromise } = progress;
  try {
    for (const field of fields) {
      const result = executeField(execution, field, source, path);
      results[field.responseName] = result;
      if (isPromise(result)) hasPromise = true;
    }
  } catch (error) {
    return failObject({ ...progress, hasPromise }, error);
  }
  return hasPromise ? settle(results) : results;
}

function failObject({ results, hasPromise }: Progress, error: unknown): Promise<never> {
  return throwAfter(hasPromise ? settle(results) : undefined, error);
}
