/** Says that the caller could not be read: without that, a failure would look like a caller without rights. */
import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Notice } from '../components/notice';
import { useViewerRequest } from './viewer';

export function ViewerFailure(): ReactNode {
  const { error, retry } = useViewerRequest();
  if (error === undefined) return null;
  return (
    <Notice
      label="Your account"
      action={
        <Button size="xs" variant="default" onClick={retry}>
          Read again
        </Button>
      }
    >
      <Text fw={600}>Your name, scopes and targets could not be read</Text>
      <Text size="sm">
        {error.message} Until then, lists offer no choice of targets, and pages may offer changes that the
        gateway rejects.
      </Text>
    </Notice>
  );
}
