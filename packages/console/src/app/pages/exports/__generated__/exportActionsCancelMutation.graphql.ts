/**
 * @generated SignedSource<<fb3dd3bc19840608a1e19da35d45f8dc>>
 * @relayHash 01ab5e8d0fcfa427486e6cfd83b6bb0a
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID 08a0c32dcb541530fc57127551ae5efc8eb0c145d9b344d88a159bc606ee1d40

import type { ConcreteRequest } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type ConsequenceCode = "CANCELS_ALL_JOBS_OF_ACCOUNT" | "EXPIRES_AFTER_30_DAYS" | "FINDINGS_KEPT_90_DAYS" | "IRREVERSIBLE" | "LEAVES_ADMINISTRATOR" | "MAY_COMPLETE_ANYWAY" | "MAY_LAND_IN_IDLE" | "RECORD_IS_DELETED";
export type MailboxExportJobStatus = "CANCELLED" | "COMPLETED" | "FAILED" | "RUNNING" | "UNRECOGNIZED";
export type CancelMailboxExportJobInput = {
  acknowledge?: ReadonlyArray<ConsequenceCode> | null | undefined;
  dryRun?: boolean | null | undefined;
  expectedStatus?: MailboxExportJobStatus | null | undefined;
  id: string;
  idempotencyKey?: string | null | undefined;
};
export type exportActionsCancelMutation$variables = {
  input: CancelMailboxExportJobInput;
  isDryRun: boolean;
};
export type exportActionsCancelMutation$data = {
  readonly payload: {
    readonly change: {
      readonly " $fragmentSpreads": FragmentRefs<"actionMutation_change">;
    } | null | undefined;
    readonly resource?: {
      readonly " $fragmentSpreads": FragmentRefs<"exportPage_exportJob">;
    } | null | undefined;
    readonly " $fragmentSpreads": FragmentRefs<"actionMutation_payload">;
  } | null | undefined;
};
export type exportActionsCancelMutation = {
  response: exportActionsCancelMutation$data;
  variables: exportActionsCancelMutation$variables;
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
},
v9 = {
  "kind": "InlineFragment",
  "selections": [
    (v8/*:: as any*/)
  ],
  "type": "AcknowledgementRequiredError",
  "abstractKey": null
},
v10 = {
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
v11 = {
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
v12 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "to",
  "storageKey": null
},
v13 = [
  {
    "alias": null,
    "args": null,
    "kind": "ScalarField",
    "name": "from",
    "storageKey": null
  },
  (v12/*:: as any*/),
  (v8/*:: as any*/)
],
v14 = {
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
    "name": "exportActionsCancelMutation",
    "selections": [
      {
        "alias": "payload",
        "args": (v1/*:: as any*/),
        "concreteType": "MailboxExportJobPayload",
        "kind": "LinkedField",
        "name": "cancelMailboxExportJob",
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
                          (v9/*:: as any*/),
                          (v10/*:: as any*/),
                          (v11/*:: as any*/)
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
                "selections": (v13/*:: as any*/),
                "args": null,
                "argumentDefinitions": []
              }
            ],
            "storageKey": null
          },
          {
            "condition": "isDryRun",
            "kind": "Condition",
            "passingValue": false,
            "selections": [
              {
                "alias": "resource",
                "args": null,
                "concreteType": "MailboxExportJob",
                "kind": "LinkedField",
                "name": "mailboxExportJob",
                "plural": false,
                "selections": [
                  {
                    "args": null,
                    "kind": "FragmentSpread",
                    "name": "exportPage_exportJob"
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
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "exportActionsCancelMutation",
    "selections": [
      {
        "alias": "payload",
        "args": (v1/*:: as any*/),
        "concreteType": "MailboxExportJobPayload",
        "kind": "LinkedField",
        "name": "cancelMailboxExportJob",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "concreteType": "StatusChange",
            "kind": "LinkedField",
            "name": "change",
            "plural": false,
            "selections": (v13/*:: as any*/),
            "storageKey": null
          },
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
                  (v9/*:: as any*/),
                  (v10/*:: as any*/),
                  (v11/*:: as any*/)
                ],
                "storageKey": null
              }
            ],
            "type": "MutationPayload",
            "abstractKey": "__isMutationPayload"
          },
          {
            "condition": "isDryRun",
            "kind": "Condition",
            "passingValue": false,
            "selections": [
              {
                "alias": "resource",
                "args": null,
                "concreteType": "MailboxExportJob",
                "kind": "LinkedField",
                "name": "mailboxExportJob",
                "plural": false,
                "selections": [
                  (v14/*:: as any*/),
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "jobId",
                    "storageKey": null
                  },
                  {
                    "alias": null,
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
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "s3BucketName",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "s3Prefix",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "s3Path",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "entityId",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "organizationId",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "roleArn",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "kmsKeyArn",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "estimatedProgress",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "startedAt",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "endedAt",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "durationSeconds",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "errorInfo",
                    "storageKey": null
                  },
                  {
                    "kind": "InlineFragment",
                    "selections": [
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
                        "name": "awsStatus",
                        "storageKey": null
                      },
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "consoleUrl",
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
                          {
                            "alias": null,
                            "args": null,
                            "kind": "ScalarField",
                            "name": "accountId",
                            "storageKey": null
                          },
                          {
                            "alias": null,
                            "args": null,
                            "kind": "ScalarField",
                            "name": "region",
                            "storageKey": null
                          },
                          (v14/*:: as any*/)
                        ],
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
                          (v12/*:: as any*/),
                          {
                            "alias": null,
                            "args": null,
                            "kind": "ScalarField",
                            "name": "mutation",
                            "storageKey": null
                          },
                          (v8/*:: as any*/)
                        ],
                        "storageKey": null
                      }
                    ],
                    "type": "Resource",
                    "abstractKey": "__isResource"
                  }
                ],
                "storageKey": null
              }
            ]
          }
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "cacheID": "01ab5e8d0fcfa427486e6cfd83b6bb0a",
    "id": "08a0c32dcb541530fc57127551ae5efc8eb0c145d9b344d88a159bc606ee1d40",
    "metadata": {},
    "name": "exportActionsCancelMutation",
    "operationKind": "mutation",
    "text": "mutation exportActionsCancelMutation(\n  $input: CancelMailboxExportJobInput!\n  $isDryRun: Boolean!\n) {\n  payload: cancelMailboxExportJob(input: $input) {\n    ...actionMutation_payload\n    change {\n      ...actionMutation_change\n    }\n    resource: mailboxExportJob @skip(if: $isDryRun) {\n      ...exportPage_exportJob\n      id\n    }\n  }\n}\n\nfragment actionMutation_change on StatusChange {\n  from\n  to\n  consequences {\n    code\n    text\n  }\n}\n\nfragment actionMutation_error on UserError {\n  __isUserError: __typename\n  __typename\n  code\n  message\n  path\n  ... on StatusMismatchError {\n    actual\n  }\n  ... on AcknowledgementRequiredError {\n    consequences {\n      code\n      text\n    }\n  }\n  ... on OutcomeUnknownError {\n    observedStatus\n  }\n  ... on AwsRejectedError {\n    requestId\n    retryable\n    retryAfterSeconds\n  }\n}\n\nfragment actionMutation_payload on MutationPayload {\n  __isMutationPayload: __typename\n  outcome\n  userErrors {\n    __typename\n    ...actionMutation_error\n  }\n}\n\nfragment exportPage_exportJob on MailboxExportJob {\n  id\n  jobId\n  status\n  description\n  s3BucketName\n  s3Prefix\n  s3Path\n  entityId\n  organizationId\n  roleArn\n  kmsKeyArn\n  ...exportProgress_exportJob\n  ...resourceHeader_resource\n  ...transitions_resource\n}\n\nfragment exportProgress_exportJob on MailboxExportJob {\n  status\n  estimatedProgress\n  startedAt\n  endedAt\n  durationSeconds\n  errorInfo\n}\n\nfragment resourceHeader_resource on Resource {\n  __isResource: __typename\n  id\n  statusLabel\n  awsStatus\n  consoleUrl\n  target {\n    name\n    accountId\n    region\n    id\n  }\n}\n\nfragment transitions_resource on Resource {\n  __isResource: __typename\n  id\n  isTerminal\n  availableTransitions {\n    action\n    to\n    mutation\n    consequences {\n      code\n      text\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "e6a6ffa57554307755bbc232ace92c2e";

export default node;
