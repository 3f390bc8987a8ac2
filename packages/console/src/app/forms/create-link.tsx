/** The link of a list to the form that creates a resource; disabled, with the reason, when the caller cannot create one. */
import { Button, Text } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { Link } from 'wouter';
import { missingScope } from '../actions/missing-scope';
import { LIST_PATHS, type ResourceType } from '../routing/paths';
import { useViewer } from '../viewer/viewer';
import classes from './forms.module.css';
import { targetsOf, type Service } from './target-field';

const CREATES: Readonly<Record<ResourceType, { label: string; service: Service }>> = {
  ClassificationJob: { label: 'Create a classification job', service: 'MACIE' },
  MacieMember: { label: 'Add a member', service: 'MACIE' },
  MailboxExportJob: { label: 'Start a mailbox export', service: 'WORKMAIL' },
  SecurityCase: { label: 'Create a security case', service: 'SECURITY_INCIDENT_RESPONSE' },
};

export function CreateLink({ type }: { readonly type: ResourceType }): ReactNode {
  const viewer = useViewer();
  const reasonId = useId();
  const { label, service } = CREATES[type];
  const hasNoTarget = viewer !== undefined && targetsOf(viewer, service).length === 0;
  const reason =
    missingScope(viewer, type) ?? (hasNoTarget ? 'None of your targets has the service.' : undefined);
  if (reason === undefined)
    return (
      <Button component={Link} href={`${LIST_PATHS[type]}/new`}>
        {label}
      </Button>
    );
  return (
    <div className={classes.create}>
      <Button disabled aria-describedby={reasonId}>
        {label}
      </Button>
      <Text id={reasonId} className={classes.reason}>
        {reason}
      </Text>
    </div>
  );
}
