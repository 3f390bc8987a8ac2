/**
 * @generated SignedSource<<bc8081f25259e48972a5ad25b6b5baba>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderInlineDataFragment } from 'relay-runtime';
export type ResourceEventType = "CHANGED" | "CREATED" | "DISAPPEARED";
export type ResourceKind = "CLASSIFICATION_JOB" | "MACIE_MEMBER" | "MAILBOX_EXPORT_JOB" | "SECURITY_CASE";
import type { FragmentRefs } from "relay-runtime";
export type gateway_event$data = {
  readonly changes: ReadonlyArray<{
    readonly after: string | null | undefined;
    readonly field: string;
  }>;
  readonly kind: ResourceKind;
  readonly observedAt: string;
  readonly position: string;
  readonly resourceId: string;
  readonly target: {
    readonly name: string;
  } | null | undefined;
  readonly type: ResourceEventType;
  readonly " $fragmentType": "gateway_event";
};
export type gateway_event$key = {
  readonly " $data"?: gateway_event$data;
  readonly " $fragmentSpreads": FragmentRefs<"gateway_event">;
};

const node: ReaderInlineDataFragment = {
  "kind": "InlineDataFragment",
  "name": "gateway_event"
};

(node as any).hash = "fadd0709f5fe5b224a4f2a9de80f452a";

export default node;
