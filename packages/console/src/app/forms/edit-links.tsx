/** The links of a resource's page to its forms; without the scope they are disabled, with the reason. */
import { Button, Text } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { Link } from 'wouter';
import { resourcePath, type ResourceType } from '../routing/paths';
import { useViewer } from '../viewer/viewer';
import classes from './forms.module.css';
import { WRITE_SCOPES } from './write-scopes';

interface Props {
  readonly type: ResourceType;
  /** The global id of the resource. */
  readonly id: string;
  /** The last segment of the path of each form, and its label. */
  readonly links: Readonly<Record<string, string>>;
}

export function EditLinks({ type, id, links }: Props): ReactNode {
  const viewer = useViewer();
  const reasonId = useId();
  const scope = WRITE_SCOPES[type];
  const isAllowed = viewer === undefined || viewer.scopes.includes(scope);
  return (
    <div className={classes.create}>
      {Object.entries(links).map(([segment, label]) =>
        isAllowed ? (
          <Button
            key={segment}
            component={Link}
            href={`${resourcePath(type, id)}/${segment}`}
            size="xs"
            variant="default"
          >
            {label}
          </Button>
        ) : (
          <Button key={segment} size="xs" variant="default" disabled aria-describedby={reasonId}>
            {label}
          </Button>
        ),
      )}
      {!isAllowed && (
        <Text id={reasonId} className={classes.reason}>
          You need the scope {scope}.
        </Text>
      )}
    </div>
  );
}
