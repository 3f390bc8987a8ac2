/** The first step of a bulk change: a button for each change that a selected resource allows, and the others with the reason. */
import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ACTION_LABELS } from '../actions/action-labels';
import type { BulkActions } from './bulk-mutation';
import type { BulkResource } from './bulk-resource';
import classes from './bulk.module.css';
import { offersOf, statusCounts, type Offer } from './offers';
import { ResourceNames } from './resource-names';

interface Props {
  readonly resources: readonly BulkResource[];
  /** The number of selected ids without a resource. */
  readonly missing: number;
  /** A message for each selected id that could not be read. */
  readonly failures: readonly string[];
  readonly actions: BulkActions;
  readonly choose: (offer: Offer) => void;
  /** Reads the selected resources again. */
  readonly retry: () => void;
}

export function ChooseStep(props: Props): ReactNode {
  const {
    resources,
    missing,
    failures,
    actions: { actions, labels },
    choose,
    retry,
  } = props;
  const { possible, impossible } = offersOf(resources, actions);
  const terminal = resources.filter(({ isTerminal }) => isTerminal);
  return (
    <>
      {possible.length > 0 && (
        <section aria-label="Possible changes">
          <h3 className={classes.heading}>Possible changes</h3>
          <ul className={classes.offers}>
            {possible.map((offer) => {
              const to = labels[offer.to] ?? offer.to;
              const count = `${offer.resources.length} of ${resources.length}`;
              return (
                <li key={`${offer.action} ${offer.to}`}>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`${ACTION_LABELS[offer.action]}: ${to}, ${count}`}
                    onClick={() => {
                      choose(offer);
                    }}
                  >
                    {ACTION_LABELS[offer.action]}
                  </Button>
                  <span>
                    → {to} <span className={classes.quiet}>{count}</span>
                  </span>
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {impossible.length > 0 && (
        <section aria-label="Not possible now">
          <h3 className={classes.heading}>Not possible now</h3>
          <ul className={classes.texts}>
            {impossible.map((action) => (
              <li key={action}>{ACTION_LABELS[action]}: no selected status allows it.</li>
            ))}
          </ul>
          {resources.length > 0 && (
            <Text size="sm" className={classes.quiet}>
              Selected: {statusCounts(resources)}.
            </Text>
          )}
        </section>
      )}
      {terminal.length > 0 && (
        <section aria-label="Final">
          <h3 className={classes.heading}>
            {terminal.length} of {resources.length} cannot be changed any more
          </h3>
          <ResourceNames resources={terminal} showsStatus />
        </section>
      )}
      {failures.length > 0 && (
        <section aria-label="Could not be read">
          <h3 className={classes.heading}>
            {failures.length} selected {failures.length === 1 ? 'resource' : 'resources'} could not be read
          </h3>
          <ul className={classes.texts}>
            {[...new Set(failures)].map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
          <Text size="sm">A change leaves {failures.length === 1 ? 'it' : 'them'} out.</Text>
          <Button size="compact-sm" variant="default" onClick={retry}>
            Retry
          </Button>
        </section>
      )}
      {missing > 0 && (
        <Text size="sm">
          {missing} selected {missing === 1 ? 'resource was' : 'resources were'} not found: AWS does not have{' '}
          {missing === 1 ? 'it' : 'them'} any more, or the link is not one of this list.
        </Text>
      )}
    </>
  );
}
