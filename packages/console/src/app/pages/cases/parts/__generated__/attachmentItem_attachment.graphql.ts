/**
 * @generated SignedSource<<c09c0b668a6024aeceb13fe5ddceba3f>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
export type SecurityCaseAttachmentStatus = "FAILED" | "PENDING" | "UNRECOGNIZED" | "VERIFIED";
import type { FragmentRefs } from "relay-runtime";
export type attachmentItem_attachment$data = {
  readonly awsStatus: string | null | undefined;
  readonly createdAt: string | null | undefined;
  readonly creator: string | null | undefined;
  readonly fileName: string | null | undefined;
  readonly id: string;
  readonly status: SecurityCaseAttachmentStatus | null | undefined;
  readonly statusLabel: string | null | undefined;
  readonly " $fragmentType": "attachmentItem_attachment";
};
export type attachmentItem_attachment$key = {
  readonly " $data"?: attachmentItem_attachment$data;
  readonly " $fragmentSpreads": FragmentRefs<"attachmentItem_attachment">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "attachmentItem_attachment",
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
      "name": "fileName",
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
      "name": "creator",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "createdAt",
      "storageKey": null
    }
  ],
  "type": "SecurityCaseAttachment",
  "abstractKey": null
};

(node as any).hash = "d0154f57c3cc9298f466ea5999659c4e";

export default node;
