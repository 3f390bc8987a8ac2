/** The progress of a mailbox export: the estimate of WorkMail, the duration, and the reason of a failure. */
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { graphql, useFragment } from 'react-relay';
import { Time } from '../../components/time';
import { duration } from '../../components/time-formats';
import { useNow } from '../../components/use-now';
import { DetailList } from '../../details/details';
import { Section } from '../../details/section';
import type { ResponseError } from '../../relay/gateway-error';
import type {
  exportProgress_exportJob$key,
  MailboxExportJobStatus,
} from './__generated__/exportProgress_exportJob.graphql';
import classes from './export-progress.module.css';

interface Props {
  readonly exportJob: exportProgress_exportJob$key;
  readonly fieldErrors: readonly ResponseError[];
}

/** What the status means for the file in the bucket. */
const STATES: Readonly<Record<MailboxExportJobStatus, string>> = {
  RUNNING: 'WorkMail exports the mailbox.',
  COMPLETED: 'The export is complete. The file is in the bucket.',
  FAILED: 'The export failed.',
  CANCELLED: 'The export was canceled.',
  UNRECOGNIZED: 'WorkMail reports a status that the console does not know.',
};

export function ExportProgress({ exportJob, fieldErrors }: Props): ReactNode {
  const { status, estimatedProgress, startedAt, endedAt, durationSeconds, errorInfo } = useFragment(
    graphql`
      fragment exportProgress_exportJob on MailboxExportJob {
        status
        estimatedProgress
        startedAt
        endedAt
        durationSeconds
        errorInfo
      }
    `,
    exportJob,
  );
  const now = useNow();
  const seconds =
    durationSeconds ??
    (status === 'RUNNING' && startedAt != null
      ? Math.max(0, Math.floor((now - Date.parse(startedAt)) / 1_000))
      : undefined);
  return (
    <Section title="Progress">
      <Text size="sm">{STATES[status]}</Text>
      {estimatedProgress != null && (
        <div className={classes.progress}>
          <div
            className={classes.track}
            role="progressbar"
            aria-label="Progress, estimated by WorkMail"
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={estimatedProgress}
            data-status={status}
          >
            <div
              className={classes.bar}
              style={{ width: `${Math.min(Math.max(estimatedProgress, 0), 100)}%` }}
            />
          </div>
          <Text size="sm">
            {estimatedProgress} %{status === 'RUNNING' && ', estimated by WorkMail'}
          </Text>
        </div>
      )}
      <DetailList
        fieldErrors={fieldErrors}
        details={[
          ...(estimatedProgress == null
            ? [{ field: 'estimatedProgress', label: 'Progress', value: null }]
            : []),
          ...(status === 'FAILED' || errorInfo != null
            ? [{ field: 'errorInfo', label: 'Reason of the failure', value: errorInfo }]
            : []),
          { field: 'startedAt', label: 'Started', value: <Time value={startedAt} /> },
          {
            field: 'durationSeconds',
            label: endedAt == null ? 'Duration so far' : 'Duration',
            value: seconds === undefined ? null : duration(seconds),
          },
          { field: 'endedAt', label: 'Ended', value: <Time value={endedAt} /> },
        ]}
      />
    </Section>
  );
}
