// The connection of live updates: a stream, polls while streams are blocked, and bounded attempts while everything fails.
import { Leader } from '../../packages/console/src/app/live/leader';
import type {
  LiveEvent,
  LiveStatus,
  Message,
  Polled,
  StreamMessage,
} from '../../packages/console/src/app/live/messages';
import { GatewayError } from '../../packages/console/src/app/relay/gateway-error';

const failure = (code: string, retryAfterSeconds?: number) =>
  new GatewayError({
    message: code,
    extensions: { code, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) },
  });

const event = (position: string): LiveEvent => ({
  position,
  type: 'CHANGED',
  resourceId: `id of ${position}`,
  kind: 'SECURITY_CASE',
  target: 'default',
  observedAt: '2026-11-27T10:00:00.000Z',
  changes: [],
});

const polled = (...events: LiveEvent[]): Polled => ({
  events,
  unwatched: [],
  cursor: 'cursor',
  hasMore: false,
});

/** A gateway whose requests a test answers, in place of the one of the page. */
class FakeGateway {
  /** `poll`, or `stream` with the position behind which it begins. */
  readonly requests: string[] = [];
  /** The number of open streams. */
  open = 0;
  poll: () => Promise<Polled> = () => Promise.resolve(polled());
  stream: (observer: {
    next: (message: StreamMessage) => void;
    ended: (error: GatewayError) => void;
  }) => void = ({ next }) => {
    next({ kind: 'EVENTS', position: '100', events: [] });
  };
}

let running: Leader | undefined;

beforeEach(() => jest.useFakeTimers({ now: 1_000_000_000 }));
afterEach(() => {
  running?.close();
  jest.useRealTimers();
});

function start(gateway: FakeGateway, position?: string) {
  const statuses: LiveStatus['phase'][] = [];
  const messages: Message[] = [];
  const known = new Set<string>();
  const leader = new Leader({
    gateway: {
      poll: () => {
        gateway.requests.push('poll');
        return gateway.poll();
      },
      open: (after, observer) => {
        gateway.requests.push(`stream ${after ?? 'from now'}`);
        gateway.open += 1;
        const timer = setTimeout(() => {
          gateway.stream(observer);
        }, 1);
        let isClosed = false;
        return () => {
          clearTimeout(timer);
          if (!isClosed) gateway.open -= 1;
          isClosed = true;
        };
      },
    },
    position,
    since: Date.now(),
    isKnown: (each) => known.has(each.position),
    onMessage: (message) => {
      messages.push(message);
      if (message.kind === 'EVENTS') for (const each of message.events) known.add(each.position);
    },
    onStatus: ({ phase }) => {
      if (statuses.at(-1) !== phase) statuses.push(phase);
    },
  });
  running = leader;
  void leader.run();
  return { leader, statuses, messages };
}

const pass = (seconds: number) => jest.advanceTimersByTimeAsync(seconds * 1_000);

test('a first connection asks for the history, opens a stream, and reads what happened in between', async () => {
  const gateway = new FakeGateway();
  const answers = [polled(), polled(event('99'))];
  gateway.poll = () => Promise.resolve(answers.shift() ?? polled());
  const { statuses, messages } = start(gateway);
  await pass(1);
  expect(gateway.requests).toEqual(['poll', 'stream from now', 'poll']);
  expect(statuses).toEqual(['LIVE']);
  expect(messages.at(-1)).toEqual({ kind: 'EVENTS', position: '100', events: [event('99')] });
});

test('a connection that continues needs one request, and reads nothing twice', async () => {
  const gateway = new FakeGateway();
  start(gateway, '42');
  await pass(1);
  expect(gateway.requests).toEqual(['stream 42']);
});

