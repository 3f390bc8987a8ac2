/**
 * @generated SignedSource<<2b2fc2a419325728c4650d74abbf60ab>>
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
  readonly entityId: string | null | undefined;
  readonly id: string;
  readonly jobId: string;
  readonly kmsKeyArn: string | null | undefined;
  readonly organizationId: string;
  readonly roleArn: string | null | undefined;
  readonly s3BucketName: string | null | undefined;
  readonly s3Path: string | null | undefined;
  readonly s3Prefix: string | null | undefined;
  readonly status: MailboxExportJobStatus;
  readonly " $fragmentSpreads": FragmentRefs<"exportProgress_exportJob" | "resourceHeader_resource" | "transitions_resource">;
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
      "name": "id",
      "storageKey": null
    },
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
      "name": "exportProgress_exportJob"
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

(node as any).hash = "0fd587fa2f0c5ff500876f72ca5c9700";

export default node;
