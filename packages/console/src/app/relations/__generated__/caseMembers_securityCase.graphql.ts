/**
 * @generated SignedSource<<662b2e935a4f7c79eccf61d7ccac8866>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type caseMembers_securityCase$data = {
  readonly id: string;
  readonly impactedMembers: {
    readonly completeness: {
      readonly " $fragmentSpreads": FragmentRefs<"listContent_completeness">;
    };
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly accountId: string;
        readonly " $fragmentSpreads": FragmentRefs<"rows_account">;
      };
    }>;
  } | null | undefined;
  readonly " $fragmentType": "caseMembers_securityCase";
};
export type caseMembers_securityCase$key = {
  readonly " $data"?: caseMembers_securityCase$data;
  readonly " $fragmentSpreads": FragmentRefs<"caseMembers_securityCase">;
};

import caseMembersNextQuery_graphql from './caseMembersNextQuery.graphql';

const node: ReaderFragment = (function(){
var v0 = [
  "impactedMembers"
];
return {
  "argumentDefinitions": [
    {
      "defaultValue": null,
      "kind": "LocalArgument",
      "name": "after"
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
      "fragmentPathInResult": [
        "node"
      ],
      "operation": caseMembersNextQuery_graphql,
      "identifierInfo": {
        "identifierField": "id",
        "identifierQueryVariableName": "id"
      }
    }
  },
  "name": "caseMembers_securityCase",
  "selections": [
    {
      "alias": "impactedMembers",
      "args": null,
      "concreteType": "MemberAccountConnection",
      "kind": "LinkedField",
      "name": "__caseMembers_impactedMembers_connection",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "concreteType": "MemberAccountEdge",
          "kind": "LinkedField",
          "name": "edges",
          "plural": true,
          "selections": [
            {
              "alias": null,
              "args": null,
              "concreteType": "MemberAccount",
              "kind": "LinkedField",
              "name": "node",
              "plural": false,
              "selections": [
                {
                  "alias": null,
                  "args": null,
                  "kind": "ScalarField",
                  "name": "accountId",
                  "storageKey": null
                },
                {
                  "args": null,
                  "kind": "FragmentSpread",
                  "name": "rows_account"
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
              "args": null,
              "kind": "FragmentSpread",
              "name": "listContent_completeness"
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
      "args": null,
      "kind": "ScalarField",
      "name": "id",
      "storageKey": null
    }
  ],
  "type": "SecurityCase",
  "abstractKey": null
};
})();

(node as any).hash = "dbb27d01d0788b37b4a5b9d76a4f2756";

export default node;
