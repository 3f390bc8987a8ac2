/** The browser as live updates use it: the visibility of the tab, locks, and a channel to the other tabs. */
import type { Signal } from './messages';

export interface Channel {
  readonly postMessage: (signal: Signal) => void;
  readonly close: () => void;
}

export interface LockOptions {
  /** True to take the lock from another tab. */
  readonly steal?: true;
  /** Ends the request for the lock. */
  readonly signal?: AbortSignal;
}

export interface TabPort {
  readonly isVisible: () => boolean;
  /** Calls back when the tab is shown or hidden, and when the browser is online again, until the signal is aborted. */
  readonly listen: (onVisibility: () => void, onOnline: () => void, signal: AbortSignal) => void;
  /**
   * Holds the lock until `run` resolves; rejects with AbortError when another tab takes it. Undefined outside of secure contexts,
   * where browsers have no locks.
   */
  readonly requestLock:
    ((name: string, options: LockOptions, run: () => Promise<void>) => Promise<void>) | undefined;
  readonly openChannel: (name: string, onSignal: (signal: Signal) => void) => Channel;
}
