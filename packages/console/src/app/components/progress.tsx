/** A progress in percent, as a bar and in digits. */
import type { ReactNode } from 'react';
import { Missing } from './time';
import classes from './progress.module.css';

export function Progress({ percent }: { readonly percent: number | null | undefined }): ReactNode {
  if (percent == null) return <Missing />;
  return (
    <span className={classes.progress}>
      <span className={classes.track} aria-hidden="true">
        <span className={classes.bar} style={{ width: `${Math.min(Math.max(percent, 0), 100)}%` }} />
      </span>
      {percent} %
    </span>
  );
}
