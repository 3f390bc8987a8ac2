/**
 * @generated SignedSource<<fb0a166186fde3b34ce88e68e0619f7c>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderInlineDataFragment } from 'relay-runtime';
export type ChangeOutcome = "APPLIED" | "DRY_RUN" | "RECONCILED" | "REFUSED" | "UNKNOWN";
export type ConsequenceCode = "CANCELS_ALL_JOBS_OF_ACCOUNT" | "EXPIRES_AFTER_30_DAYS" | "FINDINGS_KEPT_90_DAYS" | "IRREVERSIBLE" | "LEAVES_ADMINISTRATOR" | "MAY_COMPLETE_ANYWAY" | "MAY_LAND_IN_IDLE" | "RECORD_IS_DELETED";
export type UserErrorCode = "ACKNOWLEDGEMENT_REQUIRED" | "AUDIT_INCOMPLETE" | "AWS_REJECTED" | "INVALID_INPUT" | "INVALID_TRANSITION" | "NOT_FOUND" | "NOT_SENT" | "OUTCOME_UNKNOWN" | "STATUS_MISMATCH";
import type { FragmentRefs } from "relay-runtime";
export type actionMutation_payload$data = {
  readonly outcome: ChangeOutcome;
  readonly userErrors: ReadonlyArray<{
    readonly __typename: string;
    readonly actual?: string;
    readonly code: UserErrorCode;
    readonly consequences?: ReadonlyArray<{
      readonly code: ConsequenceCode;
      readonly text: string;
    }>;
    readonly message: string;
    readonly observedStatus?: string | null | undefined;
    readonly path: ReadonlyArray<string> | null | undefined;
    readonly requestId?: string | null | undefined;
    readonly retryAfterSeconds?: number | null | undefined;
    readonly retryable?: boolean;
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

(node as any).hash = "e4ee44b20b419a24b9c4b1ee620d38f8";

export default node;
