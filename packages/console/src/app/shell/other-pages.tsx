/** The pages for paths that do not exist, and for faults of the console. */
import { Anchor, Button, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { EmptyIcon, WarningIcon } from '../components/icons';
import { Screen } from '../components/screen';
import { usePageTitle } from '../routing/use-page-title';

export function UnknownPage(): ReactNode {
  const heading = usePageTitle('Page not found');
  return (
    <>
      <Title ref={heading} tabIndex={-1} mb="md">
        Page not found
      </Title>
      <Screen
        kind="empty"
        icon={<EmptyIcon />}
        title="The console has no such page"
        action={
          <Anchor component={Link} href="/">
            Go to Attention
          </Anchor>
        }
      />
    </>
  );
}

/** A file of the page could not be loaded, such as after an update of the gateway, or its code failed. */
export function BrokenPage(): ReactNode {
  return (
    <Screen
      kind="failed"
      icon={<WarningIcon />}
      title="This page stopped working"
      action={
        <Button
          onClick={() => {
            window.location.reload();
          }}
        >
          Reload
        </Button>
      }
    >
      <Text>Reload it. The gateway may have been updated since you opened it.</Text>
    </Screen>
  );
}
