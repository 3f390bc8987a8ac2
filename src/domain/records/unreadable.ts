/** Members of AWS responses that the gateway cannot read. A mark on the record names the fields that lack their value. */
import { UnreadableFieldError } from '../errors';

/** The key of the mark, whose value holds names of fields. A symbol, so that copies by spread keep it and JSON omits it. */
export const UNREADABLE = Symbol('unreadable');

export interface Marked {
  readonly [UNREADABLE]?: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** The names of the unreadable members of an AWS structure, or of the unreadable fields of a record. */
export function unreadableIn(value: object): ReadonlySet<string> {
  return (value as Marked)[UNREADABLE] ?? NONE;
}

/**
 * The value of a field. Throws UnreadableFieldError when AWS sent a value that the gateway cannot read, unless the field
 * has the enum value UNRECOGNIZED for it.
 */
export function readable<Item extends object, Name extends keyof Item & string>(
  record: Item,
  name: Name,
): Item[Name] {
  const value = record[name];
  if (unreadableIn(record).has(name) && value !== 'UNRECOGNIZED') throw new UnreadableFieldError(name);
  return value;
}

/** True when the value, or a value inside it, has a mark. */
export function containsUnreadable(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || value instanceof Date) return false;
  if (unreadableIn(value).size > 0) return true;
  return Object.values(value).some(containsUnreadable);
}

/** Derives a value from a record; undefined when it depends on a field that the gateway cannot read. */
export function evaluate<Item, Result>(record: Item, derive: (record: Item) => Result): Result | undefined {
  if (!containsUnreadable(record)) return derive(record);
  const unreadableNames = new Set<string>();
  const view = new Proxy(record as Item & object, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (unreadableIn(target).has(String(name)) || containsUnreadable(value))
        unreadableNames.add(String(name));
      return value;
    },
  });
  try {
    const result = derive(view);
    return unreadableNames.size > 0 ? undefined : result;
  } catch (error) {
    if (error instanceof UnreadableFieldError) return undefined;
    throw error;
  }
}
