/** The mark of a resource that AWS does not have any more. */
import type { ReactNode } from 'react';
import { WarningIcon } from '../components/icons';
import { Time } from '../components/time';
import { useGoneSince } from './live-provider';
import classes from './live.module.css';

/** Below the name of a row. */
export function GoneMark({ id }: { readonly id: string }): ReactNode {
  const since = useGoneSince(id);
  if (since === undefined) return null;
  return (
    <span className={classes.gone}>
      No longer in AWS since <Time value={since} />
    </span>
  );
}

/** On the page of the resource. */
export function GoneBanner({ id }: { readonly id: string }): ReactNode {
  const since = useGoneSince(id);
  if (since === undefined) return null;
  return (
    <p className={classes.banner} role="status">
      <WarningIcon />
      <span>
        No longer in AWS since <Time value={since} />. The page shows what the gateway read last.
      </span>
    </p>
  );
}
