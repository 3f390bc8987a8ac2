/**
 * @generated SignedSource<<eeef0376247ad308bb3adeb94d92db3e>>
 * @relayHash 3cbbb8840d803db67d93ef3484ad6d0d
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID f5905c515f21f866d13b0c8c9f6ac73d0e6615637bb884a68c139fee84eef6ed

import type { ConcreteRequest } from 'relay-runtime';
export type MailboxExportJobStatus = "CANCELLED" | "COMPLETED" | "FAILED" | "RUNNING" | "UNRECOGNIZED";
export type MailboxExportJobFilter = {
  entityIds?: ReadonlyArray<string> | null | undefined;
  not?: MailboxExportJobExclusion | null | undefined;
  ownerEmail?: string | null | undefined;
  startedAt?: DateTimeFilter | null | undefined;
  statuses?: ReadonlyArray<MailboxExportJobStatus> | null | undefined;
};
export type MailboxExportJobExclusion = {
  entityIds?: ReadonlyArray<string> | null | undefined;
  startedAt?: DateTimeFilter | null | undefined;
  statuses?: ReadonlyArray<MailboxExportJobStatus> | null | undefined;
};
export type DateTimeFilter = {
  eq?: string | null | undefined;
  gt?: string | null | undefined;
  gte?: string | null | undefined;
  lt?: string | null | undefined;
  lte?: string | null | undefined;
};
export type exportsPageCountQuery$variables = {
  filter?: MailboxExportJobFilter | null | undefined;
  targets?: ReadonlyArray<string> | null | undefined;
};
export type exportsPageCountQuery$data = {
  readonly mailboxExportJobs: {
    readonly totalCount: {
      readonly exact: boolean;
      readonly value: number;
    } | null | undefined;
  } | null | undefined;
};
export type exportsPageCountQuery = {
  response: exportsPageCountQuery$data;
  variables: exportsPageCountQuery$variables;
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
    "concreteType": "MailboxExportJobConnection",
    "kind": "LinkedField",
    "name": "mailboxExportJobs",
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
    "name": "exportsPageCountQuery",
    "selections": (v1/*:: as any*/),
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "exportsPageCountQuery",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "cacheID": "3cbbb8840d803db67d93ef3484ad6d0d",
    "id": "f5905c515f21f866d13b0c8c9f6ac73d0e6615637bb884a68c139fee84eef6ed",
    "metadata": {},
    "name": "exportsPageCountQuery",
    "operationKind": "query",
    "text": "query exportsPageCountQuery(\n  $filter: MailboxExportJobFilter\n  $targets: [String!]\n) {\n  mailboxExportJobs(first: 1, filter: $filter, targets: $targets) {\n    totalCount {\n      value\n      exact\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "72ae7bfd9328254f3a92f7a5df60fd6a";

export default node;
