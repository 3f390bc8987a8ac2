/** The reasons that the gateway could not check, so that their absence means nothing. */
import type { ReactNode } from 'react';
import { graphql, useFragment } from 'react-relay';
import type { uncheckedReasons_reasons$key } from './__generated__/uncheckedReasons_reasons.graphql';
import { REASONS } from './attention-labels';
import classes from './attention.module.css';

export function UncheckedReasons({ reasons }: { readonly reasons: uncheckedReasons_reasons$key }): ReactNode {
  const unchecked = useFragment(
    graphql`
      fragment uncheckedReasons_reasons on UnavailableReason @relay(plural: true) {
        reason
        code
        message
        target {
          name
        }
      }
    `,
    reasons,
  );
  if (unchecked.length === 0) return null;
  return (
    <section className={classes.panel}>
      <h2>Not checked</h2>
      <ul className={classes.unchecked}>
        {unchecked.map(({ reason, code, message, target }) => (
          <li key={`${reason} ${code} ${target?.name ?? ''}`}>
            <strong>
              {REASONS[reason]}
              {target && `, ${target.name}`}
            </strong>
            <span>{message}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
