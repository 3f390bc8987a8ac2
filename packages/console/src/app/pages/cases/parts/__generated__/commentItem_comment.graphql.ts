/**
 * @generated SignedSource<<3a5fc00e9082741c3f2ce78092570388>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type commentItem_comment$data = {
  readonly body: string | null | undefined;
  readonly commentId: string;
  readonly createdAt: string | null | undefined;
  readonly creator: string | null | undefined;
  readonly updatedAt: string | null | undefined;
  readonly updatedBy: string | null | undefined;
  readonly " $fragmentType": "commentItem_comment";
};
export type commentItem_comment$key = {
  readonly " $data"?: commentItem_comment$data;
  readonly " $fragmentSpreads": FragmentRefs<"commentItem_comment">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "commentItem_comment",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "commentId",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "body",
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
      "kind": "ScalarField",
      "name": "updatedBy",
      "storageKey": null
    }
  ],
  "type": "SecurityCaseComment",
  "abstractKey": null
};

(node as any).hash = "6b82a19d700ff826ac1cfb7ef2213d99";

export default node;
