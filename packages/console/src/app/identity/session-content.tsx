/** The content of the page while somebody is signed in; otherwise the way to sign in. */
import { Loader, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useViewerRequest } from '../viewer/viewer';
import classes from './identity.module.css';
import { useSession } from './session-provider';
import { SignedOutPage } from './signed-out-page';

interface Props {
  /** True when the gateway accepts no anonymous request. */
  readonly requiresSignIn: boolean;
  readonly children: ReactNode;
}

export function SessionContent({ requiresSignIn, children }: Props): ReactNode {
  const { state } = useSession();
  const { viewer, error } = useViewerRequest();
  switch (state.phase) {
    case 'STARTING':
      return <Waiting text="Signing in" />;
    case 'SIGNED_OUT':
      return <SignedOutPage {...state} />;
    case 'OPEN':
      // A proxy may add a token. Until that is known, only one request can fail.
      return requiresSignIn && state.method === 'NONE' && viewer === undefined && error === undefined ? (
        <Waiting text="Looking up your account" />
      ) : (
        children
      );
  }
}

function Waiting({ text }: { readonly text: string }): ReactNode {
  return (
    <div className={classes.waiting} role="status">
      <Loader size="sm" />
      <Text c="dimmed">{text} …</Text>
    </div>
  );
}
