/**
 * @generated SignedSource<<74dcc78d6892c0e0646c735d05fa6250>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderInlineDataFragment } from 'relay-runtime';
export type ChangeOutcome = "APPLIED" | "DRY_RUN" | "RECONCILED" | "REFUSED" | "UNKNOWN";
import type { FragmentRefs } from "relay-runtime";
export type bulkMutation_result$data = {
  readonly change: {
    readonly " $fragmentSpreads": FragmentRefs<"actionMutation_change">;
  } | null | undefined;
  readonly outcome: ChangeOutcome;
  readonly userErrors: ReadonlyArray<{
    readonly " $fragmentSpreads": FragmentRefs<"actionMutation_error">;
  }>;
  readonly " $fragmentType": "bulkMutation_result";
};
export type bulkMutation_result$key = {
  readonly " $data"?: bulkMutation_result$data;
  readonly " $fragmentSpreads": FragmentRefs<"bulkMutation_result">;
};

const node: ReaderInlineDataFragment = {
  "kind": "InlineDataFragment",
  "name": "bulkMutation_result"
};

(node as any).hash = "92f6c96c39fc8570065ba9221cb230e2";

export default node;
