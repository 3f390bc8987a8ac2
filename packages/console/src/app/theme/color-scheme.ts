/** The color scheme of the page: the system's, unless the user chose one, which the browser stores. */

export const COLOR_SCHEMES = ['auto', 'light', 'dark'] as const;
export type ColorScheme = (typeof COLOR_SCHEMES)[number];

/** The key in the browser's storage. */
export const COLOR_SCHEME_KEY = 'secops-graph-color-scheme';

/** Returns the stored choice; `auto` when there is none, or when the browser stores nothing. */
export function storedColorScheme(): ColorScheme {
  try {
    const stored = localStorage.getItem(COLOR_SCHEME_KEY);
    return COLOR_SCHEMES.find((scheme) => scheme === stored) ?? 'auto';
  } catch {
    return 'auto';
  }
}
