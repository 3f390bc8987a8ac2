/**
 * @generated SignedSource<<ae5e8f876b7b63f25555e0294de814a3>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
export type ResourceKind = "CLASSIFICATION_JOB" | "MACIE_MEMBER" | "MAILBOX_EXPORT_JOB" | "SECURITY_CASE";
export type SourceStatus = "ACCESS_DENIED" | "FAILED_EARLIER" | "NOT_ENABLED" | "OK" | "SCAN_LIMIT_REACHED" | "THROTTLED" | "TIMED_OUT" | "UNAVAILABLE" | "UNREADABLE_ROWS";
import type { FragmentRefs } from "relay-runtime";
export type sources_completeness$data = {
  readonly sources: ReadonlyArray<{
    readonly kind: ResourceKind;
    readonly status: SourceStatus;
    readonly target: {
      readonly name: string;
    };
  }>;
  readonly " $fragmentType": "sources_completeness";
};
export type sources_completeness$key = {
  readonly " $data"?: sources_completeness$data;
  readonly " $fragmentSpreads": FragmentRefs<"sources_completeness">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "sources_completeness",
  "selections": [
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
          "name": "kind",
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
      "storageKey": null
    }
  ],
  "type": "Completeness",
  "abstractKey": null
};

(node as any).hash = "cca203c947de7efb179fdff21f18c727";

export default node;
