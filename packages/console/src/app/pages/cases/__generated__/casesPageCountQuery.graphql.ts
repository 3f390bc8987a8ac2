/**
 * @generated SignedSource<<3326c7cf8dc600ffd861e45d946604bb>>
 * @relayHash 13791f4920220846c66537548cb4f450
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID 5e8996b555ff33ed4c26adcc97bc556c0026e67644f00df69277b3d418893d3e

import type { ConcreteRequest } from 'relay-runtime';
export type SecurityCaseEngagementType = "INVESTIGATION" | "SECURITY_INCIDENT" | "UNRECOGNIZED";
export type SecurityCasePendingAction = "CUSTOMER" | "NONE" | "UNRECOGNIZED";
export type SecurityCaseResolverType = "AWS" | "SELF" | "UNRECOGNIZED";
export type SecurityCaseStatus = "ACKNOWLEDGED" | "CLOSED" | "CONTAINMENT_ERADICATION_AND_RECOVERY" | "DETECTION_AND_ANALYSIS" | "POST_INCIDENT_ACTIVITIES" | "READY_TO_CLOSE" | "SUBMITTED" | "UNRECOGNIZED";
export type SecurityCaseFilter = {
  accountIds?: ReadonlyArray<string> | null | undefined;
  createdAt?: DateTimeFilter | null | undefined;
  engagementTypes?: ReadonlyArray<SecurityCaseEngagementType> | null | undefined;
  not?: SecurityCaseExclusion | null | undefined;
  pendingActions?: ReadonlyArray<SecurityCasePendingAction> | null | undefined;
  resolverTypes?: ReadonlyArray<SecurityCaseResolverType> | null | undefined;
  statuses?: ReadonlyArray<SecurityCaseStatus> | null | undefined;
  title?: StringFilter | null | undefined;
  updatedAt?: DateTimeFilter | null | undefined;
};
export type DateTimeFilter = {
  eq?: string | null | undefined;
  gt?: string | null | undefined;
  gte?: string | null | undefined;
  lt?: string | null | undefined;
  lte?: string | null | undefined;
};
export type SecurityCaseExclusion = {
  accountIds?: ReadonlyArray<string> | null | undefined;
  createdAt?: DateTimeFilter | null | undefined;
  engagementTypes?: ReadonlyArray<SecurityCaseEngagementType> | null | undefined;
  pendingActions?: ReadonlyArray<SecurityCasePendingAction> | null | undefined;
  resolverTypes?: ReadonlyArray<SecurityCaseResolverType> | null | undefined;
  statuses?: ReadonlyArray<SecurityCaseStatus> | null | undefined;
  title?: StringFilter | null | undefined;
  updatedAt?: DateTimeFilter | null | undefined;
};
export type StringFilter = {
  contains?: string | null | undefined;
  eq?: string | null | undefined;
  ignoreCase?: boolean | null | undefined;
  startsWith?: string | null | undefined;
};
export type casesPageCountQuery$variables = {
  filter?: SecurityCaseFilter | null | undefined;
  targets?: ReadonlyArray<string> | null | undefined;
};
export type casesPageCountQuery$data = {
  readonly securityCases: {
    readonly totalCount: {
      readonly exact: boolean;
      readonly value: number;
    } | null | undefined;
  } | null | undefined;
};
export type casesPageCountQuery = {
  response: casesPageCountQuery$data;
  variables: casesPageCountQuery$variables;
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
    "concreteType": "SecurityCaseConnection",
    "kind": "LinkedField",
    "name": "securityCases",
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
    "name": "casesPageCountQuery",
    "selections": (v1/*:: as any*/),
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "casesPageCountQuery",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "cacheID": "13791f4920220846c66537548cb4f450",
    "id": "5e8996b555ff33ed4c26adcc97bc556c0026e67644f00df69277b3d418893d3e",
    "metadata": {},
    "name": "casesPageCountQuery",
    "operationKind": "query",
    "text": "query casesPageCountQuery(\n  $filter: SecurityCaseFilter\n  $targets: [String!]\n) {\n  securityCases(first: 1, filter: $filter, targets: $targets) {\n    totalCount {\n      value\n      exact\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "24f2b38f974d69d05c0e5c8563bb0762";

export default node;
