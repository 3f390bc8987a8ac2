/** The status of a resource: the label of the API beside a mark. The label says all; the color only helps to scan a list. */
import type { ReactNode } from 'react';
import classes from './status-badge.module.css';
import type { Tone } from './tone';

/** The number of characters that stay on one line in a table. */
const MAX_LINE = 24;

interface Props {
  readonly label: string;
  readonly tone: Tone;
  /** The status as AWS spells it. */
  readonly awsStatus?: string | null | undefined;
}

export function StatusBadge({ label, tone, awsStatus }: Props): ReactNode {
  return (
    <span
      className={classes.badge}
      data-tone={tone}
      data-long={label.length > MAX_LINE || undefined}
      title={awsStatus == null ? undefined : `AWS: ${awsStatus}`}
    >
      {label}
    </span>
  );
}
