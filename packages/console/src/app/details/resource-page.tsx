/** The states of a resource's page without the resource: it is being read, or AWS does not have it. */
import { Anchor, Skeleton, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { EmptyIcon } from '../components/icons';
import { Screen } from '../components/screen';
import { LIST_PATHS, LIST_TITLES, type ResourceType } from '../routing/paths';
import classes from './details.module.css';

export function ResourceSkeleton({ noun }: { readonly noun: string }): ReactNode {
  return (
    <div className={classes.page} aria-busy="true" data-screen="loading">
      <Text size="sm" c="var(--console-quiet)" role="status">
        Loading the {noun}…
      </Text>
      <div className={classes.page} aria-hidden="true">
        <Skeleton height={32} width="40%" />
        <Skeleton height={20} width="60%" />
        <Skeleton height={320} />
      </div>
    </div>
  );
}

export function ResourceNotFound({
  type,
  noun,
}: {
  readonly type: ResourceType;
  readonly noun: string;
}): ReactNode {
  return (
    <Screen
      kind="empty"
      level={1}
      icon={<EmptyIcon />}
      title={`There is no such ${noun}`}
      action={
        <Anchor component={Link} href={LIST_PATHS[type]}>
          {LIST_TITLES[type]}
        </Anchor>
      }
    >
      <Text c="var(--console-quiet)">AWS does not have it, or not any more.</Text>
    </Screen>
  );
}
