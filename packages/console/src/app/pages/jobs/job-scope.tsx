/** The scope and the schedule of a classification job, as sentences instead of nested conditions. */
import { Code } from '@mantine/core';
import type { ReactNode } from 'react';
import { graphql, useFragment } from 'react-relay';
import { Missing } from '../../components/time';
import { AccountLink } from '../../details/account-link';
import { Details } from '../../details/details';
import classes from '../../details/details.module.css';
import type { ResponseError } from '../../relay/gateway-error';
import type { jobScope_job$data, jobScope_job$key } from './__generated__/jobScope_job.graphql';
import { samplingText, scheduleText } from './schedule-words';
import { bucketScope, objectScope, type ScopePart } from './scope-words';

interface Props {
  readonly job: jobScope_job$key;
  readonly fieldErrors: readonly ResponseError[];
}

export function JobScope({ job: key, fieldErrors }: Props): ReactNode {
  const job = useFragment(
    graphql`
      fragment jobScope_job on ClassificationJob {
        jobType
        awsJobType
        initialRun
        samplingPercentage
        scheduleFrequency {
          interval
          dayOfWeek
          awsDayOfWeek
          dayOfMonth
        }
        bucketDefinitions {
          accountId
          buckets
        }
        bucketCriteria {
          includes {
            simpleCriterion {
              key
              awsKey
              comparator
              awsComparator
              values
            }
            tagCriterion {
              comparator
              awsComparator
              tagValues {
                key
                value
              }
            }
          }
          excludes {
            simpleCriterion {
              key
              awsKey
              comparator
              awsComparator
              values
            }
            tagCriterion {
              comparator
              awsComparator
              tagValues {
                key
                value
              }
            }
          }
        }
        scoping {
          includes {
            simpleScopeTerm {
              key
              awsKey
              comparator
              awsComparator
              values
            }
            tagScopeTerm {
              key
              target
              awsTarget
              comparator
              awsComparator
              tagValues {
                key
                value
              }
            }
          }
          excludes {
            simpleScopeTerm {
              key
              awsKey
              comparator
              awsComparator
              values
            }
            tagScopeTerm {
              key
              target
              awsTarget
              comparator
              awsComparator
              tagValues {
                key
                value
              }
            }
          }
        }
      }
    `,
    key,
  );
  return (
    <Details
      title="Scope and schedule"
      fieldErrors={fieldErrors}
      details={[
        { field: bucketField(job, fieldErrors), label: 'Buckets', value: <Buckets {...job} /> },
        { field: 'scoping', label: 'Objects', value: <Sentences parts={objectScope(job.scoping)} /> },
        { field: 'samplingPercentage', label: 'Sampling', value: samplingText(job.samplingPercentage) },
        { field: 'scheduleFrequency', label: 'Runs', value: scheduleText(job) },
        // A one-time job has one run.
        ...(job.jobType === 'ONE_TIME'
          ? []
          : [
              {
                field: 'initialRun',
                label: 'Existing objects at the start',
                value: job.initialRun == null ? null : job.initialRun ? 'Analyzed' : 'Not analyzed',
              },
            ]),
      ]}
    />
  );
}

/** A job has a list or criteria: an error of either is one of the buckets. */
function bucketField(
  { bucketDefinitions }: jobScope_job$data,
  fieldErrors: readonly ResponseError[],
): string {
  const hasFailed = fieldErrors.some(({ path }) => path?.[1] === 'bucketDefinitions');
  return hasFailed || bucketDefinitions != null ? 'bucketDefinitions' : 'bucketCriteria';
}

function Buckets({ bucketDefinitions, bucketCriteria }: jobScope_job$data): ReactNode {
  if (bucketDefinitions == null)
    return bucketCriteria == null ? <Missing /> : <Sentences parts={bucketScope(bucketCriteria)} />;
  return (
    <ul className={classes.lines}>
      {bucketDefinitions.map(({ accountId, buckets }) => (
        <li key={accountId}>
          <AccountLink accountId={accountId} />
          {': '}
          {buckets.map((bucket, index) => (
            <span key={bucket}>
              {index > 0 && ', '}
              <Code>{bucket}</Code>
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

function Sentences({ parts }: { readonly parts: readonly ScopePart[] }): ReactNode {
  return (
    <div className={classes.scope}>
      {parts.map(({ sentence, conditions }) => (
        <div key={sentence}>
          <p>{conditions.length === 0 ? `${sentence}.` : `${sentence}:`}</p>
          {conditions.length > 0 && (
            <ul>
              {conditions.map((condition) => (
                <li key={condition}>{condition}</li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </div>
  );
}
