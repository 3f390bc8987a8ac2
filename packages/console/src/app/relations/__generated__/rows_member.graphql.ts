/**
 * @generated SignedSource<<f2e1fd579ec3c142df3b6bf16ad98666>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type rows_member$data = {
  readonly accountId: string;
  readonly email: string | null | undefined;
  readonly id: string;
  readonly statusLabel: string;
  readonly target: {
    readonly name: string;
  };
  readonly " $fragmentType": "rows_member";
};
export type rows_member$key = {
  readonly " $data"?: rows_member$data;
  readonly " $fragmentSpreads": FragmentRefs<"rows_member">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "rows_member",
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
      "name": "accountId",
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
  "type": "MacieMember",
  "abstractKey": null
};

(node as any).hash = "8ebbfe666c268c4fe11cd6405a615171";

export default node;
