/** The cells of the list of mailbox exports. */
import { Progress } from '../../components/progress';
import { StatusBadge } from '../../components/status-badge';
import { Time } from '../../components/time';
import { NameCell, PlainText } from '../../lists/resource-columns';
import type { Cells } from '../../lists/resource-table';
import type { exportsPage_list$data } from './__generated__/exportsPage_list.graphql';
import { EXPORT_TONES } from './export-labels';
import type { EXPORTS_VIEW } from './exports-view';

type ExportRow = NonNullable<exportsPage_list$data['mailboxExportJobs']>['edges'][number]['node'];

export const nameOf = ({ description, jobId }: ExportRow) => description ?? jobId;

export const EXPORT_CELLS: Cells<ExportRow, keyof typeof EXPORTS_VIEW.columns> = {
  export: ({ id, description, jobId }) => (
    <NameCell type="MailboxExportJob" id={id} name={description} fallback={jobId} />
  ),
  status: ({ status, statusLabel, awsStatus }) => (
    <StatusBadge label={statusLabel} tone={EXPORT_TONES[status]} awsStatus={awsStatus} />
  ),
  progress: ({ estimatedProgress }) => <Progress percent={estimatedProgress} />,
  bucket: ({ s3BucketName }) => <PlainText value={s3BucketName} />,
  started: ({ startedAt }) => <Time value={startedAt} />,
  ended: ({ endedAt }) => <Time value={endedAt} />,
  entity: ({ entityId }) => <PlainText value={entityId} />,
  organization: ({ organizationId }) => organizationId,
  target: ({ target }) => target.name,
};
