/**
 * @generated SignedSource<<62273e96729177d88e24721ba120f402>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
export type ClassificationJobLastRunErrorStatusCode = "ERROR" | "NONE" | "UNRECOGNIZED";
export type ClassificationJobManagedDataIdentifierSelector = "ALL" | "EXCLUDE" | "INCLUDE" | "NONE" | "RECOMMENDED" | "UNRECOGNIZED";
export type ClassificationJobStatus = "CANCELLED" | "COMPLETE" | "IDLE" | "PAUSED" | "RUNNING" | "UNRECOGNIZED" | "USER_PAUSED";
export type ClassificationJobType = "ONE_TIME" | "SCHEDULED" | "UNRECOGNIZED";
import type { FragmentRefs } from "relay-runtime";
export type jobPage_job$data = {
  readonly allowListIds: ReadonlyArray<string> | null | undefined;
  readonly arn: string | null | undefined;
  readonly createdAt: string | null | undefined;
  readonly customDataIdentifierIds: ReadonlyArray<string> | null | undefined;
  readonly description: string | null | undefined;
  readonly expiresAt: string | null | undefined;
  readonly id: string;
  readonly initialRun: boolean | null | undefined;
  readonly jobId: string;
  readonly jobType: ClassificationJobType | null | undefined;
  readonly lastRunAt: string | null | undefined;
  readonly lastRunErrorStatus: {
    readonly code: ClassificationJobLastRunErrorStatusCode | null | undefined;
  } | null | undefined;
  readonly managedDataIdentifierIds: ReadonlyArray<string> | null | undefined;
  readonly managedDataIdentifierSelector: ClassificationJobManagedDataIdentifierSelector | null | undefined;
  readonly name: string | null | undefined;
  readonly samplingPercentage: number | null | undefined;
  readonly statistics: {
    readonly approximateNumberOfObjectsToProcess: number | null | undefined;
    readonly numberOfRuns: number | null | undefined;
  } | null | undefined;
  readonly status: ClassificationJobStatus;
  readonly tags: ReadonlyArray<{
    readonly key: string;
    readonly value: string;
  }> | null | undefined;
  readonly " $fragmentSpreads": FragmentRefs<"resourceHeader_resource" | "transitions_resource">;
  readonly " $fragmentType": "jobPage_job";
};
export type jobPage_job$key = {
  readonly " $data"?: jobPage_job$data;
  readonly " $fragmentSpreads": FragmentRefs<"jobPage_job">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "jobPage_job",
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
      "name": "name",
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
      "name": "jobType",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "createdAt",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "lastRunAt",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "ClassificationJobLastRunErrorStatus",
      "kind": "LinkedField",
      "name": "lastRunErrorStatus",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "code",
          "storageKey": null
        }
      ],
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "expiresAt",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "initialRun",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "samplingPercentage",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "managedDataIdentifierSelector",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "managedDataIdentifierIds",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "customDataIdentifierIds",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "allowListIds",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "ClassificationJobStatistics",
      "kind": "LinkedField",
      "name": "statistics",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "approximateNumberOfObjectsToProcess",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "numberOfRuns",
          "storageKey": null
        }
      ],
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "arn",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "Tag",
      "kind": "LinkedField",
      "name": "tags",
      "plural": true,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "key",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "value",
          "storageKey": null
        }
      ],
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
  "type": "ClassificationJob",
  "abstractKey": null
};

(node as any).hash = "9ce6ce31fd778d41d77b1d651c2bdcd0";

export default node;
