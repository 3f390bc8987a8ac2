// The rows of a resource's time line, and the words of the history: every field, mutation, outcome and reason has some.
import { buildSchema, isEnumType } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  dryRunsText,
  GAP_REASONS,
  MUTATIONS,
  noChangeText,
  OUTCOMES,
  type HistoryWords,
} from '../../packages/console/src/app/details/history/history-labels';
import {
  entryOf,
  timeLine,
  type Entry,
  type Event,
  type Gap,
  type Request,
} from '../../packages/console/src/app/details/history/time-line';
import { CASE_HISTORY } from '../../packages/console/src/app/pages/cases/case-history';
import { EXPORT_HISTORY } from '../../packages/console/src/app/pages/exports/export-history';
import { JOB_HISTORY } from '../../packages/console/src/app/pages/jobs/job-history';
import { MEMBER_HISTORY } from '../../packages/console/src/app/pages/members/member-history';
import type { ResourceKind } from '../../src/domain/resources';
import { fieldNames } from '../../src/history/observed-fields';

const at = (minute: number) => `2026-06-01T00:${String(minute).padStart(2, '0')}:00.000Z`;

const request = (minute: number, changeId: string, outcome = 'APPLIED') =>
  ({ __typename: 'AuditEntry', recordedAt: at(minute), changeId, outcome }) as Request;

function event(minute: number, field: string, changeId?: string, type = 'CHANGED'): Event {
  const changes = [{ field, before: '1', after: '2', redacted: false }];
  const auditEntry = changeId === undefined ? null : request(minute, changeId);
  return {
    __typename: 'ResourceEvent',
    recordedAt: at(minute),
    position: String(minute),
    type,
    cause: 'OBSERVED',
    changes,
    auditEntry,
  } as Event;
}

const gap = (startedAt: number, endedAt: number | null, reason = 'NOT_WATCHED') =>
  ({ startedAt: at(startedAt), endedAt: endedAt === null ? null : at(endedAt), reason }) as Gap;

function rowsOf(entries: readonly Entry[], gaps: readonly Gap[] = [], showsDryRuns = false) {
  const { rows, dryRuns } = timeLine({ entries, gaps, showsDryRuns });
  return { rows: rows.map(({ type, key }) => `${type} ${key}`), dryRuns };
}

test('an event contains its request, and a request without an event has its own row', () => {
  const entries = [event(9, 'status', 'a'), request(8, 'a'), request(7, 'b', 'REFUSED')];
  expect(rowsOf(entries)).toEqual({ rows: ['event 9', 'request b'], dryRuns: 0 });
});

test('while earlier entries are unread, nothing is said about all of them', () => {
  const words = (dryRuns: number, hasNext: boolean) => [
    noChangeText({ dryRuns }, hasNext),
    dryRunsText({ dryRuns }, hasNext),
  ];
  expect(words(20, true)).toEqual(['No change in the entries read so far.', '20 dry runs so far']);
  expect(words(1, false)).toEqual(['Nothing was changed.', '1 dry run']);
  expect(words(0, false)).toEqual(['Nothing was recorded.', '0 dry runs']);
});

test('dry runs are counted, and rows only on request', () => {
  const entries = [request(9, 'a', 'DRY_RUN'), request(8, 'b', 'UNKNOWN'), request(7, 'c', 'DRY_RUN')];
  expect(rowsOf(entries)).toEqual({ rows: ['request b'], dryRuns: 2 });
  expect(rowsOf(entries, [], true)).toEqual({
    rows: ['request a', 'request b', 'request c'],
    dryRuns: 2,
  });
});

test('gaps are where they ended: the current one first, the oldest one last', () => {
  const entries = [event(30, 'status'), event(20, 'status'), event(10, 'status')];
  const gaps = [gap(1, 5), gap(12, 15, 'READ_FAILED'), gap(40, null)];
  expect(rowsOf(entries, gaps).rows).toEqual([
    `gap ${at(40)} NOT_WATCHED`,
    'event 30',
    'event 20',
    `gap ${at(12)} READ_FAILED`,
    'event 10',
    `gap ${at(1)} NOT_WATCHED`,
  ]);
  expect(rowsOf([], gaps).rows).toHaveLength(3);
});

test('steps of the progress are one row until something else happens', () => {
  const entries = [
    event(9, 'estimatedProgress'),
    event(8, 'estimatedProgress'),
    event(7, 'status'),
    event(6, 'estimatedProgress'),
    event(5, 'estimatedProgress', undefined, 'CREATED'),
  ];
  expect(rowsOf(entries).rows).toEqual(['progress 9', 'event 7', 'progress 6', 'event 5']);
  const { rows } = timeLine({ entries, gaps: [], showsDryRuns: false });
  expect(rows[0]).toMatchObject({ type: 'progress', events: [entries[0], entries[1]] });
});

test('an entry of an unknown type is not left out', () => {
  expect(() => entryOf({ __typename: '%other' })).toThrow('unknown entry');
});

test.each<[ResourceKind, HistoryWords]>([
  ['ClassificationJob', JOB_HISTORY],
  ['MacieMember', MEMBER_HISTORY],
  ['MailboxExportJob', EXPORT_HISTORY],
  ['SecurityCase', CASE_HISTORY],
])('every field in the history of %s has a label', (kind, { fields }) => {
  expect(Object.keys(fields).sort()).toEqual([...fieldNames(kind)].sort());
});

test('every mutation, outcome and reason of a gap has words', () => {
  const schema = buildSchema(readFileSync(join(__dirname, '../../schema/schema.graphql'), 'utf8'));
  const values = (name: string) => {
    const type = schema.getType(name);
    return isEnumType(type) ? type.getValues().map((value) => value.name) : [];
  };
  expect(Object.keys(MUTATIONS)).toEqual(Object.keys(schema.getMutationType()?.getFields() ?? {}).sort());
  expect(Object.keys(OUTCOMES).sort()).toEqual(values('ChangeOutcome').sort());
  expect(Object.keys(GAP_REASONS).sort()).toEqual(values('HistoryGapReason').sort());
});
