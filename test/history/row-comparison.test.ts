// The comparison of rows with remembered fields: lagging reads, expected changes, unreadable fields.
import type { FieldChangeRecord } from '../../src/domain/records/resource-event';
import { ANY, compareRow, type ExpectedChange } from '../../src/history/row-comparison';

const NOW = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;

const RUNNING = { status: 'RUNNING', name: 'a' };
const COMPLETE = { status: 'COMPLETE', name: 'a' };

function expectStatus(value: string, until = NOW + 10 * MINUTE, changeId = value): ExpectedChange {
  return { changeId, isApplied: true, fields: { status: { value } }, dependents: [], until };
}

function statusChange(before: string | undefined, after: string): FieldChangeRecord {
  return { field: 'status', before, after, redacted: false };
}

test('equal rows have no changes', () => {
  const { changes, fields } = compareRow('ClassificationJob', RUNNING, { ...RUNNING }, [], NOW);
  expect(changes).toEqual([]);
  expect(fields).toEqual(RUNNING);
});

test('reports each field with its value before and after', () => {
  const row = { status: 'COMPLETE', name: null };
  const { changes, fields } = compareRow('ClassificationJob', RUNNING, row, [], NOW);
  expect(changes).toEqual([
    statusChange('RUNNING', 'COMPLETE'),
    { field: 'name', before: 'a', after: undefined, redacted: false },
  ]);
  expect(fields).toEqual(row);
});

test('reports a text of people without its values', () => {
  const { changes } = compareRow('SecurityCase', { title: 'hash 1' }, { title: 'hash 2' }, [], NOW);
  expect(changes).toEqual([{ field: 'title', before: undefined, after: undefined, redacted: true }]);
});

test('keeps the last readable value of a field', () => {
  const { changes, fields } = compareRow('ClassificationJob', RUNNING, { name: 'a' }, [], NOW);
  expect(changes).toEqual([]);
  expect(fields).toEqual(RUNNING);
});

test('the first value of a field is not a change', () => {
  const { changes, fields } = compareRow('ClassificationJob', { name: 'a' }, RUNNING, [], NOW);
  expect(changes).toEqual([]);
  expect(fields).toEqual(RUNNING);
});

test('does not report the own change again', () => {
  const expected = [expectStatus('CANCELLED')];
  const row = { ...RUNNING, status: 'CANCELLED' };
  const comparison = compareRow('ClassificationJob', RUNNING, row, expected, NOW);
  expect(comparison).toEqual({ changes: [], fields: row, consequences: [], expected: [] });
});

test('does not report the own change back while reads lag', () => {
  const expected = [expectStatus('CANCELLED')];
  const comparison = compareRow('ClassificationJob', RUNNING, RUNNING, expected, NOW);
  expect(comparison).toEqual({ changes: [], fields: RUNNING, consequences: [], expected });
});

test('reports the old value after ten minutes: the change did not last', () => {
  const expected = [expectStatus('CANCELLED', NOW)];
  const comparison = compareRow('ClassificationJob', RUNNING, RUNNING, expected, NOW);
  expect(comparison).toEqual({
    changes: [statusChange('CANCELLED', 'RUNNING')],
    fields: RUNNING,
    consequences: [],
    expected: [],
  });
});

test('reports a third value as a change of the own value', () => {
  const expected = [expectStatus('USER_PAUSED')];
  const comparison = compareRow('ClassificationJob', RUNNING, COMPLETE, expected, NOW);
  expect(comparison).toEqual({
    changes: [statusChange('USER_PAUSED', 'COMPLETE')],
    fields: COMPLETE,
    consequences: [],
    expected: [],
  });
});

test('waits for the last of several own changes', () => {
  const expected = [expectStatus('USER_PAUSED'), expectStatus('CANCELLED')];
  const lagging = { ...RUNNING, status: 'USER_PAUSED' };
  expect(compareRow('ClassificationJob', RUNNING, lagging, expected, NOW)).toEqual({
    changes: [],
    fields: RUNNING,
    consequences: [],
    expected,
  });
  const shown = { ...RUNNING, status: 'CANCELLED' };
  expect(compareRow('ClassificationJob', RUNNING, shown, expected, NOW)).toEqual({
    changes: [],
    fields: shown,
    consequences: [],
    expected: [],
  });
});

test('reports other fields while the own change is expected', () => {
  const expected = [expectStatus('CANCELLED')];
  const comparison = compareRow('ClassificationJob', RUNNING, { ...RUNNING, name: 'b' }, expected, NOW);
  expect(comparison).toEqual({
    changes: [{ field: 'name', before: 'a', after: 'b', redacted: false }],
    fields: { status: 'RUNNING', name: 'b' },
    consequences: [],
    expected,
  });
});

