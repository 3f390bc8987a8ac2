/**
 * @generated SignedSource<<f47c340db030c69dfce22ea3cb9a838a>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
export type MailboxExportJobStatus = "CANCELLED" | "COMPLETED" | "FAILED" | "RUNNING" | "UNRECOGNIZED";
import type { FragmentRefs } from "relay-runtime";
export type exportPage_exportJob$data = {
  readonly description: string | null | undefined;
  readonly durationSeconds: number | null | undefined;
  readonly endedAt: string | null | undefined;
  readonly entityId: string | null | undefined;
  readonly errorInfo: string | null | undefined;
  readonly estimatedProgress: number | null | undefined;
  readonly jobId: string;
  readonly kmsKeyArn: string | null | undefined;
  readonly organizationId: string;
  readonly roleArn: string | null | undefined;
  readonly s3BucketName: string | null | undefined;
  readonly s3Path: string | null | undefined;
  readonly s3Prefix: string | null | undefined;
  readonly startedAt: string | null | undefined;
  readonly status: MailboxExportJobStatus;
  readonly " $fragmentSpreads": FragmentRefs<"resourceHeader_resource" | "transitions_resource">;
  readonly " $fragmentType": "exportPage_exportJob";
};
export type exportPage_exportJob$key = {
  readonly " $data"?: exportPage_exportJob$data;
  readonly " $fragmentSpreads": FragmentRefs<"exportPage_exportJob">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "exportPage_exportJob",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "jobId",
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
      "name": "description",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "estimatedProgress",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "startedAt",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "endedAt",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "durationSeconds",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "errorInfo",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "s3BucketName",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "s3Prefix",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "s3Path",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "entityId",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "organizationId",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "roleArn",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "kmsKeyArn",
      "storageKey": null
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "resourceHeader_resource"
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "transitions_resource"
    }
  ],
  "type": "MailboxExportJob",
  "abstractKey": null
};

(node as any).hash = "52d297d46f8f778318a560e3310973b6";

export default node;
