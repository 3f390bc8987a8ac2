/** Sends changeStatuses, and reads one result for each item. */
import { graphql, readInlineData } from 'react-relay';
import type { Environment, GraphQLTaggedNode } from 'relay-runtime';
import { readChange, readErrors, type ActionResult } from '../actions/action-mutation';
import { sendForPayload } from '../relay/send-for-payload';
import type { ResourceType } from '../routing/paths';
import type { TransitionAction } from './__generated__/bulkResource_resource.graphql';
import type { bulkMutation_payload$key } from './__generated__/bulkMutation_payload.graphql';
import type { bulkMutation_result$key } from './__generated__/bulkMutation_result.graphql';

/** The bulk changes of one kind of resource. */
export interface BulkActions {
  readonly type: ResourceType;
  /** All actions of the kind, in the order in which they are offered. */
  readonly actions: readonly TransitionAction[];
  /** The labels of the statuses, and of other values that a change can have. */
  readonly labels: Readonly<Record<string, string>>;
  /**
   * changeStatuses with the variables `input` and `isDryRun`. Its root field has the alias `payload`. The resource of each
   * result has the fields of the list that a change can alter, so that the rows show them without another request.
   */
  readonly mutation: GraphQLTaggedNode;
}

export interface BulkItem {
  readonly id: string;
  readonly action: TransitionAction;
  readonly status: string | undefined;
  /** Undefined when the gateway has no value to compare. */
  readonly expectedStatus: string | undefined;
  readonly acknowledge: readonly string[];
}

export interface BulkInput {
  readonly items: readonly BulkItem[];
  readonly idempotencyKey: string;
  readonly dryRun: boolean;
}

type BulkPayload = bulkMutation_payload$key & {
  readonly results: readonly (bulkMutation_result$key & { readonly resource?: unknown })[];
};

/** Resolves to one result for each item, in the order of the items. Rejects with GatewayError. */
export function sendBulk(
  environment: Environment,
  mutation: GraphQLTaggedNode,
  input: BulkInput,
): Promise<readonly ActionResult[]> {
  return new Promise((resolve, reject) => {
    const variables = { input, isDryRun: input.dryRun };
    const onPayload = (payload: BulkPayload, isWhole: boolean) => {
      const rejection = readErrors(readInlineData(PAYLOAD, payload).userErrors);
      const results = payload.results.map((key): ActionResult => {
        const { outcome, userErrors, change } = readInlineData(RESULT, key);
        return {
          outcome,
          userErrors: readErrors(userErrors),
          change: readChange(change),
          isPageCurrent: key.resource != null && isWhole,
        };
      });
      // The gateway rejected the request as a whole, or answered for each item.
      const refused = {
        outcome: 'REFUSED',
        userErrors: rejection,
        change: null,
        isPageCurrent: true,
      } as const;
      resolve(rejection.length > 0 ? input.items.map(() => refused) : results);
    };
    sendForPayload<BulkPayload>(environment, { mutation, variables }, { onPayload, onError: reject });
  });
}

const PAYLOAD = graphql`
  fragment bulkMutation_payload on ChangeStatusesPayload @inline {
    userErrors {
      ...actionMutation_error
    }
  }
`;

const RESULT = graphql`
  fragment bulkMutation_result on ChangeStatusesResult @inline {
    outcome
    userErrors {
      ...actionMutation_error
    }
    change {
      ...actionMutation_change
    }
  }
`;
