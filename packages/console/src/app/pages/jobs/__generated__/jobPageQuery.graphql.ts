/**
 * @generated SignedSource<<0519ed5f3543e2c12b894e9fc7cbc1ee>>
 * @relayHash 42a93d5051c641566bfb82c32373fdf0
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID 576cc64dab1126b8c5b82ba28a18d3a592e06ebcfdcd3c52d25b9a09b66ac85e

import type { ConcreteRequest } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type jobPageQuery$variables = {
  id: string;
};
export type jobPageQuery$data = {
  readonly node: {
    readonly job: {
      readonly " $fragmentSpreads": FragmentRefs<"jobPage_job">;
    } | null | undefined;
  } | null | undefined;
};
export type jobPageQuery = {
  response: jobPageQuery$data;
  variables: jobPageQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "id"
  }
],
v1 = [
  {
    "kind": "Variable",
    "name": "id",
    "variableName": "id"
  }
],
v2 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
},
v3 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "name",
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
  "name": "key",
  "storageKey": null
},
v6 = [
  (v5/*:: as any*/),
  {
    "alias": null,
    "args": null,
    "kind": "ScalarField",
    "name": "value",
    "storageKey": null
  }
],
v7 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "accountId",
  "storageKey": null
},
v8 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "comparator",
  "storageKey": null
},
v9 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "awsComparator",
  "storageKey": null
},
v10 = [
  (v5/*:: as any*/),
  {
    "alias": null,
    "args": null,
    "kind": "ScalarField",
    "name": "awsKey",
    "storageKey": null
  },
  (v8/*:: as any*/),
  (v9/*:: as any*/),
  {
    "alias": null,
    "args": null,
    "kind": "ScalarField",
    "name": "values",
    "storageKey": null
  }
],
v11 = {
  "alias": null,
  "args": null,
  "concreteType": "ClassificationJobTagCondition",
  "kind": "LinkedField",
  "name": "tagValues",
  "plural": true,
  "selections": (v6/*:: as any*/),
  "storageKey": null
},
v12 = [
  {
    "alias": null,
    "args": null,
    "concreteType": "ClassificationJobBucketSimpleCriterion",
    "kind": "LinkedField",
    "name": "simpleCriterion",
    "plural": false,
    "selections": (v10/*:: as any*/),
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
      (v8/*:: as any*/),
      (v9/*:: as any*/),
      (v11/*:: as any*/)
    ],
    "storageKey": null
  }
],
v13 = [
  {
    "alias": null,
    "args": null,
    "concreteType": "ClassificationJobObjectSimpleTerm",
    "kind": "LinkedField",
    "name": "simpleScopeTerm",
    "plural": false,
    "selections": (v10/*:: as any*/),
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
      (v5/*:: as any*/),
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
      (v8/*:: as any*/),
      (v9/*:: as any*/),
      (v11/*:: as any*/)
    ],
    "storageKey": null
  }
];
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "jobPageQuery",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": null,
        "kind": "LinkedField",
        "name": "node",
        "plural": false,
        "selections": [
          {
            "fragment": {
              "kind": "InlineFragment",
              "selections": [
                {
                  "args": null,
                  "kind": "FragmentSpread",
                  "name": "jobPage_job"
                }
              ],
              "type": "ClassificationJob",
              "abstractKey": null
            },
            "kind": "AliasedInlineFragmentSpread",
            "name": "job"
          }
        ],
        "storageKey": null
      }
    ],
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "jobPageQuery",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": null,
        "kind": "LinkedField",
        "name": "node",
        "plural": false,
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
            "kind": "InlineFragment",
            "selections": [
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "jobId",
                "storageKey": null
              },
              (v3/*:: as any*/),
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
                "selections": (v6/*:: as any*/),
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
                  (v7/*:: as any*/),
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
                    "selections": (v12/*:: as any*/),
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "concreteType": "ClassificationJobBucketCriterion",
                    "kind": "LinkedField",
                    "name": "excludes",
                    "plural": true,
                    "selections": (v12/*:: as any*/),
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
                    "selections": (v13/*:: as any*/),
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "concreteType": "ClassificationJobObjectTerm",
                    "kind": "LinkedField",
                    "name": "excludes",
                    "plural": true,
                    "selections": (v13/*:: as any*/),
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
                      (v3/*:: as any*/),
                      (v7/*:: as any*/),
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "region",
                        "storageKey": null
                      },
                      (v2/*:: as any*/)
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
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "to",
                        "storageKey": null
                      },
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "mutation",
                        "storageKey": null
                      },
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
                    "storageKey": null
                  }
                ],
                "type": "Resource",
                "abstractKey": "__isResource"
              }
            ],
            "type": "ClassificationJob",
            "abstractKey": null
          }
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "cacheID": "42a93d5051c641566bfb82c32373fdf0",
    "id": "576cc64dab1126b8c5b82ba28a18d3a592e06ebcfdcd3c52d25b9a09b66ac85e",
    "metadata": {},
    "name": "jobPageQuery",
    "operationKind": "query",
    "text": "query jobPageQuery(\n  $id: ID!\n) {\n  node(id: $id) {\n    __typename\n    ...jobPage_job\n    id\n  }\n}\n\nfragment jobPage_job on ClassificationJob {\n  id\n  jobId\n  name\n  status\n  description\n  jobType\n  awsJobType\n  createdAt\n  lastRunAt\n  lastRunErrorStatus {\n    code\n    awsCode\n  }\n  userPausedDetails {\n    pausedAt\n    expiresAt\n    imminentExpirationHealthEventArn\n  }\n  managedDataIdentifierSelector\n  awsManagedDataIdentifierSelector\n  managedDataIdentifierIds\n  customDataIdentifierIds\n  allowListIds\n  statistics {\n    approximateNumberOfObjectsToProcess\n    numberOfRuns\n  }\n  arn\n  clientToken\n  tags {\n    key\n    value\n  }\n  ...jobScope_job\n  ...resourceHeader_resource\n  ...transitions_resource\n}\n\nfragment jobScope_job on ClassificationJob {\n  jobType\n  awsJobType\n  initialRun\n  samplingPercentage\n  scheduleFrequency {\n    interval\n    dayOfWeek\n    awsDayOfWeek\n    dayOfMonth\n  }\n  bucketDefinitions {\n    accountId\n    buckets\n  }\n  bucketCriteria {\n    includes {\n      simpleCriterion {\n        key\n        awsKey\n        comparator\n        awsComparator\n        values\n      }\n      tagCriterion {\n        comparator\n        awsComparator\n        tagValues {\n          key\n          value\n        }\n      }\n    }\n    excludes {\n      simpleCriterion {\n        key\n        awsKey\n        comparator\n        awsComparator\n        values\n      }\n      tagCriterion {\n        comparator\n        awsComparator\n        tagValues {\n          key\n          value\n        }\n      }\n    }\n  }\n  scoping {\n    includes {\n      simpleScopeTerm {\n        key\n        awsKey\n        comparator\n        awsComparator\n        values\n      }\n      tagScopeTerm {\n        key\n        target\n        awsTarget\n        comparator\n        awsComparator\n        tagValues {\n          key\n          value\n        }\n      }\n    }\n    excludes {\n      simpleScopeTerm {\n        key\n        awsKey\n        comparator\n        awsComparator\n        values\n      }\n      tagScopeTerm {\n        key\n        target\n        awsTarget\n        comparator\n        awsComparator\n        tagValues {\n          key\n          value\n        }\n      }\n    }\n  }\n}\n\nfragment resourceHeader_resource on Resource {\n  __isResource: __typename\n  id\n  statusLabel\n  awsStatus\n  consoleUrl\n  target {\n    name\n    accountId\n    region\n    id\n  }\n}\n\nfragment transitions_resource on Resource {\n  __isResource: __typename\n  id\n  isTerminal\n  availableTransitions {\n    action\n    to\n    mutation\n    consequences {\n      code\n      text\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "283997ad8c22a04ea68e1fd0bb5ea02d";

export default node;
