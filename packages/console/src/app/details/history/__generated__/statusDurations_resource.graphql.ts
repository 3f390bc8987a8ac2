/**
 * @generated SignedSource<<a8ad0e9d9a4cf659873e9552664687df>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type statusDurations_resource$data = {
  readonly statusDurations: {
    readonly completeness: {
      readonly complete: boolean;
    };
    readonly durations: ReadonlyArray<{
      readonly seconds: number;
      readonly status: string;
    }>;
    readonly since: string | null | undefined;
  } | null | undefined;
  readonly " $fragmentType": "statusDurations_resource";
};
export type statusDurations_resource$key = {
  readonly " $data"?: statusDurations_resource$data;
  readonly " $fragmentSpreads": FragmentRefs<"statusDurations_resource">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "statusDurations_resource",
  "selections": [
    {
      "alias": null,
      "args": null,
      "concreteType": "StatusDurations",
      "kind": "LinkedField",
      "name": "statusDurations",
      "plural": false,
      "selections": [
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
          "concreteType": "StatusDuration",
          "kind": "LinkedField",
          "name": "durations",
          "plural": true,
          "selections": [
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
              "name": "seconds",
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
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "complete",
              "storageKey": null
            }
          ],
          "storageKey": null
        }
      ],
      "storageKey": null
    }
  ],
  "type": "Resource",
  "abstractKey": "__isResource"
};

(node as any).hash = "398cbd27b7e7d1f08106bda2c8bc9f07";

export default node;
