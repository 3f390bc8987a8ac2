/** The page of a mailbox export. */
import type { ReactNode } from 'react';
import { graphql, useFragment, usePreloadedQuery } from 'react-relay';
import { Transitions } from '../../actions/transitions';
import { Copyable } from '../../components/copyable';
import { Details } from '../../details/details';
import classes from '../../details/details.module.css';
import { History } from '../../details/history/history';
import { ResourceHeader } from '../../details/resource-header';
import { ResourceNotFound, ResourceSkeleton } from '../../details/resource-page';
import { Mailbox } from '../../relations/mailbox';
import { QueryScreen, type LoadedQuery } from '../../requests/query-screen';
import type { exportPage_exportJob$key } from './__generated__/exportPage_exportJob.graphql';
import type { exportPageQuery } from './__generated__/exportPageQuery.graphql';
import { EXPORT_ACTIONS } from './export-actions';
import { EXPORT_HISTORY } from './export-history';
import { EXPORT_STATUSES, EXPORT_TONES } from './export-labels';
import { ExportProgress } from './export-progress';

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
        id
        jobId
        status
        description
        s3BucketName
        s3Prefix
        s3Path
        entityId
        organizationId
        roleArn
        kmsKeyArn
        ...exportProgress_exportJob
        ...resourceHeader_resource
        ...transitions_resource
      }
    `,
    node?.exportJob,
  );
  if (exportJob == null) return <ResourceNotFound type="MailboxExportJob" noun={NOUN} />;
  const { id, description, jobId, status } = exportJob;
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
      <ExportProgress exportJob={exportJob} fieldErrors={fieldErrors} />
      <div className={classes.columns}>
        <Transitions
          resource={exportJob}
          name={description ?? jobId}
          status={status}
          labels={EXPORT_STATUSES}
          actions={EXPORT_ACTIONS}
          reload={reload}
        />
        <div className={classes.column}>
          <History id={id} status={status} words={EXPORT_HISTORY} />
          <Mailbox id={id} />
        </div>
        <Details
          title="Details"
          fieldErrors={fieldErrors}
          details={[
            { field: 'description', label: 'Description', value: description },
            { field: 's3BucketName', label: 'Bucket', value: exportJob.s3BucketName },
            { field: 's3Prefix', label: 'Prefix', value: exportJob.s3Prefix },
            {
              field: 's3Path',
              label: 'Path',
              value: <Copyable value={exportJob.s3Path} label="path" />,
            },
            {
              field: 'entityId',
              label: 'Mailbox id',
              value: <Copyable value={exportJob.entityId} label="mailbox id" />,
            },
            {
              field: 'organizationId',
              label: 'Organization id',
              value: <Copyable value={exportJob.organizationId} label="organization id" />,
            },
            { field: 'jobId', label: 'Job id', value: <Copyable value={jobId} label="job id" /> },
            {
              field: 'roleArn',
              label: 'IAM role',
              value: <Copyable value={exportJob.roleArn} label="ARN of the IAM role" />,
            },
            {
              field: 'kmsKeyArn',
              label: 'KMS key',
              value: <Copyable value={exportJob.kmsKeyArn} label="ARN of the KMS key" />,
            },
          ]}
        />
      </div>
    </article>
  );
}
