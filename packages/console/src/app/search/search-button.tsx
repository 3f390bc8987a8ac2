/** The button that opens the search, and its shortcuts: a slash, and Ctrl or ⌘ with K. */
import { Button } from '@mantine/core';
import { lazy, useCallback, useEffect, useState, type ReactNode } from 'react';
import { SearchIcon } from '../components/icons';
import { LazyDialog } from '../requests/lazy-dialog';
import { useShortcut } from '../shortcuts/shortcuts-provider';
import classes from './search.module.css';

const SearchDialog = lazy(() => import('./search-dialog').then((file) => ({ default: file.SearchDialog })));

export function SearchButton(): ReactNode {
  // The element to which the focus returns; undefined while the dialog is closed.
  const [opener, setOpener] = useState<Element | null>();
  const open = useCallback(() => {
    if (document.querySelector('[role="dialog"][aria-modal="true"]') === null)
      setOpener(document.activeElement);
  }, []);
  const close = useCallback(() => {
    setOpener(undefined);
    if (opener instanceof HTMLElement) opener.focus();
  }, [opener]);
  const leave = useCallback(() => {
    setOpener(undefined);
    // The heading of the page takes it once the page is loaded.
    document.getElementById('content')?.focus();
  }, []);
  useShortcut('search', open);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
      if (key.toLowerCase() !== 'k' || ctrlKey === metaKey || altKey || shiftKey) return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, [open]);
  return (
    <>
      <Button
        variant="default"
        size="xs"
        className={classes.open}
        leftSection={<SearchIcon size={16} />}
        aria-label="Search everything"
        aria-keyshortcuts="/ Control+K Meta+K"
        onClick={open}
      >
        <span className={classes.openText}>
          Search <kbd>/</kbd>
        </span>
      </Button>
      {opener !== undefined && (
        <LazyDialog close={close}>
          <SearchDialog close={close} leave={leave} />
        </LazyDialog>
      )}
    </>
  );
}
