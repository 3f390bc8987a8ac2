/** The live region of the page: screen readers say its text when it changes. */
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';

const Announce = createContext<(text: string) => void>(() => undefined);

/** Returns a function that announces a result, such as "50 classification jobs". */
export const useAnnounce = (): ((text: string) => void) => useContext(Announce);

export function Announcer({ children }: { readonly children: ReactNode }): ReactNode {
  const [text, setText] = useState('');
  const announce = useMemo(
    () => (next: string) => {
      setText(next);
    },
    [],
  );
  return (
    <Announce value={announce}>
      {children}
      <div role="status" aria-live="polite" className="console-visually-hidden">
        {text}
      </div>
    </Announce>
  );
}
