/**
 * @generated SignedSource<<f6a495b9040d8dffd2f3d006ed774a4f>>
 * @relayHash 48c53cd70464a07c9887dd636b7e2a30
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID dbb9cba2f2d78e91ca1e501457afabd746ee20b28f4784b8539243ce89ccbae5

import type { ConcreteRequest } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type ConsequenceCode = "CANCELS_ALL_JOBS_OF_ACCOUNT" | "EXPIRES_AFTER_30_DAYS" | "FINDINGS_KEPT_90_DAYS" | "IRREVERSIBLE" | "LEAVES_ADMINISTRATOR" | "MAY_COMPLETE_ANYWAY" | "MAY_LAND_IN_IDLE" | "RECORD_IS_DELETED";
export type SecurityCasePendingAction = "CUSTOMER" | "NONE" | "UNRECOGNIZED";
export type SecurityCaseResolverType = "AWS" | "SELF" | "UNRECOGNIZED";
export type SecurityCaseStatus = "ACKNOWLEDGED" | "CLOSED" | "CONTAINMENT_ERADICATION_AND_RECOVERY" | "DETECTION_AND_ANALYSIS" | "POST_INCIDENT_ACTIVITIES" | "READY_TO_CLOSE" | "SUBMITTED" | "UNRECOGNIZED";
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
export type caseBulkMutation$variables = {
  input: ChangeStatusesInput;
  isDryRun: boolean;
};
export type caseBulkMutation$data = {
  readonly payload: {
    readonly results: ReadonlyArray<{
      readonly resource?: {
        readonly awsStatus?: string | null | undefined;
        readonly pendingAction?: SecurityCasePendingAction | null | undefined;
        readonly resolverType?: SecurityCaseResolverType | null | undefined;
        readonly status?: SecurityCaseStatus;
        readonly updatedAt?: string | null | undefined;
        readonly " $fragmentSpreads": FragmentRefs<"bulkResource_resource">;
      } | null | undefined;
      readonly " $fragmentSpreads": FragmentRefs<"bulkMutation_result">;
    }>;
    readonly " $fragmentSpreads": FragmentRefs<"bulkMutation_payload">;
  } | null | undefined;
};
export type caseBulkMutation = {
  response: caseBulkMutation$data;
  variables: caseBulkMutation$variables;
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
  "name": "pendingAction",
  "storageKey": null
},
v18 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "resolverType",
  "storageKey": null
},
v19 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "updatedAt",
  "storageKey": null
},
v20 = {
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
v21 = {
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
    "name": "caseBulkMutation",
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
                          (v18/*:: as any*/),
                          (v19/*:: as any*/)
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
    ],
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "caseBulkMutation",
    "selections": [
      {
        "alias": "payload",
        "args": (v1/*:: as any*/),
        "concreteType": "ChangeStatusesPayload",
        "kind": "LinkedField",
        "name": "changeStatuses",
        "plural": false,
        "selections": [
          (v20/*:: as any*/),
          {
            "alias": null,
            "args": null,
            "concreteType": "ChangeStatusesResult",
            "kind": "LinkedField",
            "name": "results",
            "plural": true,
            "selections": [
              (v12/*:: as any*/),
              (v20/*:: as any*/),
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
                      (v21/*:: as any*/),
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
                          (v21/*:: as any*/)
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
                          }
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
                          (v18/*:: as any*/),
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
                          },
                          (v15/*:: as any*/),
                          (v16/*:: as any*/),
                          (v17/*:: as any*/),
                          (v19/*:: as any*/)
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
    "cacheID": "48c53cd70464a07c9887dd636b7e2a30",
    "id": "dbb9cba2f2d78e91ca1e501457afabd746ee20b28f4784b8539243ce89ccbae5",
    "metadata": {},
    "name": "caseBulkMutation",
    "operationKind": "mutation",
    "text": "mutation caseBulkMutation(\n  $input: ChangeStatusesInput!\n  $isDryRun: Boolean!\n) {\n  payload: changeStatuses(input: $input) {\n    ...bulkMutation_payload\n    results {\n      ...bulkMutation_result\n      resource @skip(if: $isDryRun) {\n        __typename\n        ...bulkResource_resource\n        ... on SecurityCase {\n          status\n          awsStatus\n          pendingAction\n          resolverType\n          updatedAt\n        }\n        id\n      }\n    }\n  }\n}\n\nfragment actionMutation_change on StatusChange {\n  from\n  to\n  consequences {\n    code\n    text\n  }\n}\n\nfragment actionMutation_error on UserError {\n  __isUserError: __typename\n  __typename\n  code\n  message\n  path\n  ... on StatusMismatchError {\n    actual\n  }\n  ... on AcknowledgementRequiredError {\n    consequences {\n      code\n      text\n    }\n  }\n  ... on OutcomeUnknownError {\n    observedStatus\n  }\n  ... on AwsRejectedError {\n    requestId\n    retryable\n    retryAfterSeconds\n  }\n}\n\nfragment bulkMutation_payload on ChangeStatusesPayload {\n  userErrors {\n    __typename\n    ...actionMutation_error\n  }\n}\n\nfragment bulkMutation_result on ChangeStatusesResult {\n  outcome\n  userErrors {\n    __typename\n    ...actionMutation_error\n  }\n  change {\n    ...actionMutation_change\n  }\n}\n\nfragment bulkResource_resource on Resource {\n  __isResource: __typename\n  __typename\n  id\n  statusLabel\n  isTerminal\n  target {\n    name\n    id\n  }\n  availableTransitions {\n    action\n    to\n  }\n  ... on ClassificationJob {\n    jobStatus: status\n    jobName: name\n    classificationJobId: jobId\n  }\n  ... on MacieMember {\n    memberStatus: status\n    accountId\n  }\n  ... on MailboxExportJob {\n    exportStatus: status\n    description\n    exportJobId: jobId\n  }\n  ... on SecurityCase {\n    caseStatus: status\n    resolverType\n    title\n    caseId\n  }\n}\n"
  }
};
})();

(node as any).hash = "565e0e5989ecc55863e8999807fae187";

export default node;
