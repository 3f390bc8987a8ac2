/**
 * @generated SignedSource<<eae66ded2a739b91bb852c14dbe72f30>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
export type ClassificationJobStatus = "CANCELLED" | "COMPLETE" | "IDLE" | "PAUSED" | "RUNNING" | "UNRECOGNIZED" | "USER_PAUSED";
export type MacieMemberStatus = "ACCOUNT_SUSPENDED" | "CREATED" | "EMAIL_VERIFICATION_FAILED" | "EMAIL_VERIFICATION_IN_PROGRESS" | "ENABLED" | "INVITED" | "PAUSED" | "REGION_DISABLED" | "REMOVED" | "RESIGNED" | "UNRECOGNIZED";
export type MailboxExportJobStatus = "CANCELLED" | "COMPLETED" | "FAILED" | "RUNNING" | "UNRECOGNIZED";
export type SecurityCaseResolverType = "AWS" | "SELF" | "UNRECOGNIZED";
export type SecurityCaseStatus = "ACKNOWLEDGED" | "CLOSED" | "CONTAINMENT_ERADICATION_AND_RECOVERY" | "DETECTION_AND_ANALYSIS" | "POST_INCIDENT_ACTIVITIES" | "READY_TO_CLOSE" | "SUBMITTED" | "UNRECOGNIZED";
export type TransitionAction = "CANCEL" | "CLOSE" | "DELETE" | "DISASSOCIATE" | "ENABLE" | "PAUSE" | "RESUME" | "SUSPEND" | "UPDATE_RESOLVER_TYPE" | "UPDATE_STATUS";
import type { FragmentRefs } from "relay-runtime";
export type bulkResource_resource$data = {
  readonly __typename: string;
  readonly accountId?: string;
  readonly availableTransitions: ReadonlyArray<{
    readonly action: TransitionAction;
    readonly to: string;
  }>;
  readonly caseId?: string;
  readonly caseStatus?: SecurityCaseStatus;
  readonly classificationJobId?: string;
  readonly description?: string | null | undefined;
  readonly exportJobId?: string;
  readonly exportStatus?: MailboxExportJobStatus;
  readonly id: string;
  readonly isTerminal: boolean;
  readonly jobName?: string | null | undefined;
  readonly jobStatus?: ClassificationJobStatus;
  readonly memberStatus?: MacieMemberStatus;
  readonly resolverType?: SecurityCaseResolverType | null | undefined;
  readonly statusLabel: string;
  readonly target: {
    readonly name: string;
  };
  readonly title?: string | null | undefined;
  readonly " $fragmentType": "bulkResource_resource";
};
export type bulkResource_resource$key = {
  readonly " $data"?: bulkResource_resource$data;
  readonly " $fragmentSpreads": FragmentRefs<"bulkResource_resource">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "bulkResource_resource",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "__typename",
      "storageKey": null
    },
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
      "name": "statusLabel",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "isTerminal",
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
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "Transition",
      "kind": "LinkedField",
      "name": "availableTransitions",
      "plural": true,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "action",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "to",
          "storageKey": null
        }
      ],
      "storageKey": null
    },
    {
      "kind": "InlineFragment",
      "selections": [
        {
          "alias": "jobStatus",
          "args": null,
          "kind": "ScalarField",
          "name": "status",
          "storageKey": null
        },
        {
          "alias": "jobName",
          "args": null,
          "kind": "ScalarField",
          "name": "name",
          "storageKey": null
        },
        {
          "alias": "classificationJobId",
          "args": null,
          "kind": "ScalarField",
          "name": "jobId",
          "storageKey": null
        }
      ],
      "type": "ClassificationJob",
      "abstractKey": null
    },
    {
      "kind": "InlineFragment",
      "selections": [
        {
          "alias": "memberStatus",
          "args": null,
          "kind": "ScalarField",
          "name": "status",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "accountId",
          "storageKey": null
        }
      ],
      "type": "MacieMember",
      "abstractKey": null
    },
    {
      "kind": "InlineFragment",
      "selections": [
        {
          "alias": "exportStatus",
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
          "alias": "exportJobId",
          "args": null,
          "kind": "ScalarField",
          "name": "jobId",
          "storageKey": null
        }
      ],
      "type": "MailboxExportJob",
      "abstractKey": null
    },
    {
      "kind": "InlineFragment",
      "selections": [
        {
          "alias": "caseStatus",
          "args": null,
          "kind": "ScalarField",
          "name": "status",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "resolverType",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "title",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "caseId",
          "storageKey": null
        }
      ],
      "type": "SecurityCase",
      "abstractKey": null
    }
  ],
  "type": "Resource",
  "abstractKey": "__isResource"
};

(node as any).hash = "f718d0f438f5caeef5a50dd2b893fc85";

export default node;
