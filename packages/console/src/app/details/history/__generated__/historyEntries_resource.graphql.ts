/**
 * @generated SignedSource<<443b876c0f0e41360dda14a231c51033>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
export type ChangeOutcome = "APPLIED" | "DRY_RUN" | "RECONCILED" | "REFUSED" | "UNKNOWN";
export type HistoryGapReason = "NOT_WATCHED" | "PRUNED" | "READ_FAILED";
export type ResourceEventCause = "GATEWAY" | "OBSERVED";
export type ResourceEventType = "CHANGED" | "CREATED" | "DISAPPEARED";
export type ResourceKind = "CLASSIFICATION_JOB" | "MACIE_MEMBER" | "MAILBOX_EXPORT_JOB" | "SECURITY_CASE";
import type { FragmentRefs } from "relay-runtime";
export type historyEntries_resource$data = {
  readonly history: {
    readonly completeness: {
      readonly __typename: "HistoryCompleteness";
      readonly complete: boolean;
      readonly sources: ReadonlyArray<{
        readonly gaps: ReadonlyArray<{
          readonly endedAt: string | null | undefined;
          readonly reason: HistoryGapReason;
          readonly startedAt: string;
        }>;
        readonly kind: ResourceKind;
        readonly observedAt: string | null | undefined;
        readonly target: {
          readonly name: string;
        };
        readonly watchedSince: string | null | undefined;
      }>;
    };
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly __typename: "AuditEntry";
        readonly actor: string;
        readonly awsRequestId: string | null | undefined;
        readonly changeId: string;
        readonly endedAt: string | null | undefined;
        readonly errorCodes: ReadonlyArray<string>;
        readonly idempotencyKey: string | null | undefined;
        readonly mutation: string;
        readonly outcome: ChangeOutcome | null | undefined;
        readonly recordedAt: string;
        readonly replayOf: string | null | undefined;
        readonly sourceAddress: string | null | undefined;
        readonly statusAfter: string | null | undefined;
        readonly statusBefore: string | null | undefined;
      } | {
        readonly __typename: "ResourceEvent";
        readonly auditEntry?: {
          readonly actor: string;
          readonly awsRequestId: string | null | undefined;
          readonly changeId: string;
          readonly endedAt: string | null | undefined;
          readonly errorCodes: ReadonlyArray<string>;
          readonly idempotencyKey: string | null | undefined;
          readonly mutation: string;
          readonly outcome: ChangeOutcome | null | undefined;
          readonly replayOf: string | null | undefined;
          readonly sourceAddress: string | null | undefined;
          readonly statusAfter: string | null | undefined;
          readonly statusBefore: string | null | undefined;
        } | null | undefined;
        readonly cause: ResourceEventCause;
        readonly changes: ReadonlyArray<{
          readonly after: string | null | undefined;
          readonly before: string | null | undefined;
          readonly field: string;
          readonly redacted: boolean;
        }>;
        readonly position: string;
        readonly recordedAt: string;
        readonly type: ResourceEventType;
      } | {
        // This will never be '%other', but we need some
        // value in case none of the concrete values match.
        readonly __typename: "%other";
      };
    }>;
  } | null | undefined;
  readonly id: string;
  readonly " $fragmentType": "historyEntries_resource";
};
export type historyEntries_resource$key = {
  readonly " $data"?: historyEntries_resource$data;
  readonly " $fragmentSpreads": FragmentRefs<"historyEntries_resource">;
};

import historyNextQuery_graphql from './historyNextQuery.graphql';

const node: ReaderFragment = (function(){
var v0 = [
  "history"
],
v1 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "__typename",
  "storageKey": null
},
v2 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "recordedAt",
  "storageKey": null
},
v3 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "changeId",
  "storageKey": null
},
v4 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "actor",
  "storageKey": null
},
v5 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "mutation",
  "storageKey": null
},
v6 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "outcome",
  "storageKey": null
},
v7 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "endedAt",
  "storageKey": null
},
v8 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "statusBefore",
  "storageKey": null
},
v9 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "statusAfter",
  "storageKey": null
},
v10 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "errorCodes",
  "storageKey": null
},
v11 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "idempotencyKey",
  "storageKey": null
},
v12 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "awsRequestId",
  "storageKey": null
},
v13 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "replayOf",
  "storageKey": null
},
v14 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "sourceAddress",
  "storageKey": null
};
return {
  "argumentDefinitions": [
    {
      "defaultValue": null,
      "kind": "LocalArgument",
      "name": "after"
    },
    {
      "defaultValue": 20,
      "kind": "LocalArgument",
      "name": "first"
    },
    {
      "defaultValue": null,
      "kind": "LocalArgument",
      "name": "withActors"
    }
  ],
  "kind": "Fragment",
  "metadata": {
    "connection": [
      {
        "count": "first",
        "cursor": "after",
        "direction": "forward",
        "path": (v0/*:: as any*/)
      }
    ],
    "refetch": {
      "connection": {
        "forward": {
          "count": "first",
          "cursor": "after"
        },
        "backward": null,
        "path": (v0/*:: as any*/)
      },
      "fragmentPathInResult": [
        "node"
      ],
      "operation": historyNextQuery_graphql,
      "identifierInfo": {
        "identifierField": "id",
        "identifierQueryVariableName": "id"
      }
    }
  },
  "name": "historyEntries_resource",
  "selections": [
    {
      "alias": "history",
      "args": null,
      "concreteType": "HistoryEntryConnection",
      "kind": "LinkedField",
      "name": "__historyEntries_history_connection",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "concreteType": "HistoryEntryEdge",
          "kind": "LinkedField",
          "name": "edges",
          "plural": true,
          "selections": [
            {
              "alias": null,
              "args": null,
              "concreteType": null,
              "kind": "LinkedField",
              "name": "node",
              "plural": false,
              "selections": [
                (v1/*:: as any*/),
                {
                  "kind": "InlineFragment",
                  "selections": [
                    (v2/*:: as any*/),
                    {
                      "alias": null,
                      "args": null,
                      "kind": "ScalarField",
                      "name": "position",
                      "storageKey": null
                    },
                    {
                      "alias": null,
                      "args": null,
                      "kind": "ScalarField",
                      "name": "type",
                      "storageKey": null
                    },
                    {
                      "alias": null,
                      "args": null,
                      "kind": "ScalarField",
                      "name": "cause",
                      "storageKey": null
                    },
                    {
                      "alias": null,
                      "args": null,
                      "concreteType": "FieldChange",
                      "kind": "LinkedField",
                      "name": "changes",
                      "plural": true,
                      "selections": [
                        {
                          "alias": null,
                          "args": null,
                          "kind": "ScalarField",
                          "name": "field",
                          "storageKey": null
                        },
                        {
                          "alias": null,
                          "args": null,
                          "kind": "ScalarField",
                          "name": "before",
                          "storageKey": null
                        },
                        {
                          "alias": null,
                          "args": null,
                          "kind": "ScalarField",
                          "name": "after",
                          "storageKey": null
                        },
                        {
                          "alias": null,
                          "args": null,
                          "kind": "ScalarField",
                          "name": "redacted",
                          "storageKey": null
                        }
                      ],
                      "storageKey": null
                    },
                    {
                      "condition": "withActors",
                      "kind": "Condition",
                      "passingValue": true,
                      "selections": [
                        {
                          "alias": null,
                          "args": null,
                          "concreteType": "AuditEntry",
                          "kind": "LinkedField",
                          "name": "auditEntry",
                          "plural": false,
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
                            (v13/*:: as any*/),
                            (v14/*:: as any*/)
                          ],
                          "storageKey": null
                        }
                      ]
                    }
                  ],
                  "type": "ResourceEvent",
                  "abstractKey": null
                },
                {
                  "kind": "InlineFragment",
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
                    (v12/*:: as any*/),
                    (v13/*:: as any*/),
                    (v14/*:: as any*/)
                  ],
                  "type": "AuditEntry",
                  "abstractKey": null
                }
              ],
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "cursor",
              "storageKey": null
            }
          ],
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "concreteType": "HistoryCompleteness",
          "kind": "LinkedField",
          "name": "completeness",
          "plural": false,
          "selections": [
            (v1/*:: as any*/),
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "complete",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "concreteType": "HistorySource",
              "kind": "LinkedField",
              "name": "sources",
              "plural": true,
              "selections": [
                {
                  "alias": null,
                  "args": null,
                  "kind": "ScalarField",
                  "name": "kind",
                  "storageKey": null
                },
                {
                  "alias": null,
                  "args": null,
                  "concreteType": "Target",
                  "kind": "LinkedField",
                  "name": "target",
                  "plural": false,
                  "selections": [
                    {
                      "alias": null,
                      "args": null,
                      "kind": "ScalarField",
                      "name": "name",
                      "storageKey": null
                    }
                  ],
                  "storageKey": null
                },
                {
                  "alias": null,
                  "args": null,
                  "kind": "ScalarField",
                  "name": "watchedSince",
                  "storageKey": null
                },
                {
                  "alias": null,
                  "args": null,
                  "kind": "ScalarField",
                  "name": "observedAt",
                  "storageKey": null
                },
                {
                  "alias": null,
                  "args": null,
                  "concreteType": "HistoryGap",
                  "kind": "LinkedField",
                  "name": "gaps",
                  "plural": true,
                  "selections": [
                    {
                      "alias": null,
                      "args": null,
                      "kind": "ScalarField",
                      "name": "startedAt",
                      "storageKey": null
                    },
                    (v7/*:: as any*/),
                    {
                      "alias": null,
                      "args": null,
                      "kind": "ScalarField",
                      "name": "reason",
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
        },
        {
          "alias": null,
          "args": null,
          "concreteType": "PageInfo",
          "kind": "LinkedField",
          "name": "pageInfo",
          "plural": false,
          "selections": [
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "endCursor",
              "storageKey": null
            },
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "hasNextPage",
              "storageKey": null
            }
          ],
          "storageKey": null
        }
      ],
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "id",
      "storageKey": null
    }
  ],
  "type": "Resource",
  "abstractKey": "__isResource"
};
})();

(node as any).hash = "22d75b3918a629591763938c59d85be6";

export default node;
