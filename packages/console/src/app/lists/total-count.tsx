/** The number of all resources that match the filter. AWS has no count, so the gateway reads the whole list: on request only. */
import { Button, Text } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useRelayEnvironment } from 'react-relay';
import { toGatewayError } from '../relay/gateway-error';
import type { Environment, Subscription } from 'relay-runtime';

export interface Count {
  readonly value: number;
  /** False for a lower bound. */
  readonly exact: boolean;
}

export interface CountObserver {
  readonly next: (count: Count | null | undefined) => void;
  readonly error: (error: Error) => void;
}

/** Sends the query of a list's count. */
export type Counter = (environment: Environment, observer: CountObserver) => Subscription;

type State = 'idle' | 'counting' | { readonly text: string };

const NUMBERS = new Intl.NumberFormat('en');

/** Render it with a new key for each filter: a count belongs to one. */
export function TotalCount({ count }: { readonly count: Counter }): ReactNode {
  const environment = useRelayEnvironment();
  const [state, setState] = useState<State>('idle');
  const subscription = useRef<Subscription>(undefined);
  useEffect(() => () => subscription.current?.unsubscribe(), []);
  const start = () => {
    setState('counting');
    subscription.current = count(environment, {
      next: (result) => {
        setState({ text: result == null ? 'The count is missing.' : describe(result) });
      },
      error: (error) => {
        setState({ text: `Not counted: ${toGatewayError(error).message}` });
      },
    });
  };
  if (typeof state === 'object') {
    return (
      <Text size="sm" role="status">
        {state.text}
      </Text>
    );
  }
  return (
    <Button size="compact-sm" variant="subtle" loading={state === 'counting'} onClick={start}>
      Count all
    </Button>
  );
}

function describe({ value, exact }: Count): string {
  return `${exact ? '' : 'at least '}${NUMBERS.format(value)} in total`;
}
