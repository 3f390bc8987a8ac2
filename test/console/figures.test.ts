// The four numbers of the start page: sums by status, and what they show when the statistics are not exact.
import { figureOf, FIGURES } from '../../packages/console/src/app/pages/attention/figures';
import { isLookedUp, problemOf } from '../../packages/console/src/app/search/search-text';

const CASES = [
  { status: 'CLOSED', count: 40 },
  { status: 'ACKNOWLEDGED', count: 1_200 },
  { status: 'SUBMITTED', count: 3 },
  // Two statuses that the gateway does not know.
  { status: 'UNRECOGNIZED', count: 4 },
  { status: 'UNRECOGNIZED', count: 5 },
];

test('the open cases are those of all statuses but Closed, with the largest parts', () => {
  expect(figureOf(FIGURES.securityCases, { exact: true, byStatus: CASES })).toEqual({
    count: '1,212',
    path: '/cases?status=SUBMITTED&status=ACKNOWLEDGED&status=DETECTION_AND_ANALYSIS&status=CONTAINMENT_ERADICATION_AND_RECOVERY&status=POST_INCIDENT_ACTIVITIES&status=READY_TO_CLOSE&status=UNRECOGNIZED',
    parts: [
      { label: 'Acknowledged', count: '1,200', path: '/cases?status=ACKNOWLEDGED' },
      { label: 'Unrecognized', count: '9', path: '/cases?status=UNRECOGNIZED' },
    ],
    otherStatuses: 1,
  });
});

test('an exact number without resources is zero, and names the statuses beside it', () => {
  expect(figureOf(FIGURES.mailboxExportJobs, { exact: true, byStatus: [] })).toEqual({
    count: '0',
    path: '/exports?status=RUNNING',
    parts: [{ label: 'Failed', count: '0', path: '/exports?status=FAILED' }],
    otherStatuses: 0,
  });
});

test('a lower bound says so, and a lower bound of zero is unknown', () => {
  const byStatus = [{ status: 'RUNNING', count: 7 }];
  expect(figureOf(FIGURES.classificationJobs, { exact: false, byStatus })).toMatchObject({
    count: 'At least 7',
    parts: [{ count: 'Unknown' }, { count: 'Unknown' }],
  });
});

test.each([
  '182054549260',
  '0f3a'.repeat(8),
  'arn:aws:macie2:us-east-1:111122223333:member/1',
  'WzEsIk1hY2llTWVtYmVyIl0',
])('the pasted id %s is searched at once', (text) => {
  expect(isLookedUp(` ${text}\n`)).toBe(true);
});

test.each(['payroll', '123456789', '7c9e6679-7425-40de-944b-e07fc1f90ae7'])(
  'the pasted text %s waits for Enter, because the gateway reads lists for it',
  (text) => {
    expect(isLookedUp(text)).toBe(false);
  },
);

test('a text needs 2 to 200 characters without the white space around it', () => {
  expect(problemOf(' a ')).toBe('Type at least 2 characters.');
  expect([problemOf('ab'), problemOf('a'.repeat(200))]).toEqual([undefined, undefined]);
  expect(problemOf('a'.repeat(201))).toBe('Type at most 200 characters.');
});
