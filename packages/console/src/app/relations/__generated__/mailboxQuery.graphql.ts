/**
 * @generated SignedSource<<302e4c2e57e0f63515fd5e9de6896859>>
 * @relayHash 93ad0d824981ba766750ce3cadc10426
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID 9d61ee1e61448001819d019da7a8a1b63bdc33a0bdbb2e0c3ab6cb37e0678f2b

import type { ConcreteRequest } from 'relay-runtime';
export type WorkMailUserRole = "REMOTE_USER" | "RESOURCE" | "SYSTEM_USER" | "UNRECOGNIZED" | "USER";
export type mailboxQuery$variables = {
  id: string;
};
export type mailboxQuery$data = {
  readonly node: {
    readonly organization?: {
      readonly alias: string | null | undefined;
      readonly awsStatus: string | null | undefined;
      readonly defaultMailDomain: string | null | undefined;
      readonly errorMessage: string | null | undefined;
    } | null | undefined;
    readonly owner?: {
      readonly awsUserRole: string | null | undefined;
      readonly department: string | null | undefined;
      readonly disabledAt: string | null | undefined;
      readonly displayName: string | null | undefined;
      readonly email: string | null | undefined;
      readonly jobTitle: string | null | undefined;
      readonly mailboxDeprovisionedAt: string | null | undefined;
      readonly name: string | null | undefined;
      readonly statusLabel: string | null | undefined;
      readonly userRole: WorkMailUserRole | null | undefined;
    } | null | undefined;
  } | null | undefined;
};
export type mailboxQuery = {
  response: mailboxQuery$data;
  variables: mailboxQuery$variables;
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
  "name": "displayName",
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
  "name": "email",
  "storageKey": null
},
v5 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "statusLabel",
  "storageKey": null
},
v6 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "userRole",
  "storageKey": null
},
v7 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "awsUserRole",
  "storageKey": null
},
v8 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "department",
  "storageKey": null
},
v9 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "jobTitle",
  "storageKey": null
},
v10 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "disabledAt",
  "storageKey": null
},
v11 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "mailboxDeprovisionedAt",
  "storageKey": null
},
v12 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "alias",
  "storageKey": null
},
v13 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "defaultMailDomain",
  "storageKey": null
},
v14 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "awsStatus",
  "storageKey": null
},
v15 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "errorMessage",
  "storageKey": null
},
v16 = {
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
    "name": "mailboxQuery",
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
            "kind": "InlineFragment",
            "selections": [
              {
                "alias": null,
                "args": null,
                "concreteType": "WorkMailUser",
                "kind": "LinkedField",
                "name": "owner",
                "plural": false,
                "selections": [
                  (v2/*:: as any*/),
                  (v3/*:: as any*/),
                  (v4/*:: as any*/),
                  (v5/*:: as any*/),
                  (v6/*:: as any*/),
                  (v7/*:: as any*/),
                  (v8/*:: as any*/),
                  (v9/*:: as any*/),
                  (v10/*:: as any*/),
                  (v11/*:: as any*/)
                ],
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "concreteType": "WorkMailOrganization",
                "kind": "LinkedField",
                "name": "organization",
                "plural": false,
                "selections": [
                  (v12/*:: as any*/),
                  (v13/*:: as any*/),
                  (v14/*:: as any*/),
                  (v15/*:: as any*/)
                ],
                "storageKey": null
              }
            ],
            "type": "MailboxExportJob",
            "abstractKey": null
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
    "name": "mailboxQuery",
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
          {
            "kind": "InlineFragment",
            "selections": [
              {
                "alias": null,
                "args": null,
                "concreteType": "WorkMailUser",
                "kind": "LinkedField",
                "name": "owner",
                "plural": false,
                "selections": [
                  (v2/*:: as any*/),
                  (v3/*:: as any*/),
                  (v4/*:: as any*/),
                  (v5/*:: as any*/),
                  (v6/*:: as any*/),
                  (v7/*:: as any*/),
                  (v8/*:: as any*/),
                  (v9/*:: as any*/),
                  (v10/*:: as any*/),
                  (v11/*:: as any*/),
                  (v16/*:: as any*/)
                ],
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "concreteType": "WorkMailOrganization",
                "kind": "LinkedField",
                "name": "organization",
                "plural": false,
                "selections": [
                  (v12/*:: as any*/),
                  (v13/*:: as any*/),
                  (v14/*:: as any*/),
                  (v15/*:: as any*/),
                  (v16/*:: as any*/)
                ],
                "storageKey": null
              }
            ],
            "type": "MailboxExportJob",
            "abstractKey": null
          },
          (v16/*:: as any*/)
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "cacheID": "93ad0d824981ba766750ce3cadc10426",
    "id": "9d61ee1e61448001819d019da7a8a1b63bdc33a0bdbb2e0c3ab6cb37e0678f2b",
    "metadata": {},
    "name": "mailboxQuery",
    "operationKind": "query",
    "text": "query mailboxQuery(\n  $id: ID!\n) {\n  node(id: $id) {\n    __typename\n    ... on MailboxExportJob {\n      owner {\n        displayName\n        name\n        email\n        statusLabel\n        userRole\n        awsUserRole\n        department\n        jobTitle\n        disabledAt\n        mailboxDeprovisionedAt\n        id\n      }\n      organization {\n        alias\n        defaultMailDomain\n        awsStatus\n        errorMessage\n        id\n      }\n    }\n    id\n  }\n}\n"
  }
};
})();

(node as any).hash = "5025dbb1252aaa5c64a5f52ab62fc01c";

export default node;
