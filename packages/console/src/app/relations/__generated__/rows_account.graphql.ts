/**
 * @generated SignedSource<<1b02de1d376062821679dde22285783f>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
export type MemberAccountStatus = "MEMBER" | "NOT_A_MEMBER" | "UNKNOWN";
import type { FragmentRefs } from "relay-runtime";
export type rows_account$data = {
  readonly accountId: string;
  readonly member: {
    readonly email: string | null | undefined;
    readonly id: string;
    readonly statusLabel: string;
  } | null | undefined;
  readonly status: MemberAccountStatus;
  readonly " $fragmentType": "rows_account";
};
export type rows_account$key = {
  readonly " $data"?: rows_account$data;
  readonly " $fragmentSpreads": FragmentRefs<"rows_account">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "rows_account",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "accountId",
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
      "concreteType": "MacieMember",
      "kind": "LinkedField",
      "name": "member",
      "plural": false,
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
          "name": "email",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "statusLabel",
          "storageKey": null
        }
      ],
      "storageKey": null
    }
  ],
  "type": "MemberAccount",
  "abstractKey": null
};

(node as any).hash = "243cbb9e8c9c3739812e010d93f4a1c7";

export default node;
