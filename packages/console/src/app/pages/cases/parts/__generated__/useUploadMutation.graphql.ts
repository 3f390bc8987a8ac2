/**
 * @generated SignedSource<<610eb857d0f0dfa9976fb6bda0d4018a>>
 * @relayHash 2ffbb2b026901265898fec4f68efb7ef
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID 46b4ddd61738a804c4c99dea34aa85966809da9baafd4affea06f6b659e2f590

import type { ConcreteRequest } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type CreateSecurityCaseAttachmentUploadUrlInput = {
  contentLength: number;
  dryRun?: boolean | null | undefined;
  fileName: string;
  id: string;
  idempotencyKey?: string | null | undefined;
};
export type useUploadMutation$variables = {
  input: CreateSecurityCaseAttachmentUploadUrlInput;
};
export type useUploadMutation$data = {
  readonly payload: {
    readonly uploadHeaders: ReadonlyArray<{
      readonly name: string;
      readonly value: string;
    }> | null | undefined;
    readonly uploadUrl: string | null | undefined;
    readonly " $fragmentSpreads": FragmentRefs<"actionMutation_payload">;
  } | null | undefined;
};
export type useUploadMutation = {
  response: useUploadMutation$data;
  variables: useUploadMutation$variables;
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
},
v4 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "uploadUrl",
  "storageKey": null
},
v5 = {
  "alias": null,
  "args": null,
  "concreteType": "HttpHeader",
  "kind": "LinkedField",
  "name": "uploadHeaders",
  "plural": true,
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "name",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "value",
      "storageKey": null
    }
  ],
  "storageKey": null
};
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "useUploadMutation",
    "selections": [
      {
        "alias": "payload",
        "args": (v1/*:: as any*/),
        "concreteType": "CreateSecurityCaseAttachmentUploadUrlPayload",
        "kind": "LinkedField",
        "name": "createSecurityCaseAttachmentUploadUrl",
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
          (v4/*:: as any*/),
          (v5/*:: as any*/)
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
    "name": "useUploadMutation",
    "selections": [
      {
        "alias": "payload",
        "args": (v1/*:: as any*/),
        "concreteType": "CreateSecurityCaseAttachmentUploadUrlPayload",
        "kind": "LinkedField",
        "name": "createSecurityCaseAttachmentUploadUrl",
        "plural": false,
        "selections": [
          (v3/*:: as any*/),
          (v4/*:: as any*/),
          (v5/*:: as any*/)
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "cacheID": "2ffbb2b026901265898fec4f68efb7ef",
    "id": "46b4ddd61738a804c4c99dea34aa85966809da9baafd4affea06f6b659e2f590",
    "metadata": {},
    "name": "useUploadMutation",
    "operationKind": "mutation",
    "text": "mutation useUploadMutation(\n  $input: CreateSecurityCaseAttachmentUploadUrlInput!\n) {\n  payload: createSecurityCaseAttachmentUploadUrl(input: $input) {\n    ...actionMutation_payload\n    uploadUrl\n    uploadHeaders {\n      name\n      value\n    }\n  }\n}\n\nfragment actionMutation_payload on MutationPayload {\n  __isMutationPayload: __typename\n  outcome\n  userErrors {\n    __typename\n    code\n    message\n    ... on StatusMismatchError {\n      actual\n    }\n    ... on AcknowledgementRequiredError {\n      consequences {\n        code\n        text\n      }\n    }\n    ... on OutcomeUnknownError {\n      observedStatus\n    }\n    ... on AwsRejectedError {\n      requestId\n      retryable\n      retryAfterSeconds\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "b5175297794c934b06dbdee91f23fecb";

export default node;
