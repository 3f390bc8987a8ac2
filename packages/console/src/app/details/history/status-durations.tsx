/** The time that the resource was in each status, on one line. */
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { graphql, useFragment } from 'react-relay';
import { duration, localTime } from '../../components/time-formats';
import type { ResponseError } from '../../relay/gateway-error';
import classes from './history.module.css';
import type { statusDurations_resource$key } from './__generated__/statusDurations_resource.graphql';

interface Props {
  readonly resource: statusDurations_resource$key;
  readonly fieldErrors: readonly ResponseError[];
  readonly labels: Readonly<Record<string, string>> | undefined;
}

export function StatusDurations({ resource, fieldErrors, labels = {} }: Props): ReactNode {
  const { statusDurations } = useFragment(
    graphql`
      fragment statusDurations_resource on Resource {
        statusDurations {
          since
          durations {
            status
            seconds
          }
          completeness {
            complete
          }
        }
      }
    `,
    resource,
  );
  const failure = fieldErrors.find(({ path }) => path?.[1] === 'statusDurations');
  if (failure !== undefined) {
    return (
      <Text size="sm" className={classes.failed}>
        The time in each status could not be read: {failure.message}
      </Text>
    );
  }
  if (statusDurations?.since == null) return null;
  const { since, durations, completeness } = statusDurations;
  return (
    <Text size="sm" className={classes.durations}>
      {durations.map(({ status, seconds }, index) => (
        <span key={status}>
          {index > 0 && ', '}
          {labels[status] ?? status} <strong>{duration(seconds)}</strong>
        </span>
      ))}{' '}
      <span className={classes.quiet}>
        since {localTime(since)}
        {!completeness.complete && ', as far as the history knows: it has gaps'}
      </span>
    </Text>
  );
}
