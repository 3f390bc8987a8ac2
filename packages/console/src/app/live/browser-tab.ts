/** The tab of the page. */
import type { Signal } from './messages';
import type { TabPort } from './tab-port';

export const browserTab: TabPort = {
  isVisible: () => document.visibilityState === 'visible',
  listen: (onVisibility, onOnline, signal) => {
    document.addEventListener('visibilitychange', onVisibility, { signal });
    window.addEventListener('online', onOnline, { signal });
  },
  requestLock:
    'locks' in navigator
      ? async (name, options, run) => {
          await navigator.locks.request(name, options, run);
        }
      : undefined,
  openChannel: (name, onSignal) => {
    const channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }: MessageEvent<Signal>) => {
      onSignal(data);
    };
    return channel;
  },
};
