/**
 * @generated SignedSource<<afd1fbf6aaf204d002b76a7eaf49c97a>>
 * @relayHash a5ba12b272032b427406f61ca722bf32
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID 5b58f800f851f01dba3e14cb0496ddc1da0d15f83c288b6f3ac5be144d5abbcd

import type { ConcreteRequest } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type SecurityCaseEngagementType = "INVESTIGATION" | "SECURITY_INCIDENT" | "UNRECOGNIZED";
export type UpdateSecurityCaseInput = {
  actualIncidentStartedAt?: string | null | undefined;
  description?: string | null | undefined;
  dryRun?: boolean | null | undefined;
  engagementType?: SecurityCaseEngagementType | null | undefined;
  id: string;
  idempotencyKey?: string | null | undefined;
  impactedAccounts?: SecurityCaseAccountChangesInput | null | undefined;
  impactedAwsRegions?: SecurityCaseListChangesInput | null | undefined;
  impactedServices?: SecurityCaseListChangesInput | null | undefined;
  metadata?: ReadonlyArray<SecurityCaseMetadataEntryInput> | null | undefined;
  reportedIncidentStartedAt?: string | null | undefined;
  threatActorIpAddresses?: SecurityCaseThreatActorIpChangesInput | null | undefined;
  title?: string | null | undefined;
  watchers?: SecurityCaseWatcherChangesInput | null | undefined;
};
export type SecurityCaseAccountChangesInput = {
  add?: ReadonlyArray<string> | null | undefined;
  remove?: ReadonlyArray<string> | null | undefined;
};
export type SecurityCaseListChangesInput = {
  add?: ReadonlyArray<string> | null | undefined;
  remove?: ReadonlyArray<string> | null | undefined;
};
export type SecurityCaseMetadataEntryInput = {
  key: string;
  value: string;
};
export type SecurityCaseThreatActorIpChangesInput = {
  add?: ReadonlyArray<SecurityCaseThreatActorIpInput> | null | undefined;
  remove?: ReadonlyArray<SecurityCaseThreatActorIpInput> | null | undefined;
};
export type SecurityCaseThreatActorIpInput = {
  ipAddress: string;
  userAgent?: string | null | undefined;
};
export type SecurityCaseWatcherChangesInput = {
  add?: ReadonlyArray<SecurityCaseWatcherInput> | null | undefined;
  remove?: ReadonlyArray<SecurityCaseWatcherInput> | null | undefined;
};
export type SecurityCaseWatcherInput = {
  email: string;
  jobTitle?: string | null | undefined;
  name?: string | null | undefined;
};
export type caseEditFormMutation$variables = {
  input: UpdateSecurityCaseInput;
};
export type caseEditFormMutation$data = {
  readonly payload: {
    readonly resource: {
      readonly id: string;
    } | null | undefined;
    readonly " $fragmentSpreads": FragmentRefs<"actionMutation_payload">;
  } | null | undefined;
};
export type caseEditFormMutation = {
  response: caseEditFormMutation$data;
  variables: caseEditFormMutation$variables;
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
    "name": "caseEditFormMutation",
    "selections": [
      {
        "alias": "payload",
        "args": (v1/*:: as any*/),
        "concreteType": "UpdateSecurityCasePayload",
        "kind": "LinkedField",
        "name": "updateSecurityCase",
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
    "name": "caseEditFormMutation",
    "selections": [
      {
        "alias": "payload",
        "args": (v1/*:: as any*/),
        "concreteType": "UpdateSecurityCasePayload",
        "kind": "LinkedField",
        "name": "updateSecurityCase",
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
    "cacheID": "a5ba12b272032b427406f61ca722bf32",
    "id": "5b58f800f851f01dba3e14cb0496ddc1da0d15f83c288b6f3ac5be144d5abbcd",
    "metadata": {},
    "name": "caseEditFormMutation",
    "operationKind": "mutation",
    "text": "mutation caseEditFormMutation(\n  $input: UpdateSecurityCaseInput!\n) {\n  payload: updateSecurityCase(input: $input) {\n    ...actionMutation_payload\n    resource: securityCase {\n      id\n    }\n  }\n}\n\nfragment actionMutation_error on UserError {\n  __isUserError: __typename\n  __typename\n  code\n  message\n  path\n  ... on StatusMismatchError {\n    actual\n  }\n  ... on AcknowledgementRequiredError {\n    consequences {\n      code\n      text\n    }\n  }\n  ... on OutcomeUnknownError {\n    observedStatus\n  }\n  ... on AwsRejectedError {\n    requestId\n    retryable\n    retryAfterSeconds\n  }\n}\n\nfragment actionMutation_payload on MutationPayload {\n  __isMutationPayload: __typename\n  outcome\n  userErrors {\n    __typename\n    ...actionMutation_error\n  }\n}\n"
  }
};
})();

(node as any).hash = "08548a1e4e5d809d9e14f8cd66daf05d";

export default node;
