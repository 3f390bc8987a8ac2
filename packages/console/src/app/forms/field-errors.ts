/** Maps problems of an input, found by the form or by the gateway, to the fields of the form. */
import { textOf } from '../actions/verdict';
import type { ActionError } from '../actions/action-mutation';
import type { Step } from './form-spec';
import { fieldAt, valueAt } from './form-values';
import { problemsOf, type Problem } from './rules';

/** Messages by the path of the field. */
export type FieldErrors = Readonly<Record<string, string>>;

/** The problems that the form finds without a request. */
export function problemsOfSteps(steps: readonly Step[], values: unknown): FieldErrors {
  return keepFirst(steps.map((step) => toFieldErrors(step, problemsOf(step.rule, step.input), values)));
}

interface Placed {
  readonly fields: FieldErrors;
  /** Messages that concern no field of the form. */
  readonly others: readonly string[];
}

/** The errors that the gateway returned for a step. */
export function placeErrors(step: Step, errors: readonly ActionError[], values: unknown): Placed {
  const problems = errors.map((error) => ({
    // The first segment is the name of the argument.
    path: (error.path ?? []).slice(1),
    message:
      error.path?.[1] === 'idempotencyKey'
        ? 'The gateway got an earlier attempt with other input. Look whether AWS has its result before you send this.'
        : textOf(error, (status) => status),
  }));
  const isPlaced = ({ path }: Problem) => fieldAt(step.locate(path), values) !== '';
  return {
    fields: toFieldErrors(step, problems.filter(isPlaced), values),
    others: problems.filter((problem) => !isPlaced(problem)).map(({ message }) => message),
  };
}

function toFieldErrors(step: Step, problems: readonly Problem[], values: unknown): FieldErrors {
  return keepFirst(
    problems.map(({ path, message }) => {
      const field = fieldAt(step.locate(path), values);
      const shown = valueAt(field.split('.'), values);
      const given = valueAt(path, step.input);
      // A field with one entry per line holds many values.
      const isEntry =
        /^\d+$/.test(path.at(-1) ?? '') && typeof shown === 'string' && typeof given === 'string';
      return { [field]: isEntry ? `“${given}”: ${message}` : message };
    }),
  );
}

/** The first message of each field. */
function keepFirst(all: readonly FieldErrors[]): FieldErrors {
  const first: Record<string, string> = {};
  for (const [field, message] of all.flatMap((errors) => Object.entries(errors))) first[field] ??= message;
  return first;
}
