// The labels of the console's filters are those that the API shows in the rows.
import { statusLabel } from '../../src/domain/records/status-labels';
import { CASE_STATUSES } from '../../packages/console/src/app/pages/cases/case-labels';
import { EXPORT_STATUSES } from '../../packages/console/src/app/pages/exports/export-labels';
import { JOB_STATUSES } from '../../packages/console/src/app/pages/jobs/job-labels';
import { MEMBER_STATUSES } from '../../packages/console/src/app/pages/members/member-labels';

test.each([
  ['ClassificationJob', JOB_STATUSES],
  ['MacieMember', MEMBER_STATUSES],
  ['MailboxExportJob', EXPORT_STATUSES],
  ['SecurityCase', CASE_STATUSES],
] as const)('a filter of %s shows the labels of the API', (type, labels) => {
  const expected = Object.keys(labels).map((status) => [status, statusLabel(type, status as never)]);
  expect(labels).toEqual(Object.fromEntries(expected));
});
