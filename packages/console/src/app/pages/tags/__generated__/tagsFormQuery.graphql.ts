/**
 * @generated SignedSource<<98d6a76da0857d5c6c0855acb6ce326b>>
 * @relayHash 6368bc7f4fcb6bc73ce62fcea64b728c
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID ec4d0f99e519470346b302dbbd5e1568f788949ae6adeea183b06099f36084ee

import type { ConcreteRequest } from 'relay-runtime';
export type tagsFormQuery$variables = {
  id: string;
};
export type tagsFormQuery$data = {
  readonly node: {
    readonly job: {
      readonly jobId: string;
      readonly name: string | null | undefined;
      readonly tags: ReadonlyArray<{
        readonly key: string;
        readonly value: string;
      }> | null | undefined;
    } | null | undefined;
    readonly member: {
      readonly accountId: string;
      readonly tags: ReadonlyArray<{
        readonly key: string;
        readonly value: string;
      }> | null | undefined;
    } | null | undefined;
    readonly securityCase: {
      readonly caseId: string;
      readonly tags: ReadonlyArray<{
        readonly key: string;
        readonly value: string;
      }> | null | undefined;
      readonly title: string | null | undefined;
    } | null | undefined;
  } | null | undefined;
};
export type tagsFormQuery = {
  response: tagsFormQuery$data;
  variables: tagsFormQuery$variables;
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
  "concreteType": "Tag",
  "kind": "LinkedField",
  "name": "tags",
  "plural": true,
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "key",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "value",
      "storageKey": null
    }
  ],
  "storageKey": null
},
v3 = {
  "kind": "InlineFragment",
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
      "name": "jobId",
      "storageKey": null
    },
    (v2/*:: as any*/)
  ],
  "type": "ClassificationJob",
  "abstractKey": null
},
v4 = {
  "kind": "InlineFragment",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "accountId",
      "storageKey": null
    },
    (v2/*:: as any*/)
  ],
  "type": "MacieMember",
  "abstractKey": null
},
v5 = {
  "kind": "InlineFragment",
  "selections": [
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
    },
    (v2/*:: as any*/)
  ],
  "type": "SecurityCase",
  "abstractKey": null
};
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "tagsFormQuery",
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
            "fragment": (v3/*:: as any*/),
            "kind": "AliasedInlineFragmentSpread",
            "name": "job"
          },
          {
            "fragment": (v4/*:: as any*/),
            "kind": "AliasedInlineFragmentSpread",
            "name": "member"
          },
          {
            "fragment": (v5/*:: as any*/),
            "kind": "AliasedInlineFragmentSpread",
            "name": "securityCase"
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
    "name": "tagsFormQuery",
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
          (v3/*:: as any*/),
          (v4/*:: as any*/),
          (v5/*:: as any*/),
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "id",
            "storageKey": null
          }
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "cacheID": "6368bc7f4fcb6bc73ce62fcea64b728c",
    "id": "ec4d0f99e519470346b302dbbd5e1568f788949ae6adeea183b06099f36084ee",
    "metadata": {},
    "name": "tagsFormQuery",
    "operationKind": "query",
    "text": "query tagsFormQuery(\n  $id: ID!\n) {\n  node(id: $id) {\n    __typename\n    ... on ClassificationJob {\n      name\n      jobId\n      tags {\n        key\n        value\n      }\n    }\n    ... on MacieMember {\n      accountId\n      tags {\n        key\n        value\n      }\n    }\n    ... on SecurityCase {\n      title\n      caseId\n      tags {\n        key\n        value\n      }\n    }\n    id\n  }\n}\n"
  }
};
})();

(node as any).hash = "c75526dfa8398ee11501db9503a16c29";

export default node;
