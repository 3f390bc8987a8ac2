// The tabs of a browser: which of them leads, and what it passes on.
import { LiveStore, type LiveChange } from '../../packages/console/src/app/live/live-store';
import { LiveUpdates } from '../../packages/console/src/app/live/live-updates';
import type { Gateway, Signal, StreamMessage } from '../../packages/console/src/app/live/messages';
import type { LockOptions, TabPort } from '../../packages/console/src/app/live/tab-port';
import { GatewayError } from '../../packages/console/src/app/relay/gateway-error';

/** The locks of a browser for one name. */
class Locks {
  requests = 0;
  failure: Error | undefined;
  #holder: ((error: Error) => void) | undefined;
  readonly #queue: (() => void)[] = [];

  readonly request = (_name: string, options: LockOptions, run: () => Promise<void>): Promise<void> => {
    this.requests += 1;
    if (this.failure !== undefined) return Promise.reject(this.failure);
    return new Promise((resolve, reject) => {
      const start = () => {
        this.#holder = reject;
        void run().then(() => {
          if (this.#holder === reject) this.#holder = undefined;
          resolve();
          this.#queue.shift()?.();
        });
      };
      if (options.steal === true) {
        this.#holder?.(Object.assign(new Error('The lock was stolen.'), { name: 'AbortError' }));
        start();
      } else if (this.#holder === undefined) start();
      else this.#queue.push(start);
    });
  };
}

const channels = new Set<FakeChannel>();

class FakeChannel {
  /** True while the browser has frozen the tab: its messages wait. */
  isFrozen = false;
  readonly #waiting: Signal[] = [];

  constructor(private readonly onSignal: (signal: Signal) => void) {
    channels.add(this);
  }

  postMessage(data: Signal): void {
    for (const other of channels) if (other !== this) other.receive(data);
  }

  close(): void {
    channels.delete(this);
  }

  thaw(): void {
    this.isFrozen = false;
    for (const data of this.#waiting.splice(0)) this.receive(data);
  }

  receive(data: Signal): void {
    if (this.isFrozen) this.#waiting.push(data);
    else
      setTimeout(() => {
        this.onSignal(data);
      }, 0);
  }
}

const locks = new Locks();
const tab: TabPort = {
  isVisible: () => true,
  listen: () => undefined,
  requestLock: locks.request,
  openChannel: (_name, onSignal) => new FakeChannel(onSignal),
};
const ends: (() => void)[] = [];

beforeEach(() => {
  jest.useFakeTimers();
  locks.requests = 0;
  locks.failure = undefined;
});
afterEach(async () => {
  for (const end of ends.splice(0)) end();
  await pass(1);
  jest.useRealTimers();
});

const pass = (seconds: number) => jest.advanceTimersByTimeAsync(seconds * 1_000);

/** Opens a tab, with a gateway that has a stream with heartbeats, or that refuses. */
function openTab(refusal?: string) {
  const requests: string[] = [];
  const gateway: Gateway = {
    poll: () => {
      requests.push('poll');
      return refusal === undefined
        ? Promise.resolve({ events: [], unwatched: [], cursor: undefined, hasMore: false })
        : Promise.reject(new GatewayError({ message: refusal, extensions: { code: refusal } }));
    },
    open: (_after, { next }) => {
      requests.push('stream');
      const heartbeat: StreamMessage = { kind: 'EVENTS', position: '1', events: [] };
      setTimeout(() => {
        next(heartbeat);
      }, 1);
      const timer = setInterval(() => {
        next(heartbeat);
      }, 12_000);
      return () => {
        clearInterval(timer);
      };
    },
  };
  const store = new LiveStore(Date.now());
  const changes: LiveChange[] = [];
  store.listen((change) => changes.push(change));
  const updates = new LiveUpdates(gateway, 'name', store, tab);
  const known = new Set(channels);
  ends.push(updates.start());
  const channel = [...channels].find((each) => !known.has(each));
  return { updates, store, requests, changes, channel };
}

test('two tabs share one stream', async () => {
  const [first, second] = [openTab(), openTab()];
  await pass(600);
  expect([first.requests, second.requests]).toEqual([['poll', 'stream', 'poll'], []]);
  expect([first, second].map(({ store }) => store.status.phase)).toEqual(['LIVE', 'LIVE']);
});

test.each(['HISTORY_OFF', 'FORBIDDEN'])(
  'after %s, a leading tab that answers is not replaced, however long it is silent',
  async (code) => {
    const [first, second] = [openTab(code), openTab(code)];
    await pass(3_600);
    expect([first.requests, second.requests]).toEqual([['poll'], []]);
    expect(second.store.status.phase).toBe(first.store.status.phase);
    expect(locks.requests).toBe(2);
  },
);

test('a leading tab that the browser has frozen is replaced, and changes no state when it goes on', async () => {
  const [first, second] = [openTab(), openTab()];
  await pass(10);
  if (first.channel === undefined) throw new Error('The tab has no channel.');
  const { channel } = first;
  channel.isFrozen = true;
  const silent = jest.spyOn(channel, 'postMessage').mockImplementation(() => undefined);
  await pass(40);
  expect(second.requests).toContain('stream');
  silent.mockRestore();
  const phases = new Set<string>();
  second.store.subscribe(() => phases.add(second.store.status.phase));
  // The stream of the frozen tab is dead, which it notices before it learns that another tab leads.
  channel.postMessage({ kind: 'STATUS', term: 1, status: { phase: 'PAUSED', since: 0 } });
  channel.thaw();
  await pass(60);
  expect([...phases]).toEqual([]);
  expect([first, second].map(({ store }) => store.status.phase)).toEqual(['LIVE', 'LIVE']);
});

test('where the browser denies locks, a tab connects by itself, and requests the lock once', async () => {
  locks.failure = Object.assign(new Error('Denied.'), { name: 'SecurityError' });
  const tab = openTab();
  await pass(600);
  expect(tab.requests).toEqual(['poll', 'stream', 'poll']);
  expect(locks.requests).toBe(1);
  expect(tab.store.status.phase).toBe('LIVE');
});
