/**
 * @generated SignedSource<<bfba5f93a7429802b427661f26cc0f17>>
 * @relayHash ae64a187e97798ce157dde0aaba0de88
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID 06401ae220ddb5be12f94d8f118ea02760789875104a289076cf3a2f47a22744

import type { ConcreteRequest } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type bulkResourceQuery$variables = {
  ids: ReadonlyArray<string>;
};
export type bulkResourceQuery$data = {
  readonly nodes: ReadonlyArray<{
    readonly resource: {
      readonly " $fragmentSpreads": FragmentRefs<"bulkResource_resource">;
    } | null | undefined;
  } | null | undefined> | null | undefined;
};
export type bulkResourceQuery = {
  response: bulkResourceQuery$data;
  variables: bulkResourceQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "ids"
  }
],
v1 = [
  {
    "kind": "Variable",
    "name": "ids",
    "variableName": "ids"
  }
],
v2 = {
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
    "name": "bulkResourceQuery",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": null,
        "kind": "LinkedField",
        "name": "nodes",
        "plural": true,
        "selections": [
          {
            "fragment": {
              "kind": "InlineFragment",
              "selections": [
                {
                  "args": null,
                  "kind": "FragmentSpread",
                  "name": "bulkResource_resource"
                }
              ],
              "type": "Resource",
              "abstractKey": "__isResource"
            },
            "kind": "AliasedInlineFragmentSpread",
            "name": "resource"
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
    "name": "bulkResourceQuery",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": null,
        "kind": "LinkedField",
        "name": "nodes",
        "plural": true,
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
                  (v2/*:: as any*/)
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
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "to",
                    "storageKey": null
                  }
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
                  {
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "resolverType",
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
                    "alias": null,
                    "args": null,
                    "kind": "ScalarField",
                    "name": "caseId",
                    "storageKey": null
                  }
                ],
                "type": "SecurityCase",
                "abstractKey": null
              }
            ],
            "type": "Resource",
            "abstractKey": "__isResource"
          }
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "cacheID": "ae64a187e97798ce157dde0aaba0de88",
    "id": "06401ae220ddb5be12f94d8f118ea02760789875104a289076cf3a2f47a22744",
    "metadata": {},
    "name": "bulkResourceQuery",
    "operationKind": "query",
    "text": "query bulkResourceQuery(\n  $ids: [ID!]!\n) {\n  nodes(ids: $ids) {\n    __typename\n    ...bulkResource_resource\n    id\n  }\n}\n\nfragment bulkResource_resource on Resource {\n  __isResource: __typename\n  __typename\n  id\n  statusLabel\n  isTerminal\n  target {\n    name\n    id\n  }\n  availableTransitions {\n    action\n    to\n  }\n  ... on ClassificationJob {\n    jobStatus: status\n    jobName: name\n    classificationJobId: jobId\n  }\n  ... on MacieMember {\n    memberStatus: status\n    accountId\n  }\n  ... on MailboxExportJob {\n    exportStatus: status\n    description\n    exportJobId: jobId\n  }\n  ... on SecurityCase {\n    caseStatus: status\n    resolverType\n    title\n    caseId\n  }\n}\n"
  }
};
})();

(node as any).hash = "af3674def67ea9e22111578e355fa658";

export default node;
