/** The loaded items by reason; each leads to the queue of that reason alone. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { AttentionReason } from './__generated__/attentionPage_queue.graphql';
import { REASONS } from './attention-labels';
import classes from './attention.module.css';

interface Props {
  readonly items: readonly { readonly reason: AttentionReason; readonly isUrgent: boolean }[];
  /** False while further pages may have more. */
  readonly isWhole: boolean;
}

export function ReasonCounts({ items, isWhole }: Props): ReactNode {
  const counts = new Map<AttentionReason, number>();
  for (const { reason } of items) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const urgent = items.filter(({ isUrgent }) => isUrgent).length;
  return (
    <ul
      className={classes.counts}
      aria-label={isWhole ? 'Items by reason' : 'Items by reason, of those loaded'}
    >
      {urgent > 0 && (
        <li className={classes.urgentCount}>
          <strong>{urgent}</strong> urgent
        </li>
      )}
      {[...counts]
        .sort(([, a], [, b]) => b - a)
        .map(([reason, count]) => (
          <li key={reason}>
            <Link href={`/?reason=${reason}`}>
              <strong>{count}</strong> {REASONS[reason]}
            </Link>
          </li>
        ))}
    </ul>
  );
}
