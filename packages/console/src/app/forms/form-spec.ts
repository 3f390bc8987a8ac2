/** The definition of a form: its values, and the mutations that it makes of them. */
import type { ReactNode } from 'react';
import type { GraphQLTaggedNode } from 'react-relay';
import type { Rule } from './rules';

/** One mutation of a form. */
export interface Step {
  /** A mutation with the variable `input`. Its root field has the alias `payload`, and the resource in it `resource`. */
  readonly mutation: GraphQLTaggedNode;
  /** The input without the members that all mutations have. */
  readonly input: object;
  readonly rule: Rule;
  /** Returns the path of a value in the values of the form, for a path in the input. Extra segments at the end are ignored. */
  readonly locate: (path: readonly string[]) => readonly string[];
  /** True when AWS recognizes a repeated request by its token, so that a retry ends an unknown outcome. */
  readonly takesClientToken: boolean;
  /** Called once AWS has accepted the mutation: later steps of the form start from there. */
  readonly onMade?: () => void;
}

/** A line of what the user confirms. */
export interface ReviewLine {
  readonly label: string;
  readonly value: ReactNode;
}

export interface FormSpec<Values extends object> {
  readonly initial: Values;
  /** The labels of all fields by path; `*` stands for the number of a row. */
  readonly labels: Readonly<Record<string, string>>;
  /** The mutations in their order; none if the user has changed nothing. */
  readonly stepsOf: (values: Values) => readonly Step[];
  readonly review: (values: Values) => readonly ReviewLine[];
}

/** The label of a field, such as "Tags, row 2, Key". */
export function fullLabel(labels: Readonly<Record<string, string>>, path: string): string {
  const segments = path.split('.');
  return segments
    .flatMap((segment, index) => {
      if (/^\d+$/.test(segment)) return [`row ${Number(segment) + 1}`];
      const label = labels[keyOf(segments.slice(0, index + 1))];
      return label === undefined ? [] : [label];
    })
    .join(', ');
}

/** The label of a field within its row. */
export function labelOf(labels: Readonly<Record<string, string>>, path: string): string {
  return labels[keyOf(path.split('.'))] ?? path;
}

const keyOf = (segments: readonly string[]) =>
  segments.map((segment) => (/^\d+$/.test(segment) ? '*' : segment)).join('.');
