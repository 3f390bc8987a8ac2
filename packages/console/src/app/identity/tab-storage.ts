/** The part of the sign-in that survives a reload, in the storage of the tab. A browser may refuse to store anything. */

/** The keys in the browser's storage. */
const KEYS = { token: 'secops-graph-token', resume: 'secops-graph-resume' } as const;

export const tabStorage = {
  read(key: keyof typeof KEYS): string | undefined {
    try {
      return sessionStorage.getItem(KEYS[key]) ?? undefined;
    } catch {
      return undefined;
    }
  },
  write(key: keyof typeof KEYS, value: string): void {
    try {
      sessionStorage.setItem(KEYS[key], value);
    } catch {
      // The session then ends with a reload.
    }
  },
  clear(): void {
    try {
      for (const key of Object.values(KEYS)) sessionStorage.removeItem(key);
    } catch {
      // Nothing is stored.
    }
  },
};
