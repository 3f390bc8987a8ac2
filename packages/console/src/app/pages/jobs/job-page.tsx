/** The page of a classification job. */
import { Code } from '@mantine/core';
import type { ReactNode } from 'react';
import { graphql, useFragment, usePreloadedQuery } from 'react-relay';
import { Transitions } from '../../actions/transitions';
import { Time } from '../../components/time';
import { Details, Tags, ValueList } from '../../details/details';
import classes from '../../details/details.module.css';
import { ResourceHeader } from '../../details/resource-header';
import { ResourceNotFound, ResourceSkeleton } from '../../details/resource-page';
import { EditLinks } from '../../forms/edit-links';
import { QueryScreen, type LoadedQuery } from '../../requests/query-screen';
import type { jobPage_job$key } from './__generated__/jobPage_job.graphql';
import type { jobPageQuery } from './__generated__/jobPageQuery.graphql';
import { JOB_ACTIONS } from './job-actions';
import { JOB_STATUSES, JOB_TONES, JOB_TYPES } from './job-labels';

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
        createdAt
        lastRunAt
        lastRunErrorStatus {
          code
        }
        expiresAt
        initialRun
        samplingPercentage
        managedDataIdentifierSelector
        managedDataIdentifierIds
        customDataIdentifierIds
        allowListIds
        statistics {
          approximateNumberOfObjectsToProcess
          numberOfRuns
        }
        arn
        tags {
          key
          value
        }
        ...resourceHeader_resource
        ...transitions_resource
      }
    `,
    node?.job,
  );
  if (job == null) return <ResourceNotFound type="ClassificationJob" noun={NOUN} />;
  const { name, jobId, status } = job;
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
        <Details
          title="Details"
          fieldErrors={fieldErrors}
          details={[
            { field: 'description', label: 'Description', value: job.description },
            { field: 'jobType', label: 'Type', value: job.jobType && JOB_TYPES[job.jobType] },
            { field: 'createdAt', label: 'Created', value: <Time value={job.createdAt} /> },
            { field: 'lastRunAt', label: 'Last run', value: <Time value={job.lastRunAt} /> },
            {
              field: 'lastRunErrorStatus',
              label: 'Errors of the last run',
              value: job.lastRunErrorStatus?.code && RUN_ERRORS[job.lastRunErrorStatus.code],
            },
            { field: 'expiresAt', label: 'Pause expires', value: <Time value={job.expiresAt} /> },
            { field: 'statistics', label: 'Runs', value: job.statistics?.numberOfRuns },
            {
              field: 'statistics.objects',
              label: 'Objects to process, about',
              value: job.statistics?.approximateNumberOfObjectsToProcess?.toLocaleString('en'),
            },
            { field: 'initialRun', label: 'Runs once at the start', value: yesOrNo(job.initialRun) },
            {
              field: 'samplingPercentage',
              label: 'Sampling',
              value: job.samplingPercentage == null ? null : `${job.samplingPercentage} %`,
            },
            {
              field: 'managedDataIdentifierSelector',
              label: 'Managed data identifiers',
              value: job.managedDataIdentifierSelector,
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
            { field: 'jobId', label: 'Job id', value: <Code>{job.jobId}</Code> },
            { field: 'arn', label: 'ARN', value: job.arn && <Code>{job.arn}</Code> },
            { field: 'tags', label: 'Tags', value: <Tags tags={job.tags} /> },
          ]}
        />
        <Transitions
          resource={job}
          name={name ?? jobId}
          status={status}
          labels={JOB_STATUSES}
          actions={JOB_ACTIONS}
          reload={reload}
        />
      </div>
    </article>
  );
}

const RUN_ERRORS = { ERROR: 'Had errors', NONE: 'None', UNRECOGNIZED: 'Unrecognized' } as const;

function yesOrNo(value: boolean | null | undefined): string | undefined {
  return value == null ? undefined : value ? 'Yes' : 'No';
}
