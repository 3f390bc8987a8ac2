/** Asks before a page with unsaved input is left: by a link, by Back, or with the tab. */
import { useEffect, useState } from 'react';
import type { AroundNavHandler } from 'wouter';

type Blocker = (proceed: () => void) => void;

let blocker: Blocker | undefined;

/** Wraps all navigation within the console. */
export const askBeforeLeaving: AroundNavHandler = (navigate, to, options) => {
  const proceed = () => {
    navigate(to, options);
  };
  if (blocker === undefined) proceed();
  else blocker(proceed);
};

interface LeaveGuard {
  /** True while the user has to decide. */
  readonly isAsking: boolean;
  readonly stay: () => void;
  readonly leave: () => void;
  /** Lets the next navigation pass, such as after the input was saved. */
  readonly release: () => void;
}

export function useLeaveGuard(isDirty: boolean): LeaveGuard {
  const [proceed, setProceed] = useState<() => void>();
  useEffect(() => {
    if (!isDirty) return;
    const { href } = window.location;
    const ask: Blocker = (next) => {
      setProceed(() => next);
    };
    blocker = ask;
    const onUnload = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    const onBack = (event: PopStateEvent) => {
      if (blocker === undefined) return;
      // The router must not see the other address. The page gets its address back, as the last entry of the history.
      event.stopImmediatePropagation();
      window.history.pushState(null, '', href);
      ask(() => {
        window.history.back();
      });
    };
    window.addEventListener('beforeunload', onUnload);
    window.addEventListener('popstate', onBack, { capture: true });
    return () => {
      blocker = undefined;
      window.removeEventListener('beforeunload', onUnload);
      window.removeEventListener('popstate', onBack, { capture: true });
    };
  }, [isDirty]);
  return {
    isAsking: proceed !== undefined,
    stay: () => {
      setProceed(undefined);
    },
    leave: () => {
      blocker = undefined;
      setProceed(undefined);
      proceed?.();
    },
    release: () => {
      blocker = undefined;
    },
  };
}
