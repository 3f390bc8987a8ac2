/**
 * @generated SignedSource<<2f1c5742504010a3a2513a44c72dac43>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
export type AttentionReason = "CASE_ACTION_PENDING" | "CASE_NOT_ACKNOWLEDGED" | "CASE_NOT_UPDATED" | "CASE_READY_TO_CLOSE" | "CHANGE_OUTCOME_UNKNOWN" | "CHANGE_UNFINISHED" | "EXPORT_FAILED" | "EXPORT_STALLED" | "JOB_LAST_RUN_HAD_ERRORS" | "JOB_PAUSED_BY_MACIE" | "JOB_PAUSE_EXPIRES" | "MEMBER_INVITATION_UNANSWERED" | "MEMBER_SUSPENDED" | "MEMBER_VERIFICATION_FAILED";
import type { FragmentRefs } from "relay-runtime";
export type attentionPage_queue$data = {
  readonly attention: {
    readonly completeness: {
      readonly " $fragmentSpreads": FragmentRefs<"listContent_completeness" | "sources_completeness">;
    };
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string;
        readonly isUrgent: boolean;
        readonly reason: AttentionReason;
        readonly resource: {
          readonly id: string;
        } | null | undefined;
        readonly " $fragmentSpreads": FragmentRefs<"attentionItem_item">;
      };
    }>;
    readonly unavailableReasons: ReadonlyArray<{
      readonly " $fragmentSpreads": FragmentRefs<"uncheckedReasons_reasons">;
    }>;
  } | null | undefined;
  readonly " $fragmentType": "attentionPage_queue";
};
export type attentionPage_queue$key = {
  readonly " $data"?: attentionPage_queue$data;
  readonly " $fragmentSpreads": FragmentRefs<"attentionPage_queue">;
};

import attentionPageNextQuery_graphql from './attentionPageNextQuery.graphql';

const node: ReaderFragment = (function(){
var v0 = [
  "attention"
],
v1 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
};
return {
  "argumentDefinitions": [
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
  "kind": "Fragment",
  "metadata": {
    "connection": [
      {
        "count": "first",
        "cursor": "after",
        "direction": "forward",
        "path": (v0/*:: as any*/)
      }
    ],
    "refetch": {
      "connection": {
        "forward": {
          "count": "first",
          "cursor": "after"
        },
        "backward": null,
        "path": (v0/*:: as any*/)
      },
      "fragmentPathInResult": [],
      "operation": attentionPageNextQuery_graphql
    }
  },
  "name": "attentionPage_queue",
  "selections": [
    {
      "alias": "attention",
      "args": [
        {
          "kind": "Variable",
          "name": "filter",
          "variableName": "filter"
        }
      ],
      "concreteType": "AttentionItemConnection",
      "kind": "LinkedField",
      "name": "__attentionPage_attention_connection",
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
                (v1/*:: as any*/),
                {
                  "alias": null,
                  "args": null,
                  "kind": "ScalarField",
                  "name": "reason",
                  "storageKey": null
                },
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
                    (v1/*:: as any*/)
                  ],
                  "storageKey": null
                },
                {
                  "args": null,
                  "kind": "FragmentSpread",
                  "name": "attentionItem_item"
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
          "concreteType": "UnavailableReason",
          "kind": "LinkedField",
          "name": "unavailableReasons",
          "plural": true,
          "selections": [
            {
              "args": null,
              "kind": "FragmentSpread",
              "name": "uncheckedReasons_reasons"
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
              "args": null,
              "kind": "FragmentSpread",
              "name": "listContent_completeness"
            },
            {
              "args": null,
              "kind": "FragmentSpread",
              "name": "sources_completeness"
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
    }
  ],
  "type": "Query",
  "abstractKey": null
};
})();

(node as any).hash = "65a7550f9583f444fe763d0fc67f069d";

export default node;
