/** Conditions of the API from the choices of the user. A filter without a choice is no condition. */
import type { TextFilter } from './list-view';

/** The condition that a string contains the text, without regard to case. */
export function containsText(text: string) {
  return text === '' ? undefined : { contains: text, ignoreCase: true };
}

/** The text as a list of one, unless the gateway would reject it. */
export function acceptedTexts({ pattern }: TextFilter, text: string): readonly string[] | undefined {
  return text === '' || pattern?.test(text) === false ? undefined : [text];
}

/** The gateway rejects an empty list. */
export function anyOf<Value>(values: readonly Value[]): readonly Value[] | undefined {
  return values.length === 0 ? undefined : values;
}
