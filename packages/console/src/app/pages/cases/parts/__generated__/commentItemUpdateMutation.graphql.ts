/**
 * @generated SignedSource<<d46ba54dfca578849ab31be94f69f109>>
 * @relayHash a1ef6bacc19173481b23728477ebfd8b
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID 14100829246b62107874cf1673f875854f15b053e4510add0cd09b2937d4f0d0

import type { ConcreteRequest } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type UpdateSecurityCaseCommentInput = {
  body: string;
  commentId: string;
  dryRun?: boolean | null | undefined;
  id: string;
  idempotencyKey?: string | null | undefined;
};
export type commentItemUpdateMutation$variables = {
  input: UpdateSecurityCaseCommentInput;
};
export type commentItemUpdateMutation$data = {
  readonly payload: {
    readonly comment: {
      readonly " $fragmentSpreads": FragmentRefs<"commentItem_comment">;
    } | null | undefined;
    readonly " $fragmentSpreads": FragmentRefs<"actionMutation_payload">;
  } | null | undefined;
};
export type commentItemUpdateMutation = {
  response: commentItemUpdateMutation$data;
  variables: commentItemUpdateMutation$variables;
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
v3 = {
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
};
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "commentItemUpdateMutation",
    "selections": [
      {
        "alias": "payload",
        "args": (v1/*:: as any*/),
        "concreteType": "UpdateSecurityCaseCommentPayload",
        "kind": "LinkedField",
        "name": "updateSecurityCaseComment",
        "plural": false,
        "selections": [
          {
            "kind": "InlineDataFragmentSpread",
            "name": "actionMutation_payload",
            "selections": [
              (v3/*:: as any*/)
            ],
            "args": null,
            "argumentDefinitions": []
          },
          {
            "alias": null,
            "args": null,
            "concreteType": "SecurityCaseComment",
            "kind": "LinkedField",
            "name": "comment",
            "plural": false,
            "selections": [
              {
                "args": null,
                "kind": "FragmentSpread",
                "name": "commentItem_comment"
              }
            ],
            "storageKey": null
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
    "name": "commentItemUpdateMutation",
    "selections": [
      {
        "alias": "payload",
        "args": (v1/*:: as any*/),
        "concreteType": "UpdateSecurityCaseCommentPayload",
        "kind": "LinkedField",
        "name": "updateSecurityCaseComment",
        "plural": false,
        "selections": [
          (v3/*:: as any*/),
          {
            "alias": null,
            "args": null,
            "concreteType": "SecurityCaseComment",
            "kind": "LinkedField",
            "name": "comment",
            "plural": false,
            "selections": [
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "commentId",
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "body",
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "creator",
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "createdAt",
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "updatedAt",
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "updatedBy",
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "id",
                "storageKey": null
              }
            ],
            "storageKey": null
          }
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "cacheID": "a1ef6bacc19173481b23728477ebfd8b",
    "id": "14100829246b62107874cf1673f875854f15b053e4510add0cd09b2937d4f0d0",
    "metadata": {},
    "name": "commentItemUpdateMutation",
    "operationKind": "mutation",
    "text": "mutation commentItemUpdateMutation(\n  $input: UpdateSecurityCaseCommentInput!\n) {\n  payload: updateSecurityCaseComment(input: $input) {\n    ...actionMutation_payload\n    comment {\n      ...commentItem_comment\n      id\n    }\n  }\n}\n\nfragment actionMutation_payload on MutationPayload {\n  __isMutationPayload: __typename\n  outcome\n  userErrors {\n    __typename\n    code\n    message\n    ... on StatusMismatchError {\n      actual\n    }\n    ... on AcknowledgementRequiredError {\n      consequences {\n        code\n        text\n      }\n    }\n    ... on OutcomeUnknownError {\n      observedStatus\n    }\n    ... on AwsRejectedError {\n      requestId\n      retryable\n      retryAfterSeconds\n    }\n  }\n}\n\nfragment commentItem_comment on SecurityCaseComment {\n  commentId\n  body\n  creator\n  createdAt\n  updatedAt\n  updatedBy\n}\n"
  }
};
})();

(node as any).hash = "a6eba589a8fa37efba6903a6a65da27d";

export default node;
