/**
 * @generated SignedSource<<75f50f8ce88389b35874a5fed3f00f17>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderInlineDataFragment } from 'relay-runtime';
export type ConsequenceCode = "CANCELS_ALL_JOBS_OF_ACCOUNT" | "EXPIRES_AFTER_30_DAYS" | "FINDINGS_KEPT_90_DAYS" | "IRREVERSIBLE" | "LEAVES_ADMINISTRATOR" | "MAY_COMPLETE_ANYWAY" | "MAY_LAND_IN_IDLE" | "RECORD_IS_DELETED";
export type UserErrorCode = "ACKNOWLEDGEMENT_REQUIRED" | "AUDIT_INCOMPLETE" | "AWS_REJECTED" | "INVALID_INPUT" | "INVALID_TRANSITION" | "NOT_FOUND" | "NOT_SENT" | "OUTCOME_UNKNOWN" | "STATUS_MISMATCH";
import type { FragmentRefs } from "relay-runtime";
export type actionMutation_error$data = {
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
  readonly " $fragmentType": "actionMutation_error";
};
export type actionMutation_error$key = {
  readonly " $data"?: actionMutation_error$data;
  readonly " $fragmentSpreads": FragmentRefs<"actionMutation_error">;
};

const node: ReaderInlineDataFragment = {
  "kind": "InlineDataFragment",
  "name": "actionMutation_error"
};

(node as any).hash = "4484f7e9a79e918a9a0a8c79de03fda1";

export default node;
