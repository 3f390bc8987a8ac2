/**
 * @generated SignedSource<<0a37a833e4d265119b83de5a3d864f7b>>
 * @relayHash fbdc8b9a958b32e0ce1cb33117425ee1
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID 8cd3052e72c6a892b3765c48ca2ade27fe5a24e20533aef4c485835a4f83661d

import type { ConcreteRequest } from 'relay-runtime';
export type SecurityCaseEngagementType = "INVESTIGATION" | "SECURITY_INCIDENT" | "UNRECOGNIZED";
export type caseEditFormQuery$variables = {
  id: string;
};
export type caseEditFormQuery$data = {
  readonly node: {
    readonly securityCase: {
      readonly actualIncidentStartedAt: string | null | undefined;
      readonly caseId: string;
      readonly description: string | null | undefined;
      readonly engagementType: SecurityCaseEngagementType | null | undefined;
      readonly impactedAccounts: ReadonlyArray<string> | null | undefined;
      readonly impactedAwsRegions: ReadonlyArray<string> | null | undefined;
      readonly impactedServices: ReadonlyArray<string> | null | undefined;
      readonly reportedIncidentStartedAt: string | null | undefined;
      readonly threatActorIpAddresses: ReadonlyArray<{
        readonly ipAddress: string | null | undefined;
        readonly userAgent: string | null | undefined;
      }> | null | undefined;
      readonly title: string | null | undefined;
      readonly watchers: ReadonlyArray<{
        readonly email: string | null | undefined;
        readonly jobTitle: string | null | undefined;
        readonly name: string | null | undefined;
      }> | null | undefined;
    } | null | undefined;
  } | null | undefined;
};
export type caseEditFormQuery = {
  response: caseEditFormQuery$data;
  variables: caseEditFormQuery$variables;
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
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "description",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "engagementType",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "reportedIncidentStartedAt",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "actualIncidentStartedAt",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "impactedAccounts",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "impactedServices",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "impactedAwsRegions",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "SecurityCaseWatcher",
      "kind": "LinkedField",
      "name": "watchers",
      "plural": true,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "email",
          "storageKey": null
        },
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
          "name": "jobTitle",
          "storageKey": null
        }
      ],
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "SecurityCaseThreatActorIp",
      "kind": "LinkedField",
      "name": "threatActorIpAddresses",
      "plural": true,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "ipAddress",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "userAgent",
          "storageKey": null
        }
      ],
      "storageKey": null
    }
  ],
  "type": "SecurityCase",
  "abstractKey": null
};
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "caseEditFormQuery",
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
            "fragment": (v2/*:: as any*/),
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
    "name": "caseEditFormQuery",
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
    "cacheID": "fbdc8b9a958b32e0ce1cb33117425ee1",
    "id": "8cd3052e72c6a892b3765c48ca2ade27fe5a24e20533aef4c485835a4f83661d",
    "metadata": {},
    "name": "caseEditFormQuery",
    "operationKind": "query",
    "text": "query caseEditFormQuery(\n  $id: ID!\n) {\n  node(id: $id) {\n    __typename\n    ... on SecurityCase {\n      caseId\n      title\n      description\n      engagementType\n      reportedIncidentStartedAt\n      actualIncidentStartedAt\n      impactedAccounts\n      impactedServices\n      impactedAwsRegions\n      watchers {\n        email\n        name\n        jobTitle\n      }\n      threatActorIpAddresses {\n        ipAddress\n        userAgent\n      }\n    }\n    id\n  }\n}\n"
  }
};
})();

(node as any).hash = "aacee0eddbbc515a75000caf8b810771";

export default node;
