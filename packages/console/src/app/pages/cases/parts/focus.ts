/** The focus of a form whose pressed button was disabled or removed, and so lost the focus. A user who went elsewhere stays there. */
import { useEffect, useRef, type RefObject } from 'react';

type Ref = RefObject<HTMLElement | null>;

/** True when the focus is in the element, or nowhere. */
export function isFocusHere(element: HTMLElement | null): boolean {
  const { activeElement } = document;
  return activeElement === document.body || element?.contains(activeElement) === true;
}

/** Moves the focus to `target` when a send ends, and at no other time. */
export function useFocusAfterSending(isSending: boolean, form: Ref, target: Ref): void {
  const wasSending = useRef(false);
  useEffect(() => {
    if (wasSending.current && !isSending && isFocusHere(form.current)) target.current?.focus();
    wasSending.current = isSending;
  }, [isSending, form, target]);
}
