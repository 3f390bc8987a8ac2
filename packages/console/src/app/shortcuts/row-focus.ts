/** Moves the focus between the links of the rows of a list. The link of a row is marked with `data-row-link`. */
import { useEffect } from 'react';
import { useShortcut } from './shortcuts-provider';

const LINKS = 'main [data-row-link]';

/** The shortcuts for rows, and the arrow keys once a row has the focus: without it, they scroll the page. */
export function useRowShortcuts(): void {
  useShortcut('next', focusNext);
  useShortcut('previous', focusPrevious);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, ctrlKey, altKey, metaKey, shiftKey, target, defaultPrevented } = event;
      if (defaultPrevented || ctrlKey || altKey || metaKey || shiftKey) return;
      if (key !== 'ArrowDown' && key !== 'ArrowUp') return;
      if (!(target instanceof Element && target.matches(LINKS))) return;
      event.preventDefault();
      move(key === 'ArrowDown' ? 1 : -1);
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, []);
}

function focusNext(): void {
  move(1);
}

function focusPrevious(): void {
  move(-1);
}

/** From the row with the focus; without one, to the first or last row in view. */
function move(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>(LINKS)];
  const current = links.findIndex((link) => isRowOf(link, document.activeElement));
  const next = current === -1 ? firstInView(links, step) : links[current + step];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
}

function isRowOf(link: HTMLElement, focused: Element | null): boolean {
  const row = link.closest('tr, li');
  return row?.contains(focused) === true;
}

function firstInView(links: readonly HTMLElement[], step: 1 | -1): HTMLElement | undefined {
  const inView = links.filter((link) => {
    const { top, bottom } = link.getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight;
  });
  return inView.at(step === 1 ? 0 : -1) ?? links.at(step === 1 ? 0 : -1);
}
