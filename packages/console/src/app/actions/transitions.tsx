/** The changes that the status of a resource allows now: a button for each, with its consequences. */
import { Button, Text } from '@mantine/core';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { graphql, useFragment } from 'react-relay';
import details from '../details/details.module.css';
import { useGoneSince } from '../live/live-provider';
import { useViewer } from '../viewer/viewer';
import type { transitions_resource$key } from './__generated__/transitions_resource.graphql';
import { ActionDialog, type OfferedTransition } from './action-dialog';
import { ACTION_LABELS } from './action-labels';
import type { Action, Actions } from './action-mutation';
import classes from './actions.module.css';
import { missingScope } from './missing-scope';

interface Props {
  readonly resource: transitions_resource$key;
  /** The name of the resource, for people. */
  readonly name: string;
  /** The status that the page shows. */
  readonly status: string;
  /** The labels of the statuses, and of other values that a change can have. */
  readonly labels: Readonly<Record<string, string>>;
  readonly actions: Actions;
  /** Reads the page again. */
  readonly reload: () => void;
}

interface Opened {
  readonly action: Action;
  readonly transition: OfferedTransition;
  readonly expectedStatus: string;
  readonly button: HTMLElement;
}

export function Transitions({ resource, name, status, labels, actions, reload }: Props): ReactNode {
  const { id, isTerminal, availableTransitions } = useFragment(
    graphql`
      fragment transitions_resource on Resource {
        id
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
  const viewer = useViewer();
  const isGone = useGoneSince(id) !== undefined;
  const [opened, setOpened] = useState<Opened>();
  const heading = useRef<HTMLHeadingElement>(null);
  const lastButton = useRef<HTMLElement>(undefined);
  useEffect(() => {
    if (opened !== undefined) {
      lastButton.current = opened.button;
      return;
    }
    // After a change its button may be gone.
    const button = lastButton.current;
    if (button !== undefined) (button.isConnected ? button : heading.current)?.focus();
    lastButton.current = undefined;
  }, [opened]);
  const reasonFor = (mutation: string) => {
    if (actions.byMutation[mutation] === undefined) return `The console has no button for ${mutation}.`;
    return missingScope(viewer, actions.type);
  };
  return (
    <section className={details.section} aria-label="Possible changes">
      <h2 className={details.title} ref={heading} tabIndex={-1}>
        Possible changes
      </h2>
      {isGone || availableTransitions.length === 0 ? (
        <Text size="sm" c="var(--console-quiet)">
          {isGone
            ? 'None: AWS does not have it any more.'
            : isTerminal
              ? 'None: the status is final.'
              : 'None in this status.'}
        </Text>
      ) : (
        <ul className={classes.list}>
          {availableTransitions.map((transition) => (
            <TransitionItem
              key={`${transition.action} ${transition.to}`}
              transition={transition}
              label={labels[transition.to] ?? transition.to}
              reason={reasonFor(transition.mutation)}
              open={(button) => {
                const action = actions.byMutation[transition.mutation];
                if (action !== undefined) setOpened({ action, transition, expectedStatus: status, button });
              }}
            />
          ))}
        </ul>
      )}
      {opened !== undefined && (
        <ActionDialog
          action={opened.action}
          transition={opened.transition}
          expectedStatus={opened.expectedStatus}
          id={id}
          name={name}
          labels={labels}
          reload={reload}
          close={() => {
            setOpened(undefined);
          }}
        />
      )}
    </section>
  );
}

interface ItemProps {
  readonly transition: OfferedTransition;
  /** The label of the status after the change. */
  readonly label: string;
  /** Why the caller cannot make the change; undefined when the caller can. */
  readonly reason: string | undefined;
  readonly open: (button: HTMLElement) => void;
}

function TransitionItem({ transition: { action, consequences }, label, reason, open }: ItemProps): ReactNode {
  const reasonId = useId();
  return (
    <li>
      <div className={classes.offer}>
        <Button
          size="compact-sm"
          variant="default"
          disabled={reason !== undefined}
          aria-label={`${ACTION_LABELS[action]}: ${label}`}
          aria-describedby={reason === undefined ? undefined : reasonId}
          onClick={({ currentTarget }) => {
            open(currentTarget);
          }}
        >
          {ACTION_LABELS[action]}
        </Button>
        <span>→ {label}</span>
      </div>
      {reason !== undefined && (
        <Text id={reasonId} size="sm" className={classes.reason}>
          {reason}
        </Text>
      )}
      {consequences.length > 0 && (
        <ul className={classes.consequences}>
          {consequences.map(({ code, text }) => (
            <li key={code}>{text}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
