/** Asks before a page is left that would lose something, such as unsaved input: by a link, by Back, or with the tab. */
import { useEffect, useState } from 'react';
import type { AroundNavHandler } from 'wouter';

type Blocker = (proceed: () => void) => void;

let blocker: Blocker | undefined;
/** The address of the guarded page. */
let guardedHref = '';

// Registered before the router listens: listeners of the window run in the order of their registration, capturing or not.
window.addEventListener('popstate', (event) => {
  if (blocker === undefined) return;
  // The router must not see the other address. The page gets its address back, as the last entry of the history.
  event.stopImmediatePropagation();
  window.history.pushState(null, '', guardedHref);
  blocker(() => {
    window.history.back();
  });
});

/** Wraps all navigation within the console. */
export const askBeforeLeaving: AroundNavHandler = (navigate, to, options) => {
  const proceed = () => {
    navigate(to, options);
  };
  if (blocker === undefined) proceed();
  else blocker(proceed);
};

/** Lets the next navigation pass, such as after the input was saved. */
export function releaseGuard(): void {
  blocker = undefined;
}

interface LeaveGuard {
  /** True while the user has to decide. */
  readonly isAsking: boolean;
  readonly stay: () => void;
  readonly leave: () => void;
}

/** @param isDirty true while the page would lose something */
export function useLeaveGuard(isDirty: boolean): LeaveGuard {
  const [proceed, setProceed] = useState<() => void>();
  useEffect(() => {
    if (!isDirty) return;
    guardedHref = window.location.href;
    blocker = (next) => {
      setProceed(() => next);
    };
    const onUnload = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', onUnload);
    return () => {
      blocker = undefined;
      window.removeEventListener('beforeunload', onUnload);
    };
  }, [isDirty]);
  return {
    isAsking: proceed !== undefined,
    stay: () => {
      setProceed(undefined);
    },
    leave: () => {
      releaseGuard();
      setProceed(undefined);
      proceed?.();
    },
  };
}
