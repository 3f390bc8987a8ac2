/**
 * @generated SignedSource<<524fcf5d2e21be01b0ab5d32ff7c0d23>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderInlineDataFragment } from 'relay-runtime';
import type { FragmentRefs } from "relay-runtime";
export type bulkMutation_payload$data = {
  readonly userErrors: ReadonlyArray<{
    readonly " $fragmentSpreads": FragmentRefs<"actionMutation_error">;
  }>;
  readonly " $fragmentType": "bulkMutation_payload";
};
export type bulkMutation_payload$key = {
  readonly " $data"?: bulkMutation_payload$data;
  readonly " $fragmentSpreads": FragmentRefs<"bulkMutation_payload">;
};

const node: ReaderInlineDataFragment = {
  "kind": "InlineDataFragment",
  "name": "bulkMutation_payload"
};

(node as any).hash = "f866e77adaa49c69e70ca22fa53c702c";

export default node;
