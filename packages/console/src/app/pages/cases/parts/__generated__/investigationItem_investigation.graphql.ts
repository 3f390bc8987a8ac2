/**
 * @generated SignedSource<<49e3f4eefaff3f885e42d08fa7e3afea>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
export type SecurityCaseInvestigationActionType = "EVIDENCE" | "INVESTIGATION" | "SUMMARIZATION" | "UNRECOGNIZED";
export type SecurityCaseInvestigationStatus = "CANCELLED" | "COMPLETED" | "FAILED" | "IN_PROGRESS" | "PENDING" | "UNRECOGNIZED" | "WAITING";
export type SecurityCaseInvestigationUsefulness = "NOT_USEFUL" | "UNRECOGNIZED" | "USEFUL";
import type { FragmentRefs } from "relay-runtime";
export type investigationItem_investigation$data = {
  readonly actionType: SecurityCaseInvestigationActionType | null | undefined;
  readonly awsActionType: string | null | undefined;
  readonly awsStatus: string | null | undefined;
  readonly content: string | null | undefined;
  readonly feedback: {
    readonly awsUsefulness: string | null | undefined;
    readonly comment: string | null | undefined;
    readonly submittedAt: string | null | undefined;
    readonly usefulness: SecurityCaseInvestigationUsefulness | null | undefined;
  } | null | undefined;
  readonly id: string;
  readonly investigationId: string;
  readonly status: SecurityCaseInvestigationStatus | null | undefined;
  readonly statusLabel: string | null | undefined;
  readonly title: string | null | undefined;
  readonly updatedAt: string | null | undefined;
  readonly " $fragmentType": "investigationItem_investigation";
};
export type investigationItem_investigation$key = {
  readonly " $data"?: investigationItem_investigation$data;
  readonly " $fragmentSpreads": FragmentRefs<"investigationItem_investigation">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "investigationItem_investigation",
  "selections": [
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
      "name": "investigationId",
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
      "name": "actionType",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "awsActionType",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "status",
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
      "kind": "ScalarField",
      "name": "awsStatus",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "content",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "updatedAt",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "SecurityCaseInvestigationFeedback",
      "kind": "LinkedField",
      "name": "feedback",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "usefulness",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "awsUsefulness",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "comment",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "submittedAt",
          "storageKey": null
        }
      ],
      "storageKey": null
    }
  ],
  "type": "SecurityCaseInvestigation",
  "abstractKey": null
};

(node as any).hash = "daed9cae710fd9ba53820c86013e95ce";

export default node;
