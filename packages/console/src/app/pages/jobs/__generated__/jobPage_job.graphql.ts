/**
 * @generated SignedSource<<ce0abf09d6e0d20dcfd7a806e2deb1f7>>
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
  readonly awsJobType: string | null | undefined;
  readonly awsManagedDataIdentifierSelector: string | null | undefined;
  readonly clientToken: string | null | undefined;
  readonly createdAt: string | null | undefined;
  readonly customDataIdentifierIds: ReadonlyArray<string> | null | undefined;
  readonly description: string | null | undefined;
  readonly id: string;
  readonly jobId: string;
  readonly jobType: ClassificationJobType | null | undefined;
  readonly lastRunAt: string | null | undefined;
  readonly lastRunErrorStatus: {
    readonly awsCode: string | null | undefined;
    readonly code: ClassificationJobLastRunErrorStatusCode | null | undefined;
  } | null | undefined;
  readonly managedDataIdentifierIds: ReadonlyArray<string> | null | undefined;
  readonly managedDataIdentifierSelector: ClassificationJobManagedDataIdentifierSelector | null | undefined;
  readonly name: string | null | undefined;
  readonly statistics: {
    readonly approximateNumberOfObjectsToProcess: number | null | undefined;
    readonly numberOfRuns: number | null | undefined;
  } | null | undefined;
  readonly status: ClassificationJobStatus;
  readonly tags: ReadonlyArray<{
    readonly key: string;
    readonly value: string;
  }> | null | undefined;
  readonly userPausedDetails: {
    readonly expiresAt: string | null | undefined;
    readonly imminentExpirationHealthEventArn: string | null | undefined;
    readonly pausedAt: string | null | undefined;
  } | null | undefined;
  readonly " $fragmentSpreads": FragmentRefs<"jobScope_job" | "resourceHeader_resource" | "transitions_resource">;
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
      "name": "awsJobType",
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
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "awsCode",
          "storageKey": null
        }
      ],
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "ClassificationJobUserPausedDetails",
      "kind": "LinkedField",
      "name": "userPausedDetails",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "pausedAt",
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
          "name": "imminentExpirationHealthEventArn",
          "storageKey": null
        }
      ],
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
      "name": "awsManagedDataIdentifierSelector",
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
      "kind": "ScalarField",
      "name": "clientToken",
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
      "name": "jobScope_job"
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

(node as any).hash = "db85b992256fa0490bcb459f66509b33";

export default node;
