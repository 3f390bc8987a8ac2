/** The links of a resource's page to its forms; without the scope they are disabled, with the reason. */
import { Button, Text } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { Link } from 'wouter';
import { missingScope } from '../actions/missing-scope';
import { resourcePath, type ResourceType } from '../routing/paths';
import { useViewer } from '../viewer/viewer';
import classes from './forms.module.css';

interface Props {
  readonly type: ResourceType;
  /** The global id of the resource. */
  readonly id: string;
  /** The last segment of the path of each form, and its label. */
  readonly links: Readonly<Record<string, string>>;
}

export function EditLinks({ type, id, links }: Props): ReactNode {
  const reasonId = useId();
  const reason = missingScope(useViewer(), type);
  return (
    <div className={classes.create}>
      {Object.entries(links).map(([segment, label]) =>
        reason === undefined ? (
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
      {reason !== undefined && (
        <Text id={reasonId} className={classes.reason}>
          {reason}
        </Text>
      )}
    </div>
  );
}
