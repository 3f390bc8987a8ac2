/**
 * @generated SignedSource<<bc4b54d06d2fb97c2b2a6492f606490e>>
 * @relayHash 6604205f984404679b92cc9311406b6e
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID e9d39ebf8a3cf216d14895c77370b7763ef6b91fd0d5ec6cbcf62bed58bad809

import type { ConcreteRequest } from 'relay-runtime';
export type SecurityCaseAttachmentStatus = "FAILED" | "PENDING" | "UNRECOGNIZED" | "VERIFIED";
export type attachmentItemDownloadQuery$variables = {
  id: string;
};
export type attachmentItemDownloadQuery$data = {
  readonly node: {
    readonly downloadUrl?: string | null | undefined;
    readonly status?: SecurityCaseAttachmentStatus | null | undefined;
  } | null | undefined;
};
export type attachmentItemDownloadQuery = {
  response: attachmentItemDownloadQuery$data;
  variables: attachmentItemDownloadQuery$variables;
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
  "kind": "InlineFragment",
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
      "name": "downloadUrl",
      "storageKey": null
    }
  ],
  "type": "SecurityCaseAttachment",
  "abstractKey": null
};
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "attachmentItemDownloadQuery",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": null,
        "kind": "LinkedField",
        "name": "node",
        "plural": false,
        "selections": [
          (v2/*:: as any*/)
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
    "name": "attachmentItemDownloadQuery",
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
    "cacheID": "6604205f984404679b92cc9311406b6e",
    "id": "e9d39ebf8a3cf216d14895c77370b7763ef6b91fd0d5ec6cbcf62bed58bad809",
    "metadata": {},
    "name": "attachmentItemDownloadQuery",
    "operationKind": "query",
    "text": "query attachmentItemDownloadQuery(\n  $id: ID!\n) {\n  node(id: $id) {\n    __typename\n    ... on SecurityCaseAttachment {\n      status\n      downloadUrl\n    }\n    id\n  }\n}\n"
  }
};
})();

(node as any).hash = "19130936ac782d141c4d04557ff5f92f";

export default node;
