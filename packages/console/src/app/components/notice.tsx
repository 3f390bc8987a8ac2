/** A notice above the content of all pages, with what the user can do. */
import type { ReactNode } from 'react';
import { CheckIcon, WarningIcon } from './icons';
import classes from './notice.module.css';

interface Props {
  /** The name of the region. */
  readonly label: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
  /** A warning, which screen readers read, or a success that they have heard of. */
  readonly tone?: 'warning' | 'success';
}

export function Notice({ label, children, action, tone = 'warning' }: Props): ReactNode {
  return (
    <section className={classes.notice} aria-label={label} data-tone={tone}>
      {tone === 'warning' ? <WarningIcon /> : <CheckIcon />}
      <div className={classes.text} role={tone === 'warning' ? 'status' : undefined}>
        {children}
      </div>
      {action}
    </section>
  );
}
