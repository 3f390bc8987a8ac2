/**
 * @generated SignedSource<<49fdf43d340ecf93886643dbcb0999c3>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type rows_job$data = {
  readonly createdAt: string | null | undefined;
  readonly id: string;
  readonly jobId: string;
  readonly name: string | null | undefined;
  readonly statusLabel: string;
  readonly target: {
    readonly name: string;
  };
  readonly " $fragmentType": "rows_job";
};
export type rows_job$key = {
  readonly " $data"?: rows_job$data;
  readonly " $fragmentSpreads": FragmentRefs<"rows_job">;
};

const node: ReaderFragment = (function(){
var v0 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "name",
  "storageKey": null
};
return {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "rows_job",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "id",
      "storageKey": null
    },
    (v0/*:: as any*/),
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "jobId",
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
      "name": "createdAt",
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
        (v0/*:: as any*/)
      ],
      "storageKey": null
    }
  ],
  "type": "ClassificationJob",
  "abstractKey": null
};
})();

(node as any).hash = "2985953d6e76227ca1705c3c5817a92f";

export default node;
