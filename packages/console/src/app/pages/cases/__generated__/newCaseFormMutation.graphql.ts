/**
 * @generated SignedSource<<1e1b1bf6f5d7dbcd0e36b25110718b9f>>
 * @relayHash bfb2a2997616cad4c9d507a774441269
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID 4eb17f2367cf9cbce1a00d58e78810596c8f871a54abb5aaaff1c4e3a58ac31f

import type { ConcreteRequest } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type SecurityCaseEngagementType = "INVESTIGATION" | "SECURITY_INCIDENT" | "UNRECOGNIZED";
export type SecurityCaseResolverType = "AWS" | "SELF" | "UNRECOGNIZED";
export type CreateSecurityCaseInput = {
  description: string;
  dryRun?: boolean | null | undefined;
  engagementType: SecurityCaseEngagementType;
  idempotencyKey?: string | null | undefined;
  impactedAccounts: ReadonlyArray<string>;
  impactedAwsRegions?: ReadonlyArray<string> | null | undefined;
  impactedServices?: ReadonlyArray<string> | null | undefined;
  reportedIncidentStartedAt: string;
  resolverType: SecurityCaseResolverType;
  tags?: ReadonlyArray<TagInput> | null | undefined;
  target?: string | null | undefined;
  threatActorIpAddresses?: ReadonlyArray<SecurityCaseThreatActorIpInput> | null | undefined;
  title: string;
  watchers: ReadonlyArray<SecurityCaseWatcherInput>;
};
export type TagInput = {
  key: string;
  value: string;
};
export type SecurityCaseThreatActorIpInput = {
  ipAddress: string;
  userAgent?: string | null | undefined;
};
export type SecurityCaseWatcherInput = {
  email: string;
  jobTitle?: string | null | undefined;
  name?: string | null | undefined;
};
export type newCaseFormMutation$variables = {
  input: CreateSecurityCaseInput;
};
export type newCaseFormMutation$data = {
  readonly payload: {
    readonly resource: {
      readonly id: string;
    } | null | undefined;
    readonly " $fragmentSpreads": FragmentRefs<"actionMutation_payload">;
  } | null | undefined;
};
export type newCaseFormMutation = {
  response: newCaseFormMutation$data;
  variables: newCaseFormMutation$variables;
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
  "concreteType": "SecurityCase",
  "kind": "LinkedField",
  "name": "securityCase",
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
    "name": "newCaseFormMutation",
    "selections": [
      {
        "alias": "payload",
        "args": (v1/*:: as any*/),
        "concreteType": "CreateSecurityCasePayload",
        "kind": "LinkedField",
        "name": "createSecurityCase",
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
    "name": "newCaseFormMutation",
    "selections": [
      {
        "alias": "payload",
        "args": (v1/*:: as any*/),
        "concreteType": "CreateSecurityCasePayload",
        "kind": "LinkedField",
        "name": "createSecurityCase",
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
    "cacheID": "bfb2a2997616cad4c9d507a774441269",
    "id": "4eb17f2367cf9cbce1a00d58e78810596c8f871a54abb5aaaff1c4e3a58ac31f",
    "metadata": {},
    "name": "newCaseFormMutation",
    "operationKind": "mutation",
    "text": "mutation newCaseFormMutation(\n  $input: CreateSecurityCaseInput!\n) {\n  payload: createSecurityCase(input: $input) {\n    ...actionMutation_payload\n    resource: securityCase {\n      id\n    }\n  }\n}\n\nfragment actionMutation_error on UserError {\n  __isUserError: __typename\n  __typename\n  code\n  message\n  path\n  ... on StatusMismatchError {\n    actual\n  }\n  ... on AcknowledgementRequiredError {\n    consequences {\n      code\n      text\n    }\n  }\n  ... on OutcomeUnknownError {\n    observedStatus\n  }\n  ... on AwsRejectedError {\n    requestId\n    retryable\n    retryAfterSeconds\n  }\n}\n\nfragment actionMutation_payload on MutationPayload {\n  __isMutationPayload: __typename\n  outcome\n  userErrors {\n    __typename\n    ...actionMutation_error\n  }\n}\n"
  }
};
})();

(node as any).hash = "0f109d5762a213433fb3718953e1b94a";

export default node;
