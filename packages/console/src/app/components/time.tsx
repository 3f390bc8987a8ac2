/** A time: relative in the text, and absolute in the user's zone and in UTC in the title. */
import type { ReactNode } from 'react';
import { absoluteTime, relativeTime } from './time-formats';
import { useNow } from './use-now';

interface Props {
  /** A DateTime of the API; null when there is none. */
  readonly value: string | null | undefined;
  /** True for a time that is over. The clocks of the gateway and of the browser may differ. */
  readonly isPast?: boolean;
}

export function Time({ value, isPast = false }: Props): ReactNode {
  const now = useNow();
  if (value == null) return <Missing />;
  return (
    <time dateTime={value} title={absoluteTime(value)}>
      {relativeTime(value, isPast ? Math.max(now, Date.parse(value)) : now)}
    </time>
  );
}

/** A value that AWS does not have; screen readers say so instead of "dash". */
export function Missing(): ReactNode {
  return (
    <span>
      <span aria-hidden="true">–</span>
      <span className="console-visually-hidden">none</span>
    </span>
  );
}
