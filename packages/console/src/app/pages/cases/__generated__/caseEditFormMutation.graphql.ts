/**
 * @generated SignedSource<<863ac878b2fbf4116ee0410c33a4b0ce>>
 * @relayHash a582104b8ff5b4b3dc4b26c0ab6b7af4
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID a003006cc5777d019c2c74982aff9e676f0cc087795d6ebb3e5cca7b328dbf20

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
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "path",
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
              (v3/*:: as any*/)
            ],
            "args": null,
            "argumentDefinitions": []
          },
          (v4/*:: as any*/)
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
          (v3/*:: as any*/),
          (v4/*:: as any*/)
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "cacheID": "a582104b8ff5b4b3dc4b26c0ab6b7af4",
    "id": "a003006cc5777d019c2c74982aff9e676f0cc087795d6ebb3e5cca7b328dbf20",
    "metadata": {},
    "name": "caseEditFormMutation",
    "operationKind": "mutation",
    "text": "mutation caseEditFormMutation(\n  $input: UpdateSecurityCaseInput!\n) {\n  payload: updateSecurityCase(input: $input) {\n    ...actionMutation_payload\n    resource: securityCase {\n      id\n    }\n  }\n}\n\nfragment actionMutation_payload on MutationPayload {\n  __isMutationPayload: __typename\n  outcome\n  userErrors {\n    __typename\n    code\n    message\n    path\n    ... on StatusMismatchError {\n      actual\n    }\n    ... on AcknowledgementRequiredError {\n      consequences {\n        code\n        text\n      }\n    }\n    ... on OutcomeUnknownError {\n      observedStatus\n    }\n    ... on AwsRejectedError {\n      requestId\n      retryable\n      retryAfterSeconds\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "08548a1e4e5d809d9e14f8cd66daf05d";

export default node;
