/** The health of each source: whether the gateway could read it for the queue. */
import type { ReactNode } from 'react';
import { graphql, useFragment } from 'react-relay';
import { KIND_LABELS, SOURCE_STATUS_LABELS } from '../../components/labels';
import { StatusBadge } from '../../components/status-badge';
import type { sources_completeness$key } from './__generated__/sources_completeness.graphql';
import classes from './attention.module.css';

export function Sources({ completeness }: { readonly completeness: sources_completeness$key }): ReactNode {
  const { sources } = useFragment(
    graphql`
      fragment sources_completeness on Completeness {
        sources {
          kind
          status
          target {
            name
          }
        }
      }
    `,
    completeness,
  );
  const targets = Map.groupBy(sources, ({ target }) => target.name);
  return (
    <section className={classes.panel}>
      <h2>Sources</h2>
      {[...targets].map(([name, list]) => (
        <div key={name}>
          <h3>{name}</h3>
          <ul>
            {list.map(({ kind, status }) => (
              <li key={`${kind} ${status}`}>
                <span>{KIND_LABELS[kind]}</span>
                <StatusBadge
                  label={SOURCE_STATUS_LABELS[status]}
                  tone={status === 'OK' ? 'active' : 'problem'}
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
