/**
 * @generated SignedSource<<deb74ee5a046a8e79a093c1707e76053>>
 * @relayHash dc06ac790657fef115d3f3c76d17d6cc
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID 4494e84ba8951bbf7266383bbfc382a2daa77a287145d680c6990d1ea071bb0c

import type { ConcreteRequest } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type ClassificationJobStatus = "CANCELLED" | "COMPLETE" | "IDLE" | "PAUSED" | "RUNNING" | "UNRECOGNIZED" | "USER_PAUSED";
export type MacieMemberStatus = "ACCOUNT_SUSPENDED" | "CREATED" | "EMAIL_VERIFICATION_FAILED" | "EMAIL_VERIFICATION_IN_PROGRESS" | "ENABLED" | "INVITED" | "PAUSED" | "REGION_DISABLED" | "REMOVED" | "RESIGNED" | "UNRECOGNIZED";
export type MailboxExportJobStatus = "CANCELLED" | "COMPLETED" | "FAILED" | "RUNNING" | "UNRECOGNIZED";
export type SearchHitField = "ACCOUNT_ID" | "ARN" | "BUCKET_NAME" | "EMAIL" | "ENTITY_ID" | "ID" | "NAME" | "TITLE";
export type SecurityCaseStatus = "ACKNOWLEDGED" | "CLOSED" | "CONTAINMENT_ERADICATION_AND_RECOVERY" | "DETECTION_AND_ANALYSIS" | "POST_INCIDENT_ACTIVITIES" | "READY_TO_CLOSE" | "SUBMITTED" | "UNRECOGNIZED";
export type SourceStatus = "ACCESS_DENIED" | "FAILED_EARLIER" | "NOT_ENABLED" | "OK" | "SCAN_LIMIT_REACHED" | "THROTTLED" | "TIMED_OUT" | "UNAVAILABLE" | "UNREADABLE_ROWS";
export type searchResultsQuery$variables = {
  text: string;
};
export type searchResultsQuery$data = {
  readonly search: {
    readonly completeness: {
      readonly complete: boolean;
      readonly sources: ReadonlyArray<{
        readonly status: SourceStatus;
      }>;
      readonly " $fragmentSpreads": FragmentRefs<"completenessBanner_completeness">;
    };
    readonly nodes: ReadonlyArray<{
      readonly matchedField: SearchHitField;
      readonly matchedText: string;
      readonly resource: {
        readonly __typename: string;
        readonly accountId?: string;
        readonly awsStatus: string | null | undefined;
        readonly caseId?: string;
        readonly caseStatus?: SecurityCaseStatus;
        readonly description?: string | null | undefined;
        readonly exportId?: string;
        readonly exportStatus?: MailboxExportJobStatus;
        readonly id: string;
        readonly jobId?: string;
        readonly jobName?: string | null | undefined;
        readonly jobStatus?: ClassificationJobStatus;
        readonly memberStatus?: MacieMemberStatus;
        readonly statusLabel: string;
        readonly target: {
          readonly name: string;
        };
        readonly title?: string | null | undefined;
      };
    }>;
    readonly totalCount: {
      readonly exact: boolean;
      readonly value: number;
    } | null | undefined;
  } | null | undefined;
};
export type searchResultsQuery = {
  response: searchResultsQuery$data;
  variables: searchResultsQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "text"
  }
],
v1 = [
  {
    "kind": "Literal",
    "name": "first",
    "value": 50
  },
  {
    "kind": "Variable",
    "name": "text",
    "variableName": "text"
  }
],
v2 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "matchedField",
  "storageKey": null
},
v3 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "matchedText",
  "storageKey": null
},
v4 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "__typename",
  "storageKey": null
},
v5 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
},
v6 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "statusLabel",
  "storageKey": null
},
v7 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "awsStatus",
  "storageKey": null
},
v8 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "name",
  "storageKey": null
},
v9 = {
  "kind": "InlineFragment",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "jobId",
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
      "alias": "jobStatus",
      "args": null,
      "kind": "ScalarField",
      "name": "status",
      "storageKey": null
    }
  ],
  "type": "ClassificationJob",
  "abstractKey": null
},
v10 = {
  "kind": "InlineFragment",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "accountId",
      "storageKey": null
    },
    {
      "alias": "memberStatus",
      "args": null,
      "kind": "ScalarField",
      "name": "status",
      "storageKey": null
    }
  ],
  "type": "MacieMember",
  "abstractKey": null
},
v11 = {
  "kind": "InlineFragment",
  "selections": [
    {
      "alias": "exportId",
      "args": null,
      "kind": "ScalarField",
      "name": "jobId",
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
      "alias": "exportStatus",
      "args": null,
      "kind": "ScalarField",
      "name": "status",
      "storageKey": null
    }
  ],
  "type": "MailboxExportJob",
  "abstractKey": null
},
v12 = {
  "kind": "InlineFragment",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "caseId",
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
      "alias": "caseStatus",
      "args": null,
      "kind": "ScalarField",
      "name": "status",
      "storageKey": null
    }
  ],
  "type": "SecurityCase",
  "abstractKey": null
},
v13 = {
  "alias": null,
  "args": null,
  "concreteType": "TotalCount",
  "kind": "LinkedField",
  "name": "totalCount",
  "plural": false,
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "value",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "exact",
      "storageKey": null
    }
  ],
  "storageKey": null
},
v14 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "complete",
  "storageKey": null
},
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
  "concreteType": "Target",
  "kind": "LinkedField",
  "name": "target",
  "plural": false,
  "selections": [
    (v8/*:: as any*/),
    (v5/*:: as any*/)
  ],
  "storageKey": null
};
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "searchResultsQuery",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": "SearchHitConnection",
        "kind": "LinkedField",
        "name": "search",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "concreteType": "SearchHit",
            "kind": "LinkedField",
            "name": "nodes",
            "plural": true,
            "selections": [
              (v2/*:: as any*/),
              (v3/*:: as any*/),
              {
                "alias": null,
                "args": null,
                "concreteType": null,
                "kind": "LinkedField",
                "name": "resource",
                "plural": false,
                "selections": [
                  (v4/*:: as any*/),
                  (v5/*:: as any*/),
                  (v6/*:: as any*/),
                  (v7/*:: as any*/),
                  {
                    "alias": null,
                    "args": null,
                    "concreteType": "Target",
                    "kind": "LinkedField",
                    "name": "target",
                    "plural": false,
                    "selections": [
                      (v8/*:: as any*/)
                    ],
                    "storageKey": null
                  },
                  (v9/*:: as any*/),
                  (v10/*:: as any*/),
                  (v11/*:: as any*/),
                  (v12/*:: as any*/)
                ],
                "storageKey": null
              }
            ],
            "storageKey": null
          },
          (v13/*:: as any*/),
          {
            "alias": null,
            "args": null,
            "concreteType": "Completeness",
            "kind": "LinkedField",
            "name": "completeness",
            "plural": false,
            "selections": [
              (v14/*:: as any*/),
              {
                "alias": null,
                "args": null,
                "concreteType": "CompletenessSource",
                "kind": "LinkedField",
                "name": "sources",
                "plural": true,
                "selections": [
                  (v15/*:: as any*/)
                ],
                "storageKey": null
              },
              {
                "args": null,
                "kind": "FragmentSpread",
                "name": "completenessBanner_completeness"
              }
            ],
            "storageKey": null
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
    "name": "searchResultsQuery",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": "SearchHitConnection",
        "kind": "LinkedField",
        "name": "search",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "concreteType": "SearchHit",
            "kind": "LinkedField",
            "name": "nodes",
            "plural": true,
            "selections": [
              (v2/*:: as any*/),
              (v3/*:: as any*/),
              {
                "alias": null,
                "args": null,
                "concreteType": null,
                "kind": "LinkedField",
                "name": "resource",
                "plural": false,
                "selections": [
                  (v4/*:: as any*/),
                  (v5/*:: as any*/),
                  (v6/*:: as any*/),
                  (v7/*:: as any*/),
                  (v16/*:: as any*/),
                  (v9/*:: as any*/),
                  (v10/*:: as any*/),
                  (v11/*:: as any*/),
                  (v12/*:: as any*/)
                ],
                "storageKey": null
              }
            ],
            "storageKey": null
          },
          (v13/*:: as any*/),
          {
            "alias": null,
            "args": null,
            "concreteType": "Completeness",
            "kind": "LinkedField",
            "name": "completeness",
            "plural": false,
            "selections": [
              (v14/*:: as any*/),
              {
                "alias": null,
                "args": null,
                "concreteType": "CompletenessSource",
                "kind": "LinkedField",
                "name": "sources",
                "plural": true,
                "selections": [
                  (v15/*:: as any*/),
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
                  (v16/*:: as any*/)
                ],
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
                "name": "fieldErrors",
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "retryCursor",
                "storageKey": null
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
    "cacheID": "dc06ac790657fef115d3f3c76d17d6cc",
    "id": "4494e84ba8951bbf7266383bbfc382a2daa77a287145d680c6990d1ea071bb0c",
    "metadata": {},
    "name": "searchResultsQuery",
    "operationKind": "query",
    "text": "query searchResultsQuery(\n  $text: String!\n) {\n  search(text: $text, first: 50) {\n    nodes {\n      matchedField\n      matchedText\n      resource {\n        __typename\n        id\n        statusLabel\n        awsStatus\n        target {\n          name\n          id\n        }\n        ... on ClassificationJob {\n          jobId\n          jobName: name\n          jobStatus: status\n        }\n        ... on MacieMember {\n          accountId\n          memberStatus: status\n        }\n        ... on MailboxExportJob {\n          exportId: jobId\n          description\n          exportStatus: status\n        }\n        ... on SecurityCase {\n          caseId\n          title\n          caseStatus: status\n        }\n      }\n    }\n    totalCount {\n      value\n      exact\n    }\n    completeness {\n      complete\n      sources {\n        status\n      }\n      ...completenessBanner_completeness\n    }\n  }\n}\n\nfragment completenessBanner_completeness on Completeness {\n  complete\n  asOf\n  fieldErrors\n  retryCursor\n  sources {\n    kind\n    status\n    message\n    retryAfterSeconds\n    target {\n      name\n      id\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "83f4764b80ad38fc46542b3296b64d2a";

export default node;
