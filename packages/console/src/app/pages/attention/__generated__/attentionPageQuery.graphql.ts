/**
 * @generated SignedSource<<b10d03cfa1693618c660085ea7616f3a>>
 * @relayHash 2ae4f79432a02ea52e8eccc839613466
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID 779b690151a3b9a25babf8a21c0b54de9d1677719b6da0621691366124584da5

import type { ConcreteRequest } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type AttentionReason = "CASE_ACTION_PENDING" | "CASE_NOT_ACKNOWLEDGED" | "CASE_NOT_UPDATED" | "CASE_READY_TO_CLOSE" | "CHANGE_OUTCOME_UNKNOWN" | "CHANGE_UNFINISHED" | "EXPORT_FAILED" | "EXPORT_STALLED" | "JOB_LAST_RUN_HAD_ERRORS" | "JOB_PAUSED_BY_MACIE" | "JOB_PAUSE_EXPIRES" | "MEMBER_INVITATION_UNANSWERED" | "MEMBER_SUSPENDED" | "MEMBER_VERIFICATION_FAILED";
export type ResourceKind = "CLASSIFICATION_JOB" | "MACIE_MEMBER" | "MAILBOX_EXPORT_JOB" | "SECURITY_CASE";
export type AttentionFilter = {
  dueBefore?: string | null | undefined;
  kinds?: ReadonlyArray<ResourceKind> | null | undefined;
  reasons?: ReadonlyArray<AttentionReason> | null | undefined;
  targets?: ReadonlyArray<string> | null | undefined;
};
export type attentionPageQuery$variables = {
  filter?: AttentionFilter | null | undefined;
};
export type attentionPageQuery$data = {
  readonly " $fragmentSpreads": FragmentRefs<"attentionPage_queue">;
};
export type attentionPageQuery = {
  response: attentionPageQuery$data;
  variables: attentionPageQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "filter"
  }
],
v1 = {
  "kind": "Variable",
  "name": "filter",
  "variableName": "filter"
},
v2 = [
  (v1/*:: as any*/),
  {
    "kind": "Literal",
    "name": "first",
    "value": 50
  }
],
v3 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
},
v4 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "reason",
  "storageKey": null
},
v5 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "__typename",
  "storageKey": null
},
v6 = {
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
    (v3/*:: as any*/)
  ],
  "storageKey": null
},
v7 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "message",
  "storageKey": null
};
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "attentionPageQuery",
    "selections": [
      {
        "args": [
          (v1/*:: as any*/)
        ],
        "kind": "FragmentSpread",
        "name": "attentionPage_queue"
      }
    ],
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "attentionPageQuery",
    "selections": [
      {
        "alias": null,
        "args": (v2/*:: as any*/),
        "concreteType": "AttentionItemConnection",
        "kind": "LinkedField",
        "name": "attention",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "concreteType": "AttentionItemEdge",
            "kind": "LinkedField",
            "name": "edges",
            "plural": true,
            "selections": [
              {
                "alias": null,
                "args": null,
                "concreteType": "AttentionItem",
                "kind": "LinkedField",
                "name": "node",
                "plural": false,
                "selections": [
                  (v3/*:: as any*/),
                  (v4/*:: as any*/),
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "isUrgent",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "concreteType": null,
                    "kind": "LinkedField",
                    "name": "resource",
                    "plural": false,
                    "selections": [
                      (v5/*:: as any*/),
                      (v3/*:: as any*/),
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "statusLabel",
                        "storageKey": null
                      },
                      (v6/*:: as any*/)
                    ],
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "summary",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "dueAt",
                    "storageKey": null
                  },
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "since",
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
                "name": "cursor",
                "storageKey": null
              }
            ],
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "concreteType": "UnavailableReason",
            "kind": "LinkedField",
            "name": "unavailableReasons",
            "plural": true,
            "selections": [
              (v4/*:: as any*/),
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "code",
                "storageKey": null
              },
              (v7/*:: as any*/),
              (v6/*:: as any*/)
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
                    "name": "kind",
                    "storageKey": null
                  },
                  (v7/*:: as any*/),
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "retryAfterSeconds",
                    "storageKey": null
                  },
                  (v6/*:: as any*/)
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
        "args": (v2/*:: as any*/),
        "filters": [
          "filter"
        ],
        "handle": "connection",
        "key": "attentionPage_attention",
        "kind": "LinkedHandle",
        "name": "attention"
      }
    ]
  },
  "params": {
    "cacheID": "2ae4f79432a02ea52e8eccc839613466",
    "id": "779b690151a3b9a25babf8a21c0b54de9d1677719b6da0621691366124584da5",
    "metadata": {},
    "name": "attentionPageQuery",
    "operationKind": "query",
    "text": "query attentionPageQuery(\n  $filter: AttentionFilter\n) {\n  ...attentionPage_queue_Vt7Yj\n}\n\nfragment attentionItem_item on AttentionItem {\n  reason\n  summary\n  dueAt\n  since\n  isUrgent\n  resource {\n    __typename\n    id\n    statusLabel\n    target {\n      name\n      id\n    }\n  }\n}\n\nfragment attentionPage_queue_Vt7Yj on Query {\n  attention(first: 50, filter: $filter) {\n    edges {\n      node {\n        id\n        reason\n        isUrgent\n        resource {\n          __typename\n          id\n        }\n        ...attentionItem_item\n        __typename\n      }\n      cursor\n    }\n    unavailableReasons {\n      ...uncheckedReasons_reasons\n    }\n    completeness {\n      ...listContent_completeness\n      ...sources_completeness\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment completenessBanner_completeness on Completeness {\n  complete\n  asOf\n  fieldErrors\n  retryCursor\n  sources {\n    kind\n    status\n    message\n    retryAfterSeconds\n    target {\n      name\n      id\n    }\n  }\n}\n\nfragment listContent_completeness on Completeness {\n  complete\n  asOf\n  retryCursor\n  sources {\n    status\n  }\n  ...completenessBanner_completeness\n}\n\nfragment sources_completeness on Completeness {\n  sources {\n    kind\n    status\n    target {\n      name\n      id\n    }\n  }\n}\n\nfragment uncheckedReasons_reasons on UnavailableReason {\n  reason\n  code\n  message\n  target {\n    name\n    id\n  }\n}\n"
  }
};
})();

(node as any).hash = "7a178fa7b7e807e20b3e6e9dd7bdbd4d";

export default node;
