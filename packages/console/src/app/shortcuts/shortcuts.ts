/** The keyboard shortcuts of the console. The sheet of shortcuts and the key handler both read this table. */

export interface Shortcut {
  /** Such as "Go to classification jobs". */
  readonly label: string;
  readonly group: 'Everywhere' | 'Pages' | 'Lists and pages of resources';
  /** The key, or the keys one after another, as in KeyboardEvent.key. */
  readonly keys: readonly [string] | readonly [string, string];
  /** True when holding the key repeats the action. */
  readonly repeats?: boolean;
}

export const SHORTCUTS = {
  search: { label: 'Search everything', group: 'Everywhere', keys: ['/'] },
  help: { label: 'Show the keyboard shortcuts', group: 'Everywhere', keys: ['?'] },
  attention: { label: 'Go to attention', group: 'Pages', keys: ['g', 'a'] },
  jobs: { label: 'Go to classification jobs', group: 'Pages', keys: ['g', 'j'] },
  members: { label: 'Go to Macie members', group: 'Pages', keys: ['g', 'm'] },
  exports: { label: 'Go to mailbox exports', group: 'Pages', keys: ['g', 'e'] },
  cases: { label: 'Go to security cases', group: 'Pages', keys: ['g', 'c'] },
  next: { label: 'Next row', group: 'Lists and pages of resources', keys: ['j'], repeats: true },
  previous: { label: 'Previous row', group: 'Lists and pages of resources', keys: ['k'], repeats: true },
  filter: { label: 'Go to the filters', group: 'Lists and pages of resources', keys: ['f'] },
  refresh: { label: 'Refresh', group: 'Lists and pages of resources', keys: ['r'] },
  create: { label: 'Create a new one', group: 'Lists and pages of resources', keys: ['n'] },
} as const satisfies Readonly<Record<string, Shortcut>>;

export type ShortcutId = keyof typeof SHORTCUTS;

/** Keys that work without a shortcut of the console, for the sheet. */
export const FIXED_KEYS = [
  { label: 'Search everything', keys: 'Ctrl or ⌘ + K' },
  { label: 'From a row to the one above or below', keys: '↑ ↓' },
  { label: 'Open the row', keys: 'Enter' },
  { label: 'Close a dialog or a menu', keys: 'Esc' },
] as const;
