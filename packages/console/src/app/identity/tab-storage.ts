/**
 * The values that survive a reload, in the storage of the tab: parts of the sign-in, and drafts. A sign-out deletes them. A
 * browser may refuse to store anything.
 */

type Key = 'token' | 'resume' | `draft:${string}`;

/** The prefix of all keys in the browser's storage. */
const PREFIX = 'secops-graph-';

export const tabStorage = {
  read(key: Key): string | undefined {
    try {
      return sessionStorage.getItem(PREFIX + key) ?? undefined;
    } catch {
      return undefined;
    }
  },
  write(key: Key, value: string): void {
    try {
      sessionStorage.setItem(PREFIX + key, value);
    } catch {
      // It is then lost with a reload.
    }
  },
  remove(key: Key): void {
    try {
      sessionStorage.removeItem(PREFIX + key);
    } catch {
      // Nothing is stored.
    }
  },
  /** Removes everything. */
  clear(): void {
    try {
      const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));
      for (const key of keys) sessionStorage.removeItem(key);
    } catch {
      // Nothing is stored.
    }
  },
};
