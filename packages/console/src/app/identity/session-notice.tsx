/** Says before the end of a session that it will end, and why it cannot be renewed. */
import { Button, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Notice } from '../components/notice';
import { Time } from '../components/time';
import { useNow } from '../components/use-now';
import { useSession } from './session-provider';

/** Time to complete a change, and to sign in again. */
const WARNING_MS = 5 * 60_000;

export function SessionNotice(): ReactNode {
  const { session, state } = useSession();
  const now = useNow();
  const [isLeaving, setIsLeaving] = useState(false);
  if (state.phase !== 'OPEN' || state.ending === undefined) return null;
  const { at, failure } = state.ending;
  if (failure === undefined && at - now > WARNING_MS) return null;
  return (
    <Notice
      label="Your session"
      action={
        state.method === 'ISSUER' && (
          <Button
            size="xs"
            variant="default"
            loading={isLeaving}
            onClick={() => {
              setIsLeaving(true);
              void session.signIn();
            }}
          >
            Sign in again
          </Button>
        )
      }
    >
      <Text fw={600}>
        Your session ends <Time value={new Date(at).toISOString()} />
      </Text>
      <Text size="sm">
        {failure !== undefined && `It could not be renewed: ${failure} `}
        Complete what you are doing. After that, you have to sign in again.
      </Text>
    </Notice>
  );
}
