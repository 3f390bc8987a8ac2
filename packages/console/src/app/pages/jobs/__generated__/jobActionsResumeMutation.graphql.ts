/**
 * @generated SignedSource<<4fedd23c2bbbda8dd124bd7651ce13c3>>
 * @relayHash a08bb3ee4f9447a0a0997f711218b7ef
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID 982c791e7d0cb27a47753a7ed70754a8b7aab8b3954291986c31096fc1cc65d6

import type { ConcreteRequest } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type ClassificationJobStatus = "CANCELLED" | "COMPLETE" | "IDLE" | "PAUSED" | "RUNNING" | "UNRECOGNIZED" | "USER_PAUSED";
export type ConsequenceCode = "CANCELS_ALL_JOBS_OF_ACCOUNT" | "EXPIRES_AFTER_30_DAYS" | "FINDINGS_KEPT_90_DAYS" | "IRREVERSIBLE" | "LEAVES_ADMINISTRATOR" | "MAY_COMPLETE_ANYWAY" | "MAY_LAND_IN_IDLE" | "RECORD_IS_DELETED";
export type ResumeClassificationJobInput = {
  acknowledge?: ReadonlyArray<ConsequenceCode> | null | undefined;
  dryRun?: boolean | null | undefined;
  expectedStatus?: ClassificationJobStatus | null | undefined;
  id: string;
  idempotencyKey?: string | null | undefined;
};
export type jobActionsResumeMutation$variables = {
  input: ResumeClassificationJobInput;
  isDryRun: boolean;
};
export type jobActionsResumeMutation$data = {
  readonly payload: {
    readonly change: {
      readonly " $fragmentSpreads": FragmentRefs<"actionMutation_change">;
    } | null | undefined;
    readonly resource?: {
      readonly " $fragmentSpreads": FragmentRefs<"jobPage_job">;
    } | null | undefined;
    readonly " $fragmentSpreads": FragmentRefs<"actionMutation_payload">;
  } | null | undefined;
};
export type jobActionsResumeMutation = {
  response: jobActionsResumeMutation$data;
  variables: jobActionsResumeMutation$variables;
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
},
v15 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "name",
  "storageKey": null
},
v16 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "key",
  "storageKey": null
},
v17 = [
  (v16/*:: as any*/),
  {
    "alias": null,
    "args": null,
    "kind": "ScalarField",
    "name": "value",
    "storageKey": null
  }
],
v18 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "accountId",
  "storageKey": null
},
v19 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "comparator",
  "storageKey": null
},
v20 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "awsComparator",
  "storageKey": null
},
v21 = [
  (v16/*:: as any*/),
  {
    "alias": null,
    "args": null,
    "kind": "ScalarField",
    "name": "awsKey",
    "storageKey": null
  },
  (v19/*:: as any*/),
  (v20/*:: as any*/),
  {
    "alias": null,
    "args": null,
    "kind": "ScalarField",
    "name": "values",
    "storageKey": null
  }
],
v22 = {
  "alias": null,
  "args": null,
  "concreteType": "ClassificationJobTagCondition",
  "kind": "LinkedField",
  "name": "tagValues",
  "plural": true,
  "selections": (v17/*:: as any*/),
  "storageKey": null
},
v23 = [
  {
    "alias": null,
    "args": null,
    "concreteType": "ClassificationJobBucketSimpleCriterion",
    "kind": "LinkedField",
    "name": "simpleCriterion",
    "plural": false,
    "selections": (v21/*:: as any*/),
    "storageKey": null
  },
  {
    "alias": null,
    "args": null,
    "concreteType": "ClassificationJobBucketTagCriterion",
    "kind": "LinkedField",
    "name": "tagCriterion",
    "plural": false,
    "selections": [
      (v19/*:: as any*/),
      (v20/*:: as any*/),
      (v22/*:: as any*/)
    ],
    "storageKey": null
  }
],
v24 = [
  {
    "alias": null,
    "args": null,
    "concreteType": "ClassificationJobObjectSimpleTerm",
    "kind": "LinkedField",
    "name": "simpleScopeTerm",
    "plural": false,
    "selections": (v21/*:: as any*/),
    "storageKey": null
  },
  {
    "alias": null,
    "args": null,
    "concreteType": "ClassificationJobObjectTagTerm",
    "kind": "LinkedField",
    "name": "tagScopeTerm",
    "plural": false,
    "selections": [
      (v16/*:: as any*/),
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "target",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "awsTarget",
        "storageKey": null
      },
      (v19/*:: as any*/),
      (v20/*:: as any*/),
      (v22/*:: as any*/)
    ],
    "storageKey": null
  }
];
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "jobActionsResumeMutation",
    "selections": [
      {
        "alias": "payload",
        "args": (v1/*:: as any*/),
        "concreteType": "ClassificationJobPayload",
        "kind": "LinkedField",
        "name": "resumeClassificationJob",
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
                "concreteType": "ClassificationJob",
                "kind": "LinkedField",
                "name": "classificationJob",
                "plural": false,
                "selections": [
                  {
                    "args": null,
                    "kind": "FragmentSpread",
                    "name": "jobPage_job"
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
    "name": "jobActionsResumeMutation",
    "selections": [
      {
        "alias": "payload",
        "args": (v1/*:: as any*/),
        "concreteType": "ClassificationJobPayload",
        "kind": "LinkedField",
        "name": "resumeClassificationJob",
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
                "concreteType": "ClassificationJob",
                "kind": "LinkedField",
                "name": "classificationJob",
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
                  (v15/*:: as any*/),
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
                    "name": "jobType",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "awsJobType",
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
                    "name": "lastRunAt",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "concreteType": "ClassificationJobLastRunErrorStatus",
                    "kind": "LinkedField",
                    "name": "lastRunErrorStatus",
                    "plural": false,
                    "selections": [
                      (v4/*:: as any*/),
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "awsCode",
                        "storageKey": null
                      }
                    ],
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "concreteType": "ClassificationJobUserPausedDetails",
                    "kind": "LinkedField",
                    "name": "userPausedDetails",
                    "plural": false,
                    "selections": [
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "pausedAt",
                        "storageKey": null
                      },
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "expiresAt",
                        "storageKey": null
                      },
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "imminentExpirationHealthEventArn",
                        "storageKey": null
                      }
                    ],
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "managedDataIdentifierSelector",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "awsManagedDataIdentifierSelector",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "managedDataIdentifierIds",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "customDataIdentifierIds",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "allowListIds",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "concreteType": "ClassificationJobStatistics",
                    "kind": "LinkedField",
                    "name": "statistics",
                    "plural": false,
                    "selections": [
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "approximateNumberOfObjectsToProcess",
                        "storageKey": null
                      },
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "numberOfRuns",
                        "storageKey": null
                      }
                    ],
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "arn",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "clientToken",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "concreteType": "Tag",
                    "kind": "LinkedField",
                    "name": "tags",
                    "plural": true,
                    "selections": (v17/*:: as any*/),
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "initialRun",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "samplingPercentage",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "concreteType": "ClassificationJobScheduleFrequency",
                    "kind": "LinkedField",
                    "name": "scheduleFrequency",
                    "plural": false,
                    "selections": [
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "interval",
                        "storageKey": null
                      },
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "dayOfWeek",
                        "storageKey": null
                      },
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "awsDayOfWeek",
                        "storageKey": null
                      },
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "dayOfMonth",
                        "storageKey": null
                      }
                    ],
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "concreteType": "ClassificationJobBucketDefinition",
                    "kind": "LinkedField",
                    "name": "bucketDefinitions",
                    "plural": true,
                    "selections": [
                      (v18/*:: as any*/),
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "buckets",
                        "storageKey": null
                      }
                    ],
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "concreteType": "ClassificationJobBucketCriteria",
                    "kind": "LinkedField",
                    "name": "bucketCriteria",
                    "plural": false,
                    "selections": [
                      {
                        "alias": null,
                        "args": null,
                        "concreteType": "ClassificationJobBucketCriterion",
                        "kind": "LinkedField",
                        "name": "includes",
                        "plural": true,
                        "selections": (v23/*:: as any*/),
                        "storageKey": null
                      },
                      {
                        "alias": null,
                        "args": null,
                        "concreteType": "ClassificationJobBucketCriterion",
                        "kind": "LinkedField",
                        "name": "excludes",
                        "plural": true,
                        "selections": (v23/*:: as any*/),
                        "storageKey": null
                      }
                    ],
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "concreteType": "ClassificationJobObjectScoping",
                    "kind": "LinkedField",
                    "name": "scoping",
                    "plural": false,
                    "selections": [
                      {
                        "alias": null,
                        "args": null,
                        "concreteType": "ClassificationJobObjectTerm",
                        "kind": "LinkedField",
                        "name": "includes",
                        "plural": true,
                        "selections": (v24/*:: as any*/),
                        "storageKey": null
                      },
                      {
                        "alias": null,
                        "args": null,
                        "concreteType": "ClassificationJobObjectTerm",
                        "kind": "LinkedField",
                        "name": "excludes",
                        "plural": true,
                        "selections": (v24/*:: as any*/),
                        "storageKey": null
                      }
                    ],
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
                          (v15/*:: as any*/),
                          (v18/*:: as any*/),
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
    "cacheID": "a08bb3ee4f9447a0a0997f711218b7ef",
    "id": "982c791e7d0cb27a47753a7ed70754a8b7aab8b3954291986c31096fc1cc65d6",
    "metadata": {},
    "name": "jobActionsResumeMutation",
    "operationKind": "mutation",
    "text": "mutation jobActionsResumeMutation(\n  $input: ResumeClassificationJobInput!\n  $isDryRun: Boolean!\n) {\n  payload: resumeClassificationJob(input: $input) {\n    ...actionMutation_payload\n    change {\n      ...actionMutation_change\n    }\n    resource: classificationJob @skip(if: $isDryRun) {\n      ...jobPage_job\n      id\n    }\n  }\n}\n\nfragment actionMutation_change on StatusChange {\n  from\n  to\n  consequences {\n    code\n    text\n  }\n}\n\nfragment actionMutation_error on UserError {\n  __isUserError: __typename\n  __typename\n  code\n  message\n  path\n  ... on StatusMismatchError {\n    actual\n  }\n  ... on AcknowledgementRequiredError {\n    consequences {\n      code\n      text\n    }\n  }\n  ... on OutcomeUnknownError {\n    observedStatus\n  }\n  ... on AwsRejectedError {\n    requestId\n    retryable\n    retryAfterSeconds\n  }\n}\n\nfragment actionMutation_payload on MutationPayload {\n  __isMutationPayload: __typename\n  outcome\n  userErrors {\n    __typename\n    ...actionMutation_error\n  }\n}\n\nfragment jobPage_job on ClassificationJob {\n  id\n  jobId\n  name\n  status\n  description\n  jobType\n  awsJobType\n  createdAt\n  lastRunAt\n  lastRunErrorStatus {\n    code\n    awsCode\n  }\n  userPausedDetails {\n    pausedAt\n    expiresAt\n    imminentExpirationHealthEventArn\n  }\n  managedDataIdentifierSelector\n  awsManagedDataIdentifierSelector\n  managedDataIdentifierIds\n  customDataIdentifierIds\n  allowListIds\n  statistics {\n    approximateNumberOfObjectsToProcess\n    numberOfRuns\n  }\n  arn\n  clientToken\n  tags {\n    key\n    value\n  }\n  ...jobScope_job\n  ...resourceHeader_resource\n  ...transitions_resource\n}\n\nfragment jobScope_job on ClassificationJob {\n  jobType\n  awsJobType\n  initialRun\n  samplingPercentage\n  scheduleFrequency {\n    interval\n    dayOfWeek\n    awsDayOfWeek\n    dayOfMonth\n  }\n  bucketDefinitions {\n    accountId\n    buckets\n  }\n  bucketCriteria {\n    includes {\n      simpleCriterion {\n        key\n        awsKey\n        comparator\n        awsComparator\n        values\n      }\n      tagCriterion {\n        comparator\n        awsComparator\n        tagValues {\n          key\n          value\n        }\n      }\n    }\n    excludes {\n      simpleCriterion {\n        key\n        awsKey\n        comparator\n        awsComparator\n        values\n      }\n      tagCriterion {\n        comparator\n        awsComparator\n        tagValues {\n          key\n          value\n        }\n      }\n    }\n  }\n  scoping {\n    includes {\n      simpleScopeTerm {\n        key\n        awsKey\n        comparator\n        awsComparator\n        values\n      }\n      tagScopeTerm {\n        key\n        target\n        awsTarget\n        comparator\n        awsComparator\n        tagValues {\n          key\n          value\n        }\n      }\n    }\n    excludes {\n      simpleScopeTerm {\n        key\n        awsKey\n        comparator\n        awsComparator\n        values\n      }\n      tagScopeTerm {\n        key\n        target\n        awsTarget\n        comparator\n        awsComparator\n        tagValues {\n          key\n          value\n        }\n      }\n    }\n  }\n}\n\nfragment resourceHeader_resource on Resource {\n  __isResource: __typename\n  id\n  statusLabel\n  awsStatus\n  consoleUrl\n  target {\n    name\n    accountId\n    region\n    id\n  }\n}\n\nfragment transitions_resource on Resource {\n  __isResource: __typename\n  id\n  isTerminal\n  availableTransitions {\n    action\n    to\n    mutation\n    consequences {\n      code\n      text\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "a0c7f986ab550a6f71080fe7d8a19e2a";

export default node;
