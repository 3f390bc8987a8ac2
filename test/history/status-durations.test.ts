// The time in each status, from events: known starts, unknown statuses, changes back, and resources that disappeared.
import type { ResourceEventRecord } from '../../src/domain/records/resource-event';
import { statusDurations } from '../../src/history/status-durations';

const NOW = new Date('2026-01-01T12:00:00Z');
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

function event(
  minutes: number,
  type: ResourceEventRecord['type'],
  before?: string,
  after?: string,
): ResourceEventRecord {
  const changes =
    before === undefined && after === undefined ? [] : [{ field: 'status', before, after, redacted: false }];
  return {
    position: String(1_000 - minutes),
    observedAt: ago(minutes),
    type,
    cause: 'OBSERVED',
    kind: 'ClassificationJob',
    target: 'default',
    resourceId: 'job',
    changes,
    changeId: undefined,
    actor: undefined,
  };
}

function durations(status: string, knownSince: Date | undefined, ...events: ResourceEventRecord[]) {
  const { since, durations: found } = statusDurations({ events, status, knownSince, now: NOW });
  return [since, found.map(({ status: name, seconds }) => [name, seconds / 60])];
}

test('without events, the status counts since the history knows the resource', () => {
  expect(durations('IDLE', ago(90))).toEqual([ago(90), [['IDLE', 90]]]);
});

test('before the first look, nothing is known', () => {
  expect(durations('IDLE', undefined)).toEqual([undefined, []]);
});

test('adds the stays in the same status', () => {
  const found = durations(
    'RUNNING',
    ago(100),
    event(80, 'CHANGED', 'RUNNING', 'USER_PAUSED'),
    event(50, 'CHANGED', 'USER_PAUSED', 'RUNNING'),
  );
  expect(found).toEqual([
    ago(100),
    [
      ['RUNNING', 70],
      ['USER_PAUSED', 30],
    ],
  ]);
});

test('ignores changes of other fields', () => {
  const other = {
    ...event(50, 'CHANGED'),
    changes: [{ field: 'name', before: 'a', after: 'b', redacted: false }],
  };
  expect(durations('IDLE', ago(90), other)).toEqual([ago(90), [['IDLE', 90]]]);
});

test('begins with the creation, also when the gateway did not know the status', () => {
  const observed = durations(
    'COMPLETE',
    ago(200),
    event(60, 'CREATED', undefined, 'RUNNING'),
    event(20, 'CHANGED', 'RUNNING', 'COMPLETE'),
  );
  const own = durations(
    'COMPLETE',
    ago(200),
    event(60, 'CREATED'),
    event(20, 'CHANGED', 'RUNNING', 'COMPLETE'),
  );
  const expected = [
    ago(60),
    [
      ['RUNNING', 40],
      ['COMPLETE', 20],
    ],
  ];
  expect(observed).toEqual(expected);
  expect(own).toEqual(expected);
});

test('an unknown status, and a time in which the resource was gone, have no duration', () => {
  const found = durations(
    'INVITED',
    ago(100),
    event(70, 'DISAPPEARED'),
    event(40, 'CREATED', undefined, 'INVITED'),
  );
  expect(found).toEqual([ago(100), [['INVITED', 40]]]);
});