test.each(['UNAUTHENTICATED', 'FORBIDDEN', 'HISTORY_OFF', 'BAD_USER_INPUT'])(
  'after %s there is no other attempt until the user asks for one',
  async (code) => {
    const gateway = new FakeGateway();
    gateway.poll = () => Promise.reject(failure(code));
    const { leader, statuses } = start(gateway);
    await pass(3_600);
    expect(gateway.requests).toEqual(['poll']);
    expect(statuses).toEqual([code === 'HISTORY_OFF' ? 'OFF' : 'STOPPED']);
    leader.wake();
    await pass(60);
    expect(gateway.requests).toEqual(['poll']);
    gateway.poll = () => Promise.resolve(polled());
    leader.restart();
    await pass(1);
    expect(statuses.slice(1)).toEqual(['CONNECTING', 'LIVE']);
  },
);

test.each([
  ['from the start', false],
  ['after the stream was live', true],
])('while everything fails %s, a minute has at most seven attempts', async (_when, wasLive) => {
  const gateway = new FakeGateway();
  let end: (() => void) | undefined;
  gateway.stream = ({ next, ended }) => {
    next({ kind: 'EVENTS', position: '100', events: [] });
    end = () => {
      ended(failure('STREAM_ENDED', 1));
    };
  };
  const { statuses } = start(gateway);
  if (wasLive) await pass(1);
  gateway.poll = () => Promise.reject(failure('OVERLOADED', 1));
  gateway.stream = ({ ended }) => {
    ended(failure('OVERLOADED', 1));
  };
  end?.();
  const before = gateway.requests.length;
  await pass(60);
  expect(gateway.requests.length - before).toBeGreaterThanOrEqual(4);
  expect(gateway.requests.length - before).toBeLessThanOrEqual(7);
  expect(statuses.at(-1)).toBe('PAUSED');
});

test('the first attempt waits as long as the gateway asks, and continues behind the last position', async () => {
  const gateway = new FakeGateway();
  gateway.stream = ({ next, ended }) => {
    next({ kind: 'EVENTS', position: '100', events: [event('100')] });
    if (gateway.requests.length === 1) ended(failure('STREAM_ENDED', 20));
  };
  start(gateway, '42');
  await pass(19);
  expect(gateway.requests).toEqual(['stream 42']);
  await pass(12);
  expect(gateway.requests).toEqual(['stream 42', 'stream 100']);
});

test('while streams are blocked and queries pass, it polls every 30 seconds, and tries a stream every five minutes', async () => {
  const gateway = new FakeGateway();
  gateway.stream = ({ ended }) => {
    ended(failure('NETWORK'));
  };
  const { statuses } = start(gateway);
  await pass(15);
  expect(statuses).toEqual(['PAUSED', 'POLLING']);
  gateway.requests.length = 0;
  await pass(600);
  expect(gateway.requests.filter((request) => request === 'poll')).toHaveLength(20);
  expect(gateway.requests.filter((request) => request !== 'poll')).toHaveLength(2);
  gateway.stream = ({ next }) => {
    next({ kind: 'EVENTS', position: '200', events: [] });
  };
  await pass(300);
  expect(statuses).toEqual(['PAUSED', 'POLLING', 'LIVE']);
});

test('a stream that a proxy keeps back counts as blocked', async () => {
  const gateway = new FakeGateway();
  gateway.stream = () => undefined;
  const { statuses } = start(gateway);
  await pass(45);
  expect(statuses).toEqual(['PAUSED', 'POLLING']);
});

test('a connection without heartbeats is replaced, at once when the tab is shown, and without a pause', async () => {
  const gateway = new FakeGateway();
  const { leader, statuses } = start(gateway, '42');
  await pass(20);
  expect(statuses).toEqual(['LIVE']);
  leader.wake();
  await pass(0.01);
  expect(gateway.requests).toEqual(['stream 42', 'stream 100']);
  expect(statuses).toEqual(['LIVE']);
  await pass(40);
  expect(gateway.requests).toEqual(['stream 42', 'stream 100', 'stream 100']);
});

