/** The missing data of a list: the failed sources by target and kind, and a button that reads them again. */
import { Button, Text } from '@mantine/core';
import { graphql, useFragment } from 'react-relay';
import type { ReactNode } from 'react';
import type { completenessBanner_completeness$key } from './__generated__/completenessBanner_completeness.graphql';
import { WarningIcon } from './icons';
import { KIND_LABELS, SOURCE_STATUS_LABELS } from './labels';
import classes from './completeness-banner.module.css';

interface Props {
  readonly completeness: completenessBanner_completeness$key;
  readonly retry: () => void;
  readonly isRetrying: boolean;
}

export function CompletenessBanner({ completeness, retry, isRetrying }: Props): ReactNode {
  const { complete, fieldErrors, sources } = useFragment(
    graphql`
      fragment completenessBanner_completeness on Completeness {
        complete
        asOf
        fieldErrors
        retryCursor
        sources {
          kind
          status
          message
          retryAfterSeconds
          target {
            name
          }
        }
      }
    `,
    completeness,
  );
  if (complete) return null;
  const failed = sources.filter(({ status }) => status !== 'OK');
  return (
    <section className={classes.banner} aria-label="Missing data">
      <WarningIcon />
      <div className={classes.text}>
        <Text fw={600}>{titleOf(failed.length, sources.length, fieldErrors)}</Text>
        <ul className={classes.sources}>
          {failed.map(({ kind, status, message, retryAfterSeconds, target }) => (
            <li key={`${target.name} ${kind} ${status}`}>
              <strong>
                {target.name}, {KIND_LABELS[kind]}
              </strong>
              : {SOURCE_STATUS_LABELS[status]}. {message}
              {retryAfterSeconds != null && ` Wait ${retryAfterSeconds} s before you retry.`}
            </li>
          ))}
        </ul>
      </div>
      <Button size="xs" variant="default" onClick={retry} loading={isRetrying}>
        Retry
      </Button>
    </section>
  );
}

function titleOf(failed: number, sources: number, fieldErrors: number): string {
  const values = `${fieldErrors} ${fieldErrors === 1 ? 'value' : 'values'} could not be read`;
  if (failed === 0) return values;
  const rows = `Rows may be missing: ${failed} of ${sources} ${sources === 1 ? 'source' : 'sources'} could not be read in full`;
  return fieldErrors === 0 ? rows : `${rows}, and ${values}`;
}
