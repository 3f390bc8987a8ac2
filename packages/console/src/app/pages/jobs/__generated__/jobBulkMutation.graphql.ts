/**
 * @generated SignedSource<<600627135ca6e628d8f288033aef1957>>
 * @relayHash 439a3d65ae7ed7b51a97825aa349eeeb
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID 49d6ce6c2accc92d6cda12fc1cb74a214eb218c3a68b6cb3805de81a0280aa37

import type { ConcreteRequest } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type ClassificationJobLastRunErrorStatusCode = "ERROR" | "NONE" | "UNRECOGNIZED";
export type ClassificationJobStatus = "CANCELLED" | "COMPLETE" | "IDLE" | "PAUSED" | "RUNNING" | "UNRECOGNIZED" | "USER_PAUSED";
export type ConsequenceCode = "CANCELS_ALL_JOBS_OF_ACCOUNT" | "EXPIRES_AFTER_30_DAYS" | "FINDINGS_KEPT_90_DAYS" | "IRREVERSIBLE" | "LEAVES_ADMINISTRATOR" | "MAY_COMPLETE_ANYWAY" | "MAY_LAND_IN_IDLE" | "RECORD_IS_DELETED";
export type TransitionAction = "CANCEL" | "CLOSE" | "DELETE" | "DISASSOCIATE" | "ENABLE" | "PAUSE" | "RESUME" | "SUSPEND" | "UPDATE_RESOLVER_TYPE" | "UPDATE_STATUS";
export type ChangeStatusesInput = {
  dryRun?: boolean | null | undefined;
  idempotencyKey?: string | null | undefined;
  items: ReadonlyArray<ChangeStatusesItemInput>;
  stopOnFailure?: boolean | null | undefined;
};
export type ChangeStatusesItemInput = {
  acknowledge?: ReadonlyArray<ConsequenceCode> | null | undefined;
  action: TransitionAction;
  expectedStatus?: string | null | undefined;
  id: string;
  status?: string | null | undefined;
};
export type jobBulkMutation$variables = {
  input: ChangeStatusesInput;
  isDryRun: boolean;
};
export type jobBulkMutation$data = {
  readonly payload: {
    readonly results: ReadonlyArray<{
      readonly resource?: {
        readonly awsStatus?: string | null | undefined;
        readonly expiresAt?: string | null | undefined;
        readonly lastRunErrorStatus?: {
          readonly code: ClassificationJobLastRunErrorStatusCode | null | undefined;
        } | null | undefined;
        readonly status?: ClassificationJobStatus;
        readonly " $fragmentSpreads": FragmentRefs<"bulkResource_resource">;
      } | null | undefined;
      readonly " $fragmentSpreads": FragmentRefs<"bulkMutation_result">;
    }>;
    readonly " $fragmentSpreads": FragmentRefs<"bulkMutation_payload">;
  } | null | undefined;
};
export type jobBulkMutation = {
  response: jobBulkMutation$data;
  variables: jobBulkMutation$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "input"
  },
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "isDryRun"
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
  "name": "__typename",
  "storageKey": null
},
v3 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "code",
  "storageKey": null
},
v4 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "message",
  "storageKey": null
},
v5 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "path",
  "storageKey": null
},
v6 = {
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
v7 = {
  "alias": null,
  "args": null,
  "concreteType": "Consequence",
  "kind": "LinkedField",
  "name": "consequences",
  "plural": true,
  "selections": [
    (v3/*:: as any*/),
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "text",
      "storageKey": null
    }
  ],
  "storageKey": null
},
v8 = {
  "kind": "InlineFragment",
  "selections": [
    (v7/*:: as any*/)
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
        (v2/*:: as any*/),
        (v3/*:: as any*/),
        (v4/*:: as any*/),
        (v5/*:: as any*/),
        (v6/*:: as any*/),
        (v8/*:: as any*/),
        (v9/*:: as any*/),
        (v10/*:: as any*/)
      ],
      "args": null,
      "argumentDefinitions": ([]/*:: as any*/)
    }
  ],
  "storageKey": null
},
v12 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "outcome",
  "storageKey": null
},
v13 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "to",
  "storageKey": null
},
v14 = [
  {
    "alias": null,
    "args": null,
    "kind": "ScalarField",
    "name": "from",
    "storageKey": null
  },
  (v13/*:: as any*/),
  (v7/*:: as any*/)
],
v15 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "status",
  "storageKey": null
},
v16 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "awsStatus",
  "storageKey": null
},
v17 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "expiresAt",
  "storageKey": null
},
v18 = {
  "alias": null,
  "args": null,
  "concreteType": "ClassificationJobLastRunErrorStatus",
  "kind": "LinkedField",
  "name": "lastRunErrorStatus",
  "plural": false,
  "selections": [
    (v3/*:: as any*/)
  ],
  "storageKey": null
},
v19 = {
  "alias": null,
  "args": null,
  "concreteType": null,
  "kind": "LinkedField",
  "name": "userErrors",
  "plural": true,
  "selections": [
    (v2/*:: as any*/),
    {
      "kind": "TypeDiscriminator",
      "abstractKey": "__isUserError"
    },
    (v3/*:: as any*/),
    (v4/*:: as any*/),
    (v5/*:: as any*/),
    (v6/*:: as any*/),
    (v8/*:: as any*/),
    (v9/*:: as any*/),
    (v10/*:: as any*/)
  ],
  "storageKey": null
},
v20 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
};
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "jobBulkMutation",
    "selections": [
      {
        "alias": "payload",
        "args": (v1/*:: as any*/),
        "concreteType": "ChangeStatusesPayload",
        "kind": "LinkedField",
        "name": "changeStatuses",
        "plural": false,
        "selections": [
          {
            "kind": "InlineDataFragmentSpread",
            "name": "bulkMutation_payload",
            "selections": [
              (v11/*:: as any*/)
            ],
            "args": null,
            "argumentDefinitions": []
          },
          {
            "alias": null,
            "args": null,
            "concreteType": "ChangeStatusesResult",
            "kind": "LinkedField",
            "name": "results",
            "plural": true,
            "selections": [
              {
                "kind": "InlineDataFragmentSpread",
                "name": "bulkMutation_result",
                "selections": [
                  (v12/*:: as any*/),
                  (v11/*:: as any*/),
                  {
                    "alias": null,
                    "args": null,
                    "concreteType": "StatusChange",
                    "kind": "LinkedField",
                    "name": "change",
                    "plural": false,
                    "selections": [
                      {
                        "kind": "InlineDataFragmentSpread",
                        "name": "actionMutation_change",
                        "selections": (v14/*:: as any*/),
                        "args": null,
                        "argumentDefinitions": []
                      }
                    ],
                    "storageKey": null
                  }
                ],
                "args": null,
                "argumentDefinitions": []
              },
              {
                "condition": "isDryRun",
                "kind": "Condition",
                "passingValue": false,
                "selections": [
                  {
                    "alias": null,
                    "args": null,
                    "concreteType": null,
                    "kind": "LinkedField",
                    "name": "resource",
                    "plural": false,
                    "selections": [
                      {
                        "args": null,
                        "kind": "FragmentSpread",
                        "name": "bulkResource_resource"
                      },
                      {
                        "kind": "InlineFragment",
                        "selections": [
                          (v15/*:: as any*/),
                          (v16/*:: as any*/),
                          (v17/*:: as any*/),
                          (v18/*:: as any*/)
                        ],
                        "type": "ClassificationJob",
                        "abstractKey": null
                      }
                    ],
                    "storageKey": null
                  }
                ]
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
    "name": "jobBulkMutation",
    "selections": [
      {
        "alias": "payload",
        "args": (v1/*:: as any*/),
        "concreteType": "ChangeStatusesPayload",
        "kind": "LinkedField",
        "name": "changeStatuses",
        "plural": false,
        "selections": [
          (v19/*:: as any*/),
          {
            "alias": null,
            "args": null,
            "concreteType": "ChangeStatusesResult",
            "kind": "LinkedField",
            "name": "results",
            "plural": true,
            "selections": [
              (v12/*:: as any*/),
              (v19/*:: as any*/),
              {
                "alias": null,
                "args": null,
                "concreteType": "StatusChange",
                "kind": "LinkedField",
                "name": "change",
                "plural": false,
                "selections": (v14/*:: as any*/),
                "storageKey": null
              },
              {
                "condition": "isDryRun",
                "kind": "Condition",
                "passingValue": false,
                "selections": [
                  {
                    "alias": null,
                    "args": null,
                    "concreteType": null,
                    "kind": "LinkedField",
                    "name": "resource",
                    "plural": false,
                    "selections": [
                      (v2/*:: as any*/),
                      {
                        "kind": "TypeDiscriminator",
                        "abstractKey": "__isResource"
                      },
                      (v20/*:: as any*/),
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "statusLabel",
                        "storageKey": null
                      },
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "isTerminal",
                        "storageKey": null
                      },
                      {
                        "alias": null,
                        "args": null,
                        "concreteType": "Target",
                        "kind": "LinkedField",
                        "name": "target",
                        "plural": false,
                        "selections": [
                          {
                            "alias": null,
                            "args": null,
                            "kind": "ScalarField",
                            "name": "name",
                            "storageKey": null
                          },
                          (v20/*:: as any*/)
                        ],
                        "storageKey": null
                      },
                      {
                        "alias": null,
                        "args": null,
                        "concreteType": "Transition",
                        "kind": "LinkedField",
                        "name": "availableTransitions",
                        "plural": true,
                        "selections": [
                          {
                            "alias": null,
                            "args": null,
                            "kind": "ScalarField",
                            "name": "action",
                            "storageKey": null
                          },
                          (v13/*:: as any*/)
                        ],
                        "storageKey": null
                      },
                      {
                        "kind": "InlineFragment",
                        "selections": [
                          {
                            "alias": "jobStatus",
                            "args": null,
                            "kind": "ScalarField",
                            "name": "status",
                            "storageKey": null
                          },
                          {
                            "alias": "jobName",
                            "args": null,
                            "kind": "ScalarField",
                            "name": "name",
                            "storageKey": null
                          },
                          {
                            "alias": "classificationJobId",
                            "args": null,
                            "kind": "ScalarField",
                            "name": "jobId",
                            "storageKey": null
                          },
                          (v15/*:: as any*/),
                          (v16/*:: as any*/),
                          (v17/*:: as any*/),
                          (v18/*:: as any*/)
                        ],
                        "type": "ClassificationJob",
                        "abstractKey": null
                      },
                      {
                        "kind": "InlineFragment",
                        "selections": [
                          {
                            "alias": "memberStatus",
                            "args": null,
                            "kind": "ScalarField",
                            "name": "status",
                            "storageKey": null
                          },
                          {
                            "alias": null,
                            "args": null,
                            "kind": "ScalarField",
                            "name": "accountId",
                            "storageKey": null
                          }
                        ],
                        "type": "MacieMember",
                        "abstractKey": null
                      },
                      {
                        "kind": "InlineFragment",
                        "selections": [
                          {
                            "alias": "exportStatus",
                            "args": null,
                            "kind": "ScalarField",
                            "name": "status",
                            "storageKey": null
                          },
                          {
                            "alias": null,
                            "args": null,
                            "kind": "ScalarField",
                            "name": "description",
                            "storageKey": null
                          },
                          {
                            "alias": "exportJobId",
                            "args": null,
                            "kind": "ScalarField",
                            "name": "jobId",
                            "storageKey": null
                          }
                        ],
                        "type": "MailboxExportJob",
                        "abstractKey": null
                      },
                      {
                        "kind": "InlineFragment",
                        "selections": [
                          {
                            "alias": "caseStatus",
                            "args": null,
                            "kind": "ScalarField",
                            "name": "status",
                            "storageKey": null
                          },
                          {
                            "alias": null,
                            "args": null,
                            "kind": "ScalarField",
                            "name": "resolverType",
                            "storageKey": null
                          },
                          {
                            "alias": null,
                            "args": null,
                            "kind": "ScalarField",
                            "name": "title",
                            "storageKey": null
                          },
                          {
                            "alias": null,
                            "args": null,
                            "kind": "ScalarField",
                            "name": "caseId",
                            "storageKey": null
                          }
                        ],
                        "type": "SecurityCase",
                        "abstractKey": null
                      }
                    ],
                    "storageKey": null
                  }
                ]
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
    "cacheID": "439a3d65ae7ed7b51a97825aa349eeeb",
    "id": "49d6ce6c2accc92d6cda12fc1cb74a214eb218c3a68b6cb3805de81a0280aa37",
    "metadata": {},
    "name": "jobBulkMutation",
    "operationKind": "mutation",
    "text": "mutation jobBulkMutation(\n  $input: ChangeStatusesInput!\n  $isDryRun: Boolean!\n) {\n  payload: changeStatuses(input: $input) {\n    ...bulkMutation_payload\n    results {\n      ...bulkMutation_result\n      resource @skip(if: $isDryRun) {\n        __typename\n        ...bulkResource_resource\n        ... on ClassificationJob {\n          status\n          awsStatus\n          expiresAt\n          lastRunErrorStatus {\n            code\n          }\n        }\n        id\n      }\n    }\n  }\n}\n\nfragment actionMutation_change on StatusChange {\n  from\n  to\n  consequences {\n    code\n    text\n  }\n}\n\nfragment actionMutation_error on UserError {\n  __isUserError: __typename\n  __typename\n  code\n  message\n  path\n  ... on StatusMismatchError {\n    actual\n  }\n  ... on AcknowledgementRequiredError {\n    consequences {\n      code\n      text\n    }\n  }\n  ... on OutcomeUnknownError {\n    observedStatus\n  }\n  ... on AwsRejectedError {\n    requestId\n    retryable\n    retryAfterSeconds\n  }\n}\n\nfragment bulkMutation_payload on ChangeStatusesPayload {\n  userErrors {\n    __typename\n    ...actionMutation_error\n  }\n}\n\nfragment bulkMutation_result on ChangeStatusesResult {\n  outcome\n  userErrors {\n    __typename\n    ...actionMutation_error\n  }\n  change {\n    ...actionMutation_change\n  }\n}\n\nfragment bulkResource_resource on Resource {\n  __isResource: __typename\n  __typename\n  id\n  statusLabel\n  isTerminal\n  target {\n    name\n    id\n  }\n  availableTransitions {\n    action\n    to\n  }\n  ... on ClassificationJob {\n    jobStatus: status\n    jobName: name\n    classificationJobId: jobId\n  }\n  ... on MacieMember {\n    memberStatus: status\n    accountId\n  }\n  ... on MailboxExportJob {\n    exportStatus: status\n    description\n    exportJobId: jobId\n  }\n  ... on SecurityCase {\n    caseStatus: status\n    resolverType\n    title\n    caseId\n  }\n}\n"
  }
};
})();

(node as any).hash = "030ab764cdbae3911c9266e68c5c5335";

export default node;
