/**
 * @generated SignedSource<<af6a3033a4441d013c8d112f304275ba>>
 * @relayHash 9d3b554fcbd1a0334f1f12d436dd1b36
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID 5c06b8b65d3d3b18103d633cfce745e664c34668cf4cf9023dc18ba81cfccc1d

import type { ConcreteRequest } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type SecurityCaseInvestigationUsefulness = "NOT_USEFUL" | "UNRECOGNIZED" | "USEFUL";
export type SendSecurityCaseInvestigationFeedbackInput = {
  comment?: string | null | undefined;
  dryRun?: boolean | null | undefined;
  id: string;
  idempotencyKey?: string | null | undefined;
  investigationId: string;
  usefulness: SecurityCaseInvestigationUsefulness;
};
export type feedbackFormSendMutation$variables = {
  input: SendSecurityCaseInvestigationFeedbackInput;
};
export type feedbackFormSendMutation$data = {
  readonly payload: {
    readonly " $fragmentSpreads": FragmentRefs<"actionMutation_payload">;
  } | null | undefined;
};
export type feedbackFormSendMutation = {
  response: feedbackFormSendMutation$data;
  variables: feedbackFormSendMutation$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "input"
  }
],
v1 = [
  {
    "kind": "Variable",
    "name": "input",
    "variableName": "input"
  }
],
v2 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "code",
  "storageKey": null
},
v3 = [
  {
    "kind": "InlineFragment",
    "selections": [
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "outcome",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "concreteType": null,
        "kind": "LinkedField",
        "name": "userErrors",
        "plural": true,
        "selections": [
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "__typename",
            "storageKey": null
          },
          (v2/*:: as any*/),
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "message",
            "storageKey": null
          },
          {
            "kind": "InlineFragment",
            "selections": [
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "actual",
                "storageKey": null
              }
            ],
            "type": "StatusMismatchError",
            "abstractKey": null
          },
          {
            "kind": "InlineFragment",
            "selections": [
              {
                "alias": null,
                "args": null,
                "concreteType": "Consequence",
                "kind": "LinkedField",
                "name": "consequences",
                "plural": true,
                "selections": [
                  (v2/*:: as any*/),
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "text",
                    "storageKey": null
                  }
                ],
                "storageKey": null
              }
            ],
            "type": "AcknowledgementRequiredError",
            "abstractKey": null
          },
          {
            "kind": "InlineFragment",
            "selections": [
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "observedStatus",
                "storageKey": null
              }
            ],
            "type": "OutcomeUnknownError",
            "abstractKey": null
          },
          {
            "kind": "InlineFragment",
            "selections": [
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "requestId",
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "retryable",
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "retryAfterSeconds",
                "storageKey": null
              }
            ],
            "type": "AwsRejectedError",
            "abstractKey": null
          }
        ],
        "storageKey": null
      }
    ],
    "type": "MutationPayload",
    "abstractKey": "__isMutationPayload"
  }
];
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "feedbackFormSendMutation",
    "selections": [
      {
        "alias": "payload",
        "args": (v1/*:: as any*/),
        "concreteType": "SendSecurityCaseInvestigationFeedbackPayload",
        "kind": "LinkedField",
        "name": "sendSecurityCaseInvestigationFeedback",
        "plural": false,
        "selections": [
          {
            "kind": "InlineDataFragmentSpread",
            "name": "actionMutation_payload",
            "selections": (v3/*:: as any*/),
            "args": null,
            "argumentDefinitions": []
          }
        ],
        "storageKey": null
      }
    ],
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "feedbackFormSendMutation",
    "selections": [
      {
        "alias": "payload",
        "args": (v1/*:: as any*/),
        "concreteType": "SendSecurityCaseInvestigationFeedbackPayload",
        "kind": "LinkedField",
        "name": "sendSecurityCaseInvestigationFeedback",
        "plural": false,
        "selections": (v3/*:: as any*/),
        "storageKey": null
      }
    ]
  },
  "params": {
    "cacheID": "9d3b554fcbd1a0334f1f12d436dd1b36",
    "id": "5c06b8b65d3d3b18103d633cfce745e664c34668cf4cf9023dc18ba81cfccc1d",
    "metadata": {},
    "name": "feedbackFormSendMutation",
    "operationKind": "mutation",
    "text": "mutation feedbackFormSendMutation(\n  $input: SendSecurityCaseInvestigationFeedbackInput!\n) {\n  payload: sendSecurityCaseInvestigationFeedback(input: $input) {\n    ...actionMutation_payload\n  }\n}\n\nfragment actionMutation_payload on MutationPayload {\n  __isMutationPayload: __typename\n  outcome\n  userErrors {\n    __typename\n    code\n    message\n    ... on StatusMismatchError {\n      actual\n    }\n    ... on AcknowledgementRequiredError {\n      consequences {\n        code\n        text\n      }\n    }\n    ... on OutcomeUnknownError {\n      observedStatus\n    }\n    ... on AwsRejectedError {\n      requestId\n      retryable\n      retryAfterSeconds\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "cc0ae57212333bf143e99923dda29ba5";

export default node;
