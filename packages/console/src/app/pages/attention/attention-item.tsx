/** One item of the queue: what, why, and until when. */
import { Anchor, Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { graphql, useFragment } from 'react-relay';
import { Link } from 'wouter';
import { Time } from '../../components/time';
import { isResourceType, resourcePath } from '../../routing/paths';
import type { attentionItem_item$key } from './__generated__/attentionItem_item.graphql';
import { REASONS } from './attention-labels';
import classes from './attention.module.css';

export function AttentionItem({ item }: { readonly item: attentionItem_item$key }): ReactNode {
  const { reason, summary, dueAt, since, isUrgent, resource } = useFragment(
    graphql`
      fragment attentionItem_item on AttentionItem {
        reason
        summary
        dueAt
        since
        isUrgent
        resource {
          __typename
          id
          statusLabel
          target {
            name
          }
        }
      }
    `,
    item,
  );
  return (
    <li className={classes.item} data-urgent={isUrgent || undefined}>
      <div className={classes.what}>
        <span className={classes.reason}>
          {isUrgent && (
            <Badge color="red.8" variant="filled" size="sm" autoContrast={false}>
              Urgent
            </Badge>
          )}
          {REASONS[reason]}
        </span>
        {resource && isResourceType(resource.__typename) ? (
          <Anchor
            component={Link}
            href={resourcePath(resource.__typename, resource.id)}
            inherit
            data-row-link
          >
            {summary}
          </Anchor>
        ) : (
          <span>{summary}</span>
        )}
        {resource && (
          <span className={classes.quiet}>
            {resource.statusLabel} · {resource.target.name}
          </span>
        )}
      </div>
      <div className={classes.when}>
        {dueAt != null && (
          <span className={classes.due}>
            Due <Time value={dueAt} />
          </span>
        )}
        {since != null && (
          <span className={classes.quiet}>
            Since <Time value={since} />
          </span>
        )}
      </div>
    </li>
  );
}
