/** The page of a mailbox export. */
import { Code } from '@mantine/core';
import type { ReactNode } from 'react';
import { graphql, useFragment, usePreloadedQuery } from 'react-relay';
import { Transitions } from '../../actions/transitions';
import { Progress } from '../../components/progress';
import { duration } from '../../components/time-formats';
import { Time } from '../../components/time';
import { Details } from '../../details/details';
import classes from '../../details/details.module.css';
import { ResourceHeader } from '../../details/resource-header';
import { ResourceNotFound, ResourceSkeleton } from '../../details/resource-page';
import { QueryScreen, type LoadedQuery } from '../../requests/query-screen';
import type { exportPage_exportJob$key } from './__generated__/exportPage_exportJob.graphql';
import type { exportPageQuery } from './__generated__/exportPageQuery.graphql';
import { EXPORT_ACTIONS } from './export-actions';
import { EXPORT_STATUSES, EXPORT_TONES } from './export-labels';

const NOUN = 'mailbox export';

const QUERY = graphql`
  query exportPageQuery($id: ID!) {
    node(id: $id) {
      ...exportPage_exportJob @alias(as: "exportJob")
    }
  }
`;

/** @param id the global id of the resource */
export function ExportPage({ id }: { readonly id: string }): ReactNode {
  return (
    <QueryScreen<exportPageQuery>
      query={QUERY}
      variables={{ id }}
      subject={`the ${NOUN}`}
      failureLevel={1}
      fallback={<ResourceSkeleton noun={NOUN} />}
    >
      {(loaded) => <Export {...loaded} />}
    </QueryScreen>
  );
}

function Export({ queryRef, fieldErrors, reload, isReloading }: LoadedQuery<exportPageQuery>): ReactNode {
  const { node } = usePreloadedQuery<exportPageQuery>(QUERY, queryRef);
  const exportJob = useFragment<exportPage_exportJob$key>(
    graphql`
      fragment exportPage_exportJob on MailboxExportJob {
        jobId
        status
        description
        estimatedProgress
        startedAt
        endedAt
        durationSeconds
        errorInfo
        s3BucketName
        s3Prefix
        s3Path
        entityId
        organizationId
        roleArn
        kmsKeyArn
        ...resourceHeader_resource
        ...transitions_resource
      }
    `,
    node?.exportJob,
  );
  if (exportJob == null) return <ResourceNotFound type="MailboxExportJob" noun={NOUN} />;
  const { description, jobId, status } = exportJob;
  return (
    <article className={classes.page}>
      <ResourceHeader
        type="MailboxExportJob"
        name={description ?? jobId}
        tone={EXPORT_TONES[status]}
        resource={exportJob}
        reload={reload}
        isReloading={isReloading}
      />
      <div className={classes.columns}>
        <Details
          title="Details"
          fieldErrors={fieldErrors}
          details={[
            {
              field: 'estimatedProgress',
              label: 'Progress',
              value: <Progress percent={exportJob.estimatedProgress} />,
            },
            { field: 'errorInfo', label: 'Reason of the failure', value: exportJob.errorInfo },
            { field: 'startedAt', label: 'Started', value: <Time value={exportJob.startedAt} /> },
            { field: 'endedAt', label: 'Ended', value: <Time value={exportJob.endedAt} /> },
            {
              field: 'durationSeconds',
              label: 'Duration',
              value: exportJob.durationSeconds == null ? null : duration(exportJob.durationSeconds),
            },
            { field: 's3BucketName', label: 'Bucket', value: exportJob.s3BucketName },
            { field: 's3Prefix', label: 'Prefix', value: exportJob.s3Prefix },
            { field: 's3Path', label: 'Path', value: exportJob.s3Path },
            {
              field: 'entityId',
              label: 'Mailbox',
              value: exportJob.entityId && <Code>{exportJob.entityId}</Code>,
            },
            {
              field: 'organizationId',
              label: 'Organization',
              value: <Code>{exportJob.organizationId}</Code>,
            },
            { field: 'jobId', label: 'Job id', value: <Code>{exportJob.jobId}</Code> },
            {
              field: 'roleArn',
              label: 'IAM role',
              value: exportJob.roleArn && <Code>{exportJob.roleArn}</Code>,
            },
            {
              field: 'kmsKeyArn',
              label: 'KMS key',
              value: exportJob.kmsKeyArn && <Code>{exportJob.kmsKeyArn}</Code>,
            },
          ]}
        />
        <Transitions
          resource={exportJob}
          name={description ?? jobId}
          status={status}
          labels={EXPORT_STATUSES}
          actions={EXPORT_ACTIONS}
          reload={reload}
        />
      </div>
    </article>
  );
}
