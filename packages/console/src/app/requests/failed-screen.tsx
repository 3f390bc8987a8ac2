/** The screen of a failed request: what failed, why, and what the user can do. */
import { Button, Code, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Screen } from '../components/screen';
import { LockIcon, WarningIcon } from '../components/icons';
import type { GatewayError } from '../relay/gateway-error';

interface Props {
  readonly error: GatewayError;
  /** Such as "the classification jobs". */
  readonly subject: string;
  readonly retry: () => void;
  readonly isRetrying: boolean;
  readonly level?: 1 | 2 | 3 | undefined;
}

/** The codes for which the same request fails again until somebody grants access. */
const DENIALS: Readonly<Record<string, string>> = {
  FORBIDDEN: 'You may not read',
  UNAUTHENTICATED: 'Sign in to read',
  AWS_ACCESS_DENIED: 'AWS does not let the gateway read',
};

export function FailedScreen({ error, subject, retry, isRetrying, level = 2 }: Props): ReactNode {
  const { code, message, scopes, requestId, retryAfterSeconds } = error;
  const denial = DENIALS[code];
  return (
    <Screen
      kind={denial === undefined ? 'failed' : 'denied'}
      level={level}
      icon={denial === undefined ? <WarningIcon /> : <LockIcon />}
      title={denial === undefined ? `The request for ${subject} failed` : `${denial} ${subject}`}
      action={
        <Button onClick={retry} loading={isRetrying} variant={denial === undefined ? 'filled' : 'default'}>
          Retry
        </Button>
      }
    >
      <Text>{message}</Text>
      {scopes.length > 0 && (
        <Text>
          Ask your administrator for {scopes.length === 1 ? 'the scope' : 'the scopes'}{' '}
          {scopes.map((scope, index) => (
            <span key={scope}>
              {index > 0 && ', '}
              <Code>{scope}</Code>
            </span>
          ))}
          .
        </Text>
      )}
      {retryAfterSeconds !== undefined && <Text>The gateway asks to wait for {retryAfterSeconds} s.</Text>}
      <Text size="sm" c="dimmed">
        Code <Code>{code}</Code>
        {requestId !== undefined && (
          <>
            , request <Code>{requestId}</Code>
          </>
        )}
      </Text>
    </Screen>
  );
}
