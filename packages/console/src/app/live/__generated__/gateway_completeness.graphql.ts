/**
 * @generated SignedSource<<950d0cca6a403e2ca1ee3d2e495503be>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderInlineDataFragment } from 'relay-runtime';
export type ResourceKind = "CLASSIFICATION_JOB" | "MACIE_MEMBER" | "MAILBOX_EXPORT_JOB" | "SECURITY_CASE";
import type { FragmentRefs } from "relay-runtime";
export type gateway_completeness$data = {
  readonly complete: boolean;
  readonly sources: ReadonlyArray<{
    readonly gaps: ReadonlyArray<{
      readonly endedAt: string | null | undefined;
    }>;
    readonly kind: ResourceKind;
    readonly target: {
      readonly name: string;
    };
  }>;
  readonly " $fragmentType": "gateway_completeness";
};
export type gateway_completeness$key = {
  readonly " $data"?: gateway_completeness$data;
  readonly " $fragmentSpreads": FragmentRefs<"gateway_completeness">;
};

const node: ReaderInlineDataFragment = {
  "kind": "InlineDataFragment",
  "name": "gateway_completeness"
};

(node as any).hash = "e5d716fc39ec9cab755ba17bccd46d48";

export default node;
