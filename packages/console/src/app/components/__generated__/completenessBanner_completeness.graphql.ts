/**
 * @generated SignedSource<<46e467e5a12e0d5095cd4f8347b8b795>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
export type ResourceKind = "CLASSIFICATION_JOB" | "MACIE_MEMBER" | "MAILBOX_EXPORT_JOB" | "SECURITY_CASE";
export type SourceStatus = "ACCESS_DENIED" | "FAILED_EARLIER" | "NOT_ENABLED" | "OK" | "SCAN_LIMIT_REACHED" | "THROTTLED" | "TIMED_OUT" | "UNAVAILABLE" | "UNREADABLE_ROWS";
import type { FragmentRefs } from "relay-runtime";
export type completenessBanner_completeness$data = {
  readonly asOf: string | null | undefined;
  readonly complete: boolean;
  readonly fieldErrors: number;
  readonly retryCursor: string | null | undefined;
  readonly sources: ReadonlyArray<{
    readonly kind: ResourceKind;
    readonly message: string | null | undefined;
    readonly retryAfterSeconds: number | null | undefined;
    readonly status: SourceStatus;
    readonly target: {
      readonly name: string;
    };
  }>;
  readonly " $fragmentType": "completenessBanner_completeness";
};
export type completenessBanner_completeness$key = {
  readonly " $data"?: completenessBanner_completeness$data;
  readonly " $fragmentSpreads": FragmentRefs<"completenessBanner_completeness">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "completenessBanner_completeness",
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
      "name": "fieldErrors",
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
          "kind": "ScalarField",
          "name": "message",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "retryAfterSeconds",
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

(node as any).hash = "7df19f65faddb759889e6a37a774ba68";

export default node;
