/** A notice above the content of all pages, with what the user can do. */
import type { ReactNode } from 'react';
import { WarningIcon } from './icons';
import classes from './notice.module.css';

interface Props {
  /** The name of the region. */
  readonly label: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

export function Notice({ label, children, action }: Props): ReactNode {
  return (
    <section className={classes.notice} aria-label={label}>
      <WarningIcon />
      <div className={classes.text} role="status">
        {children}
      </div>
      {action}
    </section>
  );
}
