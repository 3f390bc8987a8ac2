/**
 * @generated SignedSource<<ccf334cece6d95c82d27a3ba78e20104>>
 * @relayHash 849e5d754d5bfcc2c96da7796a17b88a
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID b2ce9603d746d5204f08b4063c7adce570bbc575f82d6ca32962ee752cc71b15

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
export type attentionPageNextQuery$variables = {
  after?: string | null | undefined;
  filter?: AttentionFilter | null | undefined;
  first?: number | null | undefined;
};
export type attentionPageNextQuery$data = {
  readonly " $fragmentSpreads": FragmentRefs<"attentionPage_queue">;
};
export type attentionPageNextQuery = {
  response: attentionPageNextQuery$data;
  variables: attentionPageNextQuery$variables;
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
  "name": "reason",
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
    (v2/*:: as any*/)
  ],
  "storageKey": null
},
v6 = {
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
    "name": "attentionPageNextQuery",
    "selections": [
      {
        "args": (v1/*:: as any*/),
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
    "name": "attentionPageNextQuery",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
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
                  (v2/*:: as any*/),
                  (v3/*:: as any*/),
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
                      (v4/*:: as any*/),
                      (v2/*:: as any*/),
                      {
                        "alias": null,
                        "args": null,
                        "kind": "ScalarField",
                        "name": "statusLabel",
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
                  (v4/*:: as any*/)
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
              (v3/*:: as any*/),
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "code",
                "storageKey": null
              },
              (v6/*:: as any*/),
              (v5/*:: as any*/)
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
                  (v6/*:: as any*/),
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
    "cacheID": "849e5d754d5bfcc2c96da7796a17b88a",
    "id": "b2ce9603d746d5204f08b4063c7adce570bbc575f82d6ca32962ee752cc71b15",
    "metadata": {},
    "name": "attentionPageNextQuery",
    "operationKind": "query",
    "text": "query attentionPageNextQuery(\n  $after: String\n  $filter: AttentionFilter\n  $first: Int = 50\n) {\n  ...attentionPage_queue_G9cLv\n}\n\nfragment attentionItem_item on AttentionItem {\n  reason\n  summary\n  dueAt\n  since\n  isUrgent\n  resource {\n    __typename\n    id\n    statusLabel\n    target {\n      name\n      id\n    }\n  }\n}\n\nfragment attentionPage_queue_G9cLv on Query {\n  attention(first: $first, after: $after, filter: $filter) {\n    edges {\n      node {\n        id\n        reason\n        isUrgent\n        resource {\n          __typename\n          id\n        }\n        ...attentionItem_item\n        __typename\n      }\n      cursor\n    }\n    unavailableReasons {\n      ...uncheckedReasons_reasons\n    }\n    completeness {\n      ...listContent_completeness\n      ...sources_completeness\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment completenessBanner_completeness on Completeness {\n  complete\n  asOf\n  fieldErrors\n  retryCursor\n  sources {\n    kind\n    status\n    message\n    retryAfterSeconds\n    target {\n      name\n      id\n    }\n  }\n}\n\nfragment listContent_completeness on Completeness {\n  complete\n  asOf\n  retryCursor\n  sources {\n    status\n  }\n  ...completenessBanner_completeness\n}\n\nfragment sources_completeness on Completeness {\n  sources {\n    kind\n    status\n    target {\n      name\n      id\n    }\n  }\n}\n\nfragment uncheckedReasons_reasons on UnavailableReason {\n  reason\n  code\n  message\n  target {\n    name\n    id\n  }\n}\n"
  }
};
})();

(node as any).hash = "65a7550f9583f444fe763d0fc67f069d";

export default node;
