/** The second step of a bulk change: what the dry run says, and the acknowledgement of each consequence. */
import { Checkbox, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { verdictOf } from '../actions/verdict';
import { checksOf, type BulkRequest, type CountedConsequence } from './bulk-requests';
import classes from './bulk.module.css';
import type { Offer } from './offers';
import { ResourceNames } from './resource-names';

interface Props {
  readonly offer: Offer;
  /** The dry runs, with their answers. */
  readonly requests: readonly BulkRequest[];
  readonly labels: Readonly<Record<string, string>>;
  readonly consequences: readonly CountedConsequence[];
  /** The codes of the accepted consequences. */
  readonly acknowledged: ReadonlySet<string>;
  readonly acknowledge: (codes: ReadonlySet<string>) => void;
}

export function CheckStep(props: Props): ReactNode {
  const { offer, requests, labels, consequences, acknowledged, acknowledge } = props;
  const { passed, refused } = checksOf(requests);
  const { others } = offer;
  return (
    <>
      <section aria-label="To change">
        <h3 className={classes.heading}>{resources(passed.length)} will be changed</h3>
        <ResourceNames resources={passed.map(({ resource }) => resource)} showsStatus />
      </section>
      {consequences.length > 0 && (
        <section aria-label="Consequences">
          <h3 className={classes.heading}>Consequences</h3>
          <ul className={classes.texts}>
            {consequences.map(({ code, text, count }) => (
              <li key={code}>
                {text} <span className={classes.quiet}>Concerns {resources(count)}.</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {consequences
        .filter(({ isRequired }) => isRequired)
        .map(({ code, text, count }) => (
          <Checkbox
            key={code}
            label={`I accept for ${resources(count)}: ${text}`}
            checked={acknowledged.has(code)}
            onChange={({ currentTarget }) => {
              const rest = [...acknowledged].filter((other) => other !== code);
              acknowledge(new Set(currentTarget.checked ? [...rest, code] : rest));
            }}
          />
        ))}
      {refused.length > 0 && (
        <section aria-label="Refused">
          <h3 className={classes.heading}>{resources(refused.length)} cannot be changed now</h3>
          <ul className={classes.names}>
            {refused.map(({ resource: { id, name, target }, result }) => (
              <li key={id}>
                {name} <span className={classes.quiet}>{target}</span>
                {verdictOf({ phase: 'CHECKED', result }, labels, '').texts.map((text) => (
                  <Text key={text} size="sm">
                    {text}
                  </Text>
                ))}
              </li>
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section aria-label="Left out">
          <h3 className={classes.heading}>
            {resources(others.length)} left out: the status does not allow it
          </h3>
          <ResourceNames resources={others} showsStatus />
        </section>
      )}
    </>
  );
}

const resources = (count: number) => `${count} ${count === 1 ? 'resource' : 'resources'}`;
