/** Conversions between what a form holds and what an input has. */

/** The entries of a text with one entry per line; commas separate, too. */
export function entriesOf(text: string): string[] {
  return text
    .split(/[\n,]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** An optional list: undefined when the user has entered nothing. */
export function optionalEntries(text: string): string[] | undefined {
  return unlessEmpty(entriesOf(text));
}

export function unlessEmpty<Entry>(entries: readonly Entry[]): Entry[] | undefined {
  return entries.length === 0 ? undefined : [...entries];
}

/** An optional text, without spaces around it. */
export function optionalText(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed === '' ? undefined : trimmed;
}

export interface TagRow {
  readonly key: string;
  readonly value: string;
}

export const trimmedTags = (tags: readonly TagRow[]): TagRow[] =>
  tags.map(({ key, value }) => ({ key: key.trim(), value: value.trim() }));

/** The field of the form that shows a path of the input: the longest part of the path that the values of the form have. */
export function fieldAt(path: readonly string[], values: unknown): string {
  const found: string[] = [];
  let here = values;
  for (const segment of path) {
    if (typeof here !== 'object' || here === null || !(segment in here)) break;
    found.push(segment);
    here = (here as Readonly<Record<string, unknown>>)[segment];
  }
  return found.join('.');
}

/** The value at a path; undefined when there is none. */
export function valueAt(path: readonly string[], value: unknown): unknown {
  return path.reduce<unknown>(
    (here, segment) =>
      typeof here === 'object' && here !== null
        ? (here as Readonly<Record<string, unknown>>)[segment]
        : undefined,
    value,
  );
}
