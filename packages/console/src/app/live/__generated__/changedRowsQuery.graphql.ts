/**
 * @generated SignedSource<<8d5b6acd2cb2a0f349a880c5ef6e631b>>
 * @relayHash 730c5731faf6093d124b9fa467519a3a
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID 62399d98edef58b3dbfbe02744db0f8da32e679543c74243f9f0a0e31e955fa3

import type { ConcreteRequest } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type ClassificationJobLastRunErrorStatusCode = "ERROR" | "NONE" | "UNRECOGNIZED";
export type ClassificationJobStatus = "CANCELLED" | "COMPLETE" | "IDLE" | "PAUSED" | "RUNNING" | "UNRECOGNIZED" | "USER_PAUSED";
export type ClassificationJobType = "ONE_TIME" | "SCHEDULED" | "UNRECOGNIZED";
export type MacieMemberStatus = "ACCOUNT_SUSPENDED" | "CREATED" | "EMAIL_VERIFICATION_FAILED" | "EMAIL_VERIFICATION_IN_PROGRESS" | "ENABLED" | "INVITED" | "PAUSED" | "REGION_DISABLED" | "REMOVED" | "RESIGNED" | "UNRECOGNIZED";
export type MailboxExportJobStatus = "CANCELLED" | "COMPLETED" | "FAILED" | "RUNNING" | "UNRECOGNIZED";
export type SecurityCaseEngagementType = "INVESTIGATION" | "SECURITY_INCIDENT" | "UNRECOGNIZED";
export type SecurityCasePendingAction = "CUSTOMER" | "NONE" | "UNRECOGNIZED";
export type SecurityCaseResolverType = "AWS" | "SELF" | "UNRECOGNIZED";
export type SecurityCaseStatus = "ACKNOWLEDGED" | "CLOSED" | "CONTAINMENT_ERADICATION_AND_RECOVERY" | "DETECTION_AND_ANALYSIS" | "POST_INCIDENT_ACTIVITIES" | "READY_TO_CLOSE" | "SUBMITTED" | "UNRECOGNIZED";
export type changedRowsQuery$variables = {
  ids: ReadonlyArray<string>;
};
export type changedRowsQuery$data = {
  readonly nodes: ReadonlyArray<{
    readonly accountId?: string;
    readonly administratorAccountId?: string | null | undefined;
    readonly awsStatus?: string | null | undefined;
    readonly bulk: {
      readonly " $fragmentSpreads": FragmentRefs<"bulkResource_resource">;
    } | null | undefined;
    readonly caseId?: string;
    readonly caseStatus?: SecurityCaseStatus;
    readonly consoleUrl?: string | null | undefined;
    readonly createdAt?: string | null | undefined;
    readonly description?: string | null | undefined;
    readonly email?: string | null | undefined;
    readonly endedAt?: string | null | undefined;
    readonly engagementType?: SecurityCaseEngagementType | null | undefined;
    readonly entityId?: string | null | undefined;
    readonly estimatedProgress?: number | null | undefined;
    readonly expiresAt?: string | null | undefined;
    readonly exportId?: string;
    readonly exportStatus?: MailboxExportJobStatus;
    readonly id: string;
    readonly invitedAt?: string | null | undefined;
    readonly jobId?: string;
    readonly jobStatus?: ClassificationJobStatus;
    readonly jobType?: ClassificationJobType | null | undefined;
    readonly lastRunErrorStatus?: {
      readonly code: ClassificationJobLastRunErrorStatusCode | null | undefined;
    } | null | undefined;
    readonly memberStatus?: MacieMemberStatus;
    readonly name?: string | null | undefined;
    readonly organizationId?: string;
    readonly pendingAction?: SecurityCasePendingAction | null | undefined;
    readonly resolverType?: SecurityCaseResolverType | null | undefined;
    readonly s3BucketName?: string | null | undefined;
    readonly startedAt?: string | null | undefined;
    readonly statusLabel?: string;
    readonly target?: {
      readonly name: string;
    };
    readonly title?: string | null | undefined;
    readonly updatedAt?: string | null | undefined;
  } | null | undefined> | null | undefined;
};
export type changedRowsQuery = {
  response: changedRowsQuery$data;
  variables: changedRowsQuery$variables;
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
},
v3 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "jobId",
  "storageKey": null
},
v4 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "name",
  "storageKey": null
},
v5 = {
  "alias": "jobStatus",
  "args": null,
  "kind": "ScalarField",
  "name": "status",
  "storageKey": null
},
v6 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "statusLabel",
  "storageKey": null
},
v7 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "awsStatus",
  "storageKey": null
},
v8 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "jobType",
  "storageKey": null
},
v9 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "createdAt",
  "storageKey": null
},
v10 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "expiresAt",
  "storageKey": null
},
v11 = {
  "alias": null,
  "args": null,
  "concreteType": "ClassificationJobLastRunErrorStatus",
  "kind": "LinkedField",
  "name": "lastRunErrorStatus",
  "plural": false,
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "code",
      "storageKey": null
    }
  ],
  "storageKey": null
},
v12 = {
  "alias": null,
  "args": null,
  "concreteType": "Target",
  "kind": "LinkedField",
  "name": "target",
  "plural": false,
  "selections": [
    (v4/*:: as any*/)
  ],
  "storageKey": null
},
v13 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "consoleUrl",
  "storageKey": null
},
v14 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "accountId",
  "storageKey": null
},
v15 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "email",
  "storageKey": null
},
v16 = {
  "alias": "memberStatus",
  "args": null,
  "kind": "ScalarField",
  "name": "status",
  "storageKey": null
},
v17 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "invitedAt",
  "storageKey": null
},
v18 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "updatedAt",
  "storageKey": null
},
v19 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "administratorAccountId",
  "storageKey": null
},
v20 = {
  "alias": "exportId",
  "args": null,
  "kind": "ScalarField",
  "name": "jobId",
  "storageKey": null
},
v21 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "description",
  "storageKey": null
},
v22 = {
  "alias": "exportStatus",
  "args": null,
  "kind": "ScalarField",
  "name": "status",
  "storageKey": null
},
v23 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "estimatedProgress",
  "storageKey": null
},
v24 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "s3BucketName",
  "storageKey": null
},
v25 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "startedAt",
  "storageKey": null
},
v26 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "endedAt",
  "storageKey": null
},
v27 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "entityId",
  "storageKey": null
},
v28 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "organizationId",
  "storageKey": null
},
v29 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "caseId",
  "storageKey": null
},
v30 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "title",
  "storageKey": null
},
v31 = {
  "alias": "caseStatus",
  "args": null,
  "kind": "ScalarField",
  "name": "status",
  "storageKey": null
},
v32 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "pendingAction",
  "storageKey": null
},
v33 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "resolverType",
  "storageKey": null
},
v34 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "engagementType",
  "storageKey": null
},
v35 = {
  "alias": null,
  "args": null,
  "concreteType": "Target",
  "kind": "LinkedField",
  "name": "target",
  "plural": false,
  "selections": [
    (v4/*:: as any*/),
    (v2/*:: as any*/)
  ],
  "storageKey": null
};
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "changedRowsQuery",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": null,
        "kind": "LinkedField",
        "name": "nodes",
        "plural": true,
        "selections": [
          (v2/*:: as any*/),
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
            "name": "bulk"
          },
          {
            "kind": "InlineFragment",
            "selections": [
              (v3/*:: as any*/),
              (v4/*:: as any*/),
              (v5/*:: as any*/),
              (v6/*:: as any*/),
              (v7/*:: as any*/),
              (v8/*:: as any*/),
              (v9/*:: as any*/),
              (v10/*:: as any*/),
              (v11/*:: as any*/),
              (v12/*:: as any*/),
              (v13/*:: as any*/)
            ],
            "type": "ClassificationJob",
            "abstractKey": null
          },
          {
            "kind": "InlineFragment",
            "selections": [
              (v14/*:: as any*/),
              (v15/*:: as any*/),
              (v16/*:: as any*/),
              (v6/*:: as any*/),
              (v7/*:: as any*/),
              (v17/*:: as any*/),
              (v18/*:: as any*/),
              (v19/*:: as any*/),
              (v12/*:: as any*/),
              (v13/*:: as any*/)
            ],
            "type": "MacieMember",
            "abstractKey": null
          },
          {
            "kind": "InlineFragment",
            "selections": [
              (v20/*:: as any*/),
              (v21/*:: as any*/),
              (v22/*:: as any*/),
              (v6/*:: as any*/),
              (v7/*:: as any*/),
              (v23/*:: as any*/),
              (v24/*:: as any*/),
              (v25/*:: as any*/),
              (v26/*:: as any*/),
              (v27/*:: as any*/),
              (v28/*:: as any*/),
              (v12/*:: as any*/)
            ],
            "type": "MailboxExportJob",
            "abstractKey": null
          },
          {
            "kind": "InlineFragment",
            "selections": [
              (v29/*:: as any*/),
              (v30/*:: as any*/),
              (v31/*:: as any*/),
              (v6/*:: as any*/),
              (v7/*:: as any*/),
              (v32/*:: as any*/),
              (v33/*:: as any*/),
              (v34/*:: as any*/),
              (v9/*:: as any*/),
              (v18/*:: as any*/),
              (v12/*:: as any*/),
              (v13/*:: as any*/)
            ],
            "type": "SecurityCase",
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
    "name": "changedRowsQuery",
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
              (v6/*:: as any*/),
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "isTerminal",
                "storageKey": null
              },
              (v35/*:: as any*/),
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
                  (v5/*:: as any*/),
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
                  (v16/*:: as any*/),
                  (v14/*:: as any*/)
                ],
                "type": "MacieMember",
                "abstractKey": null
              },
              {
                "kind": "InlineFragment",
                "selections": [
                  (v22/*:: as any*/),
                  (v21/*:: as any*/),
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
                  (v31/*:: as any*/),
                  (v33/*:: as any*/),
                  (v30/*:: as any*/),
                  (v29/*:: as any*/)
                ],
                "type": "SecurityCase",
                "abstractKey": null
              }
            ],
            "type": "Resource",
            "abstractKey": "__isResource"
          },
          {
            "kind": "InlineFragment",
            "selections": [
              (v3/*:: as any*/),
              (v4/*:: as any*/),
              (v5/*:: as any*/),
              (v6/*:: as any*/),
              (v7/*:: as any*/),
              (v8/*:: as any*/),
              (v9/*:: as any*/),
              (v10/*:: as any*/),
              (v11/*:: as any*/),
              (v35/*:: as any*/),
              (v13/*:: as any*/)
            ],
            "type": "ClassificationJob",
            "abstractKey": null
          },
          {
            "kind": "InlineFragment",
            "selections": [
              (v14/*:: as any*/),
              (v15/*:: as any*/),
              (v16/*:: as any*/),
              (v6/*:: as any*/),
              (v7/*:: as any*/),
              (v17/*:: as any*/),
              (v18/*:: as any*/),
              (v19/*:: as any*/),
              (v35/*:: as any*/),
              (v13/*:: as any*/)
            ],
            "type": "MacieMember",
            "abstractKey": null
          },
          {
            "kind": "InlineFragment",
            "selections": [
              (v20/*:: as any*/),
              (v21/*:: as any*/),
              (v22/*:: as any*/),
              (v6/*:: as any*/),
              (v7/*:: as any*/),
              (v23/*:: as any*/),
              (v24/*:: as any*/),
              (v25/*:: as any*/),
              (v26/*:: as any*/),
              (v27/*:: as any*/),
              (v28/*:: as any*/),
              (v35/*:: as any*/)
            ],
            "type": "MailboxExportJob",
            "abstractKey": null
          },
          {
            "kind": "InlineFragment",
            "selections": [
              (v29/*:: as any*/),
              (v30/*:: as any*/),
              (v31/*:: as any*/),
              (v6/*:: as any*/),
              (v7/*:: as any*/),
              (v32/*:: as any*/),
              (v33/*:: as any*/),
              (v34/*:: as any*/),
              (v9/*:: as any*/),
              (v18/*:: as any*/),
              (v35/*:: as any*/),
              (v13/*:: as any*/)
            ],
            "type": "SecurityCase",
            "abstractKey": null
          }
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "cacheID": "730c5731faf6093d124b9fa467519a3a",
    "id": "62399d98edef58b3dbfbe02744db0f8da32e679543c74243f9f0a0e31e955fa3",
    "metadata": {},
    "name": "changedRowsQuery",
    "operationKind": "query",
    "text": "query changedRowsQuery(\n  $ids: [ID!]!\n) {\n  nodes(ids: $ids) {\n    __typename\n    id\n    ...bulkResource_resource\n    ... on ClassificationJob {\n      jobId\n      name\n      jobStatus: status\n      statusLabel\n      awsStatus\n      jobType\n      createdAt\n      expiresAt\n      lastRunErrorStatus {\n        code\n      }\n      target {\n        name\n        id\n      }\n      consoleUrl\n    }\n    ... on MacieMember {\n      accountId\n      email\n      memberStatus: status\n      statusLabel\n      awsStatus\n      invitedAt\n      updatedAt\n      administratorAccountId\n      target {\n        name\n        id\n      }\n      consoleUrl\n    }\n    ... on MailboxExportJob {\n      exportId: jobId\n      description\n      exportStatus: status\n      statusLabel\n      awsStatus\n      estimatedProgress\n      s3BucketName\n      startedAt\n      endedAt\n      entityId\n      organizationId\n      target {\n        name\n        id\n      }\n    }\n    ... on SecurityCase {\n      caseId\n      title\n      caseStatus: status\n      statusLabel\n      awsStatus\n      pendingAction\n      resolverType\n      engagementType\n      createdAt\n      updatedAt\n      target {\n        name\n        id\n      }\n      consoleUrl\n    }\n  }\n}\n\nfragment bulkResource_resource on Resource {\n  __isResource: __typename\n  __typename\n  id\n  statusLabel\n  isTerminal\n  target {\n    name\n    id\n  }\n  availableTransitions {\n    action\n    to\n  }\n  ... on ClassificationJob {\n    jobStatus: status\n    jobName: name\n    classificationJobId: jobId\n  }\n  ... on MacieMember {\n    memberStatus: status\n    accountId\n  }\n  ... on MailboxExportJob {\n    exportStatus: status\n    description\n    exportJobId: jobId\n  }\n  ... on SecurityCase {\n    caseStatus: status\n    resolverType\n    title\n    caseId\n  }\n}\n"
  }
};
})();

(node as any).hash = "7ad6d6372292dcf13c5f7f212efa0edd";

export default node;
