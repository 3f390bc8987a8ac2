/**
 * @generated SignedSource<<b63342950f5996e22f142e7ea1e516eb>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
export type AttentionReason = "CASE_ACTION_PENDING" | "CASE_NOT_ACKNOWLEDGED" | "CASE_NOT_UPDATED" | "CASE_READY_TO_CLOSE" | "CHANGE_OUTCOME_UNKNOWN" | "CHANGE_UNFINISHED" | "EXPORT_FAILED" | "EXPORT_STALLED" | "JOB_LAST_RUN_HAD_ERRORS" | "JOB_PAUSED_BY_MACIE" | "JOB_PAUSE_EXPIRES" | "MEMBER_INVITATION_UNANSWERED" | "MEMBER_SUSPENDED" | "MEMBER_VERIFICATION_FAILED";
export type UnavailableReasonCode = "AUDIT_UNAVAILABLE" | "FORBIDDEN" | "HISTORY_OFF" | "HISTORY_UNAVAILABLE" | "NOT_WATCHED" | "TOO_MANY_CHANGES";
import type { FragmentRefs } from "relay-runtime";
export type uncheckedReasons_reasons$data = ReadonlyArray<{
  readonly code: UnavailableReasonCode;
  readonly message: string;
  readonly reason: AttentionReason;
  readonly target: {
    readonly name: string;
  } | null | undefined;
  readonly " $fragmentType": "uncheckedReasons_reasons";
}>;
export type uncheckedReasons_reasons$key = ReadonlyArray<{
  readonly " $data"?: uncheckedReasons_reasons$data;
  readonly " $fragmentSpreads": FragmentRefs<"uncheckedReasons_reasons">;
}>;

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": {
    "plural": true
  },
  "name": "uncheckedReasons_reasons",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "reason",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "code",
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
  "type": "UnavailableReason",
  "abstractKey": null
};

(node as any).hash = "1bd74138cc0f63229e7a167ee9b9ebb6";

export default node;