test('while it is paused, a request of the user or the return of the network connects at once', async () => {
  const gateway = new FakeGateway();
  gateway.stream = ({ next, ended }) => {
    next({ kind: 'EVENTS', position: '100', events: [] });
    if (gateway.requests.length === 1) ended(failure('STREAM_ENDED', 20));
    else if (gateway.requests.length === 2) ended(failure('OVERLOADED', 20));
  };
  const { leader, statuses } = start(gateway, '42');
  await pass(1);
  expect(statuses).toEqual(['LIVE', 'PAUSED']);
  leader.restart();
  await pass(0.01);
  expect(gateway.requests).toHaveLength(2);
  leader.wake();
  await pass(1.9);
  expect(gateway.requests).toHaveLength(2);
  // Not more often than every two seconds.
  await pass(0.2);
  expect(gateway.requests).toHaveLength(3);
  expect(statuses.at(-1)).toBe('LIVE');
});

test('a stream that does not open is given up when the network is back', async () => {
  const gateway = new FakeGateway();
  gateway.stream = () => undefined;
  const { leader } = start(gateway, '42');
  await pass(3);
  leader.wake();
  await pass(0.01);
  expect(gateway.requests).toEqual(['stream 42', 'stream 42']);
  expect(gateway.open).toBe(1);
});

test.each(['STREAM_ENDED', 'TOKEN_EXPIRED'])(
  'streams that open and end with %s follow each other less and less often',
  async (code) => {
    const gateway = new FakeGateway();
    gateway.stream = ({ next, ended }) => {
      next({ kind: 'EVENTS', position: '100', events: [] });
      ended(failure(code, code === 'STREAM_ENDED' ? 1 : undefined));
    };
    start(gateway, '42');
    await pass(60);
    expect(gateway.requests.length).toBeGreaterThanOrEqual(4);
    expect(gateway.requests.length).toBeLessThanOrEqual(7);
  },
);

test('after a stream that lived for long, the next one follows an expired token at once', async () => {
  const gateway = new FakeGateway();
  gateway.stream = ({ next, ended }) => {
    next({ kind: 'EVENTS', position: '100', events: [] });
    setTimeout(() => {
      ended(failure('TOKEN_EXPIRED'));
    }, 20_000);
  };
  start(gateway, '42');
  await pass(60.1);
  expect(gateway.requests).toHaveLength(3 + 1);
});

test('a leader that is closed while it asks for the history opens no stream, and says nothing more', async () => {
  const gateway = new FakeGateway();
  let answer: (polled: Polled) => void = () => undefined;
  gateway.poll = () =>
    new Promise((resolve) => {
      answer = resolve;
    });
  const { leader, statuses, messages } = start(gateway);
  await pass(1);
  leader.close();
  answer(polled(event('99')));
  await pass(60);
  expect(gateway.requests).toEqual(['poll']);
  expect([statuses, messages]).toEqual([[], []]);
});

test('an overloaded gateway does not count as a proxy that blocks streams', async () => {
  const gateway = new FakeGateway();
  gateway.stream = ({ ended }) => {
    ended(failure('RATE_LIMITED'));
  };
  const { statuses } = start(gateway);
  await pass(300);
  expect(statuses).toEqual(['PAUSED']);
});

test('a position that the gateway rejects is dropped once, and the tabs learn that events may be missing', async () => {
  const gateway = new FakeGateway();
  gateway.stream = ({ next, ended }) => {
    if (gateway.requests.at(-1) === 'stream 42') ended(failure('BAD_USER_INPUT'));
    else next({ kind: 'EVENTS', position: '7', events: [] });
  };
  const { statuses, messages } = start(gateway, '42');
  await pass(1);
  expect(gateway.requests).toEqual(['stream 42', 'poll', 'stream from now', 'poll']);
  expect(messages[0]).toEqual({ kind: 'MISSED', position: undefined });
  expect(statuses).toEqual(['LIVE']);
  gateway.stream = ({ ended }) => {
    ended(failure('BAD_USER_INPUT'));
  };
  // The gateway also rejects streams without a position: no further attempt helps.
  await pass(120);
  expect(statuses.at(-1)).toBe('STOPPED');
  expect(gateway.requests).toHaveLength(4 + 3);
});
