// The tables of reasons: rows at, just before and just behind each threshold, in other statuses, and without times.
import {
  rulesOf,
  type AnyRule,
  type AttentionReason,
  type ChangeAttentionReason,
} from '../../src/domain/attention/all';
import { CHANGE_ATTENTION } from '../../src/domain/attention/change';
import type { AttentionFinding } from '../../src/domain/attention/table';
import type { AuditEntry } from '../../src/domain/records/audit-entry';
import type { ResourceRecord } from '../../src/domain/records/resource-record';
import { evaluate, UNREADABLE } from '../../src/domain/records/unreadable';
import { RESOURCE_KINDS, type ResourceKind } from '../../src/domain/resources';
import { attentionThresholds } from '../support/attention';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const NOW = new Date('2026-11-27T12:00:00.000Z');
const ago = (milliseconds: number) => new Date(NOW.getTime() - milliseconds);

type Row = Readonly<Record<string, unknown>> & { readonly status: string };

const JOB = { kind: 'ClassificationJob', target: 'home', jobId: 'job-1', name: 'payroll' };
const MEMBER = { kind: 'MacieMember', target: 'home', accountId: '444455556666' };
const EXPORT = {
  kind: 'MailboxExportJob',
  target: 'home',
  organizationId: 'm-1',
  jobId: 'export-1',
  estimatedProgress: 40,
  startedAt: ago(3 * HOUR),
};
const CASE = { kind: 'SecurityCase', target: 'home', caseId: '0123456789', title: 'Stolen key' };

interface Found extends AttentionFinding {
  readonly summary: string;
}

/** The item of the row for a reason of its kind; "none" without it, "unreadable" when the gateway cannot tell. */
function find(reason: AttentionReason, row: Row, unchangedSince?: Date): Found | 'none' | 'unreadable' {
  const rule: AnyRule | undefined = rulesOf(row.kind as ResourceKind)[reason];
  if (rule === undefined) throw new Error(`${reason} is no reason of a ${String(row.kind)}.`);
  if (!rule.statuses.includes(row.status)) return 'none';
  const context = { now: NOW, thresholds: attentionThresholds(), unchangedSince };
  const found = evaluate(row as unknown as ResourceRecord, (readable) => ({
    finding: rule.find(readable, context),
  }));
  if (found === undefined) return 'unreadable';
  const { finding } = found;
  return finding === undefined
    ? 'none'
    : { ...finding, summary: rule.summarize(row as unknown as ResourceRecord, finding) };
}

const item = (since: Date | undefined, summary: string): Found => ({
  since,
  dueAt: undefined,
  isUrgent: false,
  summary,
});

const JOB_STATUSES = ['RUNNING', 'IDLE', 'PAUSED', 'USER_PAUSED', 'COMPLETE', 'CANCELLED', 'UNRECOGNIZED'];

const unreadable = (...names: string[]) => ({ [UNREADABLE]: new Set(names) });

