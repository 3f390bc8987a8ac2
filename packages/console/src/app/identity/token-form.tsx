/** The form for an API token. The gateway has to accept the token before the session begins. */
import { Button, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode, type SyntheticEvent } from 'react';
import { fetchQuery } from 'react-relay';
import { createEnvironment } from '../relay/environment';
import { toGatewayError } from '../relay/gateway-error';
import { VIEWER_QUERY } from '../viewer/viewer';
import { expiryOf, tokenIn } from './api-token';
import classes from './identity.module.css';
import { useSession } from './session-provider';

/** @param isFirst true when the form is there from the start; otherwise the user has just opened it, and it takes the focus. */
export function TokenForm({ isFirst }: { readonly isFirst: boolean }): ReactNode {
  const { session, endpoint } = useSession();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const [isChecking, setIsChecking] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!isFirst) input.current?.focus();
  }, [isFirst]);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const token = tokenIn(text);
    setProblem(undefined);
    if (token === undefined) {
      setProblem(
        text.trim() === ''
          ? 'Paste a token.'
          : 'A token has no spaces and no special characters. Paste it again.',
      );
      input.current?.focus();
      return;
    }
    setIsChecking(true);
    const failure = await check(endpoint, token);
    setIsChecking(false);
    if (failure === undefined) {
      session.useToken(token);
      return;
    }
    setProblem(failure);
    input.current?.focus();
  };
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
      {/* Without a name, so that no submission can put the token into an address. */}
      <TextInput
        ref={input}
        type="password"
        label="API token"
        description="This tab keeps it until you sign out or close the tab."
        autoComplete="off"
        spellCheck={false}
        value={text}
        error={problem === undefined ? undefined : <span role="alert">{problem}</span>}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          setProblem(undefined);
        }}
      />
      <Button type="submit" loading={isChecking} variant={isFirst ? 'filled' : 'default'} fullWidth>
        Use this token
      </Button>
      <Text size="sm" c="dimmed">
        Your administrator creates API tokens for the gateway.
      </Text>
    </form>
  );
}

/** Returns what is wrong with the token, in words; undefined when the gateway accepts it. */
async function check(endpoint: string, token: string): Promise<string | undefined> {
  const environment = createEnvironment(endpoint, {
    header: () => Promise.resolve(`Bearer ${token}`),
    onRejected: () => Promise.resolve('ENDED'),
  });
  try {
    await fetchQuery(environment, VIEWER_QUERY, {}).toPromise();
    return undefined;
  } catch (error) {
    const { code, message, retryAfterSeconds } = toGatewayError(error);
    if (code !== 'UNAUTHENTICATED')
      return retryAfterSeconds === undefined
        ? `The token could not be checked. ${message}`
        : `The token could not be checked. ${message} Wait ${retryAfterSeconds} s.`;
    const expiry = expiryOf(token);
    return expiry !== undefined && expiry <= Date.now()
      ? 'This token has expired. Use another one.'
      : 'The gateway does not accept this token. Check that you copied all of it, and that it was not removed.';
  }
}
