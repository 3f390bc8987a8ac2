/** The changes that the status of a resource allows now, with their consequences. */
import { Code, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { graphql, useFragment } from 'react-relay';
import type { transitions_resource$key } from './__generated__/transitions_resource.graphql';
import { ACTION_LABELS } from './action-labels';
import classes from './details.module.css';

interface Props {
  readonly resource: transitions_resource$key;
  /** The labels of the statuses, and of other values that a change can have. */
  readonly labels: Readonly<Record<string, string>>;
}

export function Transitions({ resource, labels }: Props): ReactNode {
  const { isTerminal, availableTransitions } = useFragment(
    graphql`
      fragment transitions_resource on Resource {
        isTerminal
        availableTransitions {
          action
          to
          mutation
          consequences {
            code
            text
          }
        }
      }
    `,
    resource,
  );
  return (
    <section className={classes.section} aria-label="Possible changes">
      <h2 className={classes.title}>Possible changes</h2>
      {availableTransitions.length === 0 ? (
        <Text size="sm" c="var(--console-quiet)">
          {isTerminal ? 'None: the status is final.' : 'None in this status.'}
        </Text>
      ) : (
        <ul className={classes.actions}>
          {availableTransitions.map(({ action, to, mutation, consequences }) => (
            <li key={`${action} ${to}`}>
              <strong>{ACTION_LABELS[action]}</strong> → {labels[to] ?? to} <Code>{mutation}</Code>
              {consequences.length > 0 && (
                <ul className={classes.consequences}>
                  {consequences.map(({ code, text }) => (
                    <li key={code}>{text}</li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
