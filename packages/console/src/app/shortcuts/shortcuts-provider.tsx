/**
 * The key handler of the console: runs the action that a page registered for a shortcut. Nothing happens while the user
 * types in a field, or while a dialog or a menu is open.
 */
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { KeySequence } from './key-sequence';
import type { ShortcutId } from './shortcuts';
import { areShortcutsOn, storeShortcutsOn } from './stored-choice';

type Action = () => void;

interface Shortcuts {
  readonly register: (id: ShortcutId, action: Action) => () => void;
  readonly isOn: boolean;
  readonly turnOn: (isOn: boolean) => void;
  /** Returns the shortcuts that do something on the open page. */
  readonly available: () => ReadonlySet<ShortcutId>;
}

const Context = createContext<Shortcuts | undefined>(undefined);

export function useShortcuts(): Shortcuts {
  const shortcuts = useContext(Context);
  if (shortcuts === undefined) throw new Error('The shortcuts have no provider.');
  return shortcuts;
}

/** Registers what the shortcut does while the component is shown. Of several actions, the first registered one runs. */
export function useShortcut(id: ShortcutId, action: Action | undefined): void {
  const { register } = useShortcuts();
  useEffect(() => (action === undefined ? undefined : register(id, action)), [register, id, action]);
}

export function ShortcutsProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const actions = useRef(new Map<ShortcutId, readonly Action[]>());
  const [isOn, setIsOn] = useState(areShortcutsOn);
  const register = useCallback((id: ShortcutId, action: Action) => {
    const { current } = actions;
    current.set(id, [...(current.get(id) ?? []), action]);
    return () => {
      current.set(
        id,
        (current.get(id) ?? []).filter((other) => other !== action),
      );
    };
  }, []);
  useEffect(() => {
    if (!isOn) return undefined;
    const sequence = new KeySequence();
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isBusy(event.target)) return;
      const id = sequence.press(event, event.timeStamp);
      const action = id && actions.current.get(id)?.[0];
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, [isOn]);
  const shortcuts = useMemo<Shortcuts>(
    () => ({
      register,
      isOn,
      turnOn: (next) => {
        storeShortcutsOn(next);
        setIsOn(next);
      },
      available: () => {
        const used = [...actions.current].filter(([, list]) => list.length > 0);
        return new Set(used.map(([id]) => id));
      },
    }),
    [register, isOn],
  );
  return <Context value={shortcuts}>{children}</Context>;
}

const FIELDS = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';

/** True when keys belong to a field, a menu or an open dialog. */
function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"][aria-modal="true"]') !== null) return true;
  return target instanceof Element && target.closest(`${FIELDS}, [role="dialog"], [role="menu"]`) !== null;
}
