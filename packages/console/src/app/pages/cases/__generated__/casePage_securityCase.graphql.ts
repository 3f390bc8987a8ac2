/**
 * @generated SignedSource<<f672d8fd039bbbea77ed15023f73bef2>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
export type SecurityCaseClosureCode = "DUPLICATE" | "FALSE_POSITIVE" | "INVESTIGATION_COMPLETED" | "NOT_RESOLVED" | "UNRECOGNIZED";
export type SecurityCaseEngagementType = "INVESTIGATION" | "SECURITY_INCIDENT" | "UNRECOGNIZED";
export type SecurityCasePendingAction = "CUSTOMER" | "NONE" | "UNRECOGNIZED";
export type SecurityCaseResolverType = "AWS" | "SELF" | "UNRECOGNIZED";
export type SecurityCaseStatus = "ACKNOWLEDGED" | "CLOSED" | "CONTAINMENT_ERADICATION_AND_RECOVERY" | "DETECTION_AND_ANALYSIS" | "POST_INCIDENT_ACTIVITIES" | "READY_TO_CLOSE" | "SUBMITTED" | "UNRECOGNIZED";
import type { FragmentRefs } from "relay-runtime";
export type casePage_securityCase$data = {
  readonly actualIncidentStartedAt: string | null | undefined;
  readonly arn: string | null | undefined;
  readonly awsClosureCode: string | null | undefined;
  readonly awsEngagementType: string | null | undefined;
  readonly awsPendingAction: string | null | undefined;
  readonly awsResolverType: string | null | undefined;
  readonly caseId: string;
  readonly closedAt: string | null | undefined;
  readonly closureCode: SecurityCaseClosureCode | null | undefined;
  readonly createdAt: string | null | undefined;
  readonly description: string | null | undefined;
  readonly engagementType: SecurityCaseEngagementType | null | undefined;
  readonly id: string;
  readonly impactedAccounts: ReadonlyArray<string> | null | undefined;
  readonly impactedAwsRegions: ReadonlyArray<string> | null | undefined;
  readonly impactedServices: ReadonlyArray<string> | null | undefined;
  readonly metadata: ReadonlyArray<{
    readonly key: string;
    readonly value: string;
  }> | null | undefined;
  readonly pendingAction: SecurityCasePendingAction | null | undefined;
  readonly reportedIncidentStartedAt: string | null | undefined;
  readonly resolverType: SecurityCaseResolverType | null | undefined;
  readonly status: SecurityCaseStatus;
  readonly tags: ReadonlyArray<{
    readonly key: string;
    readonly value: string;
  }> | null | undefined;
  readonly threatActorIpAddresses: ReadonlyArray<{
    readonly ipAddress: string | null | undefined;
    readonly userAgent: string | null | undefined;
  }> | null | undefined;
  readonly title: string | null | undefined;
  readonly updatedAt: string | null | undefined;
  readonly watchers: ReadonlyArray<{
    readonly email: string | null | undefined;
    readonly jobTitle: string | null | undefined;
    readonly name: string | null | undefined;
  }> | null | undefined;
  readonly " $fragmentSpreads": FragmentRefs<"resourceHeader_resource" | "transitions_resource">;
  readonly " $fragmentType": "casePage_securityCase";
};
export type casePage_securityCase$key = {
  readonly " $data"?: casePage_securityCase$data;
  readonly " $fragmentSpreads": FragmentRefs<"casePage_securityCase">;
};

const node: ReaderFragment = (function(){
var v0 = [
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
];
return {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "casePage_securityCase",
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
      "name": "caseId",
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
      "name": "pendingAction",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "awsPendingAction",
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
      "name": "awsResolverType",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "engagementType",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "awsEngagementType",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "closureCode",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "awsClosureCode",
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
      "name": "updatedAt",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "closedAt",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "reportedIncidentStartedAt",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "actualIncidentStartedAt",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "impactedAccounts",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "impactedServices",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "impactedAwsRegions",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "SecurityCaseWatcher",
      "kind": "LinkedField",
      "name": "watchers",
      "plural": true,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "email",
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
          "name": "jobTitle",
          "storageKey": null
        }
      ],
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "SecurityCaseThreatActorIp",
      "kind": "LinkedField",
      "name": "threatActorIpAddresses",
      "plural": true,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "ipAddress",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "userAgent",
          "storageKey": null
        }
      ],
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "SecurityCaseMetadataEntry",
      "kind": "LinkedField",
      "name": "metadata",
      "plural": true,
      "selections": (v0/*:: as any*/),
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
      "selections": (v0/*:: as any*/),
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
  "type": "SecurityCase",
  "abstractKey": null
};
})();

(node as any).hash = "13e2e4dc1bf454f41ca48f39e3b11a6e";

export default node;
