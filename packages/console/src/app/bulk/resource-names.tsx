/** Resources by name, each with its target and its status at the start. */
import type { ReactNode } from 'react';
import classes from './bulk.module.css';
import type { BulkResource } from './bulk-resource';

interface Props {
  readonly resources: readonly BulkResource[];
  readonly showsStatus?: boolean;
}

/** The number of names before the rest is folded. */
const MAX_NAMES = 10;

export function ResourceNames({ resources, showsStatus = false }: Props): ReactNode {
  const rest = resources.slice(MAX_NAMES);
  return (
    <>
      <Names resources={resources.slice(0, MAX_NAMES)} showsStatus={showsStatus} />
      {rest.length > 0 && (
        <details className={classes.more}>
          <summary>{rest.length} more</summary>
          <Names resources={rest} showsStatus={showsStatus} />
        </details>
      )}
    </>
  );
}

function Names({ resources, showsStatus }: Props): ReactNode {
  return (
    <ul className={classes.names}>
      {resources.map(({ id, name, target, statusLabel }) => (
        <li key={id}>
          {name} <span className={classes.quiet}>{showsStatus ? `${target}, ${statusLabel}` : target}</span>
        </li>
      ))}
    </ul>
  );
}