describe('JOB_PAUSE_EXPIRES', () => {
  const paused = (details: object | undefined, more: object = {}) => ({
    ...JOB,
    status: 'USER_PAUSED',
    userPausedDetails: details,
    ...more,
  });
  const pausedAt = ago(3 * DAY);
  const dueItem = (dueAt: Date, isUrgent: boolean, text: string): Found => ({
    since: pausedAt,
    dueAt,
    isUrgent,
    summary: `Classification job "payroll" is paused by a user, and its run expires at ${text} UTC unless somebody resumes it.`,
  });

  test.each([
    ['a millisecond more than seven days', ago(-7 * DAY - 1), false, '2026-12-04 12:00'],
    ['seven days', ago(-7 * DAY), true, '2026-12-04 12:00'],
    ['a millisecond less than seven days', ago(-7 * DAY + 1), true, '2026-12-04 11:59'],
    ['no time at all', NOW, true, '2026-11-27 12:00'],
    ['an hour ago', ago(HOUR), true, '2026-11-27 11:00'],
  ])('is urgent by the time until the end of the pause: %s', (_title, expiresAt, isUrgent, text) => {
    expect(find('JOB_PAUSE_EXPIRES', paused({ pausedAt, expiresAt }))).toEqual(
      dueItem(expiresAt, isUrgent, text),
    );
  });

  test('is urgent once Macie has sent its health event', () => {
    const expiresAt = ago(-20 * DAY);
    const details = { pausedAt, expiresAt, imminentExpirationHealthEventArn: 'arn' };
    expect(find('JOB_PAUSE_EXPIRES', paused(details))).toEqual(dueItem(expiresAt, true, '2026-12-17 12:00'));
  });

  test('may lack the time of the pause, and the name', () => {
    expect(find('JOB_PAUSE_EXPIRES', paused({ expiresAt: ago(-DAY) }, { name: undefined }))).toEqual({
      since: undefined,
      dueAt: ago(-DAY),
      isUrgent: true,
      summary:
        'Classification job job-1 is paused by a user, and its run expires at 2026-11-28 12:00 UTC unless somebody resumes it.',
    });
  });

  test.each([
    ['a pause without an end', paused({ pausedAt }), 'none'],
    ['a pause without details', paused(undefined), 'none'],
    ['a running job that was paused', paused({ pausedAt, expiresAt: NOW }, { status: 'RUNNING' }), 'none'],
    ['a canceled job', paused({ pausedAt, expiresAt: NOW }, { status: 'CANCELLED' }), 'none'],
    ['an unreadable end', paused({ pausedAt, ...unreadable('expiresAt') }), 'unreadable'],
    ['an unreadable beginning', paused({ expiresAt: NOW, ...unreadable('pausedAt') }), 'unreadable'],
    ['unreadable details', paused(undefined, unreadable('userPausedDetails')), 'unreadable'],
  ])('is not found for %s', (_title, row, expected) => {
    expect(find('JOB_PAUSE_EXPIRES', row)).toBe(expected);
  });
});

describe('JOB_LAST_RUN_HAD_ERRORS', () => {
  const withErrors = (status: string, more: object = {}) => ({
    ...JOB,
    status,
    createdAt: ago(400 * DAY),
    lastRunErrorStatus: { code: 'ERROR' },
    ...more,
  });
  const found = item(undefined, 'Classification job "payroll" had errors in its last run.');

  test('is found in every status but CANCELLED, COMPLETE and UNRECOGNIZED, however old the job is', () => {
    const statuses = JOB_STATUSES.filter(
      (status) => find('JOB_LAST_RUN_HAD_ERRORS', withErrors(status)) !== 'none',
    );
    expect([...statuses].sort()).toEqual(['IDLE', 'PAUSED', 'RUNNING', 'USER_PAUSED']);
    expect(find('JOB_LAST_RUN_HAD_ERRORS', withErrors('IDLE'))).toEqual(found);
  });

  test.each([
    ['30 days ago', ago(30 * DAY), 'none'],
    ['a millisecond later', ago(30 * DAY - 1), found],
    ['a millisecond earlier', ago(30 * DAY + 1), 'none'],
    ['at an unknown time', undefined, 'none'],
  ])('is found for a completed job by its creation: %s', (_title, createdAt, expected) => {
    expect(find('JOB_LAST_RUN_HAD_ERRORS', withErrors('COMPLETE', { createdAt }))).toEqual(expected);
  });

  test.each([
    ['no errors', { lastRunErrorStatus: { code: 'NONE' } }, 'none'],
    ['an unknown code', { lastRunErrorStatus: { code: 'UNRECOGNIZED' } }, 'none'],
    ['no error status', { lastRunErrorStatus: undefined }, 'none'],
    ['an unreadable code', { lastRunErrorStatus: unreadable('code') }, 'unreadable'],
    ['an unreadable error status', unreadable('lastRunErrorStatus'), 'unreadable'],
  ])('is not found with %s', (_title, more, expected) => {
    const row = withErrors('RUNNING', { lastRunErrorStatus: undefined, ...more });
    expect(find('JOB_LAST_RUN_HAD_ERRORS', row)).toBe(expected);
  });

  test('needs the creation only of a completed job', () => {
    const odd = { createdAt: undefined, ...unreadable('createdAt') };
    expect(find('JOB_LAST_RUN_HAD_ERRORS', withErrors('COMPLETE', odd))).toBe('unreadable');
    expect(find('JOB_LAST_RUN_HAD_ERRORS', withErrors('RUNNING', odd))).toEqual(found);
  });
});

