/** The page of a classification job. */
import type { ReactNode } from 'react';
import { graphql, useFragment, usePreloadedQuery } from 'react-relay';
import { Transitions } from '../../actions/transitions';
import { Copyable } from '../../components/copyable';
import { enumText } from '../../components/enum-text';
import { Time } from '../../components/time';
import { Details, Tags, ValueList } from '../../details/details';
import classes from '../../details/details.module.css';
import { History } from '../../details/history/history';
import { ResourceHeader } from '../../details/resource-header';
import { ResourceNotFound, ResourceSkeleton } from '../../details/resource-page';
import { EditLinks } from '../../forms/edit-links';
import { JobMembers } from '../../relations/job-members';
import { QueryScreen, type LoadedQuery } from '../../requests/query-screen';
import type { jobPage_job$key } from './__generated__/jobPage_job.graphql';
import type { jobPageQuery } from './__generated__/jobPageQuery.graphql';
import { JOB_ACTIONS } from './job-actions';
import { JOB_HISTORY } from './job-history';
import { JOB_STATUSES, JOB_TONES, JOB_TYPES, MANAGED_IDENTIFIERS, RUN_ERRORS } from './job-labels';
import { JobScope } from './job-scope';

const NOUN = 'classification job';

const QUERY = graphql`
  query jobPageQuery($id: ID!) {
    node(id: $id) {
      ...jobPage_job @alias(as: "job")
    }
  }
`;

/** @param id the global id of the resource */
export function JobPage({ id }: { readonly id: string }): ReactNode {
  return (
    <QueryScreen<jobPageQuery>
      query={QUERY}
      variables={{ id }}
      subject={`the ${NOUN}`}
      failureLevel={1}
      fallback={<ResourceSkeleton noun={NOUN} />}
    >
      {(loaded) => <Job {...loaded} />}
    </QueryScreen>
  );
}

function Job({ queryRef, fieldErrors, reload, isReloading }: LoadedQuery<jobPageQuery>): ReactNode {
  const { node } = usePreloadedQuery<jobPageQuery>(QUERY, queryRef);
  const job = useFragment<jobPage_job$key>(
    graphql`
      fragment jobPage_job on ClassificationJob {
        id
        jobId
        name
        status
        description
        jobType
        awsJobType
        createdAt
        lastRunAt
        lastRunErrorStatus {
          code
          awsCode
        }
        userPausedDetails {
          pausedAt
          expiresAt
          imminentExpirationHealthEventArn
        }
        managedDataIdentifierSelector
        awsManagedDataIdentifierSelector
        managedDataIdentifierIds
        customDataIdentifierIds
        allowListIds
        statistics {
          approximateNumberOfObjectsToProcess
          numberOfRuns
        }
        arn
        clientToken
        tags {
          key
          value
        }
        ...jobScope_job
        ...resourceHeader_resource
        ...transitions_resource
      }
    `,
    node?.job,
  );
  if (job == null) return <ResourceNotFound type="ClassificationJob" noun={NOUN} />;
  const { id, name, jobId, status, userPausedDetails } = job;
  return (
    <article className={classes.page}>
      <ResourceHeader
        type="ClassificationJob"
        name={name ?? jobId}
        tone={JOB_TONES[status]}
        resource={job}
        reload={reload}
        isReloading={isReloading}
      >
        <EditLinks type="ClassificationJob" id={job.id} links={{ tags: 'Edit tags' }} />
      </ResourceHeader>
      <div className={classes.columns}>
        <Transitions
          resource={job}
          name={name ?? jobId}
          status={status}
          labels={JOB_STATUSES}
          actions={JOB_ACTIONS}
          reload={reload}
        />
        <div className={classes.column}>
          <History id={id} status={status} words={JOB_HISTORY} />
          <JobScope job={job} fieldErrors={fieldErrors} />
          <JobMembers id={id} />
        </div>
        <Details
          title="Details"
          fieldErrors={fieldErrors}
          details={[
            { field: 'description', label: 'Description', value: job.description },
            { field: 'jobType', label: 'Type', value: enumText(JOB_TYPES, job.jobType, job.awsJobType) },
            { field: 'createdAt', label: 'Created', value: <Time value={job.createdAt} /> },
            { field: 'lastRunAt', label: 'Last run', value: <Time value={job.lastRunAt} /> },
            {
              field: 'lastRunErrorStatus',
              label: 'Errors of the last run',
              value: enumText(RUN_ERRORS, job.lastRunErrorStatus?.code, job.lastRunErrorStatus?.awsCode),
            },
            ...(userPausedDetails == null
              ? []
              : [
                  {
                    field: 'userPausedDetails.pausedAt',
                    label: 'Paused',
                    value: <Time value={userPausedDetails.pausedAt} />,
                  },
                  {
                    field: 'userPausedDetails.expiresAt',
                    label: 'Pause expires',
                    value: <Time value={userPausedDetails.expiresAt} />,
                  },
                  {
                    field: 'userPausedDetails.event',
                    label: 'AWS Health event of the expiration',
                    value: (
                      <Copyable
                        value={userPausedDetails.imminentExpirationHealthEventArn}
                        label="ARN of the AWS Health event"
                      />
                    ),
                  },
                ]),
            { field: 'statistics', label: 'Runs', value: job.statistics?.numberOfRuns },
            {
              field: 'statistics.objects',
              label: 'Objects to process, about',
              value: job.statistics?.approximateNumberOfObjectsToProcess?.toLocaleString('en'),
            },
            {
              field: 'managedDataIdentifierSelector',
              label: 'Managed data identifiers',
              value: enumText(
                MANAGED_IDENTIFIERS,
                job.managedDataIdentifierSelector,
                job.awsManagedDataIdentifierSelector,
              ),
            },
            {
              field: 'managedDataIdentifierIds',
              label: 'Listed managed identifiers',
              value: <ValueList values={job.managedDataIdentifierIds} />,
            },
            {
              field: 'customDataIdentifierIds',
              label: 'Custom data identifiers',
              value: <ValueList values={job.customDataIdentifierIds} />,
            },
            { field: 'allowListIds', label: 'Allow lists', value: <ValueList values={job.allowListIds} /> },
            { field: 'jobId', label: 'Job id', value: <Copyable value={job.jobId} label="job id" /> },
            { field: 'arn', label: 'ARN', value: <Copyable value={job.arn} label="ARN" /> },
            {
              field: 'clientToken',
              label: 'Client token',
              value: <Copyable value={job.clientToken} label="client token" />,
            },
            { field: 'tags', label: 'Tags', value: <Tags tags={job.tags} /> },
          ]}
        />
      </div>
    </article>
  );
}
