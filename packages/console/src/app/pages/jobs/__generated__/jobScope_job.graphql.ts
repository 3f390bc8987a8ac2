/**
 * @generated SignedSource<<94755d1c18e4fafc938f91a509c205ca>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ReaderFragment } from 'relay-runtime';
export type ClassificationJobBucketCriterionKey = "ACCOUNT_ID" | "S3_BUCKET_EFFECTIVE_PERMISSION" | "S3_BUCKET_NAME" | "S3_BUCKET_SHARED_ACCESS" | "UNRECOGNIZED";
export type ClassificationJobComparator = "CONTAINS" | "EQ" | "GT" | "GTE" | "LT" | "LTE" | "NE" | "STARTS_WITH" | "UNRECOGNIZED";
export type ClassificationJobDayOfWeek = "FRIDAY" | "MONDAY" | "SATURDAY" | "SUNDAY" | "THURSDAY" | "TUESDAY" | "UNRECOGNIZED" | "WEDNESDAY";
export type ClassificationJobObjectTermKey = "OBJECT_EXTENSION" | "OBJECT_KEY" | "OBJECT_LAST_MODIFIED_DATE" | "OBJECT_SIZE" | "UNRECOGNIZED";
export type ClassificationJobScheduleInterval = "DAILY" | "MONTHLY" | "UNRECOGNIZED" | "WEEKLY";
export type ClassificationJobTagTarget = "S3_OBJECT" | "UNRECOGNIZED";
export type ClassificationJobType = "ONE_TIME" | "SCHEDULED" | "UNRECOGNIZED";
import type { FragmentRefs } from "relay-runtime";
export type jobScope_job$data = {
  readonly awsJobType: string | null | undefined;
  readonly bucketCriteria: {
    readonly excludes: ReadonlyArray<{
      readonly simpleCriterion: {
        readonly awsComparator: string | null | undefined;
        readonly awsKey: string | null | undefined;
        readonly comparator: ClassificationJobComparator | null | undefined;
        readonly key: ClassificationJobBucketCriterionKey | null | undefined;
        readonly values: ReadonlyArray<string> | null | undefined;
      } | null | undefined;
      readonly tagCriterion: {
        readonly awsComparator: string | null | undefined;
        readonly comparator: ClassificationJobComparator | null | undefined;
        readonly tagValues: ReadonlyArray<{
          readonly key: string | null | undefined;
          readonly value: string | null | undefined;
        }> | null | undefined;
      } | null | undefined;
    }> | null | undefined;
    readonly includes: ReadonlyArray<{
      readonly simpleCriterion: {
        readonly awsComparator: string | null | undefined;
        readonly awsKey: string | null | undefined;
        readonly comparator: ClassificationJobComparator | null | undefined;
        readonly key: ClassificationJobBucketCriterionKey | null | undefined;
        readonly values: ReadonlyArray<string> | null | undefined;
      } | null | undefined;
      readonly tagCriterion: {
        readonly awsComparator: string | null | undefined;
        readonly comparator: ClassificationJobComparator | null | undefined;
        readonly tagValues: ReadonlyArray<{
          readonly key: string | null | undefined;
          readonly value: string | null | undefined;
        }> | null | undefined;
      } | null | undefined;
    }> | null | undefined;
  } | null | undefined;
  readonly bucketDefinitions: ReadonlyArray<{
    readonly accountId: string;
    readonly buckets: ReadonlyArray<string>;
  }> | null | undefined;
  readonly initialRun: boolean | null | undefined;
  readonly jobType: ClassificationJobType | null | undefined;
  readonly samplingPercentage: number | null | undefined;
  readonly scheduleFrequency: {
    readonly awsDayOfWeek: string | null | undefined;
    readonly dayOfMonth: number | null | undefined;
    readonly dayOfWeek: ClassificationJobDayOfWeek | null | undefined;
    readonly interval: ClassificationJobScheduleInterval;
  } | null | undefined;
  readonly scoping: {
    readonly excludes: ReadonlyArray<{
      readonly simpleScopeTerm: {
        readonly awsComparator: string | null | undefined;
        readonly awsKey: string | null | undefined;
        readonly comparator: ClassificationJobComparator | null | undefined;
        readonly key: ClassificationJobObjectTermKey | null | undefined;
        readonly values: ReadonlyArray<string> | null | undefined;
      } | null | undefined;
      readonly tagScopeTerm: {
        readonly awsComparator: string | null | undefined;
        readonly awsTarget: string | null | undefined;
        readonly comparator: ClassificationJobComparator | null | undefined;
        readonly key: string | null | undefined;
        readonly tagValues: ReadonlyArray<{
          readonly key: string | null | undefined;
          readonly value: string | null | undefined;
        }> | null | undefined;
        readonly target: ClassificationJobTagTarget | null | undefined;
      } | null | undefined;
    }> | null | undefined;
    readonly includes: ReadonlyArray<{
      readonly simpleScopeTerm: {
        readonly awsComparator: string | null | undefined;
        readonly awsKey: string | null | undefined;
        readonly comparator: ClassificationJobComparator | null | undefined;
        readonly key: ClassificationJobObjectTermKey | null | undefined;
        readonly values: ReadonlyArray<string> | null | undefined;
      } | null | undefined;
      readonly tagScopeTerm: {
        readonly awsComparator: string | null | undefined;
        readonly awsTarget: string | null | undefined;
        readonly comparator: ClassificationJobComparator | null | undefined;
        readonly key: string | null | undefined;
        readonly tagValues: ReadonlyArray<{
          readonly key: string | null | undefined;
          readonly value: string | null | undefined;
        }> | null | undefined;
        readonly target: ClassificationJobTagTarget | null | undefined;
      } | null | undefined;
    }> | null | undefined;
  } | null | undefined;
  readonly " $fragmentType": "jobScope_job";
};
export type jobScope_job$key = {
  readonly " $data"?: jobScope_job$data;
  readonly " $fragmentSpreads": FragmentRefs<"jobScope_job">;
};

const node: ReaderFragment = (function(){
var v0 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "key",
  "storageKey": null
},
v1 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "comparator",
  "storageKey": null
},
v2 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "awsComparator",
  "storageKey": null
},
v3 = [
  (v0/*:: as any*/),
  {
    "alias": null,
    "args": null,
    "kind": "ScalarField",
    "name": "awsKey",
    "storageKey": null
  },
  (v1/*:: as any*/),
  (v2/*:: as any*/),
  {
    "alias": null,
    "args": null,
    "kind": "ScalarField",
    "name": "values",
    "storageKey": null
  }
],
v4 = {
  "alias": null,
  "args": null,
  "concreteType": "ClassificationJobTagCondition",
  "kind": "LinkedField",
  "name": "tagValues",
  "plural": true,
  "selections": [
    (v0/*:: as any*/),
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
v5 = [
  {
    "alias": null,
    "args": null,
    "concreteType": "ClassificationJobBucketSimpleCriterion",
    "kind": "LinkedField",
    "name": "simpleCriterion",
    "plural": false,
    "selections": (v3/*:: as any*/),
    "storageKey": null
  },
  {
    "alias": null,
    "args": null,
    "concreteType": "ClassificationJobBucketTagCriterion",
    "kind": "LinkedField",
    "name": "tagCriterion",
    "plural": false,
    "selections": [
      (v1/*:: as any*/),
      (v2/*:: as any*/),
      (v4/*:: as any*/)
    ],
    "storageKey": null
  }
],
v6 = [
  {
    "alias": null,
    "args": null,
    "concreteType": "ClassificationJobObjectSimpleTerm",
    "kind": "LinkedField",
    "name": "simpleScopeTerm",
    "plural": false,
    "selections": (v3/*:: as any*/),
    "storageKey": null
  },
  {
    "alias": null,
    "args": null,
    "concreteType": "ClassificationJobObjectTagTerm",
    "kind": "LinkedField",
    "name": "tagScopeTerm",
    "plural": false,
    "selections": [
      (v0/*:: as any*/),
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "target",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "awsTarget",
        "storageKey": null
      },
      (v1/*:: as any*/),
      (v2/*:: as any*/),
      (v4/*:: as any*/)
    ],
    "storageKey": null
  }
];
return {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "jobScope_job",
  "selections": [
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
      "concreteType": "ClassificationJobScheduleFrequency",
      "kind": "LinkedField",
      "name": "scheduleFrequency",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "interval",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "dayOfWeek",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "awsDayOfWeek",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "dayOfMonth",
          "storageKey": null
        }
      ],
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "ClassificationJobBucketDefinition",
      "kind": "LinkedField",
      "name": "bucketDefinitions",
      "plural": true,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "accountId",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "buckets",
          "storageKey": null
        }
      ],
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "ClassificationJobBucketCriteria",
      "kind": "LinkedField",
      "name": "bucketCriteria",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "concreteType": "ClassificationJobBucketCriterion",
          "kind": "LinkedField",
          "name": "includes",
          "plural": true,
          "selections": (v5/*:: as any*/),
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "concreteType": "ClassificationJobBucketCriterion",
          "kind": "LinkedField",
          "name": "excludes",
          "plural": true,
          "selections": (v5/*:: as any*/),
          "storageKey": null
        }
      ],
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "ClassificationJobObjectScoping",
      "kind": "LinkedField",
      "name": "scoping",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "concreteType": "ClassificationJobObjectTerm",
          "kind": "LinkedField",
          "name": "includes",
          "plural": true,
          "selections": (v6/*:: as any*/),
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "concreteType": "ClassificationJobObjectTerm",
          "kind": "LinkedField",
          "name": "excludes",
          "plural": true,
          "selections": (v6/*:: as any*/),
          "storageKey": null
        }
      ],
      "storageKey": null
    }
  ],
  "type": "ClassificationJob",
  "abstractKey": null
};
})();

(node as any).hash = "20bf94bddf033d77124d8292873ee0d5";

export default node;
