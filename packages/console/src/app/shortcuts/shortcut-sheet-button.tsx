/** The button that opens the sheet of shortcuts. It also works while the shortcuts are turned off. */
import { lazy, useCallback, useState, type ReactNode } from 'react';
import { KeyboardIcon } from '../components/icons';
import { LazyDialog } from '../requests/lazy-dialog';
import { useShortcut } from './shortcuts-provider';

const ShortcutSheet = lazy(() =>
  import('./shortcut-sheet').then((file) => ({ default: file.ShortcutSheet })),
);

export function ShortcutSheetButton({ className }: { readonly className: string | undefined }): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const open = useCallback(() => {
    setIsOpen(true);
  }, []);
  const close = useCallback(() => {
    setIsOpen(false);
  }, []);
  useShortcut('help', open);
  return (
    <>
      <button type="button" className={className} onClick={open}>
        <KeyboardIcon />
        Keyboard shortcuts
      </button>
      {isOpen && (
        <LazyDialog close={close}>
          <ShortcutSheet close={close} />
        </LazyDialog>
      )}
    </>
  );
}
