/** Says before the end of a session that it will end, and why it cannot be renewed. */
import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Notice } from '../components/notice';
import { Time } from '../components/time';
import { useNow } from '../components/use-now';
import type { Ending } from './session';
import { useSession } from './session-provider';
import { useIssuerSignIn } from './use-issuer-sign-in';

/** Time to complete a change, and to sign in again. */
const WARNING_MS = 5 * 60_000;

export function SessionNotice(): ReactNode {
  const { state } = useSession();
  if (state.phase !== 'OPEN' || state.ending === undefined) return null;
  return <EndingNotice ending={state.ending} canSignIn={state.method === 'ISSUER'} />;
}

interface Props {
  readonly ending: Ending;
  /** True when the user can sign in again at the issuer. */
  readonly canSignIn: boolean;
}

function EndingNotice({ ending: { at, failure }, canSignIn }: Props): ReactNode {
  const now = useNow();
  const { signIn, isLeaving } = useIssuerSignIn();
  if (failure === undefined && at - now > WARNING_MS) return null;
  return (
    <Notice
      label="Your session"
      action={
        canSignIn && (
          <Button size="xs" variant="default" loading={isLeaving} onClick={signIn}>
            Sign in again
          </Button>
        )
      }
    >
      <Text fw={600}>
        Your session ends <Time value={new Date(at).toISOString()} />
      </Text>
      <Text size="sm">
        {failure !== undefined && `It could not be renewed. ${failure} `}
        Complete what you are doing. After that, you have to sign in again.
      </Text>
    </Notice>
  );
}
