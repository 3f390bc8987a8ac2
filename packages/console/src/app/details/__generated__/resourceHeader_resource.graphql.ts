/**
 * @generated SignedSource<<bddbf353bda6b3128034205520c2ac4c>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type resourceHeader_resource$data = {
  readonly awsStatus: string | null | undefined;
  readonly consoleUrl: string | null | undefined;
  readonly id: string;
  readonly statusLabel: string;
  readonly target: {
    readonly accountId: string | null | undefined;
    readonly name: string;
    readonly region: string;
  };
  readonly " $fragmentType": "resourceHeader_resource";
};
export type resourceHeader_resource$key = {
  readonly " $data"?: resourceHeader_resource$data;
  readonly " $fragmentSpreads": FragmentRefs<"resourceHeader_resource">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "resourceHeader_resource",
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
      "name": "consoleUrl",
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
          "name": "region",
          "storageKey": null
        }
      ],
      "storageKey": null
    }
  ],
  "type": "Resource",
  "abstractKey": "__isResource"
};

(node as any).hash = "034fed4bffa9d7a61f73237f1849929f";

export default node;