test('JOB_PAUSED_BY_MACIE is found in the status PAUSED only', () => {
  const found = JOB_STATUSES.filter((status) => find('JOB_PAUSED_BY_MACIE', { ...JOB, status }) !== 'none');
  expect(found).toEqual(['PAUSED']);
  expect(find('JOB_PAUSED_BY_MACIE', { ...JOB, status: 'PAUSED' })).toEqual(
    item(
      undefined,
      'Classification job "payroll" is paused by Macie, because the account reached its monthly quota.',
    ),
  );
});

const UPDATED = ago(5 * DAY);

test.each([
  ['MEMBER_SUSPENDED', 'PAUSED', 'Macie is suspended for account 444455556666.'],
  ['MEMBER_SUSPENDED', 'ACCOUNT_SUSPENDED', 'AWS suspended account 444455556666, a member of Macie.'],
  [
    'MEMBER_VERIFICATION_FAILED',
    'EMAIL_VERIFICATION_FAILED',
    'Macie could not verify the e-mail address of account 444455556666.',
  ],
  [
    'MEMBER_VERIFICATION_FAILED',
    'REGION_DISABLED',
    'The region is disabled for account 444455556666, a member of Macie.',
  ],
] as const)('%s is found in the status %s since its last change', (reason, status, summary) => {
  expect(find(reason, { ...MEMBER, status, updatedAt: UPDATED })).toEqual(item(UPDATED, summary));
  expect(find(reason, { ...MEMBER, status })).toEqual(item(undefined, summary));
  expect(find(reason, { ...MEMBER, status, ...unreadable('updatedAt') })).toBe('unreadable');
});

test.each([
  ['MEMBER_SUSPENDED', ['ENABLED', 'INVITED', 'REMOVED', 'REGION_DISABLED', 'UNRECOGNIZED']],
  ['MEMBER_VERIFICATION_FAILED', ['ENABLED', 'EMAIL_VERIFICATION_IN_PROGRESS', 'PAUSED', 'UNRECOGNIZED']],
  ['MEMBER_INVITATION_UNANSWERED', ['ENABLED', 'CREATED', 'RESIGNED', 'UNRECOGNIZED']],
] as const)('%s is not found in the statuses %j', (reason, statuses) => {
  for (const status of statuses)
    expect(find(reason, { ...MEMBER, status, updatedAt: UPDATED, invitedAt: ago(DAY * 99) })).toBe('none');
});

describe('MEMBER_INVITATION_UNANSWERED', () => {
  const found = (invitedAt: Date, text: string) =>
    item(invitedAt, `Account 444455556666 has not answered the invitation of ${text} UTC.`);

  test.each([
    ['14 days ago', ago(14 * DAY), found(ago(14 * DAY), '2026-11-13 12:00')],
    ['a millisecond earlier', ago(14 * DAY + 1), found(ago(14 * DAY + 1), '2026-11-13 11:59')],
    ['a millisecond later', ago(14 * DAY - 1), 'none'],
    ['at an unknown time', undefined, 'none'],
    ['in the future', ago(-DAY), 'none'],
  ])('is found by the invitation: %s', (_title, invitedAt, expected) => {
    expect(find('MEMBER_INVITATION_UNANSWERED', { ...MEMBER, status: 'INVITED', invitedAt })).toEqual(
      expected,
    );
  });

  test('needs the time of the invitation', () => {
    const row = { ...MEMBER, status: 'INVITED', ...unreadable('invitedAt') };
    expect(find('MEMBER_INVITATION_UNANSWERED', row)).toBe('unreadable');
  });
});

describe('EXPORT_FAILED', () => {
  const found = (endedAt: Date | undefined) => item(endedAt, 'Mailbox export job export-1 failed.');

  test('is found since the end of the job', () => {
    expect(find('EXPORT_FAILED', { ...EXPORT, status: 'FAILED', endedAt: UPDATED })).toEqual(found(UPDATED));
    expect(find('EXPORT_FAILED', { ...EXPORT, status: 'FAILED' })).toEqual(found(undefined));
    const row = { ...EXPORT, status: 'FAILED', ...unreadable('endedAt') };
    expect(find('EXPORT_FAILED', row)).toBe('unreadable');
  });

  test.each(['RUNNING', 'COMPLETED', 'CANCELLED', 'UNRECOGNIZED'])(
    'is not found in the status %s',
    (status) => {
      expect(find('EXPORT_FAILED', { ...EXPORT, status, endedAt: UPDATED })).toBe('none');
    },
  );
});

