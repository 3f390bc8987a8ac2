/**
 * @generated SignedSource<<09483e77f55c651353328ada64cb0a22>>
 * @relayHash 0de3a8524402a2999769e827e63087a0
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID 12127105dbc5e5b20d0def5fa06dff4fa407b7d2aba3f70e009535fb6725e588

import type { ConcreteRequest } from 'relay-runtime';
export type ClassificationJobStatus = "CANCELLED" | "COMPLETE" | "IDLE" | "PAUSED" | "RUNNING" | "UNRECOGNIZED" | "USER_PAUSED";
export type MacieMemberStatus = "ACCOUNT_SUSPENDED" | "CREATED" | "EMAIL_VERIFICATION_FAILED" | "EMAIL_VERIFICATION_IN_PROGRESS" | "ENABLED" | "INVITED" | "PAUSED" | "REGION_DISABLED" | "REMOVED" | "RESIGNED" | "UNRECOGNIZED";
export type MailboxExportJobStatus = "CANCELLED" | "COMPLETED" | "FAILED" | "RUNNING" | "UNRECOGNIZED";
export type SecurityCaseStatus = "ACKNOWLEDGED" | "CLOSED" | "CONTAINMENT_ERADICATION_AND_RECOVERY" | "DETECTION_AND_ANALYSIS" | "POST_INCIDENT_ACTIVITIES" | "READY_TO_CLOSE" | "SUBMITTED" | "UNRECOGNIZED";
export type SourceStatus = "ACCESS_DENIED" | "FAILED_EARLIER" | "NOT_ENABLED" | "OK" | "SCAN_LIMIT_REACHED" | "THROTTLED" | "TIMED_OUT" | "UNAVAILABLE" | "UNREADABLE_ROWS";
export type useStatisticsQuery$variables = Record<PropertyKey, never>;
export type useStatisticsQuery$data = {
  readonly statistics: {
    readonly classificationJobs: {
      readonly asOf: string | null | undefined;
      readonly byStatus: ReadonlyArray<{
        readonly count: number;
        readonly status: ClassificationJobStatus;
      }>;
      readonly completeness: {
        readonly sources: ReadonlyArray<{
          readonly status: SourceStatus;
          readonly target: {
            readonly name: string;
          };
        }>;
      };
      readonly exact: boolean;
    } | null | undefined;
    readonly macieMembers: {
      readonly asOf: string | null | undefined;
      readonly byStatus: ReadonlyArray<{
        readonly count: number;
        readonly status: MacieMemberStatus;
      }>;
      readonly completeness: {
        readonly sources: ReadonlyArray<{
          readonly status: SourceStatus;
          readonly target: {
            readonly name: string;
          };
        }>;
      };
      readonly exact: boolean;
    } | null | undefined;
    readonly mailboxExportJobs: {
      readonly asOf: string | null | undefined;
      readonly byStatus: ReadonlyArray<{
        readonly count: number;
        readonly status: MailboxExportJobStatus;
      }>;
      readonly completeness: {
        readonly sources: ReadonlyArray<{
          readonly status: SourceStatus;
          readonly target: {
            readonly name: string;
          };
        }>;
      };
      readonly exact: boolean;
    } | null | undefined;
    readonly securityCases: {
      readonly asOf: string | null | undefined;
      readonly byStatus: ReadonlyArray<{
        readonly count: number;
        readonly status: SecurityCaseStatus;
      }>;
      readonly completeness: {
        readonly sources: ReadonlyArray<{
          readonly status: SourceStatus;
          readonly target: {
            readonly name: string;
          };
        }>;
      };
      readonly exact: boolean;
    } | null | undefined;
  } | null | undefined;
};
export type useStatisticsQuery = {
  response: useStatisticsQuery$data;
  variables: useStatisticsQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "exact",
  "storageKey": null
},
v1 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "asOf",
  "storageKey": null
},
v2 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "status",
  "storageKey": null
},
v3 = [
  (v2/*:: as any*/),
  {
    "alias": null,
    "args": null,
    "kind": "ScalarField",
    "name": "count",
    "storageKey": null
  }
],
v4 = {
  "alias": null,
  "args": null,
  "concreteType": "SecurityCaseStatusCount",
  "kind": "LinkedField",
  "name": "byStatus",
  "plural": true,
  "selections": (v3/*:: as any*/),
  "storageKey": null
},
v5 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "name",
  "storageKey": null
},
v6 = {
  "alias": null,
  "args": null,
  "concreteType": "Completeness",
  "kind": "LinkedField",
  "name": "completeness",
  "plural": false,
  "selections": [
    {
      "alias": null,
      "args": null,
      "concreteType": "CompletenessSource",
      "kind": "LinkedField",
      "name": "sources",
      "plural": true,
      "selections": [
        (v2/*:: as any*/),
        {
          "alias": null,
          "args": null,
          "concreteType": "Target",
          "kind": "LinkedField",
          "name": "target",
          "plural": false,
          "selections": [
            (v5/*:: as any*/)
          ],
          "storageKey": null
        }
      ],
      "storageKey": null
    }
  ],
  "storageKey": null
},
v7 = {
  "alias": null,
  "args": null,
  "concreteType": "ClassificationJobStatusCount",
  "kind": "LinkedField",
  "name": "byStatus",
  "plural": true,
  "selections": (v3/*:: as any*/),
  "storageKey": null
},
v8 = {
  "alias": null,
  "args": null,
  "concreteType": "MailboxExportJobStatusCount",
  "kind": "LinkedField",
  "name": "byStatus",
  "plural": true,
  "selections": (v3/*:: as any*/),
  "storageKey": null
},
v9 = {
  "alias": null,
  "args": null,
  "concreteType": "MacieMemberStatusCount",
  "kind": "LinkedField",
  "name": "byStatus",
  "plural": true,
  "selections": (v3/*:: as any*/),
  "storageKey": null
},
v10 = {
  "alias": null,
  "args": null,
  "concreteType": "Completeness",
  "kind": "LinkedField",
  "name": "completeness",
  "plural": false,
  "selections": [
    {
      "alias": null,
      "args": null,
      "concreteType": "CompletenessSource",
      "kind": "LinkedField",
      "name": "sources",
      "plural": true,
      "selections": [
        (v2/*:: as any*/),
        {
          "alias": null,
          "args": null,
          "concreteType": "Target",
          "kind": "LinkedField",
          "name": "target",
          "plural": false,
          "selections": [
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
      ],
      "storageKey": null
    }
  ],
  "storageKey": null
};
return {
  "fragment": {
    "argumentDefinitions": [],
    "kind": "Fragment",
    "metadata": null,
    "name": "useStatisticsQuery",
    "selections": [
      {
        "alias": null,
        "args": null,
        "concreteType": "Statistics",
        "kind": "LinkedField",
        "name": "statistics",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "concreteType": "SecurityCaseTotals",
            "kind": "LinkedField",
            "name": "securityCases",
            "plural": false,
            "selections": [
              (v0/*:: as any*/),
              (v1/*:: as any*/),
              (v4/*:: as any*/),
              (v6/*:: as any*/)
            ],
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "concreteType": "ClassificationJobTotals",
            "kind": "LinkedField",
            "name": "classificationJobs",
            "plural": false,
            "selections": [
              (v0/*:: as any*/),
              (v1/*:: as any*/),
              (v7/*:: as any*/),
              (v6/*:: as any*/)
            ],
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "concreteType": "MailboxExportJobTotals",
            "kind": "LinkedField",
            "name": "mailboxExportJobs",
            "plural": false,
            "selections": [
              (v0/*:: as any*/),
              (v1/*:: as any*/),
              (v8/*:: as any*/),
              (v6/*:: as any*/)
            ],
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "concreteType": "MacieMemberTotals",
            "kind": "LinkedField",
            "name": "macieMembers",
            "plural": false,
            "selections": [
              (v0/*:: as any*/),
              (v1/*:: as any*/),
              (v9/*:: as any*/),
              (v6/*:: as any*/)
            ],
            "storageKey": null
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
    "argumentDefinitions": [],
    "kind": "Operation",
    "name": "useStatisticsQuery",
    "selections": [
      {
        "alias": null,
        "args": null,
        "concreteType": "Statistics",
        "kind": "LinkedField",
        "name": "statistics",
        "plural": false,
        "selections": [
          {
            "alias": null,
            "args": null,
            "concreteType": "SecurityCaseTotals",
            "kind": "LinkedField",
            "name": "securityCases",
            "plural": false,
            "selections": [
              (v0/*:: as any*/),
              (v1/*:: as any*/),
              (v4/*:: as any*/),
              (v10/*:: as any*/)
            ],
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "concreteType": "ClassificationJobTotals",
            "kind": "LinkedField",
            "name": "classificationJobs",
            "plural": false,
            "selections": [
              (v0/*:: as any*/),
              (v1/*:: as any*/),
              (v7/*:: as any*/),
              (v10/*:: as any*/)
            ],
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "concreteType": "MailboxExportJobTotals",
            "kind": "LinkedField",
            "name": "mailboxExportJobs",
            "plural": false,
            "selections": [
              (v0/*:: as any*/),
              (v1/*:: as any*/),
              (v8/*:: as any*/),
              (v10/*:: as any*/)
            ],
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "concreteType": "MacieMemberTotals",
            "kind": "LinkedField",
            "name": "macieMembers",
            "plural": false,
            "selections": [
              (v0/*:: as any*/),
              (v1/*:: as any*/),
              (v9/*:: as any*/),
              (v10/*:: as any*/)
            ],
            "storageKey": null
          }
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "cacheID": "0de3a8524402a2999769e827e63087a0",
    "id": "12127105dbc5e5b20d0def5fa06dff4fa407b7d2aba3f70e009535fb6725e588",
    "metadata": {},
    "name": "useStatisticsQuery",
    "operationKind": "query",
    "text": "query useStatisticsQuery {\n  statistics {\n    securityCases {\n      exact\n      asOf\n      byStatus {\n        status\n        count\n      }\n      completeness {\n        sources {\n          status\n          target {\n            name\n            id\n          }\n        }\n      }\n    }\n    classificationJobs {\n      exact\n      asOf\n      byStatus {\n        status\n        count\n      }\n      completeness {\n        sources {\n          status\n          target {\n            name\n            id\n          }\n        }\n      }\n    }\n    mailboxExportJobs {\n      exact\n      asOf\n      byStatus {\n        status\n        count\n      }\n      completeness {\n        sources {\n          status\n          target {\n            name\n            id\n          }\n        }\n      }\n    }\n    macieMembers {\n      exact\n      asOf\n      byStatus {\n        status\n        count\n      }\n      completeness {\n        sources {\n          status\n          target {\n            name\n            id\n          }\n        }\n      }\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "d9027b95cbe58549b684e7082323a5c7";

export default node;
