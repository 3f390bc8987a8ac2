/** A command, such as a new comment: sent on a click, and after a failure again with the same idempotency key. */
import { useCallback, useState } from 'react';
import { useRelayEnvironment } from 'react-relay';
import type { GraphQLTaggedNode, MutationParameters, RecordSourceSelectorProxy } from 'relay-runtime';
import type { GatewayError } from '../relay/gateway-error';
import { sendForPayload } from '../relay/send-for-payload';
import { readPayload, type Payload } from './action-mutation';
import type { actionMutation_payload$key } from './__generated__/actionMutation_payload.graphql';
import { isKeySpent, nextAttempt, type Attempt } from './attempt';
import {
  errorText,
  failureVerdict,
  neutral,
  outcomeVerdict,
  type OutcomeWords,
  underKey,
  type Verdict,
} from './outcome';
import { recordOutcome } from './outcomes';

/** A mutation with the variable `input`. Its root field has the alias `payload`. */
interface CommandMutation extends MutationParameters {
  readonly variables: {
    /** `id`: the global id of the resource that the command changes. */
    readonly input: { readonly id: string; readonly idempotencyKey?: string | null | undefined };
  };
  readonly response: { readonly payload: actionMutation_payload$key | null | undefined };
}

type PayloadOf<Mutation extends CommandMutation> = Mutation['response']['payload'] & {};

interface CommandOptions<Mutation extends CommandMutation> {
  readonly mutation: GraphQLTaggedNode;
  readonly words: OutcomeWords;
  /** True when AWS recognizes the idempotency key, so that a retry after an unknown outcome creates nothing twice. */
  readonly takesClientToken: boolean;
  /** Writes the result into the store. */
  readonly updater?: (store: RecordSourceSelectorProxy, input: Mutation['variables']['input']) => void;
  /**
   * Receives the payload after APPLIED and RECONCILED, and what the gateway says beside it, such as that the audit record is
   * incomplete. The verdict says it, too: a form with such notes must stay open.
   */
  readonly onDone?: (payload: PayloadOf<Mutation>, notes: readonly string[]) => void;
  /** An attempt before this component was mounted. */
  readonly earlier?: Attempt | undefined;
  /** Receives the attempt that is sent; undefined once its key is spent. */
  readonly onAttempt?: (attempt: Attempt | undefined) => void;
}

type State =
  | { readonly phase: 'SENDING' }
  | { readonly phase: 'FAILED'; readonly error: GatewayError; readonly idempotencyKey: string }
  | { readonly phase: 'DONE'; readonly result: Payload; readonly idempotencyKey: string };

interface CommandControl<Mutation extends CommandMutation> {
  readonly isSending: boolean;
  /** Undefined before the first attempt, and after `forget`. */
  readonly verdict: Verdict | undefined;
  readonly send: (input: Omit<Mutation['variables']['input'], 'idempotencyKey'>) => void;
  /** Removes the verdict. */
  readonly forget: () => void;
}

/** The mutation continues when the component is unmounted: the gateway completes what it has received. */
export function useCommand<Mutation extends CommandMutation>({
  mutation,
  words,
  takesClientToken,
  updater,
  onDone,
  earlier,
  onAttempt,
}: CommandOptions<Mutation>): CommandControl<Mutation> {
  const environment = useRelayEnvironment();
  const [state, setState] = useState<State>();
  const [own, setOwn] = useState<{ readonly attempt: Attempt | undefined }>();
  const last = own === undefined ? earlier : own.attempt;
  const remember = (attempt: Attempt | undefined) => {
    setOwn({ attempt });
    onAttempt?.(attempt);
  };
  const send: CommandControl<Mutation>['send'] = (fields) => {
    const attempt = nextAttempt(fields, last);
    const { idempotencyKey } = attempt;
    remember(attempt);
    setState({ phase: 'SENDING' });
    const input: Mutation['variables']['input'] = { ...fields, idempotencyKey };
    sendForPayload<PayloadOf<Mutation>>(
      environment,
      {
        mutation,
        variables: { input },
        updater: (store) => {
          updater?.(store, input);
        },
      },
      {
        onPayload: (payload) => {
          const result = readPayload(payload);
          if (isKeySpent(result, takesClientToken)) remember(undefined);
          setState({ phase: 'DONE', result, idempotencyKey });
          if (result.outcome === 'APPLIED' || result.outcome === 'RECONCILED')
            onDone?.(payload, result.userErrors.map(errorText));
          recordOutcome(input.id);
        },
        onError: (error) => {
          setState({ phase: 'FAILED', error, idempotencyKey });
        },
      },
    );
  };
  const forget = useCallback(() => {
    setState(undefined);
  }, []);
  return { isSending: state?.phase === 'SENDING', verdict: state && verdictOf(state, words), send, forget };
}

function verdictOf(state: State, words: OutcomeWords): Verdict {
  switch (state.phase) {
    case 'SENDING':
      return neutral('Sending. Please wait for the outcome.');
    case 'FAILED':
      return failureVerdict(state.error, words, underKey(state.idempotencyKey));
    case 'DONE': {
      const { result, idempotencyKey } = state;
      // The words of an unknown outcome say what the error says.
      const errors = result.userErrors.filter(({ code }) => code !== 'OUTCOME_UNKNOWN');
      return outcomeVerdict(result, words, errors.map(errorText), underKey(idempotencyKey));
    }
  }
}
