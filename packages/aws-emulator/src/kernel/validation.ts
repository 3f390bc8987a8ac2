/** Input validation with the constraints of the service models and the error messages of AWS. */
import { z } from 'zod';

/** One input member that violates a constraint. */
export interface ConstraintFailure {
  /** Path of the member, e.g. `sortCriteria.orderBy`. */
  readonly member: string;
  /** The message of AWS for this member. */
  readonly message: string;
}

export type ParsedInput<Input> =
  | { readonly kind: 'valid'; readonly input: Input }
  | { readonly kind: 'unparsable'; readonly detail: string }
  | { readonly kind: 'invalid'; readonly failures: readonly ConstraintFailure[] };

/** The limits of a string member. `pattern` is that of the model between /^(?: and )$/s, because in AWS it must match the whole string. */
interface TextLimits {
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: RegExp;
}

export function text({ min = 0, max = Number.MAX_SAFE_INTEGER, pattern }: TextLimits = {}): z.ZodString {
  const schema = z.string().min(min).max(max);
  return pattern === undefined ? schema : schema.regex(pattern);
}

export function parseInput<Input>(schema: z.ZodType<Input>, raw: unknown): ParsedInput<Input> {
  const result = schema.safeParse(raw, { reportInput: true });
  if (result.success) return { kind: 'valid', input: result.data };
  const mistyped = result.error.issues.find(isMistyped);
  if (mistyped !== undefined) {
    return { kind: 'unparsable', detail: `The value of member ${pathOf(mistyped)} has the wrong type` };
  }
  return { kind: 'invalid', failures: result.error.issues.map(describe) };
}

/** The message of AWS for all failures of one call. */
export function failureMessage(failures: readonly ConstraintFailure[]): string {
  const heading = `${failures.length} validation error${failures.length === 1 ? '' : 's'} detected: `;
  return heading + failures.map((failure) => failure.message).join('; ');
}

function isMistyped(issue: z.core.$ZodIssue): boolean {
  if (issue.input === undefined) return false;
  return issue.code === 'invalid_type' || (issue.code === 'invalid_value' && typeof issue.input !== 'string');
}

function describe(issue: z.core.$ZodIssue): ConstraintFailure {
  const member = pathOf(issue);
  const shown = issue.input === undefined ? 'null' : show(issue.input);
  return {
    member,
    message: `Value ${shown} at '${member}' failed to satisfy constraint: ${constraintOf(issue)}`,
  };
}

function constraintOf(issue: z.core.$ZodIssue): string {
  if (issue.input === undefined) return 'Member must not be null';
  switch (issue.code) {
    case 'too_small':
      return `Member must have ${measureOf(issue.origin)} greater than or equal to ${String(issue.minimum)}`;
    case 'too_big':
      return `Member must have ${measureOf(issue.origin)} less than or equal to ${String(issue.maximum)}`;
    case 'invalid_format':
      return `Member must satisfy regular expression pattern: ${modelPattern(issue.pattern)}`;
    case 'invalid_value':
      return `Member must satisfy enum value set: [${issue.values.map(String).join(', ')}]`;
    default:
      return issue.message;
  }
}

function measureOf(origin: string): string {
  return origin === 'string' || origin === 'array' ? 'length' : 'value';
}

/** The pattern of the model, without the anchors around it. */
function modelPattern(pattern: string | undefined): string {
  return (pattern ?? '').replace(/^\/\^\(\?:/, '').replace(/\)\$\/s$/, '');
}

const MAX_SHOWN_LENGTH = 100;

function show(value: unknown): string {
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  return `'${shown.length > MAX_SHOWN_LENGTH ? `${shown.slice(0, MAX_SHOWN_LENGTH)}...` : shown}'`;
}

function pathOf(issue: z.core.$ZodIssue): string {
  return issue.path.map(String).join('.');
}
