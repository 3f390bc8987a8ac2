/** The line that confirms a change on the page that opens after it, until the user dismisses it or opens another page. */
import { ActionIcon, Text } from '@mantine/core';
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { usePathname } from 'wouter/use-browser-location';
import { CloseIcon } from './icons';
import { Notice } from './notice';

interface Value {
  readonly text: string | undefined;
  readonly show: (text: string | undefined) => void;
}

const Context = createContext<Value>({ text: undefined, show: () => undefined });

/** Returns a function that confirms a change, such as "The case was changed." Call it after the navigation. */
export const useConfirm = (): ((text: string) => void) => useContext(Context).show;

export function ConfirmationProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const path = usePathname();
  const [shown, setShown] = useState<{ readonly text: string; readonly path: string }>();
  if (shown !== undefined && shown.path !== path) setShown(undefined);
  const show = useCallback((text: string | undefined) => {
    setShown(text === undefined ? undefined : { text, path: window.location.pathname });
  }, []);
  const text = shown?.text;
  const value = useMemo(() => ({ text, show }), [text, show]);
  return <Context value={value}>{children}</Context>;
}

/** Screen readers have heard the announcement of the change. */
export function ConfirmationLine(): ReactNode {
  const { text, show } = useContext(Context);
  if (text === undefined) return null;
  return (
    <Notice
      label="Confirmation"
      tone="success"
      action={
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="Dismiss the confirmation"
          onClick={() => {
            show(undefined);
            // The pressed button is gone.
            document.querySelector<HTMLElement>('main h1')?.focus();
          }}
        >
          <CloseIcon />
        </ActionIcon>
      }
    >
      <Text>{text}</Text>
    </Notice>
  );
}
