/**
 * @generated SignedSource<<6dec065bf07b55c1f4799f55afb2e9c6>>
 * @relayHash 4285a7e4bad5e451813f59203cb822eb
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID 4c0391663de81f609fb38898f6604299933e2e75b901b9af6a9cf30efbfc8bb0

import type { ConcreteRequest } from 'relay-runtime';
export type MacieMemberStatus = "ACCOUNT_SUSPENDED" | "CREATED" | "EMAIL_VERIFICATION_FAILED" | "EMAIL_VERIFICATION_IN_PROGRESS" | "ENABLED" | "INVITED" | "PAUSED" | "REGION_DISABLED" | "REMOVED" | "RESIGNED" | "UNRECOGNIZED";
export type MacieMemberFilter = {
  accountIds?: ReadonlyArray<string> | null | undefined;
  email?: StringFilter | null | undefined;
  not?: MacieMemberExclusion | null | undefined;
  onlyAssociated?: boolean | null | undefined;
  statuses?: ReadonlyArray<MacieMemberStatus> | null | undefined;
};
export type StringFilter = {
  contains?: string | null | undefined;
  eq?: string | null | undefined;
  ignoreCase?: boolean | null | undefined;
  startsWith?: string | null | undefined;
};
export type MacieMemberExclusion = {
  accountIds?: ReadonlyArray<string> | null | undefined;
  email?: StringFilter | null | undefined;
  statuses?: ReadonlyArray<MacieMemberStatus> | null | undefined;
};
export type membersPageCountQuery$variables = {
  filter?: MacieMemberFilter | null | undefined;
  targets?: ReadonlyArray<string> | null | undefined;
};
export type membersPageCountQuery$data = {
  readonly macieMembers: {
    readonly totalCount: {
      readonly exact: boolean;
      readonly value: number;
    } | null | undefined;
  } | null | undefined;
};
export type membersPageCountQuery = {
  response: membersPageCountQuery$data;
  variables: membersPageCountQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "filter"
  },
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "targets"
  }
],
v1 = [
  {
    "alias": null,
    "args": [
      {
        "kind": "Variable",
        "name": "filter",
        "variableName": "filter"
      },
      {
        "kind": "Literal",
        "name": "first",
        "value": 1
      },
      {
        "kind": "Variable",
        "name": "targets",
        "variableName": "targets"
      }
    ],
    "concreteType": "MacieMemberConnection",
    "kind": "LinkedField",
    "name": "macieMembers",
    "plural": false,
    "selections": [
      {
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
      }
    ],
    "storageKey": null
  }
];
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "membersPageCountQuery",
    "selections": (v1/*:: as any*/),
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "membersPageCountQuery",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "cacheID": "4285a7e4bad5e451813f59203cb822eb",
    "id": "4c0391663de81f609fb38898f6604299933e2e75b901b9af6a9cf30efbfc8bb0",
    "metadata": {},
    "name": "membersPageCountQuery",
    "operationKind": "query",
    "text": "query membersPageCountQuery(\n  $filter: MacieMemberFilter\n  $targets: [String!]\n) {\n  macieMembers(first: 1, filter: $filter, targets: $targets) {\n    totalCount {\n      value\n      exact\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "d6ea862768537ed2f73f5e80a2138ed8";

export default node;
