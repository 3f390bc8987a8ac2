/** Recognizes the shortcuts in a sequence of keys. It depends on neither a page nor a browser. */
import { SHORTCUTS, type Shortcut, type ShortcutId } from './shortcuts';

/** After this time a first key, such as g, is forgotten. */
export const SEQUENCE_MS = 1_500;

const ENTRIES = Object.entries(SHORTCUTS) as [ShortcutId, Shortcut][];

export interface Key {
  /** As in KeyboardEvent.key. */
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  /** True while the user holds the key. */
  readonly repeat: boolean;
}

export class KeySequence {
  #first: { readonly key: string; readonly at: number } | undefined;

  /** Returns the shortcut that the key completes. @param at the time of the key, in milliseconds */
  press({ key, shiftKey, ctrlKey, altKey, metaKey, repeat }: Key, at: number): ShortcutId | undefined {
    // A modifier that is pressed alone, such as Shift before the question mark, ends no sequence.
    if (key === 'Shift' || key === 'CapsLock') return undefined;
    const first =
      this.#first !== undefined && at - this.#first.at <= SEQUENCE_MS ? this.#first.key : undefined;
    this.#first = undefined;
    if (ctrlKey || altKey || metaKey) return undefined;
    // Caps Lock writes capital letters; Shift may be needed for signs, but not for letters.
    const isLetter = /^[a-z]$/i.test(key);
    if (isLetter && shiftKey) return undefined;
    const typed = isLetter ? key.toLowerCase() : key;
    const found = ENTRIES.find(([, { keys }]) =>
      keys.length === 2 ? keys[0] === first && keys[1] === typed : first === undefined && keys[0] === typed,
    );
    if (found === undefined) {
      const begins = ENTRIES.some(([, { keys }]) => keys.length === 2 && keys[0] === typed);
      if (begins && !repeat) this.#first = { key: typed, at };
      return undefined;
    }
    const [id, { repeats }] = found;
    return repeat && repeats !== true ? undefined : id;
  }
}