describe('EXPORT_STALLED', () => {
  const running = (more: object = {}) => ({ ...EXPORT, status: 'RUNNING', ...more });
  const found = (since: Date, text: string) =>
    item(since, `Mailbox export job export-1 has been at 40 percent since ${text} UTC.`);

  test.each([
    ['an hour', ago(HOUR), found(ago(HOUR), '2026-11-27 11:00')],
    ['a millisecond more', ago(HOUR + 1), found(ago(HOUR + 1), '2026-11-27 10:59')],
    ['a millisecond less', ago(HOUR - 1), 'none'],
    ['an unknown time', undefined, 'none'],
  ])('is found by the time without progress: %s', (_title, since, expected) => {
    expect(find('EXPORT_STALLED', running(), since)).toEqual(expected);
  });

  test.each(['COMPLETED', 'FAILED', 'CANCELLED', 'UNRECOGNIZED'])(
    'is not found in the status %s',
    (status) => {
      expect(find('EXPORT_STALLED', { ...EXPORT, status }, ago(DAY))).toBe('none');
    },
  );

  test('needs the progress and the start of the job', () => {
    expect(find('EXPORT_STALLED', running(unreadable('estimatedProgress')), ago(DAY))).toBe('unreadable');
    expect(find('EXPORT_STALLED', running(unreadable('startedAt')), ago(DAY))).toBe('unreadable');
    expect(find('EXPORT_STALLED', running({ estimatedProgress: undefined }), ago(DAY))).toEqual(
      item(ago(DAY), 'Mailbox export job export-1 has made no progress since 2026-11-26 12:00 UTC.'),
    );
  });
});

const OPEN_CASE_STATUSES = [
  'SUBMITTED',
  'ACKNOWLEDGED',
  'DETECTION_AND_ANALYSIS',
  'CONTAINMENT_ERADICATION_AND_RECOVERY',
  'POST_INCIDENT_ACTIVITIES',
  'READY_TO_CLOSE',
];

describe('CASE_ACTION_PENDING', () => {
  const pending = (status: string, more: object = {}) => ({
    ...CASE,
    status,
    pendingAction: 'CUSTOMER',
    updatedAt: UPDATED,
    ...more,
  });
  const found = item(UPDATED, 'Case "Stolen key" waits for an action of yours.');

  test.each([...OPEN_CASE_STATUSES, 'UNRECOGNIZED'])('is found in the status %s', (status) => {
    expect(find('CASE_ACTION_PENDING', pending(status))).toEqual(found);
  });

  test('may lack the title and the time', () => {
    expect(
      find('CASE_ACTION_PENDING', pending('SUBMITTED', { title: undefined, updatedAt: undefined })),
    ).toEqual(item(undefined, 'Case 0123456789 waits for an action of yours.'));
  });

  test.each([
    ['a closed case', pending('CLOSED'), 'none'],
    ['no pending action', pending('SUBMITTED', { pendingAction: 'NONE' }), 'none'],
    ['an unknown pending action', pending('SUBMITTED', { pendingAction: 'UNRECOGNIZED' }), 'none'],
    ['an absent pending action', pending('SUBMITTED', { pendingAction: undefined }), 'none'],
    [
      'an unreadable pending action',
      pending('SUBMITTED', { pendingAction: 'UNRECOGNIZED', ...unreadable('pendingAction') }),
      'unreadable',
    ],
  ])('is not found with %s', (_title, row, expected) => {
    expect(find('CASE_ACTION_PENDING', row)).toBe(expected);
  });
});

