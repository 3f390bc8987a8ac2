/**
 * @generated SignedSource<<edde4316a3849b40f9c2f620a63100f3>>
 * @relayHash ac88c5814b934e4ca57f8ce4651b8b5b
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID 01b18ef077c81b48db82b792e676ef305cc4d0b38037ca6b85d5f0f0a6021f12

import type { ConcreteRequest } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type StartMailboxExportJobInput = {
  description?: string | null | undefined;
  dryRun?: boolean | null | undefined;
  entityId: string;
  idempotencyKey?: string | null | undefined;
  kmsKeyArn: string;
  organizationId: string;
  roleArn: string;
  s3BucketName: string;
  s3Prefix: string;
  target?: string | null | undefined;
};
export type newExportFormMutation$variables = {
  input: StartMailboxExportJobInput;
};
export type newExportFormMutation$data = {
  readonly payload: {
    readonly resource: {
      readonly id: string;
    } | null | undefined;
    readonly " $fragmentSpreads": FragmentRefs<"actionMutation_payload">;
  } | null | undefined;
};
export type newExportFormMutation = {
  response: newExportFormMutation$data;
  variables: newExportFormMutation$variables;
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
  "name": "outcome",
  "storageKey": null
},
v3 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "__typename",
  "storageKey": null
},
v4 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "code",
  "storageKey": null
},
v5 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "message",
  "storageKey": null
},
v6 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "path",
  "storageKey": null
},
v7 = {
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
v8 = {
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
        (v4/*:: as any*/),
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
v9 = {
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
v10 = {
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
},
v11 = {
  "alias": "resource",
  "args": null,
  "concreteType": "MailboxExportJob",
  "kind": "LinkedField",
  "name": "mailboxExportJob",
  "plural": false,
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "id",
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
    "name": "newExportFormMutation",
    "selections": [
      {
        "alias": "payload",
        "args": (v1/*:: as any*/),
        "concreteType": "StartMailboxExportJobPayload",
        "kind": "LinkedField",
        "name": "startMailboxExportJob",
        "plural": false,
        "selections": [
          {
            "kind": "InlineDataFragmentSpread",
            "name": "actionMutation_payload",
            "selections": [
              {
                "kind": "InlineFragment",
                "selections": [
                  (v2/*:: as any*/),
                  {
                    "alias": null,
                    "args": null,
                    "concreteType": null,
                    "kind": "LinkedField",
                    "name": "userErrors",
                    "plural": true,
                    "selections": [
                      {
                        "kind": "InlineDataFragmentSpread",
                        "name": "actionMutation_error",
                        "selections": [
                          (v3/*:: as any*/),
                          (v4/*:: as any*/),
                          (v5/*:: as any*/),
                          (v6/*:: as any*/),
                          (v7/*:: as any*/),
                          (v8/*:: as any*/),
                          (v9/*:: as any*/),
                          (v10/*:: as any*/)
                        ],
                        "args": null,
                        "argumentDefinitions": []
                      }
                    ],
                    "storageKey": null
                  }
                ],
                "type": "MutationPayload",
                "abstractKey": "__isMutationPayload"
              }
            ],
            "args": null,
            "argumentDefinitions": []
          },
          (v11/*:: as any*/)
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
    "name": "newExportFormMutation",
    "selections": [
      {
        "alias": "payload",
        "args": (v1/*:: as any*/),
        "concreteType": "StartMailboxExportJobPayload",
        "kind": "LinkedField",
        "name": "startMailboxExportJob",
        "plural": false,
        "selections": [
          {
            "kind": "InlineFragment",
            "selections": [
              (v2/*:: as any*/),
              {
                "alias": null,
                "args": null,
                "concreteType": null,
                "kind": "LinkedField",
                "name": "userErrors",
                "plural": true,
                "selections": [
                  (v3/*:: as any*/),
                  {
                    "kind": "TypeDiscriminator",
                    "abstractKey": "__isUserError"
                  },
                  (v4/*:: as any*/),
                  (v5/*:: as any*/),
                  (v6/*:: as any*/),
                  (v7/*:: as any*/),
                  (v8/*:: as any*/),
                  (v9/*:: as any*/),
                  (v10/*:: as any*/)
                ],
                "storageKey": null
              }
            ],
            "type": "MutationPayload",
            "abstractKey": "__isMutationPayload"
          },
          (v11/*:: as any*/)
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "cacheID": "ac88c5814b934e4ca57f8ce4651b8b5b",
    "id": "01b18ef077c81b48db82b792e676ef305cc4d0b38037ca6b85d5f0f0a6021f12",
    "metadata": {},
    "name": "newExportFormMutation",
    "operationKind": "mutation",
    "text": "mutation newExportFormMutation(\n  $input: StartMailboxExportJobInput!\n) {\n  payload: startMailboxExportJob(input: $input) {\n    ...actionMutation_payload\n    resource: mailboxExportJob {\n      id\n    }\n  }\n}\n\nfragment actionMutation_error on UserError {\n  __isUserError: __typename\n  __typename\n  code\n  message\n  path\n  ... on StatusMismatchError {\n    actual\n  }\n  ... on AcknowledgementRequiredError {\n    consequences {\n      code\n      text\n    }\n  }\n  ... on OutcomeUnknownError {\n    observedStatus\n  }\n  ... on AwsRejectedError {\n    requestId\n    retryable\n    retryAfterSeconds\n  }\n}\n\nfragment actionMutation_payload on MutationPayload {\n  __isMutationPayload: __typename\n  outcome\n  userErrors {\n    __typename\n    ...actionMutation_error\n  }\n}\n"
  }
};
})();

(node as any).hash = "781f6caa4945ee101d2fdd5bb3d2941a";

export default node;
