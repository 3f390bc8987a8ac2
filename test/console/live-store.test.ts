// The live updates that a tab has received, and the name under which tabs share them.
import { channelName } from '../../packages/console/src/app/live/channel-name';
import { LiveStore, type LiveChange } from '../../packages/console/src/app/live/live-store';
import type { LiveEvent } from '../../packages/console/src/app/live/messages';

const START = Date.parse('2026-11-27T10:00:00.000Z');

const event = (position: string, type: LiveEvent['type'], seconds: number): LiveEvent => ({
  position,
  type,
  resourceId: 'job',
  kind: 'CLASSIFICATION_JOB',
  target: 'default',
  observedAt: new Date(START + seconds * 1_000).toISOString(),
  changes: [],
});

function storeWithChanges() {
  const store = new LiveStore(START);
  const changes: LiveChange[] = [];
  store.listen((change) => changes.push(change));
  const receive = (...events: LiveEvent[]) => {
    store.receive(store.position, { kind: 'EVENTS', position: events.at(-1)?.position, events });
  };
  return { store, changes, receive };
}

test('an event before the page was read is known already', () => {
  const { store } = storeWithChanges();
  expect(store.isKnown(event('1', 'CHANGED', -1))).toBe(true);
  expect(store.isKnown(event('2', 'CHANGED', 1))).toBe(false);
});

test('an event has an effect once', () => {
  const { store, changes, receive } = storeWithChanges();
  receive(event('1', 'CHANGED', 1));
  receive(event('1', 'CHANGED', 1), event('2', 'CHANGED', 2));
  expect(changes).toEqual([
    { kind: 'EVENTS', events: [event('1', 'CHANGED', 1)] },
    { kind: 'EVENTS', events: [event('2', 'CHANGED', 2)] },
  ]);
  expect(store.isKnown(event('2', 'CHANGED', 2))).toBe(true);
});

test('a resource is gone from its disappearance on, until it is seen again', () => {
  const { store, receive } = storeWithChanges();
  receive(event('1', 'DISAPPEARED', 1));
  expect(store.goneSince('job')).toBe('2026-11-27T10:00:01.000Z');
  receive(event('2', 'CREATED', 2));
  expect(store.goneSince('job')).toBeUndefined();
});

test('an event that is older than the last one of its resource does not change whether it is gone', () => {
  const { store, receive } = storeWithChanges();
  receive(event('5', 'DISAPPEARED', 5));
  receive(event('4', 'CHANGED', 4));
  expect(store.goneSince('job')).toBe('2026-11-27T10:00:05.000Z');
  receive(event('8', 'CREATED', 8));
  receive(event('7', 'DISAPPEARED', 7));
  expect(store.goneSince('job')).toBeUndefined();
});

test('a message behind one that the tab has not received says that events may be missing', () => {
  const { store, changes, receive } = storeWithChanges();
  receive(event('1', 'CHANGED', 1));
  store.receive('2', { kind: 'EVENTS', position: '3', events: [event('3', 'CHANGED', 3)] });
  expect(changes.map(({ kind }) => kind)).toEqual(['EVENTS', 'EVENTS', 'MISSED']);
});

test('events that many browsers miss are followed over some seconds, those of one tab at once', () => {
  const { store, changes } = storeWithChanges();
  store.receive(undefined, { kind: 'MISSED', position: '9' });
  store.receive('10', { kind: 'EVENTS', position: '11', events: [] });
  expect(changes).toEqual([
    { kind: 'MISSED', withinMs: 10_000 },
    { kind: 'MISSED', withinMs: 0 },
  ]);
});

test('only the tabs of a caller with the same rights at the same gateway share events', () => {
  const ann = { name: 'ann', scopes: ['macie:read'], targets: [{ name: 'prod' }] };
  const name = (caller = ann, endpoint = '/graphql') => channelName(endpoint, caller, 'tab 1');
  expect(name({ ...ann })).toBe(name());
  const others = [
    name({ ...ann, name: 'bob' }),
    name({ ...ann, scopes: [] }),
    name({ ...ann, targets: [] }),
    name(ann, '/other/graphql'),
    channelName('/graphql', undefined, 'tab 1'),
    channelName('/graphql', undefined, 'tab 2'),
  ];
  expect(new Set([name(), ...others]).size).toBe(7);
});