describe('names in summaries', () => {
  const summaryOf = (title: string) =>
    find('CASE_READY_TO_CLOSE', { ...CASE, status: 'READY_TO_CLOSE', title });

  test.each([
    ['quotes', 'a "stolen" key', `"a 'stolen' key"`],
    ['line breaks and control characters', 'one\r\n\ttwo\u2028three\u0000', '"one two three "'],
    ['a hundred characters', '\u{1F511}'.repeat(100), `"${'\u{1F511}'.repeat(100)}"`],
    ['more than a hundred characters', '\u{1F511}'.repeat(101), `"${'\u{1F511}'.repeat(100)}…"`],
  ])('stay on one line in quotes: %s', (_title, title, shown) => {
    expect(summaryOf(title)).toMatchObject({ summary: `Case ${shown} is ready to close.` });
  });
});

describe('CASE_NOT_ACKNOWLEDGED', () => {
  const submitted = (createdAt: Date | undefined, more: object = {}) => ({
    ...CASE,
    status: 'SUBMITTED',
    resolverType: 'AWS',
    createdAt,
    ...more,
  });
  const found = (createdAt: Date, text: string, title = '"Stolen key"'): Found => ({
    since: createdAt,
    dueAt: new Date(createdAt.getTime() + 15 * MINUTE),
    isUrgent: true,
    summary: `AWS has not acknowledged ${title}, created at ${text} UTC.`,
  });

  test.each([
    ['15 minutes ago', ago(15 * MINUTE), found(ago(15 * MINUTE), '2026-11-27 11:45')],
    ['a millisecond earlier', ago(15 * MINUTE + 1), found(ago(15 * MINUTE + 1), '2026-11-27 11:44')],
    ['a millisecond later', ago(15 * MINUTE - 1), 'none'],
    ['at an unknown time', undefined, 'none'],
  ])('is found by the creation: %s', (_title, createdAt, expected) => {
    expect(find('CASE_NOT_ACKNOWLEDGED', submitted(createdAt))).toEqual(expected);
  });

  test('names the id of a case without a title', () => {
    expect(find('CASE_NOT_ACKNOWLEDGED', submitted(ago(HOUR), { title: undefined }))).toEqual(
      found(ago(HOUR), '2026-11-27 11:00', 'case 0123456789'),
    );
  });

  test.each([
    ['a case of the customer itself', { resolverType: 'SELF' }, 'none'],
    ['a case with an unknown resolver', { resolverType: 'UNRECOGNIZED' }, 'none'],
    ['an acknowledged case', { status: 'ACKNOWLEDGED' }, 'none'],
    ['a closed case', { status: 'CLOSED' }, 'none'],
    ['a case with an unknown status', { status: 'UNRECOGNIZED' }, 'none'],
    ['an unreadable resolver', { resolverType: 'UNRECOGNIZED', ...unreadable('resolverType') }, 'unreadable'],
    ['an unreadable creation', { createdAt: undefined, ...unreadable('createdAt') }, 'unreadable'],
  ])('is not found for %s', (_title, more, expected) => {
    expect(find('CASE_NOT_ACKNOWLEDGED', submitted(ago(DAY), more))).toBe(expected);
  });
});

describe('CASE_READY_TO_CLOSE', () => {
  test('is found in the status READY_TO_CLOSE only', () => {
    const found = [...OPEN_CASE_STATUSES, 'CLOSED', 'UNRECOGNIZED'].filter(
      (status) => find('CASE_READY_TO_CLOSE', { ...CASE, status }) !== 'none',
    );
    expect(found).toEqual(['READY_TO_CLOSE']);
    const row = { ...CASE, status: 'READY_TO_CLOSE', updatedAt: UPDATED };
    expect(find('CASE_READY_TO_CLOSE', row)).toEqual(item(UPDATED, 'Case "Stolen key" is ready to close.'));
  });
});

