/** The choice of the user to turn the shortcuts of single keys off, which the browser stores. */

const KEY = 'secops-graph-shortcuts';

export function areShortcutsOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

export function storeShortcutsOn(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'off');
  } catch {
    // The browser stores nothing: the choice lasts as long as the page.
  }
}
