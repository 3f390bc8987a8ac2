/**
 * @generated SignedSource<<c2f6e7fe01bf7bb80ab5ad95910c1c82>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
export type SourceStatus = "ACCESS_DENIED" | "FAILED_EARLIER" | "NOT_ENABLED" | "OK" | "SCAN_LIMIT_REACHED" | "THROTTLED" | "TIMED_OUT" | "UNAVAILABLE" | "UNREADABLE_ROWS";
import type { FragmentRefs } from "relay-runtime";
export type listContent_completeness$data = {
  readonly asOf: string | null | undefined;
  readonly complete: boolean;
  readonly retryCursor: string | null | undefined;
  readonly sources: ReadonlyArray<{
    readonly status: SourceStatus;
  }>;
  readonly " $fragmentSpreads": FragmentRefs<"completenessBanner_completeness">;
  readonly " $fragmentType": "listContent_completeness";
};
export type listContent_completeness$key = {
  readonly " $data"?: listContent_completeness$data;
  readonly " $fragmentSpreads": FragmentRefs<"listContent_completeness">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "listContent_completeness",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "complete",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "asOf",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "retryCursor",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "CompletenessSource",
      "kind": "LinkedField",
      "name": "sources",
      "plural": true,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "status",
          "storageKey": null
        }
      ],
      "storageKey": null
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "completenessBanner_completeness"
    }
  ],
  "type": "Completeness",
  "abstractKey": null
};

(node as any).hash = "85acb4196f408935356b760b39b25e91";

export default node;
