/**
 * @generated SignedSource<<b506a84955dc3e949b3efef6e6b1518c>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type rows_securityCase$data = {
  readonly caseId: string;
  readonly id: string;
  readonly statusLabel: string;
  readonly target: {
    readonly name: string;
  };
  readonly title: string | null | undefined;
  readonly updatedAt: string | null | undefined;
  readonly " $fragmentType": "rows_securityCase";
};
export type rows_securityCase$key = {
  readonly " $data"?: rows_securityCase$data;
  readonly " $fragmentSpreads": FragmentRefs<"rows_securityCase">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "rows_securityCase",
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
      "name": "title",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "caseId",
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
      "name": "updatedAt",
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
  "type": "SecurityCase",
  "abstractKey": null
};

(node as any).hash = "2be358aaf14c7308fcdbeed2bd7f8839";

export default node;
