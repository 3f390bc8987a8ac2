/** Sends the mutation of an action, and reads its payload. */
import { graphql, readInlineData } from 'react-relay';
import type { Disposable, Environment, GraphQLTaggedNode, MutationParameters } from 'relay-runtime';
import type { GatewayError } from '../relay/gateway-error';
import { sendForPayload } from '../relay/send-for-payload';
import type { ResourceType } from '../routing/paths';
import type {
  actionMutation_change$data,
  actionMutation_change$key,
} from './__generated__/actionMutation_change.graphql';
import type {
  actionMutation_error$data,
  actionMutation_error$key,
} from './__generated__/actionMutation_error.graphql';
import type {
  actionMutation_payload$data,
  actionMutation_payload$key,
} from './__generated__/actionMutation_payload.graphql';
import { recordOutcome } from './outcomes';

/** The fields that the inputs of all status changes have. */
interface CommonInput {
  readonly id: string;
  readonly idempotencyKey: string;
  readonly acknowledge: readonly string[];
  readonly dryRun: boolean;
}

/** What the user confirms. */
interface Confirmed {
  /** The status that the page shows. */
  readonly expectedStatus: string;
  /** The requested status; for UPDATE_RESOLVER_TYPE the requested resolver. */
  readonly to: string;
}

export interface Action {
  /**
   * A mutation with the variables `input` and `isDryRun`. Its root field has the alias `payload`, and the resource in it
   * the alias `resource` with all fields of the page, so that the page shows the new values without another request.
   */
  readonly mutation: GraphQLTaggedNode;
  /** The fields of the input beside the common ones. */
  readonly fields: (confirmed: Confirmed) => object;
}

/** For mutations whose name says what they change. */
export const byExpectedStatus: Action['fields'] = ({ expectedStatus }) => ({ expectedStatus });

/** The actions of one kind of resource, by the name of the mutation in the API. */
export interface Actions {
  readonly type: ResourceType;
  readonly byMutation: Readonly<Record<string, Action>>;
}

/** The outcome of a mutation, and its errors. */
export interface Payload {
  readonly outcome: actionMutation_payload$data['outcome'];
  readonly userErrors: readonly ActionError[];
}

/** What the gateway says about a change. */
export interface ActionResult extends Payload {
  /** Null when the gateway could not read the status of the resource, and for changes of other fields. */
  readonly change: actionMutation_change$data | null;
  /** False when the payload has no resource, such as after it was deleted, or lacks values of it. */
  readonly isPageCurrent: boolean;
}

/** What the gateway says about a change, and the resource that it made or changed. */
export interface MutationResult extends ActionResult {
  /** The global id of the resource, if the mutation selects it. */
  readonly resourceId: string | undefined;
}

export type ActionError = actionMutation_error$data;

type ActionPayload = actionMutation_payload$key & {
  readonly change?: actionMutation_change$key | null;
  readonly resource?: { readonly id?: string } | null;
};

interface Observer {
  readonly onResult: (result: MutationResult) => void;
  readonly onError: (error: GatewayError) => void;
}

/** Disposing aborts the request; the gateway completes a change that it has received. */
export function sendAction(
  environment: Environment,
  { mutation, fields }: Action,
  input: CommonInput & Confirmed,
  { onResult, onError }: Observer,
): Disposable {
  const { expectedStatus, to, ...common } = input;
  const variables = { input: { ...common, ...fields({ expectedStatus, to }) }, isDryRun: common.dryRun };
  return sendMutation(environment, mutation, variables, {
    onError,
    onResult: (result) => {
      onResult(result);
      if (!common.dryRun) recordOutcome(common.id);
    },
  });
}

/** @param mutation a mutation with the root field `payload`, and the resource in it as `resource` */
export function sendMutation(
  environment: Environment,
  mutation: GraphQLTaggedNode,
  variables: MutationParameters['variables'],
  { onResult, onError }: Observer,
): Disposable {
  const onPayload = (payload: ActionPayload, isWhole: boolean) => {
    onResult({
      ...readPayload(payload),
      change: readChange(payload.change),
      resourceId: payload.resource?.id,
      isPageCurrent: payload.resource != null && isWhole,
    });
  };
  return sendForPayload<ActionPayload>(environment, { mutation, variables }, { onPayload, onError });
}

export function readPayload(payload: actionMutation_payload$key): Payload {
  const { outcome, userErrors } = readInlineData(PAYLOAD, payload);
  return { outcome, userErrors: readErrors(userErrors) };
}

const PAYLOAD = graphql`
  fragment actionMutation_payload on MutationPayload @inline {
    outcome
    userErrors {
      ...actionMutation_error
    }
  }
`;

const ERROR = graphql`
  fragment actionMutation_error on UserError @inline {
    __typename
    code
    message
    path
    ... on StatusMismatchError {
      actual
    }
    ... on AcknowledgementRequiredError {
      consequences {
        code
        text
      }
    }
    ... on OutcomeUnknownError {
      observedStatus
    }
    ... on AwsRejectedError {
      requestId
      retryable
      retryAfterSeconds
    }
  }
`;

const CHANGE = graphql`
  fragment actionMutation_change on StatusChange @inline {
    from
    to
    consequences {
      code
      text
    }
  }
`;

export function readErrors(errors: readonly actionMutation_error$key[]): readonly ActionError[] {
  return errors.map((error) => readInlineData(ERROR, error));
}

export function readChange(change: actionMutation_change$key | null | undefined): ActionResult['change'] {
  return change == null ? null : readInlineData(CHANGE, change);
}