describe('CASE_NOT_UPDATED', () => {
  const found = (updatedAt: Date, text: string) =>
    item(updatedAt, `Nobody has updated "Stolen key" since ${text} UTC.`);

  test.each([
    ['seven days ago', ago(7 * DAY), found(ago(7 * DAY), '2026-11-20 12:00')],
    ['a millisecond earlier', ago(7 * DAY + 1), found(ago(7 * DAY + 1), '2026-11-20 11:59')],
    ['a millisecond later', ago(7 * DAY - 1), 'none'],
    ['at an unknown time', undefined, 'none'],
  ])('is found by the last update: %s', (_title, updatedAt, expected) => {
    expect(find('CASE_NOT_UPDATED', { ...CASE, status: 'ACKNOWLEDGED', updatedAt })).toEqual(expected);
  });

  test('is found in every open status', () => {
    const row = { ...CASE, updatedAt: ago(8 * DAY) };
    const statuses = [...OPEN_CASE_STATUSES, 'CLOSED', 'UNRECOGNIZED'];
    const found = statuses.filter((status) => find('CASE_NOT_UPDATED', { ...row, status }) !== 'none');
    expect(found).toEqual(OPEN_CASE_STATUSES);
    const odd = { ...CASE, status: 'SUBMITTED', ...unreadable('updatedAt') };
    expect(find('CASE_NOT_UPDATED', odd)).toBe('unreadable');
  });
});

describe('changes', () => {
  const entry = (more: Partial<AuditEntry>) =>
    ({ createdAt: ago(HOUR), mutation: 'tagResource', actor: 'ann', ...more }) as AuditEntry;
  const context = { now: NOW, thresholds: attentionThresholds() };
  const findChange = (reason: ChangeAttentionReason, change: AuditEntry) => {
    const { find: findIn, summarize } = CHANGE_ATTENTION[reason];
    const finding = findIn(change, context);
    return finding === undefined ? 'none' : { ...finding, summary: summarize(change, finding) };
  };
  const unfinished = (since: Date, text: string) =>
    item(since, `The audit trail has no outcome of tagResource, which ann requested at ${text} UTC.`);

  test('CHANGE_OUTCOME_UNKNOWN is found at once, and only with the outcome UNKNOWN', () => {
    const unknown = item(
      NOW,
      'It is not known whether AWS applied tagResource, which ann requested at 2026-11-27 12:00 UTC.',
    );
    expect(findChange('CHANGE_OUTCOME_UNKNOWN', entry({ outcome: 'UNKNOWN', createdAt: NOW }))).toEqual(
      unknown,
    );
    for (const outcome of ['APPLIED', 'RECONCILED', 'REFUSED', 'DRY_RUN', undefined] as const)
      expect(findChange('CHANGE_OUTCOME_UNKNOWN', entry({ outcome }))).toBe('none');
  });

  test.each([
    ['five minutes ago', ago(5 * MINUTE), unfinished(ago(5 * MINUTE), '2026-11-27 11:55')],
    ['a millisecond earlier', ago(5 * MINUTE + 1), unfinished(ago(5 * MINUTE + 1), '2026-11-27 11:54')],
    ['a millisecond later', ago(5 * MINUTE - 1), 'none'],
  ])('CHANGE_UNFINISHED is found by the request: %s', (_title, createdAt, expected) => {
    expect(findChange('CHANGE_UNFINISHED', entry({ outcome: undefined, createdAt }))).toEqual(expected);
  });

  test('CHANGE_UNFINISHED is not found with an outcome', () => {
    for (const outcome of ['APPLIED', 'RECONCILED', 'REFUSED', 'DRY_RUN', 'UNKNOWN'] as const)
      expect(findChange('CHANGE_UNFINISHED', entry({ outcome }))).toBe('none');
  });
});

test('only the reasons with a due time state that they have one', () => {
  const stated = RESOURCE_KINDS.flatMap((kind) =>
    Object.entries(rulesOf(kind)).flatMap(([reason, { hasDueTime }]) =>
      hasDueTime === true ? [reason] : [],
    ),
  );
  expect(stated).toEqual(['JOB_PAUSE_EXPIRES', 'CASE_NOT_ACKNOWLEDGED']);
});

test('the thresholds of the configuration apply', () => {
  const rule = rulesOf('SecurityCase').CASE_NOT_UPDATED;
  const row = { ...CASE, status: 'ACKNOWLEDGED', updatedAt: ago(2 * DAY) } as unknown as ResourceRecord;
  const found = (quietCaseMs: number) =>
    rule?.find(row, {
      now: NOW,
      thresholds: attentionThresholds({ quietCaseMs }),
      unchangedSince: undefined,
    });
  expect(found(2 * DAY)).toBeDefined();
  expect(found(2 * DAY + 1)).toBeUndefined();
});
