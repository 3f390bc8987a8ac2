/**
 * @generated SignedSource<<9354c6bc32d9801e8e44aaf396096d1a>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
export type AttentionReason = "CASE_ACTION_PENDING" | "CASE_NOT_ACKNOWLEDGED" | "CASE_NOT_UPDATED" | "CASE_READY_TO_CLOSE" | "CHANGE_OUTCOME_UNKNOWN" | "CHANGE_UNFINISHED" | "EXPORT_FAILED" | "EXPORT_STALLED" | "JOB_LAST_RUN_HAD_ERRORS" | "JOB_PAUSED_BY_MACIE" | "JOB_PAUSE_EXPIRES" | "MEMBER_INVITATION_UNANSWERED" | "MEMBER_SUSPENDED" | "MEMBER_VERIFICATION_FAILED";
import type { FragmentRefs } from "relay-runtime";
export type attentionItem_item$data = {
  readonly dueAt: string | null | undefined;
  readonly isUrgent: boolean;
  readonly reason: AttentionReason;
  readonly resource: {
    readonly __typename: string;
    readonly id: string;
    readonly statusLabel: string;
    readonly target: {
      readonly name: string;
    };
  } | null | undefined;
  readonly since: string | null | undefined;
  readonly summary: string;
  readonly " $fragmentType": "attentionItem_item";
};
export type attentionItem_item$key = {
  readonly " $data"?: attentionItem_item$data;
  readonly " $fragmentSpreads": FragmentRefs<"attentionItem_item">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "attentionItem_item",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "reason",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "summary",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "dueAt",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "since",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "isUrgent",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": null,
      "kind": "LinkedField",
      "name": "resource",
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
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "id",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "statusLabel",
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
        }
      ],
      "storageKey": null
    }
  ],
  "type": "AttentionItem",
  "abstractKey": null
};

(node as any).hash = "884758eb0103f9c85d54331be238cc88";

export default node;
