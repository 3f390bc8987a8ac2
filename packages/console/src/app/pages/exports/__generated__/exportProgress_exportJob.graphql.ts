/**
 * @generated SignedSource<<0a4be50ca94ad19ccf4e96d85a4f7077>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
export type MailboxExportJobStatus = "CANCELLED" | "COMPLETED" | "FAILED" | "RUNNING" | "UNRECOGNIZED";
import type { FragmentRefs } from "relay-runtime";
export type exportProgress_exportJob$data = {
  readonly durationSeconds: number | null | undefined;
  readonly endedAt: string | null | undefined;
  readonly errorInfo: string | null | undefined;
  readonly estimatedProgress: number | null | undefined;
  readonly startedAt: string | null | undefined;
  readonly status: MailboxExportJobStatus;
  readonly " $fragmentType": "exportProgress_exportJob";
};
export type exportProgress_exportJob$key = {
  readonly " $data"?: exportProgress_exportJob$data;
  readonly " $fragmentSpreads": FragmentRefs<"exportProgress_exportJob">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "exportProgress_exportJob",
  "selections": [
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
    }
  ],
  "type": "MailboxExportJob",
  "abstractKey": null
};

(node as any).hash = "7cc9614d35664213a909461b3c38730f";

export default node;
