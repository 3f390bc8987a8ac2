/** The size of the values of variables, independent of the document. */
import type { DocumentSize } from './limits';

interface VariablesSize extends DocumentSize {
  /** The characters of all strings and names together. */
  readonly characters: number;
}

export function variablesSize(variables: unknown): VariablesSize {
  let characters = 0;
  const size = { valueDepth: 0, listLength: 0, objectLength: 0, stringLength: 0, nameLength: 0 };
  const raiseTo = (name: keyof typeof size, found: number) => {
    size[name] = Math.max(size[name], found);
  };
  const waiting: { readonly value: unknown; readonly level: number }[] = [{ value: variables, level: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, level } = next;
    if (typeof value === 'string') {
      raiseTo('stringLength', value.length);
      characters += value.length;
    }
    if (typeof value !== 'object' || value === null) continue;
    raiseTo('valueDepth', level);
    const members = Object.entries(value);
    raiseTo(Array.isArray(value) ? 'listLength' : 'objectLength', members.length);
    for (const [name, member] of members) {
      raiseTo('nameLength', name.length);
      characters += name.length;
      waiting.push({ value: member, level: level + 1 });
    }
  }
  return { ...size, characters };
}
