/**
 * @generated SignedSource<<51f82df6c3177aee1082abebc2e776c7>>
 * @relayHash 45fdfd72bfd62b30a87627976eb20e76
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID 96784d049c71172da1e6f8fc490bbbf813f6b55ed4838c8bb9365ac1fb8aca2b

import type { ConcreteRequest } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type ClassificationJobOrderField = "CREATED_AT" | "JOB_TYPE" | "NAME" | "STATUS";
export type ClassificationJobStatus = "CANCELLED" | "COMPLETE" | "IDLE" | "PAUSED" | "RUNNING" | "UNRECOGNIZED" | "USER_PAUSED";
export type ClassificationJobType = "ONE_TIME" | "SCHEDULED" | "UNRECOGNIZED";
export type OrderDirection = "ASC" | "DESC";
export type ClassificationJobFilter = {
  accountIds?: ReadonlyArray<string> | null | undefined;
  createdAt?: DateTimeFilter | null | undefined;
  jobTypes?: ReadonlyArray<ClassificationJobType> | null | undefined;
  name?: StringFilter | null | undefined;
  not?: ClassificationJobExclusion | null | undefined;
  statuses?: ReadonlyArray<ClassificationJobStatus> | null | undefined;
};
export type DateTimeFilter = {
  eq?: string | null | undefined;
  gt?: string | null | undefined;
  gte?: string | null | undefined;
  lt?: string | null | undefined;
  lte?: string | null | undefined;
};
export type StringFilter = {
  contains?: string | null | undefined;
  eq?: string | null | undefined;
  ignoreCase?: boolean | null | undefined;
  startsWith?: string | null | undefined;
};
export type ClassificationJobExclusion = {
  accountIds?: ReadonlyArray<string> | null | undefined;
  createdAt?: DateTimeFilter | null | undefined;
  jobTypes?: ReadonlyArray<ClassificationJobType> | null | undefined;
  name?: StringFilter | null | undefined;
  statuses?: ReadonlyArray<ClassificationJobStatus> | null | undefined;
};
export type ClassificationJobOrder = {
  direction?: OrderDirection | null | undefined;
  field: ClassificationJobOrderField;
};
export type jobsPageNextQuery$variables = {
  after?: string | null | undefined;
  filter?: ClassificationJobFilter | null | undefined;
  first?: number | null | undefined;
  orderBy?: ClassificationJobOrder | null | undefined;
  targets?: ReadonlyArray<string> | null | undefined;
};
export type jobsPageNextQuery$data = {
  readonly " $fragmentSpreads": FragmentRefs<"jobsPage_list">;
};
export type jobsPageNextQuery = {
  response: jobsPageNextQuery$data;
  variables: jobsPageNextQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "after"
  },
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "filter"
  },
  {
    "defaultValue": 50,
    "kind": "LocalArgument",
    "name": "first"
  },
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "orderBy"
  },
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "targets"
  }
],
v1 = [
  {
    "kind": "Variable",
    "name": "after",
    "variableName": "after"
  },
  {
    "kind": "Variable",
    "name": "filter",
    "variableName": "filter"
  },
  {
    "kind": "Variable",
    "name": "first",
    "variableName": "first"
  },
  {
    "kind": "Variable",
    "name": "orderBy",
    "variableName": "orderBy"
  },
  {
    "kind": "Variable",
    "name": "targets",
    "variableName": "targets"
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
  "name": "status",
  "storageKey": null
},
v5 = {
  "alias": null,
  "args": null,
  "concreteType": "Target",
  "kind": "LinkedField",
  "name": "target",
  "plural": false,
  "selections": [
    (v3/*:: as any*/),
    (v2/*:: as any*/)
  ],
  "storageKey": null
};
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "jobsPageNextQuery",
    "selections": [
      {
        "args": (v1/*:: as any*/),
        "kind": "FragmentSpread",
        "name": "jobsPage_list"
      }
    ],
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "jobsPageNextQuery",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": "ClassificationJobConnection",
        "kind": "LinkedField",
        "name": "classificationJobs",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "concreteType": "ClassificationJobEdge",
            "kind": "LinkedField",
            "name": "edges",
            "plural": true,
            "selections": [
              {
                "alias": null,
                "args": null,
                "concreteType": "ClassificationJob",
                "kind": "LinkedField",
                "name": "node",
                "plural": false,
                "selections": [
                  (v2/*:: as any*/),
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "jobId",
                    "storageKey": null
                  },
                  (v3/*:: as any*/),
                  (v4/*:: as any*/),
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
                    "name": "jobType",
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
                    "name": "expiresAt",
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
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "code",
                        "storageKey": null
                      }
                    ],
                    "storageKey": null
                  },
                  (v5/*:: as any*/),
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
                    "kind": "ScalarField",
                    "name": "__typename",
                    "storageKey": null
                  }
                ],
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "cursor",
                "storageKey": null
              }
            ],
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "concreteType": "Completeness",
            "kind": "LinkedField",
            "name": "completeness",
            "plural": false,
            "selections": [
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "complete",
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "asOf",
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "retryCursor",
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "concreteType": "CompletenessSource",
                "kind": "LinkedField",
                "name": "sources",
                "plural": true,
                "selections": [
                  (v4/*:: as any*/),
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "kind",
                    "storageKey": null
                  },
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
                    "name": "retryAfterSeconds",
                    "storageKey": null
                  },
                  (v5/*:: as any*/)
                ],
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "fieldErrors",
                "storageKey": null
              }
            ],
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "concreteType": "PageInfo",
            "kind": "LinkedField",
            "name": "pageInfo",
            "plural": false,
            "selections": [
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "endCursor",
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "hasNextPage",
                "storageKey": null
              }
            ],
            "storageKey": null
          }
        ],
        "storageKey": null
      },
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "filters": [
          "filter",
          "orderBy",
          "targets"
        ],
        "handle": "connection",
        "key": "jobsPage_classificationJobs",
        "kind": "LinkedHandle",
        "name": "classificationJobs"
      }
    ]
  },
  "params": {
    "cacheID": "45fdfd72bfd62b30a87627976eb20e76",
    "id": "96784d049c71172da1e6f8fc490bbbf813f6b55ed4838c8bb9365ac1fb8aca2b",
    "metadata": {},
    "name": "jobsPageNextQuery",
    "operationKind": "query",
    "text": "query jobsPageNextQuery(\n  $after: String\n  $filter: ClassificationJobFilter\n  $first: Int = 50\n  $orderBy: ClassificationJobOrder\n  $targets: [String!]\n) {\n  ...jobsPage_list_44yn7s\n}\n\nfragment completenessBanner_completeness on Completeness {\n  complete\n  asOf\n  fieldErrors\n  retryCursor\n  sources {\n    kind\n    status\n    message\n    retryAfterSeconds\n    target {\n      name\n      id\n    }\n  }\n}\n\nfragment jobsPage_list_44yn7s on Query {\n  classificationJobs(first: $first, after: $after, filter: $filter, orderBy: $orderBy, targets: $targets) {\n    edges {\n      node {\n        id\n        jobId\n        name\n        status\n        statusLabel\n        awsStatus\n        jobType\n        createdAt\n        expiresAt\n        lastRunErrorStatus {\n          code\n        }\n        target {\n          name\n          id\n        }\n        consoleUrl\n        __typename\n      }\n      cursor\n    }\n    completeness {\n      ...listContent_completeness\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment listContent_completeness on Completeness {\n  complete\n  asOf\n  retryCursor\n  sources {\n    status\n  }\n  ...completenessBanner_completeness\n}\n"
  }
};
})();

(node as any).hash = "6cde2139e603e8936d95e9853b2e0781";

export default node;
