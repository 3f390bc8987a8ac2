/**
 * @generated SignedSource<<434df74af0a01f7b7967151c2d3da4c6>>
 * @relayHash cd6fb11bd9c7a93c1dac8fff7c734dca
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID 5bab90b8a87c9cda71cadc44e6fc81e68c06d089e0fc52cbcc2b2d412f28fc4d

import type { ConcreteRequest } from 'relay-runtime';
export type ClassificationJobStatus = "CANCELLED" | "COMPLETE" | "IDLE" | "PAUSED" | "RUNNING" | "UNRECOGNIZED" | "USER_PAUSED";
export type ClassificationJobType = "ONE_TIME" | "SCHEDULED" | "UNRECOGNIZED";
export type ClassificationJobFilter = {
  accountIds?: ReadonlyArray<string> | null | undefined;
  createdAt?: DateTimeFilter | null | undefined;
  jobTypes?: ReadonlyArray<ClassificationJobType> | null | undefined;
  name?: StringFilter | null | undefined;
  not?: ClassificationJobExclusion | null | undefined;
  statuses?: ReadonlyArray<ClassificationJobStatus> | null | undefined;
};
export type DateTimeFilter = {
  eq?: string | null | undefined;
  gt?: string | null | undefined;
  gte?: string | null | undefined;
  lt?: string | null | undefined;
  lte?: string | null | undefined;
};
export type StringFilter = {
  contains?: string | null | undefined;
  eq?: string | null | undefined;
  ignoreCase?: boolean | null | undefined;
  startsWith?: string | null | undefined;
};
export type ClassificationJobExclusion = {
  accountIds?: ReadonlyArray<string> | null | undefined;
  createdAt?: DateTimeFilter | null | undefined;
  jobTypes?: ReadonlyArray<ClassificationJobType> | null | undefined;
  name?: StringFilter | null | undefined;
  statuses?: ReadonlyArray<ClassificationJobStatus> | null | undefined;
};
export type jobsPageCountQuery$variables = {
  filter?: ClassificationJobFilter | null | undefined;
  targets?: ReadonlyArray<string> | null | undefined;
};
export type jobsPageCountQuery$data = {
  readonly classificationJobs: {
    readonly totalCount: {
      readonly exact: boolean;
      readonly value: number;
    } | null | undefined;
  } | null | undefined;
};
export type jobsPageCountQuery = {
  response: jobsPageCountQuery$data;
  variables: jobsPageCountQuery$variables;
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
    "concreteType": "ClassificationJobConnection",
    "kind": "LinkedField",
    "name": "classificationJobs",
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
    "name": "jobsPageCountQuery",
    "selections": (v1/*:: as any*/),
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "jobsPageCountQuery",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "cacheID": "cd6fb11bd9c7a93c1dac8fff7c734dca",
    "id": "5bab90b8a87c9cda71cadc44e6fc81e68c06d089e0fc52cbcc2b2d412f28fc4d",
    "metadata": {},
    "name": "jobsPageCountQuery",
    "operationKind": "query",
    "text": "query jobsPageCountQuery(\n  $filter: ClassificationJobFilter\n  $targets: [String!]\n) {\n  classificationJobs(first: 1, filter: $filter, targets: $targets) {\n    totalCount {\n      value\n      exact\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "cfd4b5d0e50c9d89fab98a7621516b2e";

export default node;