test('adopts any new value of an edited text, and any value after ten minutes', () => {
  const edit = (until: number): ExpectedChange => ({
    changeId: 'edit',
    isApplied: true,
    fields: { title: ANY },
    dependents: [],
    until,
  });
  const compare = (title: string, until: number) =>
    compareRow('SecurityCase', { title: 'old' }, { title }, [edit(until)], NOW);
  const settled = { changes: [], consequences: [], expected: [] };
  expect(compare('old', NOW + 1)).toEqual({
    ...settled,
    fields: { title: 'old' },
    expected: [edit(NOW + 1)],
  });
  expect(compare('new', NOW + 1)).toEqual({ ...settled, fields: { title: 'new' } });
  expect(compare('old', NOW)).toEqual({ ...settled, fields: { title: 'old' } });
});

describe('dependent fields', () => {
  const PAUSED_AT = 'userPausedDetails.pausedAt';
  const pause: ExpectedChange = {
    changeId: 'pause',
    isApplied: true,
    fields: { status: { value: 'USER_PAUSED' } },
    dependents: [PAUSED_AT],
    until: NOW + MINUTE,
  };
  const known = { status: 'RUNNING', [PAUSED_AT]: null };
  const time = '2026-01-01T00:00:00.000Z';
  const change = { field: PAUSED_AT, before: undefined, after: time, redacted: false };

  test('are consequences of the own change in the row that shows it', () => {
    const row = { status: 'USER_PAUSED', [PAUSED_AT]: time };
    expect(compareRow('ClassificationJob', known, row, [pause], NOW)).toEqual({
      changes: [],
      fields: row,
      consequences: [['pause', change]],
      expected: [],
    });
  });

  test('are consequences of the own change that the row shows, although a later one is not shown yet', () => {
    const resume: ExpectedChange = {
      ...pause,
      changeId: 'resume',
      fields: { status: { value: 'RUNNING' } },
    };
    const row = { status: 'USER_PAUSED', [PAUSED_AT]: time };
    const comparison = compareRow('ClassificationJob', known, row, [pause, resume], NOW);
    expect(comparison.changes).toEqual([]);
    expect(comparison.consequences).toEqual([['pause', change]]);
    expect(comparison.expected).toEqual([pause, resume]);
  });

  test('are changes of others in a row that does not show it', () => {
    const row = { status: 'RUNNING', [PAUSED_AT]: time };
    expect(compareRow('ClassificationJob', known, row, [pause], NOW)).toEqual({
      changes: [change],
      fields: row,
      consequences: [],
      expected: [pause],
    });
  });
});

describe('a change whose outcome is not known', () => {
  const PAUSED_AT = 'userPausedDetails.pausedAt';
  const pause = (until: number): ExpectedChange => ({
    changeId: 'pause',
    isApplied: false,
    fields: { status: ANY },
    dependents: [PAUSED_AT],
    until,
  });
  const known = { status: 'RUNNING', [PAUSED_AT]: null };
  const time = '2026-01-01T00:00:00.000Z';
  const row = { status: 'USER_PAUSED', [PAUSED_AT]: time };

  test('holds back its fields, whatever AWS shows', () => {
    const comparison = compareRow('ClassificationJob', known, row, [pause(NOW + 1)], NOW);
    expect(comparison).toEqual({ changes: [], fields: known, consequences: [], expected: [pause(NOW + 1)] });
  });

  test('explains nothing after ten minutes', () => {
    const comparison = compareRow('ClassificationJob', known, row, [pause(NOW)], NOW);
    expect(comparison).toEqual({
      changes: [
        statusChange('RUNNING', 'USER_PAUSED'),
        { field: PAUSED_AT, before: undefined, after: time, redacted: false },
      ],
      fields: row,
      consequences: [],
      expected: [],
    });
  });
});

test('waits for an expected field that it cannot read, and keeps only fields that AWS has not shown', () => {
  const both: ExpectedChange = {
    changeId: 'both',
    isApplied: true,
    fields: { status: { value: 'CANCELLED' }, name: ANY },
    dependents: [],
    until: NOW + MINUTE,
  };
  const comparison = compareRow('ClassificationJob', RUNNING, { name: 'b' }, [both], NOW);
  expect(comparison).toEqual({
    changes: [],
    fields: { status: 'RUNNING', name: 'b' },
    consequences: [],
    expected: [{ ...both, fields: { status: { value: 'CANCELLED' } } }],
  });
});

test('a field that lost its value is a change, and stays without one', () => {
  const comparison = compareRow('ClassificationJob', RUNNING, { ...RUNNING, name: null }, [], NOW);
  expect(comparison.fields).toEqual({ status: 'RUNNING', name: null });
});
