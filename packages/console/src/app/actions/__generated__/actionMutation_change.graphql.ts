/**
 * @generated SignedSource<<f431bcbdcf8889df66039bb9e632c582>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderInlineDataFragment } from 'relay-runtime';
export type ConsequenceCode = "CANCELS_ALL_JOBS_OF_ACCOUNT" | "EXPIRES_AFTER_30_DAYS" | "FINDINGS_KEPT_90_DAYS" | "IRREVERSIBLE" | "LEAVES_ADMINISTRATOR" | "MAY_COMPLETE_ANYWAY" | "MAY_LAND_IN_IDLE" | "RECORD_IS_DELETED";
import type { FragmentRefs } from "relay-runtime";
export type actionMutation_change$data = {
  readonly consequences: ReadonlyArray<{
    readonly code: ConsequenceCode;
    readonly text: string;
  }>;
  readonly from: string;
  readonly to: string;
  readonly " $fragmentType": "actionMutation_change";
};
export type actionMutation_change$key = {
  readonly " $data"?: actionMutation_change$data;
  readonly " $fragmentSpreads": FragmentRefs<"actionMutation_change">;
};

const node: ReaderInlineDataFragment = {
  "kind": "InlineDataFragment",
  "name": "actionMutation_change"
};

(node as any).hash = "9ca3066a9ef02455768c08328fd0520c";

export default node;
