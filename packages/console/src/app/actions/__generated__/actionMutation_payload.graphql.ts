/**
 * @generated SignedSource<<a59463b219fac2d4b047a3b6402dfae0>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderInlineDataFragment } from 'relay-runtime';
export type ChangeOutcome = "APPLIED" | "DRY_RUN" | "RECONCILED" | "REFUSED" | "UNKNOWN";
import type { FragmentRefs } from "relay-runtime";
export type actionMutation_payload$data = {
  readonly outcome: ChangeOutcome;
  readonly userErrors: ReadonlyArray<{
    readonly " $fragmentSpreads": FragmentRefs<"actionMutation_error">;
  }>;
  readonly " $fragmentType": "actionMutation_payload";
};
export type actionMutation_payload$key = {
  readonly " $data"?: actionMutation_payload$data;
  readonly " $fragmentSpreads": FragmentRefs<"actionMutation_payload">;
};

const node: ReaderInlineDataFragment = {
  "kind": "InlineDataFragment",
  "name": "actionMutation_payload"
};

(node as any).hash = "87f91e1e37471b73be0b8553bfda1049";

export default node;
