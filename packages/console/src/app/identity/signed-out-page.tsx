/** The page while nobody is signed in: why, and the ways to sign in. The address stays, so the same view returns afterwards. */
import { Button, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { LockIcon } from '../components/icons';
import { usePageTitle } from '../routing/use-page-title';
import type { SessionState, SignedOutReason, SignInMethod } from './session';
import { useSession } from './session-provider';
import classes from './identity.module.css';
import { TokenForm } from './token-form';
import { useIssuerSignIn } from './use-issuer-sign-in';

export function SignedOutPage({
  reason,
  method,
  detail,
}: Extract<SessionState, { phase: 'SIGNED_OUT' }>): ReactNode {
  const { session } = useSession();
  const { signInSettings } = session;
  const heading = usePageTitle('Sign in');
  const [showsForm, setShowsForm] = useState(signInSettings === undefined);
  const { signIn, isLeaving } = useIssuerSignIn();
  const text = textOf(reason, method);
  return (
    <section className={classes.signIn} data-screen="signed-out">
      <div className={classes.icon}>
        <LockIcon />
      </div>
      <Title order={1} size="h2" ref={heading} tabIndex={-1}>
        Sign in
      </Title>
      <div className={classes.reason} role="status">
        <Text>{text}</Text>
        {detail !== undefined && <Text>{detail}</Text>}
      </div>
      {signInSettings !== undefined && (
        <Button fullWidth loading={isLeaving} onClick={signIn}>
          Sign in at {new URL(signInSettings.issuer).host}
        </Button>
      )}
      {showsForm ? (
        <TokenForm isFirst={signInSettings === undefined} />
      ) : (
        <Button
          fullWidth
          variant="default"
          onClick={() => {
            setShowsForm(true);
          }}
        >
          Use an API token
        </Button>
      )}
    </section>
  );
}

function textOf(reason: SignedOutReason, method: SignInMethod): string {
  switch (reason) {
    case 'NO_TOKEN':
      return 'This gateway answers only to users who sign in.';
    case 'LEFT':
      return 'You have signed out. This page has forgotten your token and everything that it showed.';
    case 'FAILED':
      return 'The sign-in failed.';
    case 'EXPIRED':
      return 'Your session has expired. Sign in again, and this page continues where it was.';
    case 'REJECTED':
      return method === 'TOKEN'
        ? 'The gateway no longer accepts your token: it was removed or has expired.'
        : 'The gateway does not accept your token. If that happens again, tell your administrator: its issuer or its audience may be wrong.';
  }
}
