/** The difference between the tags in a form and those of a resource. */
import type { TagRow } from '../../forms/form-values';

interface TagChange extends TagRow {
  /** The row of the form. */
  readonly row: number;
}

interface TagChanges {
  /** Added and changed tags. */
  readonly set: readonly TagChange[];
  /** The keys of removed tags. */
  readonly removed: readonly string[];
}

/**
 * @param rows the rows of the form; spaces around an entry are dropped, unless the resource has them
 * @param max the maximum number of tags
 */
export function tagChangesOf(rows: readonly TagRow[], base: readonly TagRow[], max: number): TagChanges {
  const before = new Map(base.map(({ key, value }) => [key, value]));
  const tags = rows.map(({ key, value }) => {
    const kept = before.has(key) ? key : key.trim();
    return { key: kept, value: before.get(kept) === value ? value : value.trim() };
  });
  const left = new Set(tags.map(({ key }) => key));
  // The rules of all tags hold for the rows that are not sent, too.
  const isInvalid = left.size < tags.length || tags.length > max;
  return {
    set: tags.flatMap((tag, row) =>
      !isInvalid && before.get(tag.key) === tag.value ? [] : [{ ...tag, row }],
    ),
    removed: [...before.keys()].filter((key) => !left.has(key)),
  };
}

export function withoutTags(base: readonly TagRow[], keys: readonly string[]): readonly TagRow[] {
  return base.filter(({ key }) => !keys.includes(key));
}

/** Returns the tags of a resource after AWS has set some. */
export function withTags(base: readonly TagRow[], tags: readonly TagRow[]): readonly TagRow[] {
  const keys = tags.map(({ key }) => key);
  return [...withoutTags(base, keys), ...tags];
}
